import { EOF, isRecognitionException, tokenMatcher } from "chevrotain";
import type { IOrAlt, IToken, ParserMethod, TokenType } from "chevrotain";
import { closest } from "fastest-levenshtein";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { getLineColumn } from "../src/source/source-file.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import type { Expression, NameNode, StringExpression } from "../src/syntax/expressions.ts";
import type { LexedText } from "./lexer.ts";
import { ReportingParser } from "./reporting-parser.ts";
import { Name, Reserved } from "./token-categories.ts";
import * as t from "./tokens.ts";
import { capitalize, describeToken, findPatternHint, isCloseTo, startsExpression, startsString } from "./wording.ts";

/** How deep blocks, parentheses, lists, texts and types may be nested in each other. */
export const nestingLimit = 100;
/** How high the tree of one expression may be (`a or b or c …` leans to the left), so that every stage may walk it recursively. */
export const heightLimit = 500;

/** Thrown to leave a construct whose mistake has been reported; caught by `guard` at the statement or entry around it. */
const abandon = new Error("A construct is left whose mistake has been reported.");

/** A rule without parameters, as `RULE` makes it. */
export type Rule<T> = ParserMethod<[], T>;

/** What a loop over a block's members must know to go on after a mistake. */
interface BlockRules {
  /** As it stands in "may stand in …". */
  readonly place: string;
  /** The keywords that begin a member. */
  readonly keywords: readonly TokenType[];
  /** What else may stand there, in a user's words. */
  readonly also?: readonly string[];
  /** True where a member begins that needs no keyword. */
  readonly goesOn?: () => boolean;
  /** True where something begins that can only stand outside: the block has not been closed. */
  readonly endsHere: () => boolean;
}

/**
 * What the rules are written with: positions, expectations, recovery. Chevrotain's own recovery looks for tokens that may follow; since
 * nearly every keyword of this language is also a name, everything may follow everything, so recovery here goes by lines, blocks and keywords
 * instead: a token that is missing is reported and invented, a construct that makes no sense is reported and skipped up to the next
 * statement, and never are two mistakes reported for one token, nor within three tokens of one statement.
 */
export abstract class ParserBase extends ReportingParser {
  /** How high the tree of the expression is that was read last. */
  protected height = 0;
  private depth = 0;
  private braces = 0;
  private resumedAt = -1;

  /** Declares a rule; its result is what the actions build, so the type is that of the syntax tree. */
  protected rule<T>(name: string, parse: () => T): Rule<T> {
    return this.RULE(name, parse);
  }

  override begin(source: SourceFile, lexed: LexedText, diagnostics: Diagnostic[]): void {
    super.begin(source, lexed, diagnostics);
    this.depth = 0;
    this.braces = 0;
    this.resumedAt = -1;
  }

  // Consuming

  /** Consumes a token of the type, or complains and invents one (a mistyped keyword or a superfluous token is passed over). */
  protected expect(idx: number, type: TokenType, expected?: string, hint = ""): IToken {
    if (this.RECORDING_PHASE || this.isAt(type)) return this.consume(idx, type);
    const what = expected ?? `'${type.LABEL ?? type.name}'`;
    const token = this.LA(1);
    if (this.start() === this.lastErrorStart) throw abandon;
    if (token.tokenType === t.Word && !this.isFirst() && isCloseTo(token.image, type.LABEL ?? "")) {
      this.complainMisspelt(token, type.LABEL ?? "", "this place");
      return this.SKIP_AND_RETURN();
    }
    const joined = token.tokenType === t.Plus ? ' Texts are put together in one, with "${…}".' : findPatternHint(token);
    this.complain("RMD1001", this.spanOf(token), { expected: capitalize(what), found: describeToken(token), hint: joined || hint });
    if (this.isAt(type, 2) && !this.isFirst() && !this.isBrace(token) && !this.isFirst(2)) {
      this.SKIP_TOKEN();
      return this.consume(idx, type);
    }
    return this.invent(type);
  }

  private SKIP_AND_RETURN(): IToken {
    const token = this.LA(1);
    this.SKIP_TOKEN();
    return token;
  }

