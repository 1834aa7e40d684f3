import type { Span } from "../source/source-file.ts";

/** Something lies too deep in itself to be followed: in place of the stack's own error, with the place that was looked at. */
export class TooDeepError extends Error {
  readonly span: Span;

  constructor(span: Span) {
    super("too deep");
    this.span = span;
  }
}

/** What stands here becomes too much: the place is that which multiplies. */
export class TooLargeError extends Error {
  readonly span: Span;

  constructor(span: Span) {
    super("too large");
    this.span = span;
  }
}

/** Whether something lay too deep in itself: that is no defect of ours, and is told once for the whole file. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** Does a piece of work; where that ends the stack, the error says at which place. */
export function atPlace<T>(span: Span, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isStackOverflow(error) ? new TooDeepError(span) : error;
  }
}
