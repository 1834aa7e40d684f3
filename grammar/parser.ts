import { NoViableAltException } from "chevrotain";
import type { ILookaheadStrategy } from "chevrotain";
import { sortDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import type { Expression } from "../src/syntax/expressions.ts";
import type { CommentNode, ParsedFile, StepNode } from "../src/syntax/file.ts";
import { createDecisions } from "./analysis.ts";
import type { Decision } from "./analysis.ts";
import { endOf, isFirstOnLine, lex } from "./lexer.ts";
import type { LexedText } from "./lexer.ts";
import { FileRules } from "./rules/file.ts";
import { checkTokens } from "./token-diagnostics.ts";

/** Where a parser's look-ahead comes from: the generated table, or Chevrotain's analysis of the rules, without its checks of them or with. */
interface ParserOptions {
  readonly analysis: "generated" | "full" | "checked";
  readonly lookaheadStrategy?: ILookaheadStrategy;
}

/** What the analysis leaves behind in a parser. Chevrotain has no public way to bring it along; a test parses with both. */
interface AnalysedParser {
  selfAnalysisDone: boolean;
  lookAheadFuncsCache: Map<number, Decision>;
}

/**
 * The parser: all rules, analysed. At run time the analysis is the generated one; the full one makes that table, draws the grammar and, in a test,
 * checks it.
 */
export class RemedyParser extends FileRules {
  constructor({ analysis, lookaheadStrategy }: ParserOptions) {
    super({ skipValidations: analysis !== "checked", ...(lookaheadStrategy ? { lookaheadStrategy } : {}) });
    if (analysis !== "generated") this.performSelfAnalysis();
    else Object.assign(this as unknown as AnalysedParser, { selfAnalysisDone: true, lookAheadFuncsCache: createDecisions() });
  }

  /** Chevrotain would describe what it expected, from the analysis; the message goes nowhere, since mistakes are told in the rules' own words. */
  raiseNoAltException(): never {
    const error = new NoViableAltException("no alternative fits", this.LA(1), this.LA(0));
    this.errors = [...this.errors, error];
    throw error;
  }
}

let parser: RemedyParser | undefined;

/** Building the parser takes some milliseconds, so it is done once and only when something is parsed. */
function getParser(): RemedyParser {
  parser ??= new RemedyParser({ analysis: "generated" });
  return parser;
}

/** Parses a file. There is always a tree; whatever could not be read is in the diagnostics, in source order. Never throws. */
export function parseFile(source: SourceFile): ParsedFile {
  const lexed = lex(source);
  const diagnostics: Diagnostic[] = checkTokens(source, lexed);
  const instance = getParser();
  instance.begin(source, lexed, diagnostics);
  const { imports, declarations } = instance.file();
  const comments = makeComments(source, lexed);
  const span = { file: source, start: 0, end: source.text.length };
  return { value: { kind: "file", source, span, imports, declarations, comments }, diagnostics: sortDiagnostics(diagnostics) };
}

/** Parses one expression, the whole of `[start, end)` of a text: a value given on the command line, in a file of its own. Never throws. */
export function parseExpression(source: SourceFile, start = 0, end = source.text.length): WithDiagnostics<Expression> {
  const lexed = lex(source, start, end);
  const diagnostics: Diagnostic[] = checkTokens(source, lexed, start, end);
  const instance = getParser();
  instance.begin(source, lexed, diagnostics);
  const value = instance.parseWholeExpression(start);
  return { value, diagnostics: sortDiagnostics(diagnostics) };
}

/** Parses one step, the whole of `[start, end)` of a text. Undefined where that is not one step exactly. Never throws. */
export function parseStep(
  source: SourceFile,
  start: number,
  end: number,
): WithDiagnostics<{ readonly step: StepNode; readonly comments: readonly CommentNode[] }> | undefined {
  const lexed = lex(source, start, end);
  const diagnostics: Diagnostic[] = checkTokens(source, lexed, start, end);
  const instance = getParser();
  instance.begin(source, lexed, diagnostics);
  const step = instance.parseWholeStep();
  return step && { value: { step, comments: makeComments(source, lexed) }, diagnostics: sortDiagnostics(diagnostics) };
}

function makeComments(source: SourceFile, lexed: LexedText): CommentNode[] {
  return lexed.comments.map((token) => ({
    kind: "comment",
    span: { file: source, start: token.startOffset, end: endOf(token) },
    text: token.image,
    ownLine: isFirstOnLine(source.text, token.startOffset),
    isDocumentation: token.image.startsWith("///"),
  }));
}
