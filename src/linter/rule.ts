import type { CheckedProgram } from "../checker/checked-program.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan, PlanAction, PlanNode } from "../plan/plan.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import type { NodeOfKind, SyntaxKind, SyntaxNode } from "../syntax/visitor.ts";

/** What a rule looks at, and where it tells what it found. */
export interface RuleContext {
  readonly program: CheckedProgram;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Where a node stands: in what, and in which scenario, if in one. What a scenario says is never on a device. */
export interface Surroundings {
  readonly parent: SyntaxNode | undefined;
  readonly scenario: Scenario | undefined;
}

/** Called for each node of a kind, by the one walk over the entry file that all rules share. */
export type TreeVisitor = { readonly [K in SyntaxKind]?: (node: NodeOfKind<K>, surroundings: Surroundings) => void };

type PlanItem = PlanNode | PlanAction;

/** Called for each statement and action of a kind, by the one walk over each plan that all rules share; `plan` before it, with the whole. */
export type PlanVisitor = { readonly [K in PlanItem["kind"]]?: (node: Extract<PlanItem, { readonly kind: K }>, plan: Plan) => void } & {
  readonly plan?: (plan: Plan) => void;
};

/** A rule: a file of `src/linter/rules/`, which the build finds. */
export interface Rule {
  /** As the configuration and off-switches name it: `blocked-scenario`. */
  readonly name: string;
  /** Its code in the catalog. */
  readonly code: DiagnosticCode;
  /** True where its suggestions change nothing of what a remedy does, so that `--fix` may follow them. */
  readonly isFixSafe?: true;
  /** What it wants to see of the tree; made anew for each file, so it may keep what it saw. */
  readonly createVisitor?: (context: RuleContext) => TreeVisitor;
  /** What it wants to see of the plans of the file's remedies, one for each. */
  readonly createPlanVisitor?: (context: RuleContext) => PlanVisitor;
}
