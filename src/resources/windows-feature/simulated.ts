import { createFeature } from "../../simulator/features.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  missing: { word: "missing", value: true },
  give: giveWindowsFeature,
  explains: ({ table, row }, { named }) => table === "features" && named.some((wish) => wish === "*" || wish === row),
};

/** `windows_feature("SMB1Protocol") { enabled: true, needs_restart: true }` */
function giveWindowsFeature(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  if (booleanOf(given.property("missing")) === true) {
    deleteRow(machine.features, name);
    return;
  }
  const feature = findRow(machine.features, name) ?? createFeature();
  const enabled = booleanOf(given.property("enabled"));
  if (enabled !== undefined) feature.state = enabled ? 1 : 2;
  if (booleanOf(given.property("known")) === false) feature.state = 4;
  feature.needsRestart = booleanOf(given.property("needs_restart")) ?? feature.needsRestart;
  feature.exitCode = (numberOf(given.property("exit_code")) ?? feature.exitCode) | 0;
  setRow(machine.features, name, feature);
}
