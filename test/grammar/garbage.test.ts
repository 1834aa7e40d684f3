import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexer } from "../../grammar/lexer.ts";
import { parseSource } from "../../grammar/parse-source.ts";

const MEGABYTE = 1024 * 1024;

describe("lexing of garbage", () => {
  test("every character of any text belongs to a token: Chevrotain's search for the next one, which tries every pattern at every character, is never needed", () => {
    const lexer = createLexer(true);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(lexer.tokenize(text).errors).toEqual([]);
      }),
    );
  });

  test("a path in percent signs is found behind characters that belong to no token", () => {
    const { diagnostics } = parseSource("a.remedy", Buffer.from("remedy a {\n  title: @%TEMP%\\x\n}\n"));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain("RMD1035");
  });

  // Each took its time by a slow step of its own once, or is made to: marks that belong to no token, texts and blocks that never end, deep nesting.
  test.each([
    "@",
    "@\n",
    "\\",
    "-",
    "'",
    '"\n',
    '"${',
    "'''",
    "/*",
    "{",
    "(\n",
    "[",
    "1.",
    "0x",
    "a",
    "\u00e9",
    "\u201c",
    "\u{1f600}",
    "\u200b",
    "ensure ",
    "remedy a {\n",
    "/// a\n",
  ])(
    "a megabyte of %j is refused within seconds",
    (part) => {
      const bytes = Buffer.from(part.repeat(Math.floor(MEGABYTE / Buffer.byteLength(part))));
      const start = performance.now();
      const { diagnostics } = parseSource("a.remedy", bytes);
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(5000);
    },
    20_000,
  );
});

describe("very many mistakes", () => {
  test.each(["@ ", "!", "&&", "#\n", "a\u200b", "\u00e9 ", "remedy a {\n"])(
    "%j again and again: a thousand findings in order and one that says so",
    (part) => {
      const { diagnostics } = parseSource("a.remedy", Buffer.from(part.repeat(5000)));
      expect(diagnostics).toHaveLength(1001);
      expect(diagnostics.at(-1)?.code).toBe("RMD1057");
      const starts = diagnostics.map((diagnostic) => diagnostic.span?.start ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    },
  );
});
