/** A line of a script and the place in a source that it begins to come from; lines begin at 1. */
export interface SourceLine {
  readonly scriptLine: number;
  /** The path of an imported file; undefined for the remedy's own. */
  readonly path: string | undefined;
  readonly line: number;
}

/** Where the statements of a script come from, as its comments say (`sourceComment`). A line belongs to the nearest one before it, up to the end of the remedy's region. */
export function findSourceLines(script: string): SourceLine[] {
  const found: SourceLine[] = [];
  for (const [i, text] of script.split("\n").entries()) {
    if (text.startsWith("#endregion")) break;
    const match = /^\s*# (?:line (\d+)|([^:]+\.remedy):(\d+)): /.exec(text);
    if (match) found.push({ scriptLine: i + 1, path: match[2], line: Number(match[1] ?? match[3]) });
  }
  return found;
}