  private isBrace(token: IToken): boolean {
    return token.tokenType === t.LeftBrace || token.tokenType === t.RightBrace || token.tokenType === EOF;
  }

  private invent(type: TokenType): IToken {
    return { image: "", startOffset: this.end(), tokenType: type, tokenTypeIdx: type.tokenTypeIdx as number };
  }

  private complainMisspelt(token: IToken, suggestion: string, place: string): void {
    const span = this.spanOf(token);
    const edit = { title: `Replace '${token.image}' by '${suggestion}'.`, edits: [{ span, text: suggestion }] };
    this.report("RMD1006", span, { found: token.image, place, suggestion }, { suggestion: edit });
  }

  /** A name where one is declared or used: reserved words are refused by name, a missing one is invented with an empty text. */
  protected expectName(idx: number, what: string, sameLine = true): NameNode {
    if (this.RECORDING_PHASE || (this.isAt(Name) && !(sameLine && this.isFirst()))) {
      const token = this.consume(idx, Name);
      return { kind: "name", span: this.spanOf(token), text: token.image };
    }
    const token = this.LA(1);
    if (this.isAt(Reserved) && !this.isFirst()) {
      this.report("RMD1012", this.spanOf(token), { name: token.image, what });
      this.SKIP_TOKEN();
      return { kind: "name", span: this.spanOf(token), text: token.image };
    }
    if (this.start() === this.lastErrorStart) throw abandon;
    if (this.isFirst() || token.tokenType === EOF)
      this.complain("RMD1002", this.emptySpan(), { what: capitalize(what), after: this.LA(0).image });
    else {
      const hint = startsString(token) ? " A name has no quotes: letters, digits and '_'." : "";
      this.complain("RMD1001", this.spanOf(token), { expected: capitalize(what), found: describeToken(token), hint });
    }
    return { kind: "name", span: this.emptySpan(), text: "" };
  }

  /** An expression, or a complaint that it is missing. By `sameLine` a name on the next line belongs to the next statement. */
  protected operand<T extends Expression>(idx: number, rule: Rule<T>, what: string, sameLine = true): T {
    if (this.RECORDING_PHASE) return this.subrule(idx, rule);
    const token = this.LA(1);
    const elsewhere = this.isFirst() && (sameLine ? this.isAt(Name) : this.startsStatement());
    if (startsExpression(token) && !elsewhere) return this.subrule(idx, rule);
    if (this.start() === this.lastErrorStart && !this.isAtEnd()) throw abandon;
    this.complain("RMD1002", this.emptySpan(), { what: capitalize(what), after: this.LA(0).image });
    // A missing expression is a member of every kind of expression that a rule gives.
    return { kind: "missing", span: this.emptySpan() } as Expression as T;
  }

  /** A text, or a complaint that it is missing. */
  protected operandString(idx: number, rule: Rule<StringExpression>, what: string): StringExpression {
    if (this.RECORDING_PHASE || startsString(this.LA(1))) return this.subrule(idx, rule);
    if (this.start() === this.lastErrorStart) throw abandon;
    const token = this.LA(1);
    if (this.isFirst()) this.complain("RMD1002", this.emptySpan(), { what: capitalize(what), after: this.LA(0).image });
    else
      this.complain("RMD1001", this.spanOf(token), {
        expected: capitalize(what),
        found: describeToken(token),
        hint: ' Write it in quotes: "…".',
      });
    return { kind: "string", span: this.emptySpan(), form: "text", parts: [] };
  }

  /** `:` of an entry or `=` of a declaration; the other one of the two is understood and reported. */
  protected expectSign(idx: number, type: TokenType, purpose: string): void {
    const right = type.LABEL ?? "";
    const token = this.expect(idx, type);
    if (this.RECORDING_PHASE || token.image === right || token.image === "") return;
    const span = this.spanOf(token);
    this.report(
      "RMD1009",
      span,
      { found: token.image, right, purpose },
      { suggestion: { title: `Replace '${token.image}' by '${right}'.`, edits: [{ span, text: right }] } },
    );
  }

