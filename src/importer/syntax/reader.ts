import type { Expression, NewerSyntax, SyntaxError } from "./ast.ts";

/** Where a parse stands. */
export interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  readonly errors: SyntaxError[];
  readonly newer: NewerSyntax[];
}

/** Ends the parse of one statement; the next one is read from its place on. */
export class Unreadable extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** How deep brackets may lie in each other: more has no script that a person wrote. */
const DEEPEST = 200;

const BLANK = /(?:[ \t\f\v\u00a0\u0085\u2000-\u200a\u3000]|`\r?\n)+/y;
const LINE_END = /\r\n|\n|\r/y;
const LINE_COMMENT = /#[^\r\n]*/y;

export const SINGLE = "'\u2018\u2019\u201a\u201b";
export const DOUBLE = '"\u201c\u201d\u201e';

export function peek(reader: Reader, ahead = 0): string {
  return reader.text.charAt(reader.at + ahead);
}

export function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0];
}

export function take(reader: Reader, pattern: RegExp): string | undefined {
  const found = match(reader, pattern);
  if (found !== undefined) reader.at += found.length;
  return found;
}

export function fail(reader: Reader, message: string, at = reader.at): never {
  throw new Unreadable(at, message);
}

/** Passes over blanks and comments, and over ends of lines where `lines` is true; gives the character then. */
export function skip(reader: Reader, lines: boolean): string {
  for (;;) {
    if (take(reader, BLANK) !== undefined) continue;
    if (peek(reader) === "#" && take(reader, LINE_COMMENT) !== undefined) continue;
    if (peek(reader) === "<" && peek(reader, 1) === "#") {
      const end = reader.text.indexOf("#>", reader.at + 2);
      if (end < 0) {
        const open = reader.at;
        reader.at = reader.text.length;
        fail(reader, "the comment '<#' has no '#>'", open);
      }
      reader.at = end + 2;
      continue;
    }
    if (lines && take(reader, LINE_END) !== undefined) continue;
    return peek(reader);
  }
}

/** What stands between commas: one item, or several as a list. */
export function parseCommas(reader: Reader, parseItem: (reader: Reader) => Expression): Expression {
  const first = parseItem(reader);
  const items = [first];
  for (;;) {
    const end = reader.at;
    if (skip(reader, false) !== ",") {
      reader.at = end;
      break;
    }
    reader.at++;
    skip(reader, true);
    items.push(parseItem(reader));
  }
  const last = items.at(-1) ?? first;
  return items.length === 1 ? first : { kind: "list", items, start: first.start, end: last.end };
}

/** Passes over what stands between statements. */
export function skipSeparators(reader: Reader): string {
  while (skip(reader, true) === ";") reader.at++;
  return peek(reader);
}

export function expect(reader: Reader, sign: string, open = reader.at): void {
  if (peek(reader) !== sign)
    fail(
      reader,
      reader.at >= reader.text.length ? `what begins here has no '${sign}'` : `'${sign}' is expected here`,
      reader.at >= reader.text.length ? open : reader.at,
    );
  reader.at++;
}

export function deeper<T>(reader: Reader, read: () => T): T {
  if (++reader.depth > DEEPEST) fail(reader, "brackets lie too deep in each other here");
  try {
    return read();
  } finally {
    reader.depth--;
  }
}

const WORD = /[A-Za-z_][\w-]*/y;

/** The word that stands here, in lower case. */
export function findWord(reader: Reader): string {
  return match(reader, WORD)?.toLowerCase() ?? "";
}

export function takeWord(reader: Reader, word: string): boolean {
  if (findWord(reader) !== word) return false;
  reader.at += word.length;
  return true;
}

export function isEndOfLine(reader: Reader): boolean {
  return reader.at >= reader.text.length || "\r\n".includes(peek(reader));
}
