import type { IToken, TokenType } from "chevrotain";
import type { Body, EntryNode, LetNode, StateNode } from "../../src/syntax/file.ts";
import type { EnsureNode, RequireNode } from "../../src/syntax/statements.ts";
import type { Rule } from "../parser-base.ts";
import { Name, SignOfEntry, SignOfValue } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { TypeRules } from "./types.ts";

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
    this.expectSign(0, SignOfEntry, "between a property's name and its value");
    const value = this.operand(0, this.expression, "a value");
    return { kind: "entry", span: this.spanFrom(start), name, value };
  });

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
    const resource = this.operand(0, this.reference, "a resource");
    return this.stateOf(this.earlier(start, resource), resource);
  });

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
    this.refuseMistypedPresence();
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

  /** `ensure agent absnt`: what stands between a resource and the end of its line can only be "absent" or "present". */
  private refuseMistypedPresence(): void {
    if (this.RECORDING_PHASE) return;
    const token = this.LA(1);
    if (this.isFirst() || token.tokenType !== t.Word || this.isNameThenSign()) return;
    this.complain("RMD1001", this.spanOf(token), { expected: "'absent', 'present' or '{'", found: `'${token.image}'`, hint: "" });
    this.skip();
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
