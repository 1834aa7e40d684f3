import type { PsCommand } from "../../ast.ts";

/** What an `ensure` calls: its tests, whose reasons are one text, and in repair roles its fixes, in order, and what stands in the way of them. */
export interface KindCalls {
  readonly tests: readonly PsCommand[];
  readonly fixes: readonly PsCommand[];
  readonly blockers: readonly PsCommand[];
}
