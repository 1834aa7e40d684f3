import type { PlanAction, PlanEnsure, PlanNode, PlanResource, PlanStep } from "./plan.ts";

/**
 * Gives every `ensure` of a resource the `provides` that another `ensure` of the same resource declares: a package that is removed takes its
 * services along, and a failed removal concerns them (Semantics 4).
 */
export function spreadProvides(steps: readonly PlanStep[]): PlanStep[] {
  const declared = new Map<string, PlanResource[]>();
  for (const ensure of collectEnsures(steps)) {
    if (ensure.provides.length === 0) continue;
    const known = declared.get(ensure.resource.identity) ?? [];
    const fresh = ensure.provides.filter((resource) => !known.some((other) => other.identity === resource.identity));
    declared.set(ensure.resource.identity, [...known, ...fresh]);
  }
  if (declared.size === 0) return [...steps];
  const spread = (node: PlanNode): PlanNode => {
    switch (node.kind) {
      case "ensure":
        return { ...node, provides: declared.get(node.resource.identity) ?? node.provides, otherwise: node.otherwise.map(spread) };
      case "when":
        return { ...node, body: node.body.map(spread), otherwise: node.otherwise.map(spread) };
      case "each":
      case "with":
        return { ...node, body: node.body.map(spread) };
      case "require":
      case "warn":
      case "check":
      case "routine":
      case "reboot":
        return node;
      default:
        return node satisfies never;
    }
  };
  return steps.map((step) => ({ ...step, body: step.body.map(spread) }));
}

/** Every `ensure` of the steps' bodies in source order, those inside a `fix` not included. */
export function collectEnsures(steps: readonly Pick<PlanStep, "body">[]): PlanEnsure[] {
  const ensures: PlanEnsure[] = [];
  const visit = (node: PlanNode): void => {
    switch (node.kind) {
      case "ensure":
        ensures.push(node);
        for (const inner of node.otherwise) visit(inner);
        break;
      case "when":
        for (const inner of node.body) visit(inner);
        for (const inner of node.otherwise) visit(inner);
        break;
      case "each":
      case "with":
        for (const inner of node.body) visit(inner);
        break;
      case "require":
      case "warn":
      case "check":
      case "routine":
      case "reboot":
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of steps) for (const node of step.body) visit(node);
  return ensures;
}

/** Visits every node and action of a plan, outermost first, those inside `fix` and `on failure` included. */
export function visitPlan(steps: readonly Pick<PlanStep, "body" | "onFailure">[], visit: (node: PlanNode | PlanAction) => void): void {
  const walk = (node: PlanNode | PlanAction): void => {
    visit(node);
    switch (node.kind) {
      case "when":
        [...node.body, ...node.otherwise].forEach(walk);
        break;
      case "each":
      case "with":
        node.body.forEach(walk);
        break;
      case "check":
      case "routine":
        node.actions.forEach(walk);
        break;
      case "ensure":
        node.otherwise.forEach(walk);
        break;
      case "require":
      case "warn":
      case "reboot":
      case "verb":
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of steps) {
    step.body.forEach(walk);
    step.onFailure.forEach(walk);
  }
}
