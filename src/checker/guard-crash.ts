import type { Span } from "../source/source-file.ts";
import { report } from "./context.ts";
import type { CheckContext } from "./context.ts";

/** Runs one check. A crash of the checker becomes an error at the place that it was looking at: what could not be checked never passes for right. */
export function guardCrash(context: CheckContext, span: Span, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    report(context, "RMD3999", span, { reason: reason.slice(0, 200) });
  }
}

/** Whether something lay too deep in itself: that is no defect of ours, and is told once for the whole file. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
