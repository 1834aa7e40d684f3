import { distance } from "fastest-levenshtein";
import type { Suggestion } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";

/**
 * The candidate that a misspelt name most likely meant: at most two fifths of its letters differ, a wrong
 * case or a missing '_' is always forgiven, and among equals the first in alphabetical order wins, so that the answer is the same in every run.
 */
export function findClosest(name: string, candidates: Iterable<string>): string | undefined {
  const plain = simplify(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of candidates) {
    // Cheap first: among ten thousand names most are much too long or too short (two more for '_').
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance + 2) continue;
    const away = simplify(candidate) === plain ? 0 : distance(name.toLowerCase(), candidate.toLowerCase());
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

/** ` Did you mean 'x'?` with the edit that writes it; without a close candidate the fallback (a sentence after a space, or nothing). */
export function suggestName(
  name: string,
  candidates: Iterable<string>,
  span: Span,
  fallback = "",
): { readonly hint: string; readonly details: { readonly suggestion?: Suggestion } } {
  const closest = findClosest(name, candidates);
  if (closest === undefined) return { hint: fallback, details: {} };
  return {
    hint: ` Did you mean '${closest}'?`,
    details: { suggestion: { title: `Replace '${name}' by '${closest}'.`, edits: [{ span, text: closest }] } },
  };
}

/** `'a', 'b' or 'c'`; with more than `limit` entries the rest is counted. */
export function listChoices(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit).map((name) => `'${name}'`);
  if (names.length > limit) return `${shown.join(", ")} and ${names.length - limit} more`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1] ?? ""}`;
}
