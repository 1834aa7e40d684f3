import { getLookaheadPaths, LLkLookaheadStrategy } from "chevrotain";
import type { IOrAlt, TokenType } from "chevrotain";
import type { DecisionRow, GrammarAnalysis } from "./analysis.ts";
import { createLexer } from "./lexer.ts";
import { RemedyParser } from "./parser.ts";
import { joinRanges } from "./start-characters.ts";
import type { StartCharacters } from "./start-characters.ts";

type Paths = ReturnType<typeof getLookaheadPaths>;
type Options = Parameters<InstanceType<typeof LLkLookaheadStrategy>["buildLookaheadForOptional"]>[0];
type OrOptions = Parameters<InstanceType<typeof LLkLookaheadStrategy>["buildLookaheadForAlternation"]>[0];

/** Chevrotain's own look-ahead, with the paths noted that each function was made from. */
class NotingStrategy extends LLkLookaheadStrategy {
  override buildLookaheadForOptional(options: Options): () => boolean {
    const [inside = []] = getLookaheadPaths({
      occurrence: options.prodOccurrence,
      rule: options.rule,
      prodType: options.prodType,
      maxLookahead: options.maxLookahead,
    });
    return Object.assign(super.buildLookaheadForOptional(options), { paths: [inside] });
  }

  override buildLookaheadForAlternation(options: OrOptions): (alternatives?: IOrAlt<unknown>[]) => number | undefined {
    if (options.hasPredicates)
      throw new Error(`The rule '${options.rule.name}' has a gate in an alternation, which the analysis does not hold.`);
    const paths = getLookaheadPaths({
      occurrence: options.prodOccurrence,
      rule: options.rule,
      prodType: "Alternation",
      maxLookahead: options.maxLookahead,
    });
    return Object.assign(super.buildLookaheadForAlternation(options), { paths });
  }
}

/** Lets Chevrotain analyse the rules and the tokens, and gives what it found: what `generated/analysis.json` holds. */
export function analyseGrammar(): GrammarAnalysis {
  return { decisions: findDecisions(), startCharacters: findStartCharacters() };
}

function findDecisions(): readonly DecisionRow[] {
  const parser = new RemedyParser({ analysis: "full", lookaheadStrategy: new NotingStrategy({ maxLookahead: 2 }) });
  const { lookAheadFuncsCache } = parser as unknown as { readonly lookAheadFuncsCache: ReadonlyMap<number, { readonly paths: Paths }> };
  return [...lookAheadFuncsCache].map(([key, { paths }]) => [
    key,
    paths.map((alternative) => alternative.map((path) => path.map((type) => type.name))),
  ]);
}

/** What a lexer looks up by the class of the next character: the tokens that may begin with it. */
interface AnalysedLexer {
  readonly charCodeToPatternIdxToConfig: { readonly [mode: string]: readonly (readonly { readonly tokenType: TokenType }[] | undefined)[] };
}

function findStartCharacters(): StartCharacters {
  const { charCodeToPatternIdxToConfig } = createLexer(true) as unknown as AnalysedLexer;
  const classes = new Map<string, Set<number>>();
  for (const byClass of Object.values(charCodeToPatternIdxToConfig)) {
    for (const [index, candidates] of byClass.entries()) {
      for (const { tokenType } of candidates ?? []) {
        if (!(tokenType.PATTERN instanceof RegExp)) continue;
        const known = classes.get(tokenType.name) ?? new Set();
        classes.set(tokenType.name, known.add(index));
      }
    }
  }
  return Object.fromEntries([...classes].map(([name, found]) => [name, joinRanges([...found].sort((a, b) => a - b))]));
}
