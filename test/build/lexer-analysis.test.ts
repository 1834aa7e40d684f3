import { createToken, Lexer } from "chevrotain";
import type { TokenType } from "chevrotain";
import { describe, expect, test } from "vitest";
import analysis from "../../grammar/generated/analysis.json" with { type: "json" };
import { createLexer } from "../../grammar/lexer.ts";
import type { StartCharacters } from "../../grammar/start-characters.ts";
import { Name } from "../../grammar/token-categories.ts";
import * as light from "../../src/build/bundled/lexer-analysis.ts";

/** The file that the bundle replaces; the package names only its entry, and has no types for it. */
const chevrotain = (await import(new URL("../../node_modules/chevrotain/lib/src/scan/lexer.js", import.meta.url).href)) as Pick<
  typeof light,
  "analyzeTokenTypes" | "charCodeToOptimizedIndex" | "cloneEmptyGroups"
>;

/** The tokens of each mode of our lexer, as it was made. */
const lexer = createLexer(true, analysis.startCharacters as unknown as StartCharacters) as unknown as {
  readonly patternIdxToConfig: { readonly [mode: string]: readonly { readonly tokenType: TokenType }[] };
};
const modes = Object.entries(lexer.patternIdxToConfig).map(([mode, configs]) => [mode, configs.map(({ tokenType }) => tokenType)] as const);

const options = { positionTracking: "onlyOffset" };

describe("the bundle's lexers have the tables that Chevrotain makes", () => {
  test.each(modes)("mode %s of the language", (_mode, types) => {
    expect(types.length).toBeGreaterThan(4);
    const given = [...types, Name];
    const found = light.analyzeTokenTypes(given, options);
    expect(found).toEqual(chevrotain.analyzeTokenTypes(given, { ...options }));
    expect(found.patternIdxToConfig).toHaveLength(types.length);
  });

  test("patterns of every form: of one character, escaped, without regard to case, functions, with several that may be longer", () => {
    const starts = { start_chars_hint: ["a", "b", 300, 301, 900] };
    const other = createToken({ name: "Other", pattern: "ab.c", group: "kept" });
    const patterns = [/"/, /./, /\}/, /\n/, /\d/, /a/i, /ab+/i, /\./, "+", "a+", () => null, { exec: () => null }];
    const types = patterns.map((pattern, i) =>
      createToken({
        name: `Token${i}`,
        pattern,
        line_breaks: false,
        ...starts,
        ...(i % 2 === 0 ? { longer_alt: i % 4 === 0 ? other : [other] } : { pop_mode: true }),
        ...(i % 3 === 0 ? { group: Lexer.SKIPPED, push_mode: "else" } : {}),
      }),
    );
    const given = [...types, other];
    expect(light.analyzeTokenTypes(given, options)).toEqual(chevrotain.analyzeTokenTypes(given, { ...options }));
  });

  test("a token that does not say what it begins with has all patterns tried", () => {
    const given = [
      createToken({ name: "Silent", pattern: { exec: () => null }, line_breaks: false }),
      createToken({ name: "Plus", pattern: "+" }),
    ];
    const found = light.analyzeTokenTypes(given, options);
    expect(found).toEqual(chevrotain.analyzeTokenTypes(given, { ...options }));
    expect(found.canBeOptimized).toBe(false);
  });

  test("every character is in the same class, and groups begin empty", () => {
    chevrotain.analyzeTokenTypes([], { ...options });
    const codes = Array.from({ length: 65_536 }, (_, code) => code);
    expect(codes.filter((code) => light.charCodeToOptimizedIndex(code) !== chevrotain.charCodeToOptimizedIndex(code))).toEqual([]);
    expect(light.cloneEmptyGroups({ a: [], b: [] })).toEqual(chevrotain.cloneEmptyGroups({ a: [], b: [] }));
  });

  test("what our lexer has not is refused", () => {
    expect(() => light.analyzeTokenTypes([], { positionTracking: "full" })).toThrow("offsets only");
    expect(() => light.validatePatterns()).toThrow("without checks");
  });
});
