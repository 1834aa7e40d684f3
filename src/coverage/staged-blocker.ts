import type { Value } from "../checker/value.ts";
import type { PlanEnsure } from "../plan/plan.ts";

/**
 * One of a kind's `@blocker`s that a scenario can bring about: `export const stagedBlockers` of a file `staged-blockers.ts` in its folder. What is no such thing to say of a machine (a domain
 * controller, a folder that Windows lives in) is none.
 */
export interface StagedBlocker {
  /** In words that follow the name of the thing: `it is disabled`. Unique in its kind. */
  readonly name: string;
  /** What the reason holds with which the item is blocked then. */
  readonly why: RegExp;
  /**
   * How the thing is given so that the item deviates and is blocked: that it is not there, or words and properties with their values. Undefined where that cannot stand in the way of this
   * item.
   */
  readonly given: (ensure: PlanEnsure) => "absent" | { readonly [word: string]: Value } | undefined;
}

/** A state that an item asks for, where it is a constant. */
export function wishOf({ states }: PlanEnsure, name: string): Value | undefined {
  const value = states.find((state) => state.name === name)?.value;
  return value?.kind === "constant" ? value.value : undefined;
}

/** Whether an item gives one of these means or states. */
export function names({ means, states }: PlanEnsure, ...wanted: readonly string[]): boolean {
  return [...means, ...states].some(({ name }) => wanted.includes(name));
}
