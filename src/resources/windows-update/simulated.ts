import type { Value } from "../../checker/value.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import { numberOf } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  none: ["last_search_age", "last_installation_age"],
  give: giveFacts({
    last_search_age: (machine, value) => {
      machine.updates.searched = momentOf(machine, value);
    },
    last_installation_age: (machine, value) => {
      machine.updates.installed = momentOf(machine, value);
    },
  }),
};

/** When that was, as the simulated clock counts; null: never. */
function momentOf(machine: Machine, value: Value): number | null {
  return value.kind === "none" ? null : machine.clock.now - (numberOf(value) ?? 0);
}
