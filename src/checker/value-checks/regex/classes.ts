import { readEscape } from "./escapes.ts";
import { PatternError } from "./reader.ts";
import type { PatternReader } from "./reader.ts";

/**
 * Reads `[…]`; the reader stands behind the first bracket. A `]` right after `[` or `[^` is a character; `-[…]` subtracts a class. Source:
 * "Character classes in .NET regular expressions", learn.microsoft.com/dotnet/standard/base-types/character-classes-in-regular-expressions.
 */
export function readClass(reader: PatternReader, depth = 0): void {
  const start = reader.position - 1;
  if (depth > 50) throw new PatternError("classes are nested too deep", start);
  if (reader.text[reader.position] === "^") reader.position++;
  let isFirst = true;
  for (;;) {
    const at = reader.position;
    const character = reader.text[reader.position];
    if (character === undefined) throw new PatternError("this '[' is not closed", start);
    reader.position++;
    if (character === "]" && !isFirst) return;
    if (character === "-" && !isFirst && reader.text[reader.position] === "[") {
      reader.position++;
      readSubtracted(reader, depth, at);
      continue;
    }
    isFirst = false;
    const low = readMember(reader, character);
    if (reader.text[reader.position] !== "-" || (reader.text[reader.position + 1] ?? "]") === "]") continue;
    if (reader.text[reader.position + 1] === "[") {
      reader.position += 2;
      readSubtracted(reader, depth, at);
      continue;
    }
    if (low === undefined) continue;
    reader.position++;
    const next = reader.text[reader.position] ?? "";
    reader.position++;
    const high = readMember(reader, next);
    if (high === undefined) throw new PatternError("a range in […] cannot end in a class of characters", at);
    if (low > high) throw new PatternError(`the range '${reader.text.slice(at, reader.position)}' runs backwards`, at);
  }
}

function readSubtracted(reader: PatternReader, depth: number, at: number): void {
  readClass(reader, depth + 1);
  if (reader.text[reader.position] !== "]") throw new PatternError("a subtracted class must be the last thing in […]", at);
}

/** One member; its code when it is one character that is written as itself (an escape's value is not computed: 0 compares as nothing). */
function readMember(reader: PatternReader, character: string): number | undefined {
  if (character !== "\\") return character.charCodeAt(0);
  const start = reader.position;
  if (readEscape(reader, true) === "class") return undefined;
  return escapeCode(reader.text.slice(start, reader.position));
}

function escapeCode(escape: string): number {
  const letter = escape[0] ?? "";
  if (letter === "x" || letter === "u") return Number.parseInt(escape.slice(1), 16);
  const control: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 };
  if (Object.hasOwn(control, letter)) return control[letter] ?? 0;
  if (/[0-7]/.test(letter)) return Number.parseInt(escape, 8);
  if (letter === "c") return (escape.toUpperCase().charCodeAt(1) || 64) - 64;
  return letter.charCodeAt(0);
}
