import { isStackOverflow, TooDeepError } from "../diagnostics/limits.ts";
import type { Span } from "../source/source-file.ts";
import { report } from "./context.ts";
import type { CheckContext } from "./context.ts";

/** Runs one check. A crash of the checker becomes an error at the place that it was looking at: what could not be checked never passes for right. */
export function guardCrash(context: CheckContext, span: Span, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (isStackOverflow(error)) throw new TooDeepError(span);
    if (error instanceof TooDeepError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    report(context, "RMD3999", span, { reason: reason.slice(0, 200) });
  }
}
