import { EmbeddedActionsParser, EOF, tokenMatcher } from "chevrotain";
import type { IParserConfig, IToken, TokenType } from "chevrotain";
import { createDiagnostic } from "../src/diagnostics/catalog.ts";
import type { DiagnosticCode, DiagnosticDetails } from "../src/diagnostics/catalog.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { createSourceFile, getLineColumn } from "../src/source/source-file.ts";
import type { SourceFile, Span } from "../src/source/source-file.ts";
import type { Expression, NameNode } from "../src/syntax/expressions.ts";
import { createLexicalMistakes, mistakeLimit } from "./lexical-mistakes.ts";
import { endOf, isFirstOnLine, vocabulary } from "./lexer.ts";
import type { LexedText } from "./lexer.ts";

type CodeArguments<C extends DiagnosticCode> = Parameters<typeof createDiagnostic<C>>[2];

const nowhere = createSourceFile("", "", "");

/** What every rule needs beside Chevrotain: where tokens stand, and how a mistake is reported without one for each of its consequences. */
export abstract class ReportingParser extends EmbeddedActionsParser {
  protected source: SourceFile = nowhere;
  private diagnostics: Diagnostic[] = [];
  private comments: readonly IToken[] = [];
  /** Where the last mistake was reported: nothing else is said of that token. */
  protected lastErrorStart = -1;
  /** Up to here mistakes are taken for consequences of the last one. */
  protected quietUntil = -1;
  protected quietAtEnd = false;
  private lexicalMistakes = createLexicalMistakes([]);

  constructor(config: IParserConfig) {
    super([...vocabulary], { ...config, maxLookahead: 2, recoveryEnabled: false });
  }

  /** Hands the parser what to read; `diagnostics` are those of the tokens, to which it adds its own. */
  begin(source: SourceFile, lexed: LexedText, diagnostics: Diagnostic[]): void {
    this.source = source;
    this.diagnostics = diagnostics;
    this.comments = lexed.comments;
    this.lastErrorStart = -1;
    this.quietUntil = -1;
    this.quietAtEnd = false;
    this.lexicalMistakes = createLexicalMistakes(diagnostics);
    this.input = lexed.tokens;
  }

  // Looking ahead

  /** True when nothing but blanks stands before the token on its line; false for the end of the file. */
  protected isFirst(n = 1): boolean {
    const token = this.LA(n);
    return token.tokenType !== EOF && isFirstOnLine(this.source.text, token.startOffset);
  }

  protected isAt(type: TokenType, n = 1): boolean {
    return tokenMatcher(this.LA(n), type);
  }

  protected isAtEnd(): boolean {
    return this.LA(1).tokenType === EOF;
  }

  // Positions

  /** Where the next token begins; the end of the text when there is none. */
  protected start(): number {
    const token = this.LA(1);
    return token.tokenType === EOF ? this.source.text.length : token.startOffset;
  }

  /** Where the last token ended. */
  protected end(): number {
    const token = this.LA(0);
    return token.tokenType === EOF ? 0 : endOf(token);
  }

  /** From `start` to the end of the last token; empty when nothing was consumed since. */
  protected spanFrom(start: number): Span {
    const end = this.end();
    return end >= start ? { file: this.source, start, end } : { file: this.source, start: end, end };
  }

  protected spanOf(token: IToken): Span {
    if (this.RECORDING_PHASE || token.tokenType === EOF)
      return { file: this.source, start: this.source.text.length, end: this.source.text.length };
    return { file: this.source, start: token.startOffset, end: endOf(token) };
  }

  /** Where a node begins whose first child may have been invented: that stands at the end of the token before. */
  protected earlier(start: number, firstChild: Expression | NameNode): number {
    return this.RECORDING_PHASE ? start : Math.min(start, firstChild.span.start);
  }

  protected emptySpan(): Span {
    const end = this.end();
    return { file: this.source, start: end, end };
  }

  /** The `///` lines directly above the next token, without slashes and one space each. */
  protected documentation(): string | undefined {
    if (this.comments.length === 0) return undefined;
    const before = this.start();
    const after = this.end();
    let low = 0;
    let high = this.comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.comments[middle] as IToken).startOffset < before) low = middle + 1;
      else high = middle;
    }
    const lines: string[] = [];
    for (let i = low - 1; i >= 0; i--) {
      const comment = this.comments[i] as IToken;
      if (comment.startOffset < after || !comment.image.startsWith("///") || !isFirstOnLine(this.source.text, comment.startOffset)) break;
      lines.unshift(comment.image.slice(3).replace(/^ /, "").trimEnd());
    }
    return lines.length > 0 ? lines.join("\n") : undefined;
  }

  // Diagnostics

  /** Reports a mistake that was fully understood: it does not disturb what follows. */
  protected report<C extends DiagnosticCode>(code: C, span: Span, args: CodeArguments<C>, details?: DiagnosticDetails): void {
    if (!this.RECORDING_PHASE && this.diagnostics.length < 2 * mistakeLimit)
      this.diagnostics.push(createDiagnostic(code, span, args, details));
  }

  /** Takes back what was found wrong with the tokens of a span that is no text of the language. */
  protected passOver({ start, end }: Span): void {
    const others = this.diagnostics.filter(({ span }) => span === undefined || span.start < start || span.start >= end);
    this.diagnostics.splice(0, this.diagnostics.length, ...others);
  }

  /** Reports a mistake that may make others appear: those within the next tokens of the statement are kept silent. */
  protected complain<C extends DiagnosticCode>(code: C, span: Span, args: CodeArguments<C>, details?: DiagnosticDetails): void {
    if (this.RECORDING_PHASE) return;
    const at = this.start();
    const isQuiet = at === this.lastErrorStart || at < this.quietUntil || (this.quietAtEnd && this.isAtEnd());
    if (!isQuiet && !this.isSwallowed(span)) this.report(code, span, args, details);
    this.lastErrorStart = at;
    this.quietUntil = this.LA(4).tokenType === EOF ? this.source.text.length : this.LA(4).startOffset;
  }

  /**
   * A text that is not closed has swallowed the rest of its line: what lacks on that line is not missing. And where a character was reported
   * that belongs to no token, something may have been meant that would be right.
   */
  private isSwallowed(span: Span): boolean {
    return this.lexicalMistakes.swallows(this.end(), this.start(), span.end, () => getLineColumn(this.source, span.start).line);
  }
}
