import { Lexer } from "chevrotain";
import type { IMultiModeLexerDefinition, IToken, TokenType } from "chevrotain";
import type { SourceFile } from "../src/source/source-file.ts";
import analysis from "./generated/analysis.json" with { type: "json" };
import { BarePath, mistakeTokens } from "./mistakes.ts";
import { hintStartCharacters } from "./start-characters.ts";
import type { StartCharacters } from "./start-characters.ts";
import { AnyInteger, AnyRaw, AnyText, Compare, Name, Reserved, SignOfEntry, SignOfValue } from "./token-categories.ts";
import * as t from "./tokens.ts";

const words = [BarePath, ...t.keywordTokens, ...t.reservedTokens, t.Word, t.BadWord];
const values = [
  t.Text,
  t.TextStart,
  t.RawBlock,
  t.UnterminatedRawBlock,
  t.Raw,
  t.UnterminatedRaw,
  t.Measure,
  t.Version,
  t.Integer,
  t.BadNumber,
];
const symbols = [
  t.LeftParen,
  t.RightParen,
  t.LeftBracket,
  t.RightBracket,
  t.Comma,
  t.Dot,
  t.DoubleQuestion,
  t.Question,
  t.Colon,
  t.EqualEqual,
  t.NotEqual,
  t.LessEqual,
  t.GreaterEqual,
  t.Equals,
  t.Less,
  t.Greater,
  t.Slash,
  t.Plus,
  t.Minus,
];
const categories = [Name, Reserved, Compare, SignOfEntry, SignOfValue, AnyText, AnyRaw, AnyInteger];

/** The lexer's modes. `text` is between double quotes, `interpolation` between `${` and `}` (no braces, no comments, one line). */
const lexerDefinition: IMultiModeLexerDefinition = {
  defaultMode: "main",
  modes: {
    main: [
      t.WhiteSpace,
      ...words,
      ...mistakeTokens,
      ...values,
      t.Comment,
      t.BlockComment,
      t.HashComment,
      t.LeftBrace,
      t.RightBrace,
      ...symbols,
      ...categories,
      t.Unread,
    ],
    text: [t.TextChunk, t.InterpolationStart, t.TextEnd, t.UnterminatedText, t.Unread],
    interpolation: [t.Blank, t.UnterminatedInterpolation, t.InterpolationEnd, ...words, ...mistakeTokens, ...values, ...symbols, t.Unread],
  },
};

const allTypes: ReadonlySet<TokenType> = new Set(Object.values(lexerDefinition.modes).flat());

/** All token types of all modes that the parser may meet, each once. */
export const vocabulary: readonly TokenType[] = [...allTypes].filter((type) => type !== t.Unread);

/** A run of characters that belongs to no token. */
export interface UnreadRun {
  readonly offset: number;
  readonly length: number;
}

/** What the lexer made of a text. */
export interface LexedText {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly unread: readonly UnreadRun[];
}

/**
 * Makes a lexer, with what `startCharacters` says the tokens begin with, or, when it is undefined, what their regular expressions say.
 * `skipValidations` is for run time, a test makes one with validation.
 */
export function createLexer(skipValidations: boolean, startCharacters?: StartCharacters): Lexer {
  hintStartCharacters(allTypes, startCharacters);
  return new Lexer(lexerDefinition, { positionTracking: "onlyOffset", skipValidations });
}

let lexer: Lexer | undefined;

/** Splits the text of `[start, end)` of a file into tokens and comments; offsets are those of the file. Never throws. */
export function lex(source: SourceFile, start = 0, end = source.text.length): LexedText {
  lexer ??= createLexer(true, analysis.startCharacters as unknown as StartCharacters);
  const whole = start === 0 && end === source.text.length;
  const result = lexer.tokenize(whole ? source.text : source.text.slice(start, end));
  const comments = result.groups["comments"] ?? [];
  if (start > 0) for (const token of [...result.tokens, ...comments]) token.startOffset += start;
  const unread = joinRuns(result.groups["unread"] ?? [], start);
  return { tokens: result.tokens, comments, unread };
}

/** Neighbours become one run: nobody wants a finding for each character of a line of `~~~~`. */
function joinRuns(tokens: readonly IToken[], start: number): UnreadRun[] {
  const runs: { offset: number; length: number }[] = [];
  for (const { startOffset, image } of tokens) {
    const last = runs.at(-1);
    const offset = startOffset + start;
    if (last && last.offset + last.length === offset) last.length += image.length;
    else runs.push({ offset, length: image.length });
  }
  return runs;
}

/** The offset behind a token's last character. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** True when nothing but blanks stands before an offset on its line. Asked of few tokens, so it is not noted with each of them. */
export function isFirstOnLine(text: string, offset: number): boolean {
  for (let i = offset - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}
