import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import { targets } from "../../targets/targets.ts";
import type { Plan } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/**
 * What only SYSTEM can ensure (`@context system`), in a remedy that runs as the signed-in user: on every device it would be blocked. And such a remedy for a target whose script always
 * runs as SYSTEM.
 */
export function checkContexts(plan: Plan, { kinds }: Catalog): Diagnostic[] {
  if (plan.remedy.context !== "user") return [];
  const diagnostics: Diagnostic[] = [];
  if (targets[plan.target].registersItself)
    diagnostics.push(createDiagnostic("RMD5016", plan.remedy.origin.span, { remedy: plan.remedy.name, target: plan.target }));
  const seen = new Set<object>();
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure" || kinds[node.resource.resourceKind]?.context !== "system" || seen.has(node.origin.span)) return;
    seen.add(node.origin.span);
    diagnostics.push(createDiagnostic("RMD4023", node.origin.span, { kind: node.resource.resourceKind }));
  });
  return diagnostics;
}