  /**
   * Alternatives of which `choice` is the one to read. Chevrotain would look two tokens ahead and find none of them viable when the second
   * token is a mistake; the first one tells enough to report that mistake where it is.
   */
  protected choose<T>(idx: number, choice: () => number, alternatives: IOrAlt<T>[]): T {
    // Its own look-ahead is never asked, so one token of it is enough (two would be a third of the time that building the parser takes).
    if (this.RECORDING_PHASE) return this.or<T>(idx, { DEF: alternatives, IGNORE_AMBIGUITIES: true, MAX_LOOKAHEAD: 1 });
    return (alternatives[choice()] as IOrAlt<T>).ALT();
  }

  protected lineOf(token: IToken): number {
    return getLineColumn(this.source, this.spanOf(token).start).line;
  }

  // Blocks

  protected openBlock(idx: number, what: string): IToken {
    const token = this.expect(idx, t.LeftBrace, `'{' of ${what}`);
    if (token.image !== "") this.braces++;
    return token;
  }

  protected closeBlock(idx: number, open: IToken): void {
    if (open.image !== "" && !this.RECORDING_PHASE) this.braces--;
    this.close(idx, open, t.RightBrace);
  }

  /** Consumes the bracket that closes `open`; what stands before it on the way is passed over with one complaint. */
  protected close(idx: number, open: IToken, type: TokenType): void {
    if (this.RECORDING_PHASE || this.isAt(type)) {
      this.consume(idx, type);
      return;
    }
    if (open.image === "") return;
    const distanceToClose = this.findClose(type);
    if (distanceToClose > 0) {
      // The filters of `package(name matches '…', version < 2.0)` must all hold.
      const isFilter = this.isAt(t.And) && type === t.RightParen;
      const hint = isFilter ? " Filters that must all hold have ',' between them." : findPatternHint(this.LA(1));
      this.complain("RMD1001", this.spanOf(this.LA(1)), { expected: `'${type.LABEL}'`, found: describeToken(this.LA(1)), hint });
      for (let i = 0; i < distanceToClose; i++) this.SKIP_TOKEN();
      this.consume(idx, type);
      return;
    }
    this.complain("RMD1003", this.spanOf(open), { open: open.image, close: type.LABEL ?? "", found: this.describeWithLine(this.LA(1)) });
  }

  private describeWithLine(token: IToken): string {
    return token.tokenType === EOF ? describeToken(token) : `${describeToken(token)} in line ${this.lineOf(token)}`;
  }

  /** How many tokens ahead the closing bracket stands, on the same line and near; 0 when it does not. */
  private findClose(type: TokenType): number {
    const closers: TokenType[] = [];
    for (let n = 1; n <= 200; n++) {
      const token = this.LA(n);
      if (token.tokenType === EOF || this.isFirst(n)) return 0;
      if (closers.length === 0 && tokenMatcher(token, type)) return n - 1;
      if (token.tokenType === t.LeftBrace) closers.push(t.RightBrace);
      else if (token.tokenType === t.LeftParen) closers.push(t.RightParen);
      else if (token.tokenType === t.LeftBracket) closers.push(t.RightBracket);
      else if (token.tokenType === closers.at(-1)) closers.pop();
      else if (token.tokenType === t.RightBrace) return 0;
    }
    return 0;
  }

  /** Runs `parse` one level deeper; too deep is reported once and the statement around it is left. */
  protected nested<T>(things: string, parse: () => T): T {
    if (this.RECORDING_PHASE) return parse();
    if (this.depth >= nestingLimit) this.tooDeep(things, nestingLimit);
    this.depth++;
    try {
      return parse();
    } finally {
      this.depth--;
    }
  }

  /** Reports that something is too deep or too long and leaves the statement. */
  protected tooDeep(things: string, limit: number): never {
    this.report("RMD1013", this.spanOf(this.LA(1)), { things, limit });
    this.quietAtEnd = true;
    throw abandon;
  }

  /** Notes that a node stands on the one just read and on another of the height `other`; gives its height. */
  protected raise(other: number): number {
    if (this.RECORDING_PHASE) return 0;
    this.height = Math.max(this.height, other) + 1;
    if (this.height > heightLimit) this.tooDeep("Expressions", heightLimit);
    return this.height;
  }

  // Statements

