import { sortDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import type { Expression } from "../src/syntax/expressions.ts";
import type { CommentNode, ParsedFile } from "../src/syntax/file.ts";
import { endOf, isFirstOnLine, lex } from "./lexer.ts";
import type { LexedText } from "./lexer.ts";
import { FileRules } from "./rules/file.ts";
import { checkTokens } from "./token-diagnostics.ts";

/** The parser: all rules, analysed. `skipValidations` is for run time; a test builds it with Chevrotain's checks of the grammar. */
export class RemedyParser extends FileRules {
  constructor(skipValidations = true) {
    super(skipValidations);
    this.performSelfAnalysis();
  }
}

let parser: RemedyParser | undefined;

/** Building the grammar takes some 30 ms, so it is done once and only when something is parsed. */
function getParser(): RemedyParser {
  parser ??= new RemedyParser();
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

function makeComments(source: SourceFile, lexed: LexedText): CommentNode[] {
  return lexed.comments.map((token) => ({
    kind: "comment",
    span: { file: source, start: token.startOffset, end: endOf(token) },
    text: token.image,
    ownLine: isFirstOnLine(source.text, token.startOffset),
    isDocumentation: token.image.startsWith("///"),
  }));
}
