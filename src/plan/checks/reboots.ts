import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Plan, PlanAction, PlanNode } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/** A remedy that only says when to restart: no detection asks for that, so it is compliant always, and nothing of it ever runs. */
export function checkReboots(plan: Plan): Diagnostic[] {
  const nodes: (PlanNode | PlanAction)[] = [];
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "when" && node.kind !== "each" && node.kind !== "with") nodes.push(node);
  });
  const [first] = nodes;
  if (first?.kind !== "reboot" || !nodes.every(({ kind }) => kind === "reboot")) return [];
  return [createDiagnostic("RMD4014", first.origin.span, { remedy: plan.remedy.name })];
}
