import { EOF, type IToken, type TokenType } from "chevrotain";
import type { Body, EntryNode, LetNode, StateNode } from "../../src/syntax/file.ts";
import type { Expression, ReferenceExpression } from "../../src/syntax/expressions.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import type { EnsureNode, RequireNode } from "../../src/syntax/statements.ts";
import type { Rule } from "../parser-base.ts";
import { Name, SignOfEntry, SignOfValue } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { findMeant } from "../../src/diagnostics/words-of-other-tools.ts";
import { describeToken, isCloseTo, startsString } from "../wording.ts";
import { TypeRules } from "./types.ts";

const presences = ["absent", "present"] as const;
/** What begins no statement and no block, and so can only be a mistake behind a resource. */
const straySigns = [t.Equals, t.Colon, t.True, t.False, t.None, t.Stopped];
/** Reserved words with which no value begins, or none ends. */
const operators = [t.In, t.Matches, t.And, t.Or, t.Not];
const endsOfState = [t.LeftBrace, t.RightBrace, t.Else];

/** What statements, actions and scenarios share: names for values, entries, and what is said of a resource. */
export abstract class StateRules extends TypeRules {
  protected readonly let: Rule<LetNode> = this.rule("Let", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.Let);
    const name = this.expectName(0, "the name of a value");
    this.expectSign(0, SignOfValue, "before the value of a name");
    const value = this.operand(0, this.expression, "a value");
    return { kind: "let", span: this.spanFrom(start), documentation, name, value };
  });

  protected readonly entry: Rule<EntryNode> = this.rule("Entry", () => {
    const start = this.start();
    const name = this.expectName(0, "the name of a property", false);
    this.refusePresenceInBraces(name.text);
    this.expectSign(0, SignOfEntry, "between a property's name and its value");
    const value = this.bracedValue() ?? this.reservedValue() ?? this.operand(0, this.expression, "a value");
    return { kind: "entry", span: this.spanFrom(start), name, value };
  });

  /** `test: { … }`: PowerShell, or what other languages write so. It is passed over as a whole, with what was found wrong in it. */
  private bracedValue(): Expression | undefined {
    if (this.RECORDING_PHASE || this.isFirst() || !this.isAt(t.LeftBrace)) return undefined;
    let count = 0;
    for (let depth = 0; count === 0 || depth > 0;) {
      const { tokenType } = this.LA(++count);
      if (tokenType === EOF) return undefined;
      if (tokenType === t.LeftBrace) depth++;
      else if (tokenType === t.RightBrace) depth--;
    }
    const start = this.start();
    const brace = this.spanOf(this.LA(1));
    for (; count > 0; count--) this.SKIP_TOKEN();
    const span = this.spanFrom(start);
    this.passOver(span);
    const hint = " A value has no braces: PowerShell is a text, '…' or '''…''' over several lines, and a list stands in '[…]'.";
    this.report("RMD1001", brace, { expected: "A value", found: "'{'", hint });
    return { kind: "missing", span };
  }

  /** `direction: in`: read as a word, of which is told which ones there are. */
  private reservedValue(): Expression | undefined {
    if (this.RECORDING_PHASE || this.isFirst() || !this.isAnyOf(operators)) return undefined;
    const next = this.LA(2);
    const isAlone = next.tokenType === EOF || next.tokenType === t.Comma || next.tokenType === t.RightBrace;
    if (!isAlone && this.lineOf(next) === this.lineOf(this.LA(1))) return undefined;
    const { image: text } = this.LA(1);
    const span = this.spanOf(this.LA(1));
    this.skip();
    return { kind: "name-expression", span, name: { kind: "name", span, text } };
  }

  /** `{ present }`: the word stands before the braces. */
  private refusePresenceInBraces(name: string): void {
    if (this.RECORDING_PHASE || !["absent", "present"].includes(name) || this.isAt(SignOfEntry)) return;
    const hint = ` Whether something is there stands before the braces: 'ensure … ${name}'.`;
    this.complain("RMD1001", this.spanOf(this.LA(1)), { expected: "':'", found: describeToken(this.LA(1)), hint });
  }

  protected readonly entries: Rule<EntryNode[]> = this.rule("Entries", () => {
    const list: EntryNode[] = [];
    const open = this.openBlock(0, "the properties");
    do {
      this.MANY({
        GATE: () => !this.startsBeyondEntries(),
        DEF: () => {
          const entry = this.guard(() => this.SUBRULE(this.entry));
          if (entry) list.push(entry);
          this.separate(0, "properties");
        },
      });
    } while (
      this.resumes({
        place: "a block of properties",
        keywords: [],
        also: ["name: value"],
        goesOn: () => this.isNameThenSign(),
        endsHere: () => this.startsBeyondEntries(),
      })
    );
    this.closeBlock(0, open);
    return list;
  });

  protected readonly state: Rule<StateNode> = this.rule("State", () => {
    const start = this.start();
    const resource = this.withKey(this.operand(0, this.reference, "a resource"));
    return this.comparedState(start, resource) ?? this.stateOf(this.earlier(start, resource), resource);
  });

  /** `ensure service("S").state == running`: understood as `ensure service("S") { state: running }`, and reported. */
  private comparedState(start: number, resource: ReferenceExpression): StateNode | undefined {
    if (this.RECORDING_PHASE || this.isFirst() || resource.kind !== "member" || (!this.isAnyOf([t.Equals]) && this.LA(1).image !== "=="))
      return undefined;
    const sign = this.LA(1);
    this.skip();
    const value = this.operand(9, this.expression, "a value");
    const { name, object } = resource;
    const example = `${getSpanText(object.span)} { ${name.text}: ${getSpanText(value.span)} }`;
    const span = this.spanFrom(resource.span.start);
    const suggestion = { title: `Write '${example}'.`, edits: [{ span, text: example }] };
    this.report("RMD1009", this.spanOf(sign), { found: sign.image, right: ":", purpose: `in braces: '${example}'` }, { suggestion });
    const entry: EntryNode = { kind: "entry", span, name, value };
    return { kind: "state", span: this.spanFrom(start), resource: object, presence: undefined, presenceSpan: undefined, entries: [entry] };
  }

  /** `ensure service "Spooler"`: the text is its key, and lacks parentheses. */
  private withKey(resource: ReferenceExpression): ReferenceExpression {
    if (this.RECORDING_PHASE || this.isFirst() || resource.kind !== "name-expression" || !startsString(this.LA(1))) return resource;
    const key = this.string();
    const { text, file } = { text: resource.name.text, file: this.source };
    const example = `${text}(${getSpanText(key.span)})`;
    const span = { file, start: resource.span.start, end: key.span.end };
    const suggestion = { title: `Write '${example}'.`, edits: [{ span, text: example }] };
    this.report("RMD3012", resource.span, { text, example }, { suggestion });
    return { kind: "call", span, callee: resource, arguments: [{ kind: "positional-argument", span: key.span, value: key }] };
  }

  /** The rest of a state behind its resource. */
  protected stateOf(start: number, resource: StateNode["resource"]): StateNode {
    let presence: StateNode["presence"];
    let presenceSpan: StateNode["presenceSpan"];
    let entries: readonly EntryNode[] = [];
    this.option(7, () => {
      presenceSpan = this.spanOf(
        this.or<IToken>(7, [
          {
            ALT: () => {
              presence = "absent";
              return this.consume(7, t.Absent);
            },
          },
          {
            ALT: () => {
              presence = "present";
              return this.consume(7, t.Present);
            },
          },
        ]),
      );
    });
    const stray = this.refuseStray();
    presence ??= stray;
    if (this.lacksBrace()) entries = this.subrule(8, this.entries);
    this.option(8, () => {
      entries = this.subrule(7, this.entries);
    });
    return { kind: "state", span: this.spanFrom(start), resource, presence, presenceSpan, entries };
  }

  /** `ensure state`, and what `rest` reads behind it. */
  protected ensureOf(rest: () => Body | undefined): EnsureNode {
    const start = this.start();
    this.consume(0, t.Ensure);
    const state = this.subrule(0, this.state);
    const otherwise = rest();
    return { kind: "ensure", span: this.spanFrom(start), state, otherwise };
  }

  protected readonly require: Rule<RequireNode> = this.rule("Require", () => {
    const start = this.start();
    this.CONSUME(t.Require);
    const condition = this.operand(0, this.expression, "a condition");
    this.expect(0, t.Else, undefined, ' Say what to do: else "…".');
    const message = this.operandString(0, this.string, "a message");
    return { kind: "require", span: this.spanFrom(start), condition, message };
  });

  /** The "," behind an entry, needed when the next one stands on the same line. */
  protected separate(idx: number, things: string): void {
    const comma = this.option(idx + 5, () => this.consume(idx + 5, t.Comma));
    if (comma === undefined) this.lacksComma(things);
  }

  /**
   * `ensure agent Absent`, `ensure agent is running`, `ensure agent = 1`: between a resource and the end of its line only "absent", "present" and "{"
   * can stand. Gives the word that was meant, where one was; what follows on the line belongs to the mistake.
   */
  private refuseStray(): StateNode["presence"] {
    if (this.RECORDING_PHASE) return undefined;
    const token = this.LA(1);
    if (
      this.isFirst() ||
      (token.tokenType !== t.Word && !this.isAnyOf(straySigns) && !this.isStrayOn() && !startsString(token)) ||
      this.isNameThenSign()
    )
      return undefined;
    const span = this.spanOf(token);
    const found = describeToken(token);
    const meant = presences.find((word) => isCloseTo(token.image, word) || findMeant(token.image, [word]) !== undefined);
    if (meant !== undefined) {
      const suggestion = { title: `Replace '${token.image}' by '${meant}'.`, edits: [{ span, text: meant }] };
      this.complain("RMD1001", span, { expected: "'absent', 'present' or '{'", found, hint: ` Did you mean '${meant}'?` }, { suggestion });
      this.skip();
      return meant;
    }
    const hint = " What it should be stands in braces, as in 'ensure service(\"Spooler\") { state: running }'.";
    this.complain("RMD1001", span, { expected: "'absent', 'present' or '{'", found, hint });
    while (!this.isFirst() && !this.isAtEnd() && !this.isAnyOf(endsOfState)) this.skip();
    return undefined;
  }

  /** `ensure tls("1.2") on`, which is not the begin of `on failure`. */
  private isStrayOn(): boolean {
    return this.isAt(t.On) && !this.isAt(t.Failure, 2);
  }

  private lacksBrace(): boolean {
    return !this.RECORDING_PHASE && !this.isFirst() && this.isNameThenSign();
  }

  /** A keyword with its operand on a new line is no entry: the block before it has not been closed. */
  private startsBeyondEntries(): boolean {
    return this.isFirst() && !this.isAt(SignOfEntry, 2) && (this.startsStatement() || this.startsDeclaration());
  }

  protected isNameThenSign(): boolean {
    return this.isAt(Name) && this.isAt(SignOfEntry, 2);
  }

  protected isAnyOf(types: readonly TokenType[]): boolean {
    return types.includes(this.LA(1).tokenType);
  }
}
