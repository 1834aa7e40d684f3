import { simulatedKinds } from "../generated/kind-simulations.ts";
import type { GivenItem } from "../plan/scenario.ts";
import { giveFacts } from "./given/facts.ts";
import { readGiven } from "./given/given-item.ts";
import type { Machine } from "./machine.ts";

/** Something that a scenario gives and that no machine of the simulation can be. */
export interface GivenProblem {
  readonly item: GivenItem;
  /** A full sentence. */
  readonly text: string;
}

/** A kind that says nothing of itself to the simulated Windows. */
const giveNothing = giveFacts({});

/**
 * Makes a machine as a scenario's `given` says, in the order of its items; setup files must be on it already, since packages and services come as they
 * install them. What is not mentioned stays. Changes the machine that it is given; gives what could not be done.
 */
export function applyGiven(machine: Machine, items: readonly GivenItem[]): GivenProblem[] {
  const problems = items.flatMap((item): GivenProblem[] => {
    const given = readGiven(item);
    const kind = simulatedKinds[given.kind];
    const none = given.properties.find(({ name, value }) => value.kind === "none" && kind?.none?.includes(name) !== true);
    if (none !== undefined)
      return [{ item, text: `The simulated Windows cannot be given '${none.name}: none' of ${given.label}: leave it out.` }];
    const text = (kind?.give ?? giveNothing)(machine, given);
    return text === undefined ? [] : [{ item, text }];
  });
  for (const kind of Object.values(simulatedKinds)) kind.complete?.(machine);
  return problems;
}
