import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveWifiProfile,
  none: ["authentication", "connection_mode"],
  explains: ({ table, row }, { named }) => table === "wifi" && (named.some((name) => name.toLowerCase() === row) || named.includes("*")),
};

/** `wifi_profile("Guest") { authentication: "open", connection_mode: auto }` */
function giveWifiProfile(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  if (booleanOf(given.property("adapter")) === false) machine.hardware.wirelessAdapter = false;
  if (booleanOf(given.property("service_running")) === false) machine.hardware.wirelessService = false;
  deleteRow(machine.wifi, name);
  if (given.absent) return;
  const read = (property: string, otherwise: string): string => {
    const value = given.property(property);
    return value?.kind === "none" ? "" : (textOf(value) ?? otherwise);
  };
  setRow(machine.wifi, name, {
    authentication: read("authentication", "WPA2PSK"),
    connectionMode: read("connection_mode", "auto"),
    groupPolicy: booleanOf(given.property("group_policy")) ?? false,
  });
}
