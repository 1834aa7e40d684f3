import { readClass } from "./classes.ts";
import { readEscape } from "./escapes.ts";
import { readGroupStart } from "./groups.ts";
import { PatternError } from "./reader.ts";
import type { PatternMistake, PatternReader } from "./reader.ts";

interface OpenGroup {
  readonly position: number;
  /** Of `(?(condition)yes|no)`: how many `|` it has had. */
  alternatives: number;
  readonly isConditional: boolean;
}

/**
 * What .NET would refuse in a regular expression; undefined when it would accept it. Follows System.Text.RegularExpressions.RegexParser
 * (github.com/dotnet/runtime): groups, classes, escapes, quantifiers, references. How long a match may take is bounded on the device.
 */
export function findPatternMistake(text: string): PatternMistake | undefined {
  const reader: PatternReader = { text, position: 0, groupNames: new Set(), groupCount: 0, references: [] };
  try {
    readAll(reader);
    checkReferences(reader);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.mistake;
    throw error;
  }
}

function readAll(reader: PatternReader): void {
  const open: OpenGroup[] = [];
  /** Whether a quantifier may follow: `none` after `(`, `|` and at the start, `quantified` after another quantifier. */
  let before: "none" | "atom" | "quantified" = "none";
  // With option x white space means nothing and '#' begins a comment.
  const isExtended = /\(\?[imns]*x/i.test(reader.text);
  while (reader.position < reader.text.length) {
    const at = reader.position;
    const character = reader.text[reader.position] ?? "";
    if (isExtended && /[\s#]/.test(character)) {
      const end = character === "#" ? reader.text.indexOf("\n", at) : at;
      reader.position = end < 0 ? reader.text.length : end + 1;
      continue;
    }
    const quantifier = readQuantifier(reader);
    if (quantifier) {
      if (before === "none") throw new PatternError(`'${quantifier}' repeats nothing`, at);
      if (before === "quantified") throw new PatternError(`'${quantifier}' follows another quantifier`, at);
      if (reader.text[reader.position] === "?") reader.position++;
      before = "quantified";
      continue;
    }
    reader.position++;
    before = "atom";
    if (character === "\\") readEscape(reader, false);
    else if (character === "[") readClass(reader);
    else if (character === "(") before = openGroup(reader, open, at, before);
    else if (character === ")") {
      if (!open.pop()) throw new PatternError("this ')' closes nothing", at);
    } else if (character === "|") {
      before = "none";
      const group = open.at(-1);
      if (group?.isConditional && ++group.alternatives > 1)
        throw new PatternError("a condition '(?(…)yes|no)' has two branches at most", at);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new PatternError("this '(' is not closed", unclosed.position);
}

function openGroup(
  reader: PatternReader,
  open: OpenGroup[],
  at: number,
  before: "none" | "atom" | "quantified",
): "none" | "atom" | "quantified" {
  const start = readGroupStart(reader);
  switch (start) {
    case "comment":
      return before;
    case "options":
      return "none";
    case "group":
    case "condition":
      open.push({ position: at, alternatives: 0, isConditional: start === "condition" });
      return "none";
    default:
      return start satisfies never;
  }
}

/** `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`; any other brace is a character. */
function readQuantifier(reader: PatternReader): string | undefined {
  const character = reader.text[reader.position] ?? "";
  if (character === "*" || character === "+" || character === "?") {
    reader.position++;
    return character;
  }
  if (character !== "{") return undefined;
  const match = /^\{(\d+)(?:,(\d*))?\}/.exec(reader.text.slice(reader.position, reader.position + 30));
  if (!match) return undefined;
  const largest = 2_147_483_647;
  const low = Number(match[1]);
  const high = match[2] === undefined || match[2] === "" ? largest : Number(match[2]);
  if (low > largest || high > largest) throw new PatternError(`the number in '${match[0]}' is too large`, reader.position);
  if (match[2] !== undefined && low > high) throw new PatternError(`'${match[0]}' runs backwards`, reader.position);
  reader.position += match[0].length;
  return match[0];
}

function checkReferences(reader: PatternReader): void {
  for (const { name, position } of reader.references) {
    const isKnown = /^\d+$/.test(name)
      ? Number(name) <= reader.groupCount + reader.groupNames.size || reader.groupNames.has(name)
      : reader.groupNames.has(name);
    if (!isKnown) throw new PatternError(`no group '${name}' exists`, position);
  }
}
