import { EOF } from "chevrotain";
import type { IToken, TokenType } from "chevrotain";
import { distance } from "fastest-levenshtein";
import { vocabulary } from "./lexer.ts";
import { AnyInteger, AnyRaw, AnyText, Compare, Name } from "./token-categories.ts";
import * as t from "./tokens.ts";

const stringTypes: readonly TokenType[] = [AnyText, t.TextStart, AnyRaw, t.RawBlock];
const singleTypes: readonly TokenType[] = [Name, AnyText, AnyRaw, t.RawBlock, AnyInteger, t.Version, t.Measure, t.True, t.False, t.None];
const otherExpressionTypes: readonly TokenType[] = [t.TextStart, t.Not, t.LeftParen, t.LeftBracket];
const continuingTypes: readonly TokenType[] = [Compare, t.Not, t.Or, t.And, t.DoubleQuestion, t.Slash, t.Plus, t.Minus, t.Dot, t.LeftParen];

/** A table by token type: a look-up instead of a walk over categories, since the parser asks these of nearly every token. */
function createTable(types: readonly TokenType[]): Uint8Array {
  const table = new Uint8Array(Math.max(...vocabulary.map((type) => type.tokenTypeIdx ?? 0)) + 1);
  for (const type of vocabulary) {
    const belongs = types.some((candidate) => candidate === type || isBelow(type, candidate));
    if (belongs) table[type.tokenTypeIdx ?? 0] = 1;
  }
  return table;
}

function isBelow(type: TokenType, category: TokenType): boolean {
  return (type.CATEGORIES ?? []).some((parent) => parent === category || isBelow(parent, category));
}

const stringTable = createTable(stringTypes);
const expressionTable = createTable([...singleTypes, ...otherExpressionTypes]);
const singleTable = createTable(singleTypes);
const continuingTable = createTable(continuingTypes);

/** True when a text begins with this token. */
export function startsString(token: IToken): boolean {
  return stringTable[token.tokenTypeIdx] === 1;
}

/** True when an expression begins with this token. */
export function startsExpression(token: IToken): boolean {
  return expressionTable[token.tokenTypeIdx] === 1;
}

/** True when this token is a whole primary expression. */
export function isWholePrimary(token: IToken): boolean {
  return singleTable[token.tokenTypeIdx] === 1;
}

/** True when an expression that could end before this token goes on with it. */
export function continuesExpression(token: IToken): boolean {
  return continuingTable[token.tokenTypeIdx] === 1;
}

/** A token in a user's words: its text, never its class. */
export function describeToken(token: IToken): string {
  if (token.tokenType === EOF) return "the end of the file";
  if (token.tokenType === t.UnterminatedText || token.tokenType === t.UnterminatedInterpolation) return "the end of the line";
  const firstLine = token.image.split(/[\r\n]/, 1)[0] ?? "";
  const short = firstLine.length > 40 || firstLine.length < token.image.length ? `${firstLine.slice(0, 37)}…` : firstLine;
  return startsString(token) ? `the text ${short}` : `'${short}'`;
}

/** The first letter upper-case, for the begin of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** True when one is probably the other mistyped: at most one edit or two letters exchanged in short words, two edits from six letters on. */
export function isCloseTo(found: string, right: string): boolean {
  if (right === "" || found.length < 3) return false;
  if (isExchange(found.toLowerCase(), right)) return true;
  return distance(found.toLowerCase(), right) <= (right.length >= 6 ? 2 : 1);
}

function isExchange(found: string, right: string): boolean {
  if (found.length !== right.length) return false;
  for (let i = 0; i + 1 < found.length; i++) {
    if (found.slice(0, i) + found.charAt(i + 1) + found.charAt(i) + found.slice(i + 2) === right) return true;
  }
  return false;
}

/** How texts are asked in other languages for what stands in them, and what is written here; empty for every other token. */
export function findPatternHint({ image }: IToken): string {
  return /^(?:contains|includes|like|starts_?with|begins_?with|ends_?with)$/i.test(image)
    ? " Whether a text holds another is asked with a pattern: matches '…'."
    : "";
}
