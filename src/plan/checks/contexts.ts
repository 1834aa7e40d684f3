import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { Plan } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/** What only SYSTEM can ensure (`@context system`), in a remedy that runs as the signed-in user: on every device it would be blocked. */
export function checkContexts(plan: Plan, { kinds }: Catalog): Diagnostic[] {
  if (plan.remedy.context !== "user") return [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<object>();
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure" || kinds[node.resource.resourceKind]?.context !== "system" || seen.has(node.origin.span)) return;
    seen.add(node.origin.span);
    diagnostics.push(createDiagnostic("RMD4023", node.origin.span, { kind: node.resource.resourceKind }));
  });
  return diagnostics;
}
