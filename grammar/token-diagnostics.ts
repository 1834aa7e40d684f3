import type { IToken, TokenType } from "chevrotain";
import { createDiagnostic } from "../src/diagnostics/catalog.ts";
import type { Diagnostic, Suggestion } from "../src/diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../src/source/source-file.ts";
import { checkCharacters, checkUnread } from "./character-diagnostics.ts";
import { mistakeLimit } from "./lexical-mistakes.ts";
import { endOf } from "./lexer.ts";
import type { LexedText } from "./lexer.ts";
import * as mistakes from "./mistakes.ts";
import { checkNumber } from "./number-diagnostics.ts";
import * as t from "./tokens.ts";

type TokenCheck = (token: IToken, span: Span) => Diagnostic | undefined;

/** What is wrong with single tokens, whatever stands around them. Tokens of other types have nothing to check. */
const checks: ReadonlyMap<TokenType, TokenCheck> = new Map<TokenType, TokenCheck>([
  ...[
    mistakes.AndSymbol,
    mistakes.OrSymbol,
    mistakes.NotSymbol,
    mistakes.UnequalSymbol,
    mistakes.DashAnd,
    mistakes.DashOr,
    mistakes.DashNot,
    mistakes.DashCompare,
    mistakes.DollarTrue,
    mistakes.DollarFalse,
    mistakes.DollarNull,
  ].map((type): [TokenType, TokenCheck] => [type, checkOperator]),
  [mistakes.DashOther, checkOtherWay],
  [mistakes.DoubledRaw, checkDoubled],
  [mistakes.PastedText, (token, span) => checkPasted(token, span, '"')],
  [mistakes.PastedRaw, (token, span) => checkPasted(token, span, "'")],
  [mistakes.BarePath, checkBarePath],
  [t.UnterminatedRaw, (_, span) => createDiagnostic("RMD1025", span, {})],
  [t.UnterminatedRawBlock, (_, span) => createDiagnostic("RMD1026", { ...span, end: span.start + 3 }, {})],
  [t.BadWord, (token, span) => createDiagnostic("RMD1034", span, { name: token.image })],
  ...[t.Integer, t.Version, t.Measure, t.BadNumber].map((type): [TokenType, TokenCheck] => [type, checkNumber]),
]);

/** Diagnostics of a text's characters, tokens and comments, within `[start, end)`. */
export function checkTokens(source: SourceFile, lexed: LexedText, start = 0, end = source.text.length): Diagnostic[] {
  const found: Diagnostic[] = [...checkCharacters(source, start, end), ...checkUnread(source, lexed.unread)];
  const openTexts: IToken[] = [];
  for (const token of lexed.tokens) {
    if (found.length > mistakeLimit) break;
    const type = token.tokenType;
    if (type === t.TextStart) openTexts.push(token);
    else if (type === t.TextEnd) openTexts.pop();
    else if (type === t.UnterminatedText) found.push(...reportOpenText(source, openTexts, token.startOffset));
    else {
      const diagnostic = checks.get(type)?.(token, { file: source, start: token.startOffset, end: endOf(token) });
      if (diagnostic) found.push(diagnostic);
    }
  }
  found.push(...reportOpenText(source, openTexts, end));
  for (const comment of lexed.comments) {
    if (found.length > mistakeLimit) break;
    if (comment.tokenType === t.Comment) continue;
    const mark = comment.tokenType === t.HashComment ? "#" : "/*";
    const span = { file: source, start: comment.startOffset, end: endOf(comment) };
    const edits = [{ span: { ...span, end: span.start + 1 }, text: "//" }];
    const suggestion: Suggestion = { title: "Begin the comment with '//'.", edits };
    found.push(
      createDiagnostic("RMD1032", { ...span, end: span.start + mark.length }, { found: mark }, mark === "#" ? { suggestion } : {}),
    );
  }
  return found;
}

/** Texts that are open at a line's end: the outermost is the mistake, those in its `${…}` follow from it. */
function reportOpenText(source: SourceFile, open: IToken[], lineEnd: number): Diagnostic[] {
  const outermost = open[0];
  if (!outermost) return [];
  open.length = 0;
  const text = source.text.slice(outermost.startOffset, lineEnd);
  const curly = /[\u201c\u201d]/.exec(text);
  const span = { file: source, start: outermost.startOffset, end: lineEnd };
  if (!curly) return [createDiagnostic("RMD1024", span, { hint: "" })];
  const at = span.start + curly.index;
  const edits = [{ span: { file: source, start: at, end: at + 1 }, text: '"' }];
  return [
    createDiagnostic(
      "RMD1024",
      span,
      { hint: ` The curly quote '${curly[0]}' does not end it.` },
      { suggestion: { title: "Use a straight quote.", edits } },
    ),
  ];
}

function checkOperator(token: IToken, span: Span): Diagnostic | undefined {
  const right = mistakes.findRightOperator(token.tokenType, token.image);
  if (right === undefined) return undefined;
  const next = span.file.text.charAt(span.end);
  const spaced = token.tokenType === mistakes.NotSymbol && next !== " " ? `${right} ` : right;
  const edits = [{ span, text: spaced }];
  return createDiagnostic(
    "RMD1010",
    span,
    { found: token.image, right },
    { suggestion: { title: `Replace '${token.image}' by '${right}'.`, edits } },
  );
}

function checkOtherWay(token: IToken, span: Span): Diagnostic {
  const { right, replaces } = mistakes.findOtherWay(token.image, span.file.text.slice(span.end, span.end + 200));
  const title = `Write '${right}'.`;
  const suggestion: Suggestion = { title, edits: [{ span: { ...span, end: span.end + (replaces?.length ?? 0) }, text: right }] };
  return createDiagnostic("RMD1010", span, { found: token.image, right }, replaces === undefined ? {} : { suggestion });
}

/** `'it''s'` is `"it's"`. */
function checkDoubled(token: IToken, span: Span): Diagnostic {
  const inner = token.image.slice(1, -1).replaceAll("''", "'");
  const text = `"${inner.replace(/[\\"]/g, "\\$&").replaceAll("${", "\\${")}"`;
  return createDiagnostic("RMD1058", span, { text }, { suggestion: { title: "Use double quotes.", edits: [{ span, text }] } });
}

function checkPasted(token: IToken, span: Span, quote: string): Diagnostic {
  const last = token.image.at(-1) ?? "";
  const isClosed = token.image.length > 1 && /["'\u2018\u2019\u201a\u201c\u201d\u201e]/.test(last);
  const inner = token.image.slice(1, isClosed ? -1 : undefined);
  const edits = [{ span, text: quote + inner + quote }];
  const suggestion: Suggestion = { title: "Use straight quotes.", edits };
  return createDiagnostic(
    "RMD1023",
    span,
    { right: quote === '"' ? "straight double" : "straight single", example: `${quote}…${quote}` },
    { suggestion },
  );
}

function checkBarePath(token: IToken, span: Span): Diagnostic {
  // PowerShell writes a colon behind a hive.
  const text = `'${token.image.replace(/^(HK[A-Z_]+):/i, "$1")}'`;
  return createDiagnostic(
    "RMD1035",
    span,
    { path: token.image },
    { suggestion: { title: "Put it in single quotes.", edits: [{ span, text }] } },
  );
}
