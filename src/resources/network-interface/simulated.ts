import { booleanOf, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import { createInterface } from "../../simulator/interfaces.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRegistryValue, setRow } from "../../simulator/tables.ts";

const KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";

export const simulated: SimulatedKind = {
  missing: { word: "missing", value: true },
  give: giveInterface,
  none: ["mac", "metric"],
  explains: ({ table, row }, { named }) =>
    (table === "interfaces" && (named.includes(row) || named.includes("*"))) ||
    (table === "registry" && row.startsWith(`${KEY.toLowerCase()}\\`)),
};

/** `network_interface("Wi-Fi") { connected: false }` */
function giveInterface(machine: Machine, given: Given): string | undefined {
  const name = textOf(given.key("name"));
  if (name === undefined) return 'Say which interface it is: network_interface("Ethernet") { … }.';
  const missing = booleanOf(given.property("missing")) ?? false;
  const one = findRow(machine.interfaces, name) ?? createInterface(20 + Object.keys(machine.interfaces).length);
  deleteRow(machine.interfaces, name);
  if (missing) return undefined;
  const texts = (value: Parameters<typeof listOf>[0]): string[] => listOf(value).map((element) => textOf(element) ?? "");
  for (const { name: property, value } of given.properties) {
    if (property === "description") one.description = textOf(value) ?? "";
    if (property === "connected") one.connected = booleanOf(value) ?? true;
    if (property === "physical") one.physical = booleanOf(value) ?? true;
    if (property === "mac") one.mac = textOf(value) ?? "";
    if (property === "dhcp") one.dhcp = booleanOf(value) ?? true;
    if (property === "dns_servers") one.servers = texts(value);
    if (property === "dns_source" && textOf(value) === "automatic") one.servers = [];
    if (property === "dns_source" && textOf(value) === "manual" && one.servers.length === 0) one.servers = ["192.0.2.53"];
    if (property === "ipv6") one.ipv6 = booleanOf(value) ?? true;
    if (property === "addresses") one.addresses = texts(value);
    if (property === "metric") one.metric = numberOf(value) ?? 0;
    if (property === "dns_exit_code") one.dnsCode = numberOf(value) ?? 0;
  }
  setRow(machine.interfaces, name, one);
  setRegistryValue(machine, `${KEY}\\${one.guid}`, "NameServer", createValue(one.servers.join(",")));
  return undefined;
}
