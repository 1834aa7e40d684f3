import type { IToken } from "chevrotain";
import type { Expression, NameNode, ReferenceExpression, StringExpression } from "../../src/syntax/expressions.ts";
import type { AcceptNode, PromiseBlockNode, PromiseNode, PromiseTime } from "../../src/syntax/promises.ts";
import type { EntryNode } from "../../src/syntax/file.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import type { Rule } from "../parser-base.ts";
import * as t from "../tokens.ts";
import { describeToken, startsExpression } from "../wording.ts";
import { ScenarioRules } from "./scenarios.ts";

function isReference(expression: Expression): expression is ReferenceExpression {
  return expression.kind === "name-expression" || expression.kind === "member" || expression.kind === "call";
}

/** What a state says, as a condition; undefined where a list has no comparison that means the same. */
function conditionOf(resource: string, isAbsent: boolean, entries: readonly EntryNode[]): string | undefined {
  if (isAbsent) return `not ${resource}.exists`;
  if (entries.some(({ value }) => value.kind === "list")) return undefined;
  const compared = entries.map(({ name, value }) => `${resource}.${name.text} == ${getSpanText(value.span)}`);
  return compared.length === 0 ? `${resource}.exists` : compared.join(" and ");
}

const keywordsOfPromises = [t.Given, t.Always, t.Finally];

/** Promises: what every run keeps, from every start state; and which of the properties that are shown of every remedy one need not have. */
export abstract class PromiseRules extends ScenarioRules {
  protected readonly promise: Rule<PromiseNode> = this.rule("Promise", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.PromiseWord);
    const title = this.operandString(0, this.string, "the title of the promise");
    const remedy = this.remedyOf("promise");
    const blocks: PromiseBlockNode[] = [];
    const open = this.openBlock(0, "the promise");
    do {
      this.MANY({
        GATE: () => !this.startsDeclaration(),
        DEF: () => {
          const block = this.guard(() => this.SUBRULE(this.promiseBlock));
          if (block) blocks.push(block);
        },
      });
    } while (this.resumes({ place: "a promise", keywords: keywordsOfPromises, endsHere: () => this.startsDeclaration() }));
    this.closeBlock(0, open);
    return { kind: "promise", span: this.spanFrom(start), documentation, title, remedy, blocks };
  });

  private readonly promiseBlock: Rule<PromiseBlockNode> = this.rule("PromiseBlock", () => {
    const start = this.start();
    const token = this.OR<IToken>([
      { ALT: () => this.CONSUME(t.Given) },
      { ALT: () => this.CONSUME(t.Always) },
      { ALT: () => this.CONSUME(t.Finally) },
    ]);
    const keyword = this.spanOf(token);
    const time: PromiseTime = token.tokenType === t.Given ? "given" : token.tokenType === t.Always ? "always" : "finally";
    const conditions = this.SUBRULE(this.conditions);
    return { kind: "promise-block", span: this.spanFrom(start), time, keyword, conditions };
  });

  private readonly conditions: Rule<Expression[]> = this.rule("Conditions", () => {
    const conditions: Expression[] = [];
    const open = this.openBlock(0, "the conditions");
    do {
      this.MANY({
        GATE: () => !this.startsBeyondConditions(),
        DEF: () => {
          const condition = this.guard(() =>
            this.oneOfSeveral(() => {
              const start = this.start();
              const condition = this.SUBRULE(this.expression);
              return this.refuseState(start, condition) ?? condition;
            }),
          );
          if (condition) conditions.push(condition);
          this.separate(0, "conditions");
        },
      });
    } while (
      this.resumes({
        place: "a block of conditions",
        keywords: [],
        also: ["a condition"],
        goesOn: () => startsExpression(this.LA(1)),
        endsHere: () => this.startsBeyondConditions(),
      })
    );
    this.closeBlock(0, open);
    return conditions;
  });

  /** `agent { state: running }`, `agent absent`, `os.build: 17763`: how a scenario's `given` says it; read, and reported with the condition. */
  private refuseState(start: number, condition: Expression): Expression | undefined {
    if (this.RECORDING_PHASE || this.isFirst() || !isReference(condition)) return undefined;
    const token = this.LA(1);
    const isState = this.isAt(t.LeftBrace) || this.isAt(t.Absent) || this.isAt(t.Present);
    if (!isState && !this.isAt(t.Colon)) return undefined;
    const text = getSpanText(condition.span);
    let meant: string | undefined;
    if (isState) {
      const isAbsent = this.isAt(t.Absent);
      if (!this.isAt(t.LeftBrace)) this.skip();
      meant = conditionOf(text, isAbsent, this.isAt(t.LeftBrace) ? this.entries() : []);
    } else {
      this.skip();
      meant = `${text} == ${getSpanText(this.operand(9, this.expression, "a value").span)}`;
    }
    const span = this.spanFrom(start);
    const details = meant === undefined ? {} : { suggestion: { title: `Write '${meant}'.`, edits: [{ span, text: meant }] } };
    const hint = meant === undefined ? " Write a condition for each of its properties." : ` Write '${meant}'.`;
    this.report("RMD1059", this.spanOf(token), { found: describeToken(token), hint }, details);
    return { kind: "missing", span };
  }

  /** The next block begins, or what stands outside of the promise: this one has not been closed. */
  private startsBeyondConditions(): boolean {
    if (!this.isFirst()) return false;
    return this.startsDeclaration() || (keywordsOfPromises.includes(this.LA(1).tokenType) && this.LA(2).tokenType === t.LeftBrace);
  }

  protected readonly accept: Rule<AcceptNode> = this.rule("Accept", () => {
    const start = this.start();
    this.CONSUME(t.Accept);
    const property: NameNode = this.expectName(0, "the name of a property");
    this.expect(0, t.Because, undefined, ' Say why: accept property because "…".');
    const reason: StringExpression = this.operandString(0, this.string, "the reason");
    return { kind: "accept", span: this.spanFrom(start), property, reason };
  });
}
