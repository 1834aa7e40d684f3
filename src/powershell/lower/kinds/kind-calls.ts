import type { PsCommand } from "../../ast.ts";

/** What an `ensure` calls: its test, and in repair roles its fix and what stands in the way of one. */
export interface KindCalls {
  readonly test: PsCommand;
  readonly repair: readonly [] | readonly [fix: PsCommand, blocker: PsCommand | undefined];
}
