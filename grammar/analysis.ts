import { EOF } from "chevrotain";
import type { IToken, TokenType } from "chevrotain";
import generated from "./generated/analysis.json" with { type: "json" };
import { vocabulary } from "./lexer.ts";
import type { StartCharacters } from "./start-characters.ts";

/**
 * What Chevrotain finds out about a grammar each time that a parser is made, and what is the same each time: it is generated with the other
 * files that come from the rules, because finding it out takes longer than parsing a short file.
 */
export interface GrammarAnalysis {
  readonly decisions: readonly DecisionRow[];
  readonly startCharacters: StartCharacters;
}

/** A place in the rules where the next tokens decide: Chevrotain's key of it, and for each alternative the names of the tokens that it begins with. */
export type DecisionRow = readonly [key: number, alternatives: readonly (readonly (readonly string[])[])[]];

/** What Chevrotain calls at such a place: the number of the alternative, or whether the optional part is there. */
export type Decision = (this: LookingAhead) => number | boolean | undefined;

interface LookingAhead {
  LA(howMuch: number): IToken;
}

/** In Chevrotain's keys these four bits say what stands at the place; 1 is an alternation, all others are optional parts (`grammar/keys.js` there). */
const METHOD_SHIFT = 8;
const METHOD_MASK = 15;
const ALTERNATION = 1;

/** In a table of first tokens: the second one decides. */
const SECOND_DECIDES = -1;

/** The look-ahead functions of the rules by Chevrotain's key, as its own analysis would make them. */
export function createDecisions(): Map<number, Decision> {
  const types = new Map([EOF, ...vocabulary].map((type) => [type.name, type]));
  const size = Math.max(...[...types.values()].map(indexOf)) + 1;
  const find = (name: string): readonly number[] => {
    const type = types.get(name);
    if (!type) throw new Error(`the generated analysis names the token '${name}', which there is not`);
    return [indexOf(type), ...(type.categoryMatches ?? [])];
  };
  const { decisions } = generated as unknown as GrammarAnalysis;
  return new Map(decisions.map(([key, alternatives]) => [key, createDecision(key, alternatives, find, size)]));
}

function indexOf(type: TokenType): number {
  return type.tokenTypeIdx ?? 0;
}

/** Tables instead of walks over paths. Numbers in them are those of alternatives, from 1; the first alternative that fits wins, as with Chevrotain. */
function createDecision(key: number, alternatives: DecisionRow[1], find: (name: string) => readonly number[], size: number): Decision {
  const byFirst = new Int8Array(size);
  const bySecond: Int8Array[] = [];
  for (const [i, paths] of alternatives.entries()) {
    for (const [first, second] of paths) {
      // An alternative that may be empty fits before every token.
      const firsts = first === undefined ? byFirst.keys() : find(first);
      const seconds = second === undefined ? undefined : find(second);
      for (const index of firsts) decide(byFirst, bySecond, index, seconds, i + 1);
    }
  }
  if (((key >> METHOD_SHIFT) & METHOD_MASK) !== ALTERNATION) {
    return function () {
      return choose(this, byFirst, bySecond) > 0;
    };
  }
  return function () {
    const choice = choose(this, byFirst, bySecond);
    return choice > 0 ? choice - 1 : undefined;
  };
}

function decide(
  byFirst: Int8Array,
  bySecond: Int8Array[],
  first: number,
  seconds: readonly number[] | undefined,
  alternative: number,
): void {
  const known = byFirst[first] ?? 0;
  if (known > 0) return;
  if (!seconds) {
    if (known === 0) byFirst[first] = alternative;
    else bySecond[first] = (bySecond[first] as Int8Array).map((chosen) => (chosen === 0 ? alternative : chosen));
    return;
  }
  byFirst[first] = SECOND_DECIDES;
  const table = (bySecond[first] ??= new Int8Array(byFirst.length));
  for (const second of seconds) table[second] ||= alternative;
}

function choose(parser: LookingAhead, byFirst: Int8Array, bySecond: readonly Int8Array[]): number {
  const first = parser.LA(1).tokenTypeIdx;
  const choice = byFirst[first] ?? 0;
  return choice === SECOND_DECIDES ? (bySecond[first]?.[parser.LA(2).tokenTypeIdx] ?? 0) : choice;
}
