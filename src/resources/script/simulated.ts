import type { Machine } from "../../simulator/machine.ts";
import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { findRow } from "../../simulator/tables.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveScript,
  // The simulation does not run a remedy's own PowerShell; that its test holds afterwards is all that is known to change.
  explains: ({ table, row }, { named }) => table === "scripts" && named.some((name) => name === "*" || name === row),
};

/** `script("name") absent`: its test does not hold, and its fix helps; `fix_helps: false`: nor does its fix. */
function giveScript(machine: Machine, given: Given): string | undefined {
  const name = textOf(given.key("name")) ?? "";
  const script = findRow(machine.scripts, name);
  if (script === undefined) return `No remedy of this scenario has ${given.label}.`;
  script.fixHelps = booleanOf(given.property("fix_helps")) ?? script.fixHelps;
  script.holds = !given.absent && booleanOf(given.property("holds")) !== false;
  return undefined;
}
