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
  const byIdentity = new Map<string, { readonly pieces: readonly string[]; readonly ids: string[] }>();
  const open: { readonly id: string; readonly pieces: readonly string[] }[] = [];
  return {
    add(id, identity) {
      const pieces = splitAtRunTimeParts(identity);
      const known = byIdentity.get(identity);
      if (known) known.ids.push(id);
      else byIdentity.set(identity, { pieces, ids: [id] });
      if (pieces.length > 1) open.push({ id, pieces });
    },
    find(identity) {
      const ids = [...(byIdentity.get(identity)?.ids ?? [])];
      const pieces = splitAtRunTimeParts(identity);
      for (const change of open) if (mayBeSame(change.pieces, pieces)) ids.push(change.id);
      if (pieces.length > 1) for (const other of byIdentity.values()) if (mayBeSame(pieces, other.pieces)) ids.push(...other.ids);
      return ids;
    },
  };
}

/** A property of another resource, by which one is named: `(package ${p}).name`. */
const PROPERTY = /\([a-z_0-9]+(?: [^()]*)?\)\.[a-z_0-9]+/g;

/** The texts around the parts of an identity that only the device knows; one text where there is none. */
function splitAtRunTimeParts(identity: string): readonly string[] {
  let [text, before] = [identity, ""];
  while (text !== before) [text, before] = [text.replace(PROPERTY, "${}"), text];
  // What stands behind `??` is one of two.
  return text.replace(/\$\{\w*\} \?\? [^]*$/, "${}").split(/\$\{\w*\}/);
}

/** Whether two identities may be one on the device; of two with run-time parts only how they begin and end is compared. */
function mayBeSame(one: readonly string[], other: readonly string[]): boolean {
  const [first = "", second = ""] = [one[0], other[0]];
  const [last = "", end = ""] = [one.at(-1), other.at(-1)];
  if (one.length === 1) return other.length === 1 ? first === second : mayBeSame(other, one);
  if (other.length > 1) return (first.startsWith(second) || second.startsWith(first)) && (last.endsWith(end) || end.endsWith(last));
  if (!second.startsWith(first)) return false;
  let position = first.length;
  for (const piece of one.slice(1, -1)) {
    const found = second.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return second.length - last.length >= position && second.endsWith(last);
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
