import type { TokenType } from "chevrotain";

/** The characters that tokens begin with, by name of the token, as ranges (inclusive) of Chevrotain's classes of characters. */
export type StartCharacters = Readonly<Record<string, readonly (readonly [first: number, last: number])[]>>;

/** Below this each character is a class of its own; above, 255 neighbours share one (`scan/lexer.js` in Chevrotain). */
const SINGLE_CLASSES = 256;
const CLASS_SIZE = 255;

/**
 * Tells Chevrotain what the tokens begin with, for which it would take their regular expressions apart each time that a lexer is made;
 * undefined: it does that again. Tokens that are no regular expressions say it themselves.
 */
export function hintStartCharacters(types: Iterable<TokenType>, known: StartCharacters | undefined): void {
  for (const type of types) {
    if (!(type.PATTERN instanceof RegExp)) continue;
    const ranges = known?.[type.name];
    if (ranges) type.START_CHARS_HINT = ranges.flatMap(([first, last]) => range(first, last).map(firstOfClass));
    else delete type.START_CHARS_HINT;
  }
}

/** A character of each class, which stands for all of it. */
function firstOfClass(index: number): number {
  return index < SINGLE_CLASSES ? index : Math.max(SINGLE_CLASSES, (index - CLASS_SIZE) * CLASS_SIZE);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Classes of characters in ascending order as ranges. */
export function joinRanges(classes: readonly number[]): StartCharacters[string] {
  const ranges: [number, number][] = [];
  for (const index of classes) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === index) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges;
}
