import { collectChanges } from "../plan/changes.ts";
import type { PlanAction, PlanEnsure, PlanNode, PlanStep } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import { collectReads } from "../plan/reads.ts";
import type { ProofContext } from "./context.ts";
import { resourcesOf } from "./relations.ts";

type Known = Pick<ProofContext, "relations" | "broughtAgain">;

/**
 * The `ensure`s, by id, that something behind them may undo in the same run: all others hold at its end as they did, so nothing need be remembered of them. What stands in one `each` or `with` stands
 * behind all else in it.
 */
export function findUndoable(steps: readonly PlanStep[], known: Known): ReadonlySet<string> {
  const nodes: (PlanNode | PlanAction)[] = [];
  visitPlan(steps, (node) => void nodes.push(node));
  const last = new Map<string, number>();
  for (const [place, node] of nodes.entries()) {
    const end = node.kind === "each" || node.kind === "with" ? place + countWithin(node) : place;
    for (const identity of listTouched(node)) last.set(identity, Math.max(last.get(identity) ?? -1, end));
  }
  const found = new Set<string>();
  for (const [place, node] of nodes.entries())
    if (
      node.kind === "ensure" &&
      !known.broughtAgain.has(node.id) &&
      listHeld(node, known).some((identity) => (last.get(identity) ?? -1) > place)
    )
      found.add(node.id);
  return found;
}

function countWithin({ body }: (PlanNode | PlanAction) & { readonly kind: "each" | "with" }): number {
  let count = 0;
  visitPlan([{ body: [], onFailure: body as readonly PlanAction[] }], () => void count++);
  return count;
}

/** What a statement itself may change. */
function listTouched(node: PlanNode | PlanAction): readonly string[] {
  const changed = collectChanges([node]).map(({ identity }) => identity);
  // What a verb does beyond its thing nobody knows.
  if (node.kind === "check") changed.push(...collectReads(node.guard.condition).map(({ identity }) => identity));
  return changed;
}

/** What an `ensure` looks at, with what that lies in, what lies in it, and what else concerns it. */
function listHeld(node: PlanEnsure, { relations }: Known): readonly string[] {
  return resourcesOf(node).flatMap(({ identity }) => [
    identity,
    ...[...(relations.outer.get(identity) ?? []), ...(relations.inner.get(identity) ?? [])].map(({ resource }) => resource.identity),
    ...[...relations.effects].flatMap(([other, effects]) =>
      effects.some(({ resource }) => resource.identity === identity) ? [other] : [],
    ),
  ]);
}
