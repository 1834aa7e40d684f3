import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { setRegistryValue } from "../../simulator/tables.ts";

const STORE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
const KEYS: Readonly<Record<string, string>> = { domain: "DomainProfile", private: "StandardProfile", public: "PublicProfile" };

export const simulated: SimulatedKind = {
  give: giveFirewallProfile,
  explains: ({ table, row }, { named }) =>
    table === "registry" &&
    named.some((name) => row === `${STORE}\\${KEYS[name] ?? ""}`.toLowerCase() || (name === "*" && row.startsWith(STORE.toLowerCase()))),
};

/** `firewall_profile("domain") { inbound: allow }`: the settings of this computer. Those of policies are registry values. */
function giveFirewallProfile(machine: Machine, given: Given): undefined {
  const key = `${STORE}\\${KEYS[textOf(given.key("name")) ?? ""] ?? ""}`;
  const set = (name: string, on: boolean): void => {
    setRegistryValue(machine, key, name, createValue(on ? 1 : 0));
  };
  for (const { name, value } of given.properties) {
    if (name === "enabled") set("EnableFirewall", booleanOf(value) === true);
    if (name === "notify") set("DisableNotifications", booleanOf(value) === false);
    if (name === "outbound") set("DefaultOutboundAction", textOf(value) === "block");
    if (name !== "inbound") continue;
    set("DefaultInboundAction", textOf(value) !== "allow");
    set("DoNotAllowExceptions", textOf(value) === "block_all");
  }
}
