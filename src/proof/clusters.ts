import { collectChanges } from "../plan/changes.ts";
import type { PlanNode, PlanResource, PlanStep } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import { resourcesOf } from "./relations.ts";
import type { Foreign, ProofNode, ProofStep } from "./walk/walk.ts";

/**
 * Parts a remedy's statements into clusters that share nothing which any of them changes: each can be looked at alone, and the others only hold it back or leave it. What nobody changes
 * (`os.build`) ties nothing together. Gives the steps of each cluster, in source order. `related`: what comes and goes with a thing; `changedBesides`: what things change that is related to them.
 */
export function findClusters(
  steps: readonly PlanStep[],
  related: (identity: string) => readonly string[],
  changedBesides: readonly string[],
): readonly (readonly ProofStep[])[] {
  const statements = steps.flatMap((step) => step.body.map((node) => ({ step, node, touched: touchedBy(node, step) })));
  const changed = new Set(statements.flatMap(({ node }) => collectChanges([node]).map(({ identity }) => identity)));
  for (const identity of changedBesides) changed.add(identity);
  const groups = createGroups(statements.length);
  const first = new Map<string, number>();
  for (const [i, { touched }] of statements.entries()) {
    for (const identity of touched.flatMap((one) => [one, ...related(one)])) {
      if (!changed.has(identity)) continue;
      const known = first.get(identity);
      if (known === undefined) first.set(identity, i);
      else groups.join(known, i);
    }
  }
  const members = new Map<number, Set<PlanNode>>();
  for (const [i, { node }] of statements.entries()) {
    if (collectChanges([node]).length === 0) continue;
    const root = groups.find(i);
    members.set(root, members.get(root) ?? new Set());
  }
  for (const [i, { node }] of statements.entries()) members.get(groups.find(i))?.add(node);
  return [...members.values()].map((own) =>
    steps.map((step) => ({ ...step, body: project(step.body, own) })).filter(({ body }) => body.length > 0),
  );
}

/** A step's body with what is not of the cluster as one statement. */
function project(body: readonly PlanNode[], own: ReadonlySet<PlanNode>): readonly ProofNode[] {
  const projected: ProofNode[] = [];
  for (const node of body) {
    const last = projected.at(-1);
    if (own.has(node)) projected.push(node);
    else if (last?.kind === "foreign")
      projected[projected.length - 1] = { kind: "foreign", mayBlock: last.mayBlock || node.kind === "require" };
    else projected.push({ kind: "foreign", mayBlock: node.kind === "require" } satisfies Foreign);
  }
  return projected.every(({ kind }) => kind === "foreign") && projected.length > 0 ? [{ kind: "foreign", mayBlock: false }] : projected;
}

/** All that a statement reads or changes. */
function touchedBy(node: PlanNode, step: PlanStep): readonly string[] {
  const found = new Set(collectChanges([node]).map(({ identity }) => identity));
  const add = (resources: readonly PlanResource[]): void => resources.forEach(({ identity }) => void found.add(identity));
  if (step.guard) add(step.guard.reads);
  visitPlan([{ ...step, body: [node], onFailure: [] }], (one) => add(resourcesOf(one)));
  return [...found];
}

/** Union-find. */
function createGroups(count: number) {
  const parents = Array.from({ length: count }, (_, i) => i);
  const find = (one: number): number => {
    let root = one;
    while (parents[root] !== root) root = parents[root] as number;
    parents[one] = root;
    return root;
  };
  return { find, join: (a: number, b: number): void => void (parents[find(b)] = find(a)) };
}
