import { collectEnsures } from "./provides.ts";
import type { PlanEnsure, PlanNode, PlanStep } from "./plan.ts";

/**
 * Finds where something is taken away that the remedy brings again behind it: an `ensure … absent` of what a later `ensure` makes present or provides. Gives the statement with the first such
 * removal of a block; from there to the end of the block all is looked at before the first thing goes (Semantics 4). A removal that is the whole of that rest has nothing to wait for.
 * The block of an `else` is one by itself: it is walked only where its item's own fix has not helped.
 */
export function findRemovals(steps: readonly PlanStep[]): ReadonlySet<PlanNode> {
  const ensures = collectEnsures(steps);
  const again = findBroughtAgain(ensures);
  const found = new Set<PlanNode>();
  if (again.size === 0) return found;
  const holds = (node: PlanNode): boolean => {
    switch (node.kind) {
      case "ensure":
        return again.has(node);
      case "when":
        return [...node.body, ...node.otherwise].some(holds);
      case "each":
      case "with":
        return node.body.some(holds);
      case "require":
      case "warn":
      case "check":
      case "routine":
      case "reboot":
        return false;
      default:
        return node satisfies never;
    }
  };
  const visit = (block: readonly PlanNode[]): void => {
    const index = block.findIndex(holds);
    const [first, ...rest] = block.slice(Math.max(index, 0));
    if (index < 0 || first === undefined) return;
    // A block that holds all of it is the tighter one; the turns of a loop belong together.
    if (rest.length === 0 && (first.kind === "when" || first.kind === "with")) {
      visit(first.body);
      if (first.kind === "when") visit(first.otherwise);
    } else if (rest.length > 0 || first.kind !== "ensure") found.add(first);
  };
  for (const step of steps) visit(step.body);
  for (const ensure of ensures) visit(ensure.otherwise);
  return found;
}

/** The removals whose thing a later `ensure` makes present, or provides. */
export function findBroughtAgain(ensures: readonly PlanEnsure[]): ReadonlySet<PlanEnsure> {
  const brought = new Set<string>();
  const again = new Set<PlanEnsure>();
  for (const ensure of [...ensures].reverse()) {
    if (ensure.presence === "absent") {
      if (brought.has(ensure.resource.identity)) again.add(ensure);
    } else for (const { identity } of [ensure.resource, ...ensure.provides]) brought.add(identity);
  }
  return again;
}
