import type { NameNode, StringExpression } from "../../src/syntax/expressions.ts";
import type { StateNode } from "../../src/syntax/file.ts";
import type {
  ExpectOutcomeNode,
  ExpectStateNode,
  GivenNode,
  GivenValueNode,
  RestartNode,
  Scenario,
  ScenarioRun,
  ScenarioStep,
} from "../../src/syntax/scenarios.ts";
import type { Rule } from "../parser-base.ts";
import { Name, SignOfEntry } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { describeToken, startsExpression } from "../wording.ts";
import { StatementRules } from "./statements.ts";

const keywordsOfScenarios = [t.Given, t.Expect, t.Restart];

/** Scenarios: a machine state, and what detection and fixes must make of it. */
export abstract class ScenarioRules extends StatementRules {
  protected readonly scenario: Rule<Scenario> = this.rule("Scenario", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.ScenarioWord);
    const title = this.operandString(0, this.string, "the title of the scenario");
    const remedy = this.remedyOf("scenario");
    const steps: ScenarioStep[] = [];
    const open = this.openBlock(0, "the scenario");
    do {
      this.MANY({
        GATE: () => !this.startsDeclaration(),
        DEF: () => {
          const step = this.guard(() =>
            this.OR<ScenarioStep>([
              { ALT: () => this.SUBRULE(this.given) },
              { ALT: () => this.SUBRULE(this.expectation) },
              { ALT: () => this.SUBRULE(this.restart) },
            ]),
          );
          if (step) steps.push(step);
        },
      });
    } while (this.resumes({ place: "a scenario", keywords: keywordsOfScenarios, endsHere: () => this.startsDeclaration() }));
    this.closeBlock(0, open);
    return { kind: "scenario", span: this.spanFrom(start), documentation, title, remedy, steps };
  });

  /** `for name` of a scenario or a promise. */
  protected remedyOf(declaration: string): NameNode {
    const lacking = this.lacksRemedy(declaration);
    if (lacking) return lacking;
    this.expect(0, t.For);
    return this.expectName(0, "the name of the remedy");
  }

  /** `scenario "…" { … }`: which remedy it is for is said with the name of one of the file; the scenario is read all the same. */
  private lacksRemedy(declaration: string): NameNode | undefined {
    if (this.RECORDING_PHASE || !this.isAt(t.LeftBrace)) return undefined;
    const name = /^\s*remedy\s+([A-Za-z]\w*)/m.exec(this.source.text)?.[1];
    const span = this.emptySpan();
    const missing = `for ${name ?? "name"}`;
    const suggestion = { title: `Insert '${missing}'.`, edits: [{ span, text: ` ${missing}` }] };
    const args = { expected: `'${missing}'`, found: "'{'", hint: ` A ${declaration} says for which remedy it is.` };
    this.report("RMD1001", this.spanOf(this.LA(1)), args, name === undefined ? {} : { suggestion });
    return { kind: "name", span, text: "" };
  }

  private readonly given: Rule<GivenNode> = this.rule("Given", () => {
    const start = this.start();
    const items: (StateNode | GivenValueNode)[] = [];
    this.CONSUME(t.Given);
    const single = this.readUnbracedGiven();
    if (single) return { kind: "given", span: this.spanFrom(start), items: [single] };
    const open = this.openBlock(0, "the given state");
    do {
      this.MANY({
        GATE: () => !this.startsBeyondGiven(),
        DEF: () => {
          const item = this.guard(() => this.SUBRULE(this.givenItem));
          if (item) items.push(item);
          this.separate(0, "states");
        },
      });
    } while (
      this.resumes({
        place: "a given state",
        keywords: [],
        also: ["a resource", "a fact"],
        goesOn: () => startsExpression(this.LA(1)),
        endsHere: () => this.startsBeyondGiven(),
      })
    );
    this.closeBlock(0, open);
    return { kind: "given", span: this.spanFrom(start), items };
  });

  /** `given service("S") { … }`: one item without braces around it, reported and read. */
  private readUnbracedGiven(): StateNode | GivenValueNode | undefined {
    if (this.RECORDING_PHASE || this.isAt(t.LeftBrace) || this.isFirst() || !startsExpression(this.LA(1))) return undefined;
    const token = this.LA(1);
    const item = this.givenItem();
    const edits = [
      { span: { ...item.span, end: item.span.start }, text: "{ " },
      { span: { ...item.span, start: item.span.end }, text: " }" },
    ];
    const args = { expected: "'{' of the given state", found: describeToken(token), hint: " Write 'given { … }' around what is given." };
    this.report("RMD1001", this.spanOf(token), args, { suggestion: { title: "Put it into braces.", edits } });
    return item;
  }

  private readonly givenItem: Rule<StateNode | GivenValueNode> = this.rule("GivenItem", () => {
    const start = this.start();
    const target = this.SUBRULE(this.reference);
    return this.OR<StateNode | GivenValueNode>([
      {
        ALT: () => {
          this.expectSign(0, SignOfEntry, "between a fact and its value");
          const value = this.operand(0, this.expression, "a value");
          return { kind: "given-value", span: this.spanFrom(start), target, value };
        },
      },
      { ALT: () => this.stateOf(start, target) },
    ]);
  });

  private readonly expectation: Rule<ExpectOutcomeNode | ExpectStateNode> = this.rule("Expect", () => {
    const start = this.start();
    this.CONSUME(t.Expect);
    // `detect`, `fix` and `uninstall` are names too: as resources they are called or have a property.
    const choice = (): number => {
      const run = [t.Detect, t.Fix, t.Uninstall].findIndex((word) => this.isAt(word));
      return run < 0 || this.isAt(t.LeftParen, 2) || this.isAt(t.Dot, 2) ? 3 : run;
    };
    return this.choose<ExpectOutcomeNode | ExpectStateNode>(0, choice, [
      {
        ALT: () => {
          this.CONSUME(t.Detect);
          return this.outcome(start, "detect", 0);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Fix);
          return this.outcome(start, "fix", 1);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Uninstall);
          return this.outcome(start, "uninstall", 2);
        },
      },
      {
        ALT: () => {
          const state = this.SUBRULE(this.state);
          return { kind: "expect-state", span: this.spanFrom(start), state };
        },
      },
    ]);
  });

  private outcome(start: number, run: ScenarioRun, idx: number): ExpectOutcomeNode {
    this.refuseSign(run);
    const outcome = this.expectName(idx, "an outcome");
    let reason: StringExpression | undefined;
    this.option(idx + 2, () => (reason = this.subrule(idx + 2, this.string)));
    return { kind: "expect-outcome", span: this.spanFrom(start), run, outcome, reason };
  }

  /** `expect detect: compliant` */
  private refuseSign(run: string): void {
    if (this.RECORDING_PHASE || this.isFirst() || !this.isAt(SignOfEntry)) return;
    const span = this.spanOf(this.LA(1));
    const hint = ` Write the outcome behind '${run}', without a sign.`;
    const suggestion = { title: `Remove '${this.LA(1).image}'.`, edits: [{ span, text: "" }] };
    this.report("RMD1001", span, { expected: "An outcome", found: describeToken(this.LA(1)), hint }, { suggestion });
    this.skip();
  }

  private readonly restart: Rule<RestartNode> = this.rule("Restart", () => ({
    kind: "restart",
    span: this.spanOf(this.CONSUME(t.Restart)),
  }));

  private startsBeyondGiven(): boolean {
    if (!this.isFirst()) return false;
    if (this.startsDeclaration()) return true;
    // A word before another one begins no state; before a presence it may.
    const isWordBeforeWord =
      this.LA(1).tokenType === t.Word && this.isAt(Name, 2) && !this.isFirst(2) && !this.isAt(t.Absent, 2) && !this.isAt(t.Present, 2);
    return (
      isWordBeforeWord || (this.isAt(t.Expect) && this.isAt(Name, 2)) || (this.isAt(t.Restart) && this.LA(2).tokenType === t.RightBrace)
    );
  }
}
