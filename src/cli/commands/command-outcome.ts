import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** What a command did, before anything is printed. Exit codes: 0 done, 1 the input is at fault (diagnostics, not verified), 2 wrong usage; 3 is left to crashes. */
export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2;
  /** The result for people; findings are not in it. */
  readonly text: string;
  /** The result for programs, printed beside `diagnostics`. */
  readonly json: object;
  readonly diagnostics: readonly Diagnostic[];
}