  /** Parses one statement, entry or declaration; when it has to be abandoned, skips to where the next one begins and gives undefined. */
  protected guard<T>(parse: () => T): T | undefined {
    if (this.RECORDING_PHASE) return parse();
    const braces = this.braces;
    const depth = this.depth;
    const from = this.start();
    this.quietUntil = -1;
    try {
      return parse();
    } catch (error) {
      if (error !== abandon && !(error instanceof Error && isRecognitionException(error))) throw error;
      if (error !== abandon)
        this.complain("RMD1001", this.spanOf(this.LA(1)), { expected: "Something else", found: describeToken(this.LA(1)), hint: "" });
      this.skipStatement(this.braces - braces, from);
      this.braces = braces;
      this.depth = depth;
      return undefined;
    }
  }

  /** Passes over the rest of a statement with all blocks in it; `open` blocks of it have been entered. */
  protected skipStatement(open: number, from: number): void {
    let depth = open;
    for (;;) {
      const token = this.LA(1);
      if (token.tokenType === EOF) return;
      const moved = this.start() > from;
      if (moved && this.isFirst() && ((depth === 0 && !this.isContinuation(token)) || this.startsDeclaration())) return;
      if (token.tokenType === t.RightBrace) {
        if (depth === 0) return;
        depth--;
      } else if (token.tokenType === t.LeftBrace) depth++;
      this.SKIP_TOKEN();
    }
  }

  private isContinuation(token: IToken): boolean {
    return (
      token.tokenType === t.LeftBrace ||
      token.tokenType === t.Else ||
      tokenMatcher(token, Reserved) ||
      (!tokenMatcher(token, Name) && token.tokenType !== t.RightBrace)
    );
  }

  /** A keyword that begins a declaration or a member of a remedy, with what must follow it. */
  protected startsDeclaration(): boolean {
    const type = this.LA(1).tokenType;
    if (!this.isFirst()) return false;
    if (type === t.ScenarioWord || type === t.PromiseWord || type === t.Import) return startsString(this.LA(2));
    if (type === t.Uninstall) return this.LA(2).tokenType === t.LeftBrace;
    if (type === t.Accept) return this.isAt(Name, 2) && this.isAt(t.Because, 3);
    return (type === t.Remedy || type === t.Part || type === t.Step || type === t.Param || type === t.Requires) && this.isAt(Name, 2);
  }

  /** A keyword of a statement that is not just a name: the sign of an entry or an operator does not follow it. */
  protected startsStatement(): boolean {
    const type = this.LA(1).tokenType;
    if (type === t.ScenarioWord || type === t.PromiseWord || type === t.Warn || type === t.Check || type === t.Import)
      return startsString(this.LA(2));
    if (type === t.On) return this.LA(2).tokenType === t.Failure;
    return statementTypes.has(type) && (this.isAt(Name, 2) || startsString(this.LA(2)));
  }

  /**
   * For the loop over a block's members, behind them: true when there is more to read. A mistyped keyword is read as the right one,
   * anything else that does not belong here is reported and skipped; false at the block's end.
   */
  protected resumes(block: BlockRules): boolean {
    if (this.RECORDING_PHASE) return false;
    const labels = block.keywords.map((type) => type.LABEL ?? "");
    let isKnown = false;
    for (;;) {
      const token = this.LA(1);
      if (token.tokenType === EOF || token.tokenType === t.RightBrace || block.endsHere()) return false;
      const nearest = token.tokenType === t.Word ? this.findNearest(token.image, labels) : "";
      const type = block.keywords.find((candidate) => candidate.LABEL === nearest);
      if (type) {
        this.complainMisspelt(token, nearest, block.place);
        this.readAs(token, type);
        this.resumedAt = this.start();
        return true;
      }
      const stuck = this.resumedAt === this.start();
      this.resumedAt = this.start();
      if (!stuck && (block.keywords.includes(token.tokenType) || block.goesOn?.())) return true;
      this.quietUntil = -1;
      if (this.isCloser(token)) this.complain("RMD1004", this.spanOf(token), { close: token.image });
      else if (!isKnown)
        this.complain("RMD1007", this.spanOf(token), {
          found: capitalize(describeToken(token)),
          place: block.place,
          hint:
            explainWord(token.image, block.place, this.isAt(t.LeftParen, 2), this.objectOf()) ??
            `Write one of: ${[...labels, ...(block.also ?? [])].join(", ")}.`,
        });
      // What else does not belong here follows from the first that does not, until something does.
      isKnown = true;
      this.skipStatement(0, this.start());
    }
  }

