import type { PlanEnsure, PlanProperty, PlanResource } from "../../plan/plan.ts";
import type { PsArgument, PsCommand, PsExpression, PsNamedArgument } from "../ast.ts";
import type { LowerContext } from "./context.ts";

/** What an `ensure` calls: its tests, whose reasons are one text, and in repair roles its fixes, in order, and what stands in the way of them. */
export interface KindCalls {
  readonly tests: readonly PsCommand[];
  readonly fixes: readonly PsCommand[];
  readonly blockers: readonly PsCommand[];
  /** All of it as one call behind the item's id and label, where a script has several of the kind; in repair roles. */
  readonly whole?: { readonly name: string; readonly arguments: readonly PsArgument[] };
}

/** A kind's own lowering, in the file `lowering.ts` of its folder: small functions for what is known when compiling, instead of the ones for everything. */
export interface KindLowering {
  /** What an `ensure` calls; undefined where the kind's functions by their names serve. */
  readonly ensure?: (ensure: PlanEnsure, context: LowerContext) => KindCalls | undefined;
  /** Which things are meant, as one condition over `$_` that functions take as `-Where`, in place of keys, filters and a loop's element; undefined for all. */
  readonly condition?: (resource: PlanResource, context: LowerContext) => PsExpression | undefined;
  /** What functions are told for a key; undefined where its value is told as any other is. */
  readonly key?: (key: PlanProperty, context: LowerContext) => PsExpression | undefined;
  /** Whether a resource exists, where that is asked without a function of the kind. */
  readonly exists?: (resource: PlanResource, context: LowerContext) => PsExpression | undefined;
  /** A property that is read by a smaller function where more is known when compiling; undefined where the kind's own serves. */
  readonly read?: (resource: PlanResource, property: string, context: LowerContext) => PsExpression | undefined;
  /** A parameter of the kind's functions besides what the remedy says, and what those that declare it are told. `label` makes a text for people of words of the source. */
  readonly more?: {
    readonly name: string;
    readonly lower: (resource: PlanResource, context: LowerContext, label: (words: string) => PsExpression) => PsExpression;
  };
  /** What functions of an `ensure` are told besides, or in place of what the remedy says under that name, where they declare it. */
  readonly ensureArguments?: (ensure: PlanEnsure, context: LowerContext) => PsNamedArgument[];
}
