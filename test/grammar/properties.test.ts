import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOf, lex } from "../../grammar/lexer.ts";
import { parseExpression, parseFile } from "../../grammar/parser.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import type { FileNode } from "../../src/syntax/file.ts";
import { printTree } from "../../src/syntax/print-tree.ts";
import { walk } from "../../src/syntax/visitor.ts";

const example = readFileSync(new URL("./fixtures/entra-provisioning-agent.remedy", import.meta.url), "utf8");
const words = example.split(/(\s+|[{}()[\],:=.'"])/).filter((word) => word !== "");
const pieces = [
  "remedy",
  "step",
  "ensure",
  "when",
  "else",
  "if",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "${",
  '"',
  "'",
  "'''",
  "\\",
  "//",
  "/*",
  "\n",
  "\r\n",
  " ",
  "\t",
  ",",
  ":",
  "=",
  "==",
  "<",
  "..",
  "?",
  "??",
  "/",
  "-1",
  "1.2",
  "5min",
  "0x",
  "not",
  "and",
  "in",
  "a",
  "é",
  "\u00a0",
  "\ud800",
  "\u202e",
  "“",
  "‘",
  "😀",
  "\0",
  ";",
  "&&",
  "!",
  "@",
  "%TEMP%\\a",
];

/** What must hold for every text: no exception, a tree whose nodes lie in the text and within their parents, in source order. */
function checkParse(text: string): FileNode {
  const source = createSourceFile("any.remedy", text, "");
  const { value, diagnostics } = parseFile(source);
  walk(value, (node, parent) => {
    const { start, end } = node.span;
    if (start < 0 || end > text.length || start > end) throw new Error(`${node.kind} ${start}-${end} lies outside of 0-${text.length}`);
    if (parent && (start < parent.span.start || end > parent.span.end)) {
      throw new Error(`${node.kind} ${start}-${end} lies outside of its parent ${parent.kind} ${parent.span.start}-${parent.span.end}`);
    }
    return true;
  });
  for (const found of diagnostics) {
    if (!found.span) throw new Error(`${found.code} has no place`);
    if (found.span.start < 0 || found.span.end > text.length || found.span.start > found.span.end)
      throw new Error(`${found.code} lies outside`);
    if (!found.message.endsWith(".") && !found.message.endsWith("?")) throw new Error(`${found.message} does not end as a sentence`);
    if (/NaN|Keyword|RightBrace|TextEnd|Interpolation/.test(found.message))
      throw new Error(`${found.message} shows what users do not know`);
  }
  const reported = diagnostics.map((found) => `${found.code} ${found.span?.start}`);
  expect(new Set(reported).size).toBe(reported.length);
  expect(() => printTree(value)).not.toThrow();
  return value;
}

/** Tokens, comments, unread characters and white space together are the text, without gaps and overlaps. */
function checkTokens(text: string): void {
  const { tokens, comments, unread } = lex(createSourceFile("any.remedy", text, ""));
  const ranges = [
    ...[...tokens, ...comments].map((token) => ({ start: token.startOffset, end: endOf(token) })),
    ...unread.map((error) => ({ start: error.offset, end: error.offset + error.length })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  let position = 0;
  for (const range of ranges) {
    if (range.start < position) throw new Error(`overlap at ${range.start}`);
    if (/[^ \t\r\n]/.test(text.slice(position, range.start))) throw new Error(`'${text.slice(position, range.start)}' belongs to no token`);
    position = range.end;
  }
  if (/[^ \t\r\n]/.test(text.slice(position))) throw new Error("the end of the text belongs to no token");
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((list) => list.join(" ")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((list) => list.join("")),
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((list) => list.join(" ")),
);

/** The example with a range cut out, something put in its place, or two ranges exchanged. */
const mutation = fc
  .array(
    fc.record({
      at: fc.nat(example.length),
      length: fc.nat(40),
      text: fc.oneof(fc.constant(""), fc.constantFrom(...pieces), fc.constantFrom(...words)),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((edits) => edits.reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.at + edit.length), example));

describe("any text", () => {
  it("parses to a tree with places in range", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkParse(text);
      }),
      { numRuns: 300 },
    );
  });

  it("is covered by its tokens", () => {
    fc.assert(fc.property(anyText, checkTokens), { numRuns: 2000 });
  });

  it("is an expression or a mistake", () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, a, b) => {
        const source = createSourceFile("--set", text, "");
        const start = Math.min(a, text.length);
        const end = Math.min(start + b, text.length);
        const { value, diagnostics } = parseExpression(source, start, end);
        if (value.kind === "missing" && diagnostics.length === 0) throw new Error("nothing is reported");
        if (value.span.start < start || value.span.end > end) throw new Error("the value lies outside");
      }),
      { numRuns: 750 },
    );
  });
});

describe("any mutation of the example", () => {
  it("parses to a tree with places in range", () => {
    fc.assert(
      fc.property(mutation, (text) => {
        checkParse(text);
      }),
      { numRuns: 400 },
    );
  });

  // A quote that lacks turns a text inside out: how much is reported then depends on the text.
  const deletable = words.flatMap((word, i) => (/['"]/.test(word) ? [] : [i]));
  it("gives few diagnostics for one deletion", () => {
    fc.assert(
      fc.property(fc.constantFrom(...deletable), (index) => {
        const text = words.filter((_, i) => i !== index).join("");
        const { diagnostics } = parseFile(createSourceFile("any.remedy", text, ""));
        if (diagnostics.length > 3)
          throw new Error(`${diagnostics.length} for '${words[index] ?? ""}': ${diagnostics.map((found) => found.message).join(" | ")}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a text cut off anywhere", () => {
  it("gives one or a few diagnostics", () => {
    for (let length = 0; length < example.length; length += 7) checkParse(example.slice(0, length));
  });
});

describe("a hundred kilobytes of anything", () => {
  const repeat = (text: string): string => text.repeat(Math.ceil(100_000 / text.length));
  it.each([
    ")",
    "(",
    "{",
    "}",
    "[",
    '"',
    "'",
    '"${',
    "@",
    "@ a ",
    "a ",
    "a b\n",
    "a: (b, ",
    "ensure\n",
    "ensur a\n",
    "when a {\n",
    "x: 1 ",
    "\\",
    " ",
    "\n",
    "1.",
    "remedy r {\n",
    "// c\n",
    "/// c\n",
    "‘",
    "é",
    "\0",
    "f(a b ",
    "a or ",
  ])("%j is read within seconds", (text) => {
    for (const head of ["", 'remedy r {\n  step s "S" {\n    ', "let x = "]) {
      const started = performance.now();
      const { diagnostics } = parseFile(createSourceFile("any.remedy", head + repeat(text), ""));
      expect(diagnostics.length).toBeGreaterThanOrEqual(0);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
