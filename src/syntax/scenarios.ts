import type { Span } from "../source/source-file.ts";
import type { Expression, NameNode, ReferenceExpression, StringExpression } from "./expressions.ts";
import type { StateNode } from "./file.ts";

export interface Scenario {
  readonly kind: "scenario";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly title: StringExpression;
  readonly remedy: NameNode;
  readonly steps: readonly ScenarioStep[];
}

export type ScenarioStep = GivenNode | ExpectOutcomeNode | ExpectStateNode | RestartNode;

export interface GivenNode {
  readonly kind: "given";
  readonly span: Span;
  readonly items: readonly (StateNode | GivenValueNode)[];
}

/** `os.build: 17763` */
export interface GivenValueNode {
  readonly kind: "given-value";
  readonly span: Span;
  readonly target: ReferenceExpression;
  readonly value: Expression;
}

/** Which script runs: detection, the fix of its channel, or what takes an app away again. */
export type ScenarioRun = "detect" | "fix" | "uninstall";

/** `expect detect noncompliant`, `expect fix blocked "Group Policy"`: what the line of the run holds. */
export interface ExpectOutcomeNode {
  readonly kind: "expect-outcome";
  readonly span: Span;
  readonly run: ScenarioRun;
  readonly outcome: NameNode;
  readonly reason: StringExpression | undefined;
}

export interface ExpectStateNode {
  readonly kind: "expect-state";
  readonly span: Span;
  readonly state: StateNode;
}

export interface RestartNode {
  readonly kind: "restart";
  readonly span: Span;
}

/** What a run can come to. `restart_needed`: it waits for Windows to restart. */
export const outcomes: { readonly [K in ScenarioRun]: readonly string[] } = {
  detect: ["compliant", "noncompliant", "blocked", "failed"],
  fix: ["succeeded", "restart_needed", "blocked", "failed"],
  uninstall: ["succeeded", "restart_needed", "blocked", "failed"],
};
