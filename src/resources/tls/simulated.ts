import type { Machine } from "../../simulator/machine.ts";
import { deleteRegistryKey, setRegistryValue } from "../../simulator/tables.ts";
import { textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveTls,
  explains: ({ table, row }) => table === "registry" && row.includes("\\schannel\\protocols"),
};

/** `tls("1.2") { client: off }`: the two Schannel values that mean it. */
function giveTls(machine: Machine, given: Given): undefined {
  const version = textOf(given.key("version")) ?? "";
  for (const role of ["client", "server"] as const) {
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS ${version}\\${role === "client" ? "Client" : "Server"}`;
    const state = textOf(given.property(role));
    if (given.absent) deleteRegistryKey(machine, key);
    if (given.absent || state === undefined) continue;
    setRegistryValue(machine, key, "Enabled", { type: "DWord", data: state === "on" ? 1 : 0 });
    setRegistryValue(machine, key, "DisabledByDefault", { type: "DWord", data: state === "on" ? 0 : 1 });
  }
}
