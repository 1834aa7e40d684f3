import type { SourceLine } from "../../powershell/source-lines.ts";

/** The line of a script (from 1) that a line of the remedy's own file came to: of the statement at it, or of the nearest one before. */
export function toScriptLine(lines: readonly SourceLine[], sourceLine: number): number | undefined {
  let best: SourceLine | undefined;
  for (const one of lines) if (one.path === undefined && one.line <= sourceLine && (!best || one.line >= best.line)) best = one;
  return best?.scriptLine;
}

/** The place in a source that a line of a script comes from. */
export function toSourceLine(lines: readonly SourceLine[], scriptLine: number): SourceLine | undefined {
  return lines.findLast((one) => one.scriptLine <= scriptLine);
}
