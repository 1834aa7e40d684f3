import { distance } from "fastest-levenshtein";
import type { Suggestion } from "../diagnostics/diagnostic.ts";
import { findMeant } from "../diagnostics/words-of-other-tools.ts";
import type { Span } from "../source/source-file.ts";

/**
 * The candidate that a misspelt name most likely meant: one that differs in case, blanks and '_' alone; else what another tool's word means; else at
 * most two fifths of its letters differ, and among equals the first in alphabetical order wins, so that the answer is the same in every run.
 */
export function findClosest(name: string, among: Iterable<string>): string | undefined {
  const candidates = [...among];
  const plain = simplify(name);
  const same = candidates.find(
    (candidate) => candidate !== name && Math.abs(candidate.length - name.length) <= 4 && simplify(candidate) === plain,
  );
  return same ?? findMeant(name, candidates) ?? findSimilar(name, candidates);
}

function findSimilar(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of candidates) {
    // Cheap first: among ten thousand names most are much too long or too short (two more for '_').
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance + 2) continue;
    const away = distance(name.toLowerCase(), candidate.toLowerCase());
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[_ -]/g, "");
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

/** As `suggestName`, of a closed list that is told besides: ` Did you mean 'x'? Possible here: 'x' or 'y'.` */
export function suggestOf(name: string, candidates: readonly string[], span: Span, list: string): ReturnType<typeof suggestName> {
  const { hint, details } = suggestName(name, candidates, span);
  return { hint: `${hint}${list}`, details };
}

/** `'a', 'b' or 'c'`; with more than `limit` entries the rest is counted. */
export function listChoices(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit).map((name) => `'${name}'`);
  if (names.length > limit) return `${shown.join(", ")} and ${names.length - limit} more`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1] ?? ""}`;
}
