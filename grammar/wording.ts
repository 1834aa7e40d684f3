import { EOF, tokenMatcher } from "chevrotain";
import type { IToken, TokenType } from "chevrotain";
import { distance } from "fastest-levenshtein";
import { AnyInteger, AnyRaw, AnyText, Name } from "./token-categories.ts";
import * as t from "./tokens.ts";

const stringTypes: readonly TokenType[] = [AnyText, t.TextStart, AnyRaw, t.RawBlock];
const otherExpressionTypes: readonly TokenType[] = [
  Name, AnyInteger, t.Version, t.Measure, t.True, t.False, t.None, t.Not, t.LeftParen, t.LeftBracket,
];

/** True when a text begins with this token. */
export function startsString(token: IToken): boolean {
  return stringTypes.some((type) => tokenMatcher(token, type));
}

/** True when an expression begins with this token. */
export function startsExpression(token: IToken): boolean {
  return otherExpressionTypes.some((type) => tokenMatcher(token, type)) || startsString(token);
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

/** True when one is probably the other mistyped: at most one edit in short words, two in words of six letters and more. */
export function isCloseTo(found: string, right: string): boolean {
  if (right === "" || found.length < 3) return false;
  return distance(found.toLowerCase(), right) <= (right.length >= 6 ? 2 : 1);
}
