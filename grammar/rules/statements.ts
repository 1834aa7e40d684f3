import type { Expression } from "../../src/syntax/expressions.ts";
import type { ActionsNode, Body, StepNode } from "../../src/syntax/file.ts";
import type {
  CheckNode,
  EachNode,
  EnsureNode,
  OnFailureNode,
  RebootNode,
  Statement,
  UseNode,
  WarnNode,
  WhenNode,
  WithNode,
} from "../../src/syntax/statements.ts";
import type { Rule } from "../parser-base.ts";
import * as t from "../tokens.ts";
import { describeToken } from "../wording.ts";
import { ActionRules } from "./actions.ts";

const keywordsOfStatements = [t.Let, t.Ensure, t.Require, t.Warn, t.When, t.Each, t.With, t.Check, t.Use, t.Reboot, t.On];
/** Those of them that cannot be a member of a remedy. */
export const keywordsOnlyInSteps = keywordsOfStatements.filter((type) => type !== t.Let);

/** Steps and the statements in them. */
export abstract class StatementRules extends ActionRules {
  protected readonly step: Rule<StepNode> = this.rule("Step", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.Step);
    const name = this.expectName(0, "the name of the step");
    const title = this.operandString(0, this.string, "the title of the step");
    let guard: Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.When);
      guard = this.operand(0, this.expression, "a condition");
    });
    const body = this.SUBRULE(this.body);
    this.checkOnFailure(body);
    return { kind: "step", span: this.spanFrom(start), documentation, name, title, guard, body };
  });

  protected readonly body: Rule<Body> = this.rule("Body", () => {
    const start = this.start();
    const statements: Statement[] = [];
    const open = this.openBlock(0, "the statements");
    this.nested("Blocks", () => {
      do {
        this.MANY({
          GATE: () => !this.startsDeclaration(),
          DEF: () => {
            const statement = this.guard(() => this.SUBRULE(this.statement));
            if (statement) statements.push(statement);
          },
        });
      } while (this.resumes({ place: "a block of statements", keywords: keywordsOfStatements, endsHere: () => this.startsDeclaration() }));
    });
    this.closeBlock(0, open);
    return { kind: "body", span: this.spanFrom(start), statements };
  });

  protected readonly statement: Rule<Statement> = this.rule("Statement", () =>
    this.OR<Statement>(
      (this.statementAlternatives ??= [
        { ALT: (): Statement => this.SUBRULE(this.let) },
        { ALT: (): Statement => this.SUBRULE(this.ensure) },
        { ALT: (): Statement => this.SUBRULE(this.require) },
        { ALT: (): Statement => this.SUBRULE(this.warn) },
        { ALT: (): Statement => this.SUBRULE(this.when) },
        { ALT: (): Statement => this.SUBRULE(this.each) },
        { ALT: (): Statement => this.SUBRULE(this.with) },
        { ALT: (): Statement => this.SUBRULE(this.check) },
        { ALT: (): Statement => this.SUBRULE(this.use) },
        { ALT: (): Statement => this.SUBRULE(this.reboot) },
        { ALT: (): Statement => this.SUBRULE(this.onFailure) },
      ]),
    ),
  );

  private statementAlternatives: { ALT: () => Statement }[] | undefined;

  /** `ensure state`, with an `else` the ladder: what to walk where the item's own fix has not helped. */
  private readonly ensure: Rule<EnsureNode> = this.rule("Ensure", () =>
    this.ensureOf(() =>
      this.OPTION(() => {
        this.CONSUME(t.Else);
        return this.lacksBlock() ? undefined : this.SUBRULE(this.body);
      }),
    ),
  );

  /** `ensure … else "message"`, as behind a `require`: reported, and passed over with the rest of its line. */
  private lacksBlock(): boolean {
    if (this.RECORDING_PHASE || this.isAt(t.LeftBrace)) return false;
    const token = this.LA(1);
    const hint = " Say what follows where its own fix has not helped: else { … }.";
    this.complain("RMD1001", this.spanOf(token), { expected: "'{' of the statements", found: describeToken(token), hint });
    if (!this.isFirst()) this.skipStatement(0, this.start());
    return true;
  }

  private readonly warn: Rule<WarnNode> = this.rule("Warn", () => {
    const start = this.start();
    this.CONSUME(t.Warn);
    const message = this.operandString(0, this.string, "a message");
    this.expect(0, t.When, undefined, ' Say when: warn "…" when condition.');
    const condition = this.operand(0, this.expression, "a condition");
    return { kind: "warn", span: this.spanFrom(start), message, condition };
  });

  private readonly when: Rule<WhenNode> = this.rule("When", () =>
    this.whenOf(
      () => this.when,
      () => this.body,
      asBody,
    ),
  );
  private readonly each: Rule<EachNode> = this.rule("Each", () => this.eachOf(() => this.body));
  private readonly with: Rule<WithNode> = this.rule("With", () => this.withOf(() => this.body));

  private readonly check: Rule<CheckNode> = this.rule("Check", () => {
    const start = this.start();
    this.CONSUME(t.Check);
    const title = this.operandString(0, this.string, "the title of the check");
    let condition: Expression | undefined;
    const readCondition = (): void => {
      const open = this.openBlock(0, "the condition");
      condition = this.operand(0, this.expression, "a condition", false);
      this.closeBlock(0, open);
    };
    // Nothing but 'every' stands for a condition, so all else that is not '{' is a mistake in one.
    if (this.RECORDING_PHASE) this.OPTION1(readCondition);
    else if (this.isAt(t.Fix)) {
      const hint = " Say what has to hold, { … }, or how often it is due, every 7d.";
      const token = this.LA(1);
      this.complain("RMD1001", this.spanOf(token), { expected: "'{' of the condition", found: describeToken(token), hint });
    } else if (!this.isAt(t.Every)) readCondition();
    let every: Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Every);
      every = this.operand(1, this.expression, "a duration");
    });
    this.expect(
      0,
      t.Fix,
      undefined,
      ' A check says how to fix what it finds, fix { … }; what only a person can put right is a require … else "…".',
    );
    const fix: ActionsNode = this.SUBRULE(this.actions);
    return { kind: "check", span: this.spanFrom(start), title, condition, every, fix };
  });

  private readonly use: Rule<UseNode> = this.rule("Use", () => {
    const start = this.start();
    this.CONSUME(t.Use);
    const part = this.operand(0, this.reference, "a call of a part");
    return { kind: "use", span: this.spanFrom(start), part };
  });

  private readonly reboot: Rule<RebootNode> = this.rule("Reboot", () => {
    const start = this.start();
    this.CONSUME(t.Reboot);
    this.expect(0, t.When, undefined, " Say when: reboot when changed.");
    const condition = this.operand(0, this.expression, "a condition");
    return { kind: "reboot", span: this.spanFrom(start), condition };
  });

  private readonly onFailure: Rule<OnFailureNode> = this.rule("OnFailure", () => {
    const start = this.start();
    this.CONSUME(t.On);
    this.expect(0, t.Failure);
    const actions = this.SUBRULE(this.actions);
    return { kind: "on-failure", span: this.spanFrom(start), actions };
  });

  /** `on failure` belongs at the end of its step, not before other statements and not into an inner block. */
  protected checkOnFailure(body: Body): void {
    if (this.RECORDING_PHASE) return;
    body.statements.forEach((statement, i) => {
      if (statement.kind !== "on-failure" || i === body.statements.length - 1) return;
      this.report("RMD1016", { ...statement.span, end: statement.actions.span.start }, { where: "to the end of the step" });
    });
  }
}

function asBody(statement: WhenNode): Body {
  return { kind: "body", span: statement.span, statements: [statement] };
}
