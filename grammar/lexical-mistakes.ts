import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { getLineColumn } from "../src/source/source-file.ts";

/** So many mistakes of a file are told at most (a few more when several stages reach it); a file with more is none of this language. */
export const mistakeLimit = 1000;

/** What the mistakes of single tokens excuse: a text that is not closed has swallowed what seems to be missing behind it. */
export interface LexicalMistakes {
  /** True when a mistake found between the tokens that end at `from` and begin at `to` follows from one that is already reported. */
  swallows(from: number, to: number, end: number, line: () => number): boolean;
}

/** Sorts the diagnostics of tokens for look-up; there may be very many. */
export function createLexicalMistakes(diagnostics: readonly Diagnostic[]): LexicalMistakes {
  const lines = new Set<number>();
  const unread: number[] = [];
  let openBlock = Number.POSITIVE_INFINITY;
  for (const { code, span } of diagnostics) {
    if (!span) continue;
    if (code === "RMD1024" || code === "RMD1025") lines.add(getLineColumn(span.file, span.start).line);
    else if (code === "RMD1026") openBlock = Math.min(openBlock, span.start);
    else if (code === "RMD1020") unread.push(span.start);
  }
  unread.sort((a, b) => a - b);
  return {
    swallows(from, to, end, line) {
      if (openBlock <= to || openBlock <= end) return true;
      const next = unread[countBelow(unread, from)];
      return (next !== undefined && next < to) || (lines.size > 0 && lines.has(line()));
    },
  };
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
