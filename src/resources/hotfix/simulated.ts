import { numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  none: ["age"],
  /** `hotfix("KB5034441") { age: 40d }` */
  give(machine, given) {
    const id = (textOf(given.key("id")) ?? "").toUpperCase();
    if (given.absent) {
      deleteRow(machine.updates.hotfixes, id);
      return;
    }
    const age = given.property("age");
    const installed = new Date(machine.clock.now - (numberOf(age) ?? 0));
    // As the class has it, in every language of Windows: month, day and year.
    const text = `${installed.getUTCMonth() + 1}/${installed.getUTCDate()}/${installed.getUTCFullYear()}`;
    setRow(machine.updates.hotfixes, id, { installedOn: age?.kind === "none" ? "" : text });
  },
};
