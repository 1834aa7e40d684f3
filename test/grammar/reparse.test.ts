import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { reparseFile } from "../../grammar/reparse.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";

/** What is written into texts, and taken out: all that opens, closes or separates something, and words. */
const PIECES = [
  ..."{}()[]\"',.:=/#*+-<> \n".split(""),
  "'''",
  "//",
  "/*",
  "*/",
  "${",
  "x",
  "ensure ",
  "fix {",
  "}\n  }\n",
  'step b "B" {',
  "remedy r {",
  "1.5",
  "running",
  'service("x")',
  "/// d\n",
];

/** Pseudo-random numbers below a limit, the same in every run (Numerical Recipes' linear congruential generator). */
function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** As data, in which all that came from one text has its places and not the text. */
function plain({ value, diagnostics }: ParsedFile): unknown {
  return JSON.parse(
    JSON.stringify({ value, diagnostics }, (key, part: unknown) => (key === "file" || key === "source" ? undefined : part)),
  );
}

test("a tree that is brought up to date is the one that parsing gives, over edits of recipes that follow each other", () => {
  const files = globSync(["examples/**/*.remedy", "test/proof/remedies/*.remedy"]);
  const random = createRandom(15);
  let taken = 0;
  for (const path of files) {
    let text = readFileSync(path, "utf8");
    let parsed = parseFile(createSourceFile(path, text, ""));
    for (let i = 0; i < 40; i++) {
      const start = random(text.length);
      const oldEnd = Math.min(text.length, start + (random(3) === 0 ? random(12) : 0));
      const written = random(4) === 0 ? "" : (PIECES[random(PIECES.length)] ?? "");
      const next = text.slice(0, start) + written + text.slice(oldEnd);
      const source = createSourceFile(path, next, "");
      const whole = parseFile(source);
      const quick = reparseFile(parsed, source, { start, oldEnd, newEnd: start + written.length });
      if (quick) {
        taken++;
        expect(plain(quick), `${path}: ${JSON.stringify([start, oldEnd, written])}`).toEqual(plain(whole));
      }
      // A text that is broken for good would say nothing about the next edits.
      if (random(3) > 0 || whole.diagnostics.length > 0) continue;
      text = next;
      parsed = quick ?? whole;
    }
  }
  expect(taken).toBeGreaterThan(200);
});

test("it is taken where people type: in a step, also while what they write is not finished", () => {
  const text = 'remedy a {\n  title: "a"\n  version: 1.0.0\n  step one "One" {\n    \n  }\n}\n';
  const at = text.indexOf("    \n") + 4;
  let parsed = parseFile(createSourceFile("a.remedy", text, ""));
  let now = text;
  for (const [i, letter] of 'ensure service("Spooler") { state: running }'.split("").entries()) {
    const before = now;
    now = now.slice(0, at + i) + letter + now.slice(at + i);
    const source = createSourceFile("a.remedy", now, "");
    const quick = reparseFile(parsed, source, { start: at + i, oldEnd: at + i, newEnd: at + i + 1 });
    const isOpen = /\([^)]*$|\{[^}]*$/.test(now.slice(at, at + i + 1));
    if (!isOpen && !/\([^)]*$|\{[^}]*$/.test(before.slice(at, at + i))) expect(quick, now).toBeDefined();
    parsed = quick ?? parseFile(source);
  }
  expect(parsed.diagnostics).toEqual([]);
});
