import { createFirewallRule } from "../../simulator/firewall.ts";
import type { MachineFirewallRule } from "../../simulator/firewall.ts";
import { booleanOf, expandPath, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";

const PROTOCOLS: Readonly<Record<string, number>> = { any: 256, tcp: 6, udp: 17, icmpv4: 1, icmpv6: 58, other: 47 };
const PROFILES: Readonly<Record<string, number>> = { domain: 1, private: 2, public: 4 };

export const simulated: SimulatedKind = {
  give: giveFirewallRule,
  none: ["program", "service"],
  explains: ({ table, row }, { named }) => table === "firewallRules" && (named.includes(row) || named.includes("*")),
};

/** `firewall_rule("Contoso") { direction: inbound, local_ports: ["443"] }`: one of this computer. What policies say of rules are registry values. */
function giveFirewallRule(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  if (given.absent) {
    deleteRow(machine.firewallRules, name);
    return;
  }
  const rule: MachineFirewallRule = findRow(machine.firewallRules, name)?.[0] ?? createFirewallRule();
  let copies = 1;
  for (const { name: property, value } of given.properties) {
    const list = listOf(value)
      .map((one) => (textOf(one) === "any" ? "*" : (textOf(one) ?? "")))
      .join(",");
    if (property === "direction") rule.direction = textOf(value) === "outbound" ? 2 : 1;
    if (property === "action") rule.action = textOf(value) === "block" ? 0 : 1;
    if (property === "protocol") rule.protocol = PROTOCOLS[textOf(value) ?? ""] ?? 256;
    if (property === "local_ports") rule.localPorts = list;
    if (property === "remote_ports") rule.remotePorts = list;
    if (property === "remote_addresses") rule.remoteAddresses = list;
    if (property === "program") rule.applicationName = expandPath(machine, textOf(value) ?? "");
    if (property === "service") rule.serviceName = textOf(value) ?? "";
    if (property === "profiles") rule.profiles = listOf(value).reduce((sum, one) => sum + (PROFILES[textOf(one) ?? ""] ?? 0), 0);
    if (property === "enabled") rule.enabled = booleanOf(value) ?? true;
    if (property === "copies") copies = numberOf(value) ?? 1;
  }
  setRow(
    machine.firewallRules,
    name,
    Array.from({ length: Math.max(1, copies) }, () => ({ ...rule })),
  );
}
