import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Plan, PlanReboot } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/** A remedy that only says when to restart: no detection asks for that, so it is compliant always, and nothing of it ever runs. */
export function checkReboots(plan: Plan): Diagnostic[] {
  const kinds = new Set<string>();
  const reboots: PlanReboot[] = [];
  visitPlan(plan.steps, (node) => {
    kinds.add(node.kind);
    if (node.kind === "reboot") reboots.push(node);
  });
  for (const around of ["when", "each", "with"]) kinds.delete(around);
  const [first] = reboots;
  return first && kinds.size === 1 ? [createDiagnostic("RMD4014", first.origin.span, { remedy: plan.remedy.name })] : [];
}
