import { booleanOf, numberOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

/** How a package manager of the simulated Windows behaves where it is asked about a package, or told to change it. */
export interface PackageManagerAnswers {
  /** How an installation, upgrade or removal ends, and how long it takes. */
  exitCode: number;
  duration: number;
  /** How it ends when it is asked, where that does not follow from the package; null: it does. */
  listExitCode: number | null;
  /** False: it does not come to an end when it is asked. */
  answers: boolean;
}

/** What `given` says of that; `known`: as it behaved until then. */
export function giveAnswers(known: PackageManagerAnswers | undefined, given: Given): PackageManagerAnswers {
  const listExitCode = numberOf(given.property("list_exit_code"));
  return {
    exitCode: (numberOf(given.property("exit_code")) ?? known?.exitCode ?? 0) | 0,
    duration: numberOf(given.property("duration")) ?? known?.duration ?? 20_000,
    listExitCode: listExitCode === undefined ? (known?.listExitCode ?? null) : listExitCode | 0,
    answers: booleanOf(given.property("answers")) ?? known?.answers ?? true,
  };
}
