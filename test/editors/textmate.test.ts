import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Oniguruma from "vscode-oniguruma";
import type * as TextMate from "vscode-textmate";
import type { IGrammar } from "vscode-textmate";
import { lex } from "../../grammar/lexer.ts";
import { createTextMateGrammar } from "../../src/editors/textmate.ts";
import { createSourceFile } from "../../src/source/source-file.ts";

const require = createRequire(import.meta.url);
const oniguruma = require("vscode-oniguruma") as typeof Oniguruma;
const textmate = require("vscode-textmate") as typeof TextMate;

let grammar: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(JSON.stringify(createTextMateGrammar()), "remedy.json")),
  });
  const loaded = await registry.loadGrammar("source.remedy");
  if (!loaded) throw new Error("no grammar");
  grammar = loaded;
});

/** The innermost scope at each character of a text. */
function colour(text: string): string[] {
  const scopes: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    // One place more for the line end.
    const row = Array<string>(line.length + 1).fill("source");
    for (const { startIndex, endIndex, scopes: found } of tokens)
      row.fill((found.at(-1) ?? "").replace(/\.remedy$/, ""), startIndex, endIndex);
    scopes.push(...row);
  }
  return scopes;
}

/** The scope of a word in a line. */
function scopeOf(line: string, word: string, from = 0): string | undefined {
  return colour(line)[line.indexOf(word, from)];
}

describe("words", () => {
  test.each([
    ["remedy spooler {", "remedy", "keyword.control"],
    ["remedy spooler {", "spooler", "entity.name.function"],
    ['ensure service("Spooler") { state: running }', "ensure", "keyword.control"],
    ['ensure service("Spooler") { state: running }', "service", "entity.name.type"],
    ['ensure service("Spooler") { state: running }', "Spooler", "string.quoted.double"],
    ['ensure service("Spooler") { state: running }', "state", "variable.other.property"],
    ["restart: 5", "restart", "variable.other.property"],
    ["agent.restart == 5", "restart", "variable.other.property"],
    ["require not changed and a in b", "and", "keyword.operator.word"],
    ["require not changed and a in b", "not", "keyword.operator.word"],
    ["let x = none", "none", "constant.language"],
    ["version: 1.2.3.4", "1.2", "constant.numeric.version"],
    ["timeout: 30s", "30", "constant.numeric.measure"],
    ["build >= 19045", "19045", "constant.numeric.integer"],
    ["/// says", "says", "comment.line.documentation"],
    ["// says", "says", "comment.line.double-slash"],
    ["'%ProgramData%\\a'", "Program", "string.quoted.single"],
    ['"a ${b.c} d"', "b", "variable.other"],
    ['"a ${b.c} d"', "d", "string.quoted.double"],
    ['"a \\" b"', "b", "string.quoted.double"],
    ["''' a\nensure ''' b", "ensure", "string.quoted.triple"],
  ])("%j: %s is %s", (line, word, scope) => {
    expect(colour(line)[line.indexOf(word)]).toBe(scope);
  });

  test("a unit of its number", () => {
    expect(scopeOf("older_than: 7d", "d", 12)).toBe("keyword.other.unit");
  });
});

/** What the lexer calls a token, and what its first character must be coloured as; words are looked at by where they stand. */
const EXPECTED: { readonly [token: string]: RegExp } = {
  Text: /^string\.quoted\.double/,
  TextStart: /^string\.quoted\.double/,
  Raw: /^string\.quoted\.single/,
  RawBlock: /^string\.quoted\.triple/,
  Version: /^constant\.numeric\.version/,
  Measure: /^constant\.numeric\.measure/,
  Integer: /^constant\.numeric\.integer/,
  EnsureKeyword: /^keyword\.control/,
  RequireKeyword: /^keyword\.control/,
  ScenarioKeyword: /^keyword\.control/,
  RemedyKeyword: /^keyword\.control/,
  StepKeyword: /^keyword\.control/,
  AndKeyword: /^keyword\.operator\.word/,
  OrKeyword: /^keyword\.operator\.word/,
  NotKeyword: /^keyword\.operator\.word/,
  MatchesKeyword: /^keyword\.operator\.word/,
  TrueKeyword: /^constant\.language/,
  FalseKeyword: /^constant\.language/,
  NoneKeyword: /^constant\.language/,
};

test.each(globSync(["examples/**/*.remedy"]))(
  "%s: texts, numbers, comments and words are coloured as what the lexer takes them for",
  (path) => {
    const text = readFileSync(path, "utf8");
    const scopes = colour(text);
    const { tokens, comments } = lex(createSourceFile(path, text, ""));
    for (const { tokenType, startOffset, image } of tokens) {
      const expected = EXPECTED[tokenType.name];
      if (expected) expect(scopes[startOffset], `${image} at ${startOffset}`).toMatch(expected);
    }
    for (const { startOffset, image } of comments) expect(scopes[startOffset + 3], image).toMatch(/^comment/);
  },
);
