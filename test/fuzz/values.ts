import { readFileSync } from "node:fs";
import { parseSource } from "../../grammar/parse-source.ts";
import type { StringExpression } from "../../src/syntax/expressions.ts";
import { walk } from "../../src/syntax/visitor.ts";
import { examples, type Random } from "./random.ts";

/** What has ended texts, begun code or been read as another thing, in PowerShell, in what scripts write, or in the command lines that they make. */
const HOSTILE = [
  "--%",
  "--",
  "-Force",
  "'",
  "''",
  '"',
  '""',
  "\u2018",
  "\u2019",
  "\u201a",
  "\u201b",
  "\u201c",
  "\u201d",
  "\u201e",
  "'; Invoke-Evil; '",
  "\u2019; Invoke-Evil; \u2018",
  '"; Invoke-Evil; "',
  "$(Invoke-Evil)",
  "${x}",
  "$x",
  "$",
  "`",
  "``",
  "`n",
  "#",
  "<#",
  "#>",
  "@'",
  "'@",
  '@"',
  '"@',
  "@{",
  "@(",
  "\n'@\n",
  '\n"@\n',
  "{",
  "}",
  "{0}",
  "{{",
  "(",
  ")",
  "[",
  "]",
  ";",
  "&",
  "|",
  ",",
  "%",
  "%SystemRoot%",
  "%%1",
  "\r",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u001b[31m",
  "\u0085",
  "\u00a0",
  "\u2013Force",
  "\u2028",
  "\u2029",
  "\u202e",
  "\ufeff",
  "\u{1f600}",
  "\ud800",
  "\\",
  "\\\\",
  '\\"',
  "..\\",
  "*",
  "?",
  "a:b",
  "1",
  "0x10",
  "1kb",
  "true",
  "none",
  "exit",
  "-1",
  " ",
  "",
  "]LOG]!>",
  "<![LOG[",
  "x".repeat(5000),
];

interface Position {
  readonly source: string;
  readonly node: StringExpression;
}

/** Every text that stands in the examples, and in a remedy with a text in every kind of place. */
export function collectPositions(): readonly Position[] {
  return [...examples, readFileSync("test/fuzz/texts.remedy", "utf8")].flatMap((source) => {
    const file = parseSource("main.remedy", new TextEncoder().encode(source)).value;
    const found: Position[] = [];
    if (file) walk(file, (node) => void (node.kind === "string" && found.push({ source, node })));
    return found;
  });
}

/** The source with a hostile value in the place of a text, or within it. */
export function putHostile({ source, node }: Position, random: Random): string {
  const pick = (): string => HOSTILE[random(HOSTILE.length)] ?? "";
  const value = random(3) === 0 ? pick() + pick() : pick();
  const { start, end } = node.span;
  const text = node.parts.every((part) => part.kind === "text-part") ? node.parts.map((part) => part.value).join("") : undefined;
  const at = random(3);
  let literal: string;
  if (at === 0 || text === undefined) {
    const written = source.slice(start, end);
    literal = text === undefined && /^"(?!"")/.test(written) ? `${written.slice(0, -1)}${quote(value).slice(1)}` : quote(value);
  } else {
    const where = at === 1 ? text.length : random(text.length + 1);
    literal = quote(text.slice(0, where) + value + text.slice(where));
  }
  return source.slice(0, start) + literal + source.slice(end);
}

/** A text as the language writes it. */
function quote(value: string): string {
  const escaped = value.replace(/["\\$\u0000-\u001f\u007f-\uffff]/gu, (letter) =>
    /["\\$]/.test(letter) ? `\\${letter}` : `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${escaped.replace(/[\u{10000}-\u{10ffff}]/gu, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)}"`;
}
