import { numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, setRow } from "../../simulator/tables.ts";

const NOTED = "hklm\\system\\currentcontrolset\\services\\tcpip\\parameters\\persistentroutes";

export const simulated: SimulatedKind = {
  give: giveRoute,
  explains: ({ table, row, isKey }, { named }) =>
    (table === "routes" && (named.includes("*") || named.includes(row.split(" ")[0] ?? ""))) ||
    (table === "registry" && row === NOTED && !isKey),
};

/** `route("10.20.0.0/16") { next_hop: "10.0.0.1" }`: one that is kept. Several of a network are several `given`. What `route.exe` notes is a registry value. */
function giveRoute(machine: Machine, given: Given): undefined {
  const destination = textOf(given.key("destination")) ?? "";
  if (given.absent) {
    for (const name of Object.keys(machine.routes)) if (name.startsWith(`${destination} `)) deleteRow(machine.routes, name);
    return;
  }
  const hop = textOf(given.property("next_hop")) ?? (destination.includes(":") ? "fe80::2" : "10.0.0.1");
  const name = `${destination} ${hop} ${textOf(given.property("interface")) ?? "Ethernet"}`;
  setRow(machine.routes, name, { metric: numberOf(given.property("metric")) ?? 256, kept: true, active: true });
}
