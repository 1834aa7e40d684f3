import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { collectChanges } from "../../plan/changes.ts";
import type { PlanResource } from "../../plan/plan.ts";
import type { Rule } from "../rule.ts";

/** Kinds of things that lie still: they are otherwise only after somebody has written them. */
const STILL: ReadonlySet<string> = new Set([
  "directory",
  "environment_variable",
  "file",
  "file_line",
  "ini_value",
  "json_value",
  "local_group",
  "registry_key",
  "registry_value",
  "scheduled_task",
  "user_right",
  "xml_value",
]);

/** A `check` that reads what nobody ensures: it and its fix are about different things that lie still, so the fix never makes it true. */
export const rule: Rule = {
  name: "unmoved-check",
  code: "RMD6037",
  createPlanVisitor: ({ report }) => {
    let changed: readonly PlanResource[] = [];
    return {
      plan: (plan) => {
        changed = collectChanges(plan.steps.flatMap(({ body }) => body));
      },
      check: ({ guard, changes, origin }) => {
        const [read] = guard.reads;
        if (read === undefined || changes.length === 0) return;
        if (![...guard.reads, ...changes].every(isStill) || guard.reads.some((each) => changed.some((other) => mayTouch(other, each))))
          return;
        report(createDiagnostic("RMD6037", origin.span, { read: read.label, changed: changes[0]?.label ?? "" }));
      },
    };
  },
};

function isStill(resource: PlanResource): boolean {
  return resource.kind === "named" && STILL.has(resource.resourceKind) && !resource.identity.includes("${");
}

/** Whether a change of one may be one of the other: it is the same, is not known when compiling, or its place is part of the other's. */
function mayTouch(change: PlanResource, read: PlanResource): boolean {
  if (change.kind !== "named" || read.kind !== "named" || change.identity.includes("${") || change.identity === read.identity) return true;
  if (!STILL.has(change.resourceKind)) return true;
  const place = ({ identity, resourceKind }: PlanResource): string =>
    identity
      .slice(resourceKind.length)
      .replace(/^[^a-z%\\]+/i, "")
      .replace(/['")\s]+$/, "");
  return place(read).startsWith(place(change)) || place(change).startsWith(place(read));
}