  /** What a word that begins nothing is said of, on its line: `t`, `process(…)`; empty without one. */
  private objectOf(): string {
    const object = this.LA(2);
    if (!this.isAt(Name, 2) || this.lineOf(object) !== this.lineOf(this.LA(1))) return "";
    return this.isAt(t.LeftParen, 3) ? `${object.image}(…)` : object.image;
  }

  /** The keyword that was probably meant, or an empty text. */
  private findNearest(image: string, labels: string[]): string {
    const meant = otherKeywords[image.toLowerCase()];
    if (meant !== undefined && labels.includes(meant)) return meant;
    const near = labels.filter((label) => isCloseTo(image, label));
    return near.length === 0 ? "" : closest(image.toLowerCase(), near);
  }

  /** Lets a token that was reported count as another one. */
  protected readAs(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx as number;
  }

  private isCloser(token: IToken): boolean {
    return token.tokenType === t.RightParen || token.tokenType === t.RightBracket;
  }

  /** Between entries: true when the next one stands on the same line without a ",", which is reported. */
  protected lacksComma(things: string): boolean {
    if (this.RECORDING_PHASE) return false;
    const token = this.LA(1);
    if (this.isFirst() || !startsExpression(token)) return false;
    const span = this.emptySpan();
    this.complain(
      "RMD1008",
      this.spanOf(token),
      { things, found: describeToken(token) },
      { suggestion: { title: "Insert ','.", edits: [{ span, text: "," }] } },
    );
    return true;
  }

  protected skip(): void {
    this.SKIP_TOKEN();
  }
}

const statementTypes: ReadonlySet<TokenType> = new Set([
  t.Remedy,
  t.Part,
  t.Let,
  t.Param,
  t.Step,
  t.Ensure,
  t.Require,
  t.Warn,
  t.When,
  t.Each,
  t.With,
  t.Check,
  t.Use,
  t.Reboot,
  t.Expect,
  t.ScenarioWord,
  t.PromiseWord,
  t.Import,
]);

/** Keywords of other languages, and what is written here. */
const otherKeywords: Readonly<Record<string, string>> = {
  if: "when",
  foreach: "each",
  for: "each",
  var: "let",
  const: "let",
  set: "let",
  parameter: "param",
  include: "import",
  using: "import",
  function: "part",
  task: "step",
  stage: "step",
  assert: "require",
};

/** What to write instead of words that do something, where only what should be can be said. */
function explainWord(word: string, place: string, isCall: boolean, object: string): string | undefined {
  if (place === "a remedy" && /^(?:ensure|require|warn|when|each|with|check|use|reboot)$/.test(word))
    return `Statements stand in a step: 'step name "Title" { ${word} … }'.`;
  if (place !== "a block of statements") return undefined;
  if (isCall) return `Say what it should be: 'ensure ${word}(…) { … }'.`;
  const lower = word.toLowerCase();
  if (/^(?:start|stop|enable|disable)(?:-service)?$/.test(lower)) {
    const state = lower.startsWith("sta")
      ? "state: running"
      : lower.startsWith("sto")
        ? "state: stopped"
        : lower.startsWith("e")
          ? "startup: automatic"
          : "startup: disabled";
    if (object !== "" && object !== "service(…)")
      return `Say what should be: 'ensure ${object} { property: value }', 'ensure ${object} present' or 'ensure ${object} absent'.`;
    return `Say what should be: 'ensure service("…") { ${state} }'.`;
  }
  if (/^(?:install|uninstall|remove|delete|create|add|set|copy|write|new)(?:-\w+)?$/.test(lower))
    return "Say what should be: 'ensure … present', 'ensure … absent' or 'ensure … { property: value }'.";
  if (/^(?:restart|run|clear|reset|flush|diagnose)$/.test(lower))
    return `'${word}' is an action: it stands in the fix of a check, 'check "…" { condition } fix { ${word} … }'.`;
  return undefined;
}
