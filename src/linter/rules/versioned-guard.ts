import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { PlanGuard, PlanNamedResource, PlanResource } from "../../plan/plan.ts";
import { collectEnsures } from "../../plan/provides.ts";
import type { Rule } from "../rule.ts";
import { knownText } from "../texts.ts";
import type { Plan } from "../../plan/plan.ts";

/** A version in a name: `7-Zip 23.01`, also as a pattern writes it, `23\.01`. */
const VERSION = /\d+(?:\\?\.\d+)+/;

/** A condition that looks for a product by a name with its version: the next version has another name, and the condition tells something else from then on. What the remedy itself ensures by that name is meant so. */
export const rule: Rule = {
  name: "versioned-guard",
  code: "RMD6035",
  createPlanVisitor: ({ report }) => {
    let ensured: ReadonlySet<string> = new Set();
    const look = ({ reads }: PlanGuard, span: Plan["remedy"]["origin"]["span"], plan: Plan): void => {
      for (const read of reads) {
        const name = isPackage(read) && !ensured.has(read.identity) ? nameOf(read, plan) : undefined;
        const version = name === undefined ? undefined : VERSION.exec(name)?.[0];
        if (name !== undefined && version !== undefined) report(createDiagnostic("RMD6035", span, { name, version }));
      }
    };
    return {
      plan: (plan) => {
        ensured = new Set(collectEnsures(plan.steps).map(({ resource }) => resource.identity));
        for (const { guard, origin } of plan.steps) if (guard) look(guard, origin.span, plan);
      },
      when: (node, plan) => look(node.guard, node.origin.span, plan),
      require: (node, plan) => look(node.guard, node.origin.span, plan),
    };
  },
};

function isPackage(resource: PlanResource): resource is PlanNamedResource {
  return resource.kind === "named" && ["package", "appx_package"].includes(resource.resourceKind);
}

function nameOf({ keys, filters }: PlanNamedResource, plan: Plan): string | undefined {
  const name =
    keys.find((key) => key.name === "name") ??
    filters.find(({ property, operator }) => property === "name" && ["matches", "=="].includes(operator));
  return name && knownText(name.value, plan);
}
