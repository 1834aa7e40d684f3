import type { Expression, TextNode, VariableNode } from "./ast.ts";
import { DOUBLE, SINGLE, fail, match, peek, take } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { parseGroup } from "./expressions.ts";

const VARIABLE = /\$(?:\{([^}]+)\}|((?:[A-Za-z_]\w*:(?!:))?[A-Za-z0-9_?]+)|([$^]))/y;
const SCOPE = /^(?:global|script|local|private|using|variable):/i;
const ESCAPES: Readonly<Record<string, string>> = { "0": "\0", a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** `$name`; undefined where a dollar sign is one. */
export function tryVariable(reader: Reader, sign = "$"): VariableNode | undefined {
  const start = reader.at;
  VARIABLE.lastIndex = start;
  const found = VARIABLE.exec(reader.text);
  if (!found) return undefined;
  reader.at += found[0].length;
  return { kind: "variable", name: nameOf(found[1] ?? found[2] ?? found[3] ?? ""), splatted: sign === "@", start, end: reader.at };
}

export function nameOf(written: string): string {
  return written.replace(SCOPE, "").toLowerCase();
}

export function parseString(reader: Reader): TextNode {
  const start = reader.at;
  if (SINGLE.includes(peek(reader))) return parseVerbatim(reader);
  reader.at++;
  const parts = readExpandable(
    reader,
    () => {
      if (!DOUBLE.includes(peek(reader))) return false;
      if (peek(reader, 1) === "" || !DOUBLE.includes(peek(reader, 1))) return true;
      reader.at++;
      return false;
    },
    start,
  );
  reader.at++;
  return { kind: "text", parts, bare: false, start, end: reader.at };
}

function parseVerbatim(reader: Reader): TextNode {
  const start = reader.at++;
  let value = "";
  for (;;) {
    const letter = peek(reader);
    if (letter === "") fail(reader, "the text has no closing quote", start);
    if (SINGLE.includes(letter)) {
      if (peek(reader, 1) === "" || !SINGLE.includes(peek(reader, 1))) break;
      reader.at++;
    }
    value += letter;
    reader.at++;
  }
  reader.at++;
  return { kind: "text", parts: [value], bare: false, start, end: reader.at };
}

const HERE = /@['"\u2018-\u201e][ \t]*(?:\r\n|\n|\r)/y;

export function isHereString(reader: Reader): boolean {
  return match(reader, HERE) !== undefined;
}

export function parseHereString(reader: Reader): TextNode {
  const start = reader.at;
  const isSingle = SINGLE.includes(peek(reader, 1));
  take(reader, HERE);
  const quotes = isSingle ? SINGLE : DOUBLE;
  const isEnd = (): boolean =>
    /^(?:\r\n|\n|\r)?$/.test(lineBefore(reader)) && quotes.includes(peek(reader)) && peek(reader) !== "" && peek(reader, 1) === "@";
  let parts: (string | Expression)[];
  if (isSingle) {
    const from = reader.at;
    while (!isEnd()) if (++reader.at >= reader.text.length) fail(reader, "the here-string has no end at the start of a line", start);
    parts = [reader.text.slice(from, reader.at)];
  } else parts = readExpandable(reader, isEnd, start);
  reader.at += 2;
  const last = parts.at(-1);
  if (typeof last === "string") parts[parts.length - 1] = last.replace(/(?:\r\n|\n|\r)$/, "");
  return { kind: "text", parts, bare: false, start, end: reader.at };
}

/** What stands between the last end of a line and this place, with that end. */
function lineBefore(reader: Reader): string {
  const before = reader.text.charAt(reader.at - 1);
  return before === "\n" || before === "\r" ? "" : "x";
}

/** The parts of a text until its end: `isEnd` looks at what stands there. */
function readExpandable(reader: Reader, isEnd: () => boolean, start: number): (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let text = "";
  const add = (part: Expression): void => {
    if (text !== "") parts.push(text);
    text = "";
    parts.push(part);
  };
  while (!isEnd()) {
    const letter = peek(reader);
    if (letter === "") fail(reader, "the text has no end", start);
    if (letter === "`") {
      const escaped = takeEscape(reader);
      text += escaped;
    } else if (letter === "$" && peek(reader, 1) === "(") add(parseGroup(reader, "$("));
    else {
      const variable = letter === "$" ? tryVariable(reader) : undefined;
      if (variable) add(variable);
      else {
        text += letter;
        reader.at++;
      }
    }
  }
  if (text !== "" || parts.length === 0) parts.push(text);
  return parts;
}

export function takeEscape(reader: Reader): string {
  const letter = peek(reader, 1);
  reader.at += 2;
  if (letter === "u" && peek(reader) === "{") {
    const code = take(reader, /\{[0-9A-Fa-f]{1,6}\}/y);
    if (code !== undefined) {
      reader.newer.push({ what: "the escape '`u{…}'", start: reader.at - code.length - 2, end: reader.at });
      return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code.slice(1, -1), 16)));
    }
  }
  return ESCAPES[letter] ?? letter;
}
