import { Lexer } from "chevrotain";
import type { TokenType } from "chevrotain";

/*
 * In the bundle this stands in for Chevrotain's `scan/lexer.js`, which makes the tables of a lexer. That one goes through the tokens a dozen times with lodash, fills a
 * table of all 65,536 characters, and brings along what checks definitions of lexers and takes regular expressions apart: a part of each start, for a result that it shares with
 * this one. Our lexer is made without checks (a test makes one with them), without lines and columns, and is told what tokens begin with.
 */

/** A pattern as Chevrotain's lexer runs it. */
interface PatternConfig {
  readonly pattern: RegExp | string | object;
  readonly longerAlt: readonly number[] | undefined;
  readonly canLineTerminator: false;
  readonly isCustom: boolean;
  readonly short: number | false;
  readonly group: string | false | undefined;
  readonly push: string | undefined;
  readonly pop: boolean;
  readonly tokenTypeIdx: number;
  readonly tokenType: TokenType;
}

/** The tables of a mode. */
interface ModeAnalysis {
  readonly emptyGroups: { readonly [group: string]: [] };
  readonly patternIdxToConfig: readonly PatternConfig[];
  readonly charCodeToPatternIdxToConfig: readonly PatternConfig[][];
  readonly hasCustom: boolean;
  /** Whether the first character tells which patterns to try; else all of the mode are tried. */
  readonly canBeOptimized: boolean;
}

export const DEFAULT_MODE = "defaultMode";

/** Characters below this are each a class of their own. */
export const minOptimizationVal = 256;

/** Stands in Chevrotain's configuration; asked only by lexers that count lines. */
export const LineTerminatorOptimizedTester = /\n|\r\n?/g;

/** Two characters that mean the second one itself. */
const ESCAPED = /^\\[^dDsStrn0cbBfvwW]$/;

/** The class of a character: 255 neighbours share one. */
export function charCodeToOptimizedIndex(code: number): number {
  return code < minOptimizationVal ? code : 255 + Math.floor(code / 255);
}

/** The tables of a mode with these tokens. A token that does not say what it begins with makes the mode try all patterns. Throws when lines and columns are asked for. */
export function analyzeTokenTypes(types: readonly TokenType[], options: { readonly positionTracking?: string }): ModeAnalysis {
  if (options.positionTracking !== "onlyOffset") throw new Error("the bundle's lexers know offsets only");
  const relevant = types.filter((type) => type.PATTERN !== Lexer.NA);
  const places = new Map(relevant.map((type, i) => [type, i]));
  const configs = relevant.map((type) => makeConfig(type, places));
  const byClass: PatternConfig[][] = [];
  for (const config of configs) {
    let last = -1;
    for (const start of startsOf(config.tokenType) ?? []) {
      const index = charCodeToOptimizedIndex(start);
      if (index !== last) (byClass[index] ??= []).push(config);
      last = index;
    }
  }
  return {
    emptyGroups: Object.fromEntries(configs.flatMap(({ group }) => (typeof group === "string" ? [[group, []]] : []))),
    patternIdxToConfig: configs,
    charCodeToPatternIdxToConfig: byClass,
    hasCustom: configs.some(({ isCustom }) => isCustom),
    canBeOptimized: relevant.every((type) => startsOf(type)),
  };
}

function makeConfig(type: TokenType, places: ReadonlyMap<TokenType, number>): PatternConfig {
  const { PATTERN: given, LONGER_ALT: longer, GROUP: group } = type;
  const isCustom = typeof given === "function" || (typeof given === "object" && !(given instanceof RegExp));
  const pattern = typeof given === "function" ? { exec: given } : isCustom ? given : toPattern(given as RegExp | string);
  return {
    pattern,
    longerAlt: longer && (Array.isArray(longer) ? longer : [longer]).map((each) => places.get(each) ?? -1),
    canLineTerminator: false,
    isCustom,
    short: typeof pattern === "string" ? pattern.charCodeAt(0) : false,
    group: group === Lexer.SKIPPED ? undefined : (group ?? false),
    push: type.PUSH_MODE,
    pop: Object.hasOwn(type, "POP_MODE"),
    tokenTypeIdx: type.tokenTypeIdx as number,
    tokenType: type,
  };
}

/** One character where a pattern means no more, else a regular expression that matches where it is put. */
function toPattern(given: RegExp | string): RegExp | string {
  if (typeof given === "string") return given.length === 1 ? given : new RegExp(given.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "y");
  const { source, ignoreCase } = given;
  if (source.length === 1 && !"^$.".includes(source) && !ignoreCase) return source;
  return ESCAPED.test(source) ? source.charAt(1) : new RegExp(source, ignoreCase ? "iy" : "y");
}

function startsOf({ PATTERN: pattern, START_CHARS_HINT: hint }: TokenType): readonly number[] | undefined {
  if (typeof pattern === "string") return [pattern.charCodeAt(0)];
  return hint?.map((start) => (typeof start === "string" ? start.charCodeAt(0) : start));
}

/** Groups to fill in one run of the lexer. */
export function cloneEmptyGroups(groups: { readonly [group: string]: readonly unknown[] }): { [group: string]: unknown[] } {
  return Object.fromEntries(Object.keys(groups).map((group) => [group, []]));
}

/** Checks of a definition, which none of the bundle's lexers asks for. */
export function performRuntimeChecks(): never {
  throw new Error("the bundle's lexers are made without checks");
}

export { performRuntimeChecks as performWarningRuntimeChecks, performRuntimeChecks as validatePatterns };
