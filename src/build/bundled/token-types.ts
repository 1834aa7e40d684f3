import type { TokenType } from "chevrotain";

/**
 * In the bundle this stands in for Chevrotain's `scan/tokens.js`, which numbers token types and notes which of them belong to a category. That one goes
 * through its types with lodash, and does so for every token, for every mode of the lexer and for the parser: some milliseconds of each start. Names and results are the same.
 */

/** The number of the next type. */
let next = 1;

/** Token types by number. */
export const tokenIdxToClass: { [index: number]: TokenType } = {};

/** Gives types and their categories what lexer and parser ask of them; types that have it keep their number. */
export function augmentTokenTypes(types: readonly TokenType[]): void {
  const all = new Set<TokenType>(types);
  // A set goes on to what is added to it meanwhile.
  for (const type of all) {
    if (type.tokenTypeIdx === undefined) {
      type.tokenTypeIdx = next++;
      tokenIdxToClass[type.tokenTypeIdx] = type;
    }
    type.CATEGORIES = toList(type.CATEGORIES);
    type.categoryMatchesMap ??= {};
    for (const category of type.CATEGORIES) all.add(category);
  }
  for (const type of all) enterInCategories(type, type, new Set([type]));
  for (const type of all) {
    type.categoryMatches = Object.keys(type.categoryMatchesMap ?? {}).map(Number);
    type.isParent = type.categoryMatches.length > 0;
  }
}

function toList(categories: TokenType | TokenType[] | undefined): TokenType[] {
  return Array.isArray(categories) ? categories : categories ? [categories] : [];
}

/** Notes a type in every category above it, each once, also where categories go in a circle. */
function enterInCategories(type: TokenType, from: TokenType, seen: Set<TokenType>): void {
  for (const category of toList(from.CATEGORIES)) {
    if (seen.has(category)) continue;
    seen.add(category);
    (category.categoryMatchesMap ??= {})[type.tokenTypeIdx as number] = true;
    enterInCategories(type, category, seen);
  }
}

/** True when a token is of a type, or of one that belongs to it. */
export function tokenStructuredMatcher(token: { readonly tokenTypeIdx: number }, type: TokenType): boolean {
  return token.tokenTypeIdx === type.tokenTypeIdx || (type.isParent === true && type.categoryMatchesMap?.[token.tokenTypeIdx] === true);
}

/** The same where there are no categories. */
export function tokenStructuredMatcherNoCategories(token: { readonly tokenTypeIdx: number }, type: TokenType): boolean {
  return token.tokenTypeIdx === type.tokenTypeIdx;
}

/** True for what has a number as token types have. */
export function hasShortKeyProperty(type: object): boolean {
  return Object.hasOwn(type, "tokenTypeIdx");
}

export { hasShortKeyProperty as isTokenType };
