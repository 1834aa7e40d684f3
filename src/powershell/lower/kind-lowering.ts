import type { PlanEnsure } from "../../plan/plan.ts";
import type { PsCommand } from "../ast.ts";
import type { LowerContext } from "./context.ts";

/** What an `ensure` calls: its test, and in repair roles its fix and what stands in the way of one. */
export interface KindCalls {
  readonly test: PsCommand;
  readonly repair: readonly [] | readonly [fix: PsCommand, blocker: PsCommand | undefined];
}

/** A kind's own lowering, in the file `lowering.ts` of its folder: small functions for what is known when compiling, instead of the ones for everything. */
export interface KindLowering {
  /** What an `ensure` calls; undefined where the general functions serve. */
  readonly ensure?: (ensure: PlanEnsure, context: LowerContext) => KindCalls | undefined;
  /** The name of a test for what is ensured, where only the test is another; undefined for `Test-<Noun>`. */
  readonly findTest?: (ensure: PlanEnsure) => string | undefined;
}
