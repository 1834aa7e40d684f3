import { describe, expect, it } from "vitest";
import { createDecisions } from "../../grammar/analysis.ts";
import { analyseGrammar } from "../../grammar/analyse.ts";
import generated from "../../grammar/generated/analysis.json" with { type: "json" };
import { createLexer, vocabulary } from "../../grammar/lexer.ts";
import { RemedyParser } from "../../grammar/parser.ts";
import type { StartCharacters } from "../../grammar/start-characters.ts";

interface Analysed {
  readonly lookAheadFuncsCache: ReadonlyMap<number, (this: object) => unknown>;
}

/** A parser's view of two tokens, as Chevrotain's functions and ours ask for them. */
function lookAt(first: number, second: number): object {
  const tokens = [undefined, { tokenTypeIdx: first }, { tokenTypeIdx: second }];
  const look = (n: number): object | undefined => tokens[n];
  return { LA: look, LA_FAST: look };
}

describe("the generated analysis of the grammar", () => {
  it("decides as Chevrotain's own for every two tokens", () => {
    const own = (new RemedyParser({ analysis: "full" }) as unknown as Analysed).lookAheadFuncsCache;
    const decisions = createDecisions();
    expect([...decisions.keys()]).toEqual([...own.keys()]);
    const types = vocabulary.map((type) => type.tokenTypeIdx ?? 0);
    const different: string[] = [];
    for (const [key, decide] of own) {
      for (const first of types) {
        for (const second of types) {
          const view = lookAt(first, second);
          if (decide.call(view) !== decisions.get(key)?.call(view as never)) different.push(`${key}: ${first} ${second}`);
        }
      }
    }
    expect(different).toEqual([]);
  });

  it("gives the lexer the tables that it would make itself", () => {
    const tables = (startCharacters?: StartCharacters): string => {
      const { charCodeToPatternIdxToConfig, canModeBeOptimized } = createLexer(true, startCharacters) as unknown as {
        readonly charCodeToPatternIdxToConfig: Record<string, ({ tokenType: { name: string } }[] | undefined)[]>;
        readonly canModeBeOptimized: object;
      };
      const names = Object.values(charCodeToPatternIdxToConfig).map((byClass) =>
        Array.from(byClass, (candidates) => candidates?.map(({ tokenType }) => tokenType.name)),
      );
      return JSON.stringify([names, canModeBeOptimized]);
    };
    expect(tables(generated.startCharacters as unknown as StartCharacters)).toBe(tables());
  });

  it("is the same whether the lexer was made with it or without", () => {
    createLexer(true, generated.startCharacters as unknown as StartCharacters);
    expect(analyseGrammar()).toEqual(generated);
  });
});
