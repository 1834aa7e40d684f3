import type { CheckedProgram } from "../checker/checked-program.ts";
import { sortDiagnostics, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import { forEachChild } from "../syntax/visitor.ts";
import type { SyntaxKind, SyntaxNode } from "../syntax/visitor.ts";
import type { Rule, RuleContext, Surroundings } from "./rule.ts";

/**
 * What rules find in the entry file of a program without errors, and in the plans of its remedies, in the order of the text. All rules share one walk over the tree, and one over each plan.
 * What a plan has from an imported part is told at its place there.
 */
export function lintProgram(program: CheckedProgram, plans: readonly Plan[], rules: readonly Rule[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const context: RuleContext = { program, report: (diagnostic) => void found.push(diagnostic) };
  walkTree(program, rules, context);
  walkPlans(plans, rules, context);
  return sortDiagnostics(uniqueDiagnostics(found));
}

function walkTree(program: CheckedProgram, rules: readonly Rule[], context: RuleContext): void {
  // A visitor's function takes the nodes of the kind that it stands under, and is called for no others.
  const visits = gather<SyntaxKind, (node: SyntaxNode, surroundings: Surroundings) => void>(
    rules.map((rule) => rule.createVisitor?.(context) ?? {}),
  );
  const visit = (node: SyntaxNode, parent: SyntaxNode | undefined, around: Scenario | undefined): void => {
    const scenario = node.kind === "scenario" ? node : around;
    for (const call of visits.get(node.kind) ?? []) call(node, { parent, scenario });
    forEachChild(node, (child) => visit(child, node, scenario));
  };
  visit(program.entry, undefined, undefined);
}

function walkPlans(plans: readonly Plan[], rules: readonly Rule[], context: RuleContext): void {
  const visits = gather<string, (node: unknown, plan: Plan) => void>(rules.map((rule) => rule.createPlanVisitor?.(context) ?? {}));
  if (visits.size === 0) return;
  for (const plan of plans) {
    for (const call of visits.get("plan") ?? []) call(plan, plan);
    const steps = plan.uninstall ? [...plan.steps, plan.uninstall] : plan.steps;
    visitPlan(steps, (node) => {
      for (const call of visits.get(node.kind) ?? []) call(node, plan);
    });
  }
}

/** The functions of several visitors by what they are called for. */
function gather<K extends string, F>(visitors: readonly object[]): ReadonlyMap<K, readonly F[]> {
  const all = new Map<K, F[]>();
  for (const visitor of visitors)
    for (const [kind, visit] of Object.entries(visitor) as [K, F][]) all.set(kind, [...(all.get(kind) ?? []), visit]);
  return all;
}
