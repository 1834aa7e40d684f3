import type { PlanEnsure, PlanResource } from "../../plan/plan.ts";
import type { PsCommand, PsNamedArgument } from "../ast.ts";
import type { LowerContext } from "./context.ts";

/** What an `ensure` calls: its tests, whose reasons are one text, and in repair roles its fixes, in order, and what stands in the way of them. */
export interface KindCalls {
  readonly tests: readonly PsCommand[];
  readonly fixes: readonly PsCommand[];
  readonly blockers: readonly PsCommand[];
}

/** A kind's own lowering, in the file `lowering.ts` of its folder: small functions for what is known when compiling, instead of the ones for everything. */
export interface KindLowering {
  /** What an `ensure` calls; undefined where the kind's functions by their names serve. */
  readonly ensure?: (ensure: PlanEnsure, context: LowerContext) => KindCalls | undefined;
  /** What functions of the kind are told besides what the remedy says, where they declare it. */
  readonly resourceArguments?: (resource: PlanResource, context: LowerContext) => PsNamedArgument[];
  /** The same for an `ensure`. */
  readonly ensureArguments?: (ensure: PlanEnsure, context: LowerContext) => PsNamedArgument[];
}
