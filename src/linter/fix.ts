import type { Suggestion } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";

/** A text with suggestions followed, and how many: one that overlaps an earlier one, or reaches into another file, waits for the next round. */
export function followSuggestions(
  file: SourceFile,
  suggestions: readonly Suggestion[],
): { readonly text: string; readonly followed: number } {
  const taken: Suggestion["edits"][number][] = [];
  let followed = 0;
  for (const { edits } of suggestions) {
    if (edits.length === 0 || edits.some(({ span }) => span.file.path !== file.path)) continue;
    const overlaps = edits.some(({ span }) => taken.some((other) => span.start <= other.span.end && other.span.start <= span.end));
    if (overlaps) continue;
    taken.push(...edits);
    followed++;
  }
  const text = taken
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((rest, { span, text: by }) => rest.slice(0, span.start) + by + rest.slice(span.end), file.text);
  return { text, followed };
}
