import { createFeature } from "../../simulator/features.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { findRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveWindowsCapability,
  explains: ({ table, row }, { named }) => table === "features" && named.some((wish) => wish === "*" || wish === row),
};

/** `windows_capability("OpenSSH.Server~~~~0.0.1.0") absent { needs_restart: true }` */
function giveWindowsCapability(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  const capability = findRow(machine.features, name) ?? createFeature();
  capability.state = given.absent ? 2 : 1;
  if (booleanOf(given.property("missing")) === true) capability.state = 3;
  if (booleanOf(given.property("known")) === false) capability.state = 4;
  capability.needsRestart = booleanOf(given.property("needs_restart")) ?? capability.needsRestart;
  capability.exitCode = (numberOf(given.property("exit_code")) ?? capability.exitCode) | 0;
  setRow(machine.features, name, capability);
}
