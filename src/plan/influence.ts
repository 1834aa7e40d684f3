import type { PlanNode, PlanResource, PlanStep } from "./plan.ts";

/** Which items of a plan read what the fix of an earlier one would change. */
export interface Influence {
  /** Ids of the items of the same step whose fix would change what this reads; a detection passes it over when one of them is to be fixed. */
  readonly readsAfter: ReadonlyMap<PlanNode, readonly string[]>;
  /** Ids of the items that stand in one of these lists. */
  readonly named: ReadonlySet<string>;
}

/**
 * Finds in each step what depends on what (Semantics 5). A detection ends with the step in which the first test is false, so nothing reaches beyond a step. Identities with
 * a run-time part (`service ${service_name}`) may be any identity of the same form: what could be the same counts as the same, which passes over too much rather than too little.
 */
export function findInfluence(steps: readonly PlanStep[]): Influence {
  const readsAfter = new Map<PlanNode, readonly string[]>();
  const named = new Set<string>();
  for (const step of steps) {
    const earlier = createChanges();
    const noteReads = (reader: PlanNode, reads: readonly PlanResource[]): void => {
      const ids = [...new Set(reads.flatMap(({ identity }) => earlier.find(identity)))];
      if (ids.length === 0) return;
      readsAfter.set(reader, ids);
      for (const id of ids) named.add(id);
    };
    const noteChanges = (id: string, changes: readonly PlanResource[]): void => {
      for (const { identity } of changes) earlier.add(id, identity);
    };
    const visit = (node: PlanNode): void => {
      switch (node.kind) {
        case "require":
        case "warn":
          noteReads(node, node.guard.reads);
          break;
        case "ensure":
          noteReads(node, [node.resource, ...node.reads]);
          noteChanges(node.id, [node.resource, ...node.provides]);
          break;
        case "check":
          noteReads(node, [...node.changes, ...node.guard.reads]);
          noteChanges(node.id, node.changes);
          break;
        case "when":
          noteReads(node, node.guard.reads);
          [...node.body, ...node.otherwise].forEach(visit);
          break;
        case "each":
          noteReads(node, node.reads);
          node.body.forEach(visit);
          break;
        case "with":
          node.body.forEach(visit);
          break;
        case "reboot":
          break;
        default:
          unreachable(node);
      }
    };
    step.body.forEach(visit);
  }
  return { readsAfter, named };
}

/** What earlier items of a step would change. A step may hold thousands of items, so those without run-time parts are looked up. */
function createChanges(): { add(id: string, identity: string): void; find(identity: string): readonly string[] } {
  const byIdentity = new Map<string, string[]>();
  const patterns: { readonly id: string; readonly identity: string }[] = [];
  return {
    add(id, identity) {
      const ids = byIdentity.get(identity);
      if (ids) ids.push(id);
      else byIdentity.set(identity, [id]);
      if (identity.includes("${")) patterns.push({ id, identity });
    },
    find(identity) {
      const ids = [...(byIdentity.get(identity) ?? [])];
      for (const pattern of patterns) if (pattern.identity !== identity && matches(pattern.identity, identity)) ids.push(pattern.id);
      if (identity.includes("${"))
        for (const [other, more] of byIdentity) if (other !== identity && matches(identity, other)) ids.push(...more);
      return ids;
    },
  };
}

const RUN_TIME_PART = /\$\{[A-Za-z0-9_]+\}/;

/** Whether an identity with run-time parts may stand for another one. */
function matches(pattern: string, identity: string): boolean {
  const parts = pattern.split(RUN_TIME_PART).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`).test(identity);
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
