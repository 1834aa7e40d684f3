import { collectChanges } from "./changes.ts";
import type { PlanNode, PlanResource, PlanStep } from "./plan.ts";

/** The items of the same step whose fix would change what a statement reads. */
export interface Precedents {
  /** Their own resource is read. */
  readonly after: readonly string[];
  /** What they provide is read: where they are blocked it is not there either. */
  readonly needs: readonly string[];
}

/** Which items of a plan read what the fix of an earlier one would change. */
export interface Influence {
  /** Statements that depend on nothing are not in it. */
  readonly precedents: ReadonlyMap<PlanNode, Precedents>;
  /** Ids of the items that something depends on, with the variables of the loops around them, outermost first. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds in each step what depends on what (Semantics 4 and 5). A step that failed or is blocked holds all behind it back, so nothing reaches beyond a step. Identities with
 * a run-time part (`service ${service_name}`) may be any identity of the same form: what could be the same counts as the same. What the block of an
 * `else` would change, the item before it changes; `walksElse`: so do the items of the block, which a detection does not have.
 */
export function findInfluence(steps: readonly PlanStep[], walksElse = true): Influence {
  const precedents = new Map<PlanNode, Precedents>();
  const named = new Map<string, readonly string[]>();
  for (const step of steps) {
    const own = createChanges();
    const provided = createChanges();
    const loopsOf = new Map<string, readonly string[]>();
    const noteReads = (reader: PlanNode, reads: readonly PlanResource[]): void => {
      const find = (changes: Changes): string[] => [...new Set(reads.flatMap(({ identity }) => changes.find(identity)))];
      const needs = find(provided);
      const after = find(own).filter((id) => !needs.includes(id));
      if (after.length + needs.length === 0) return;
      precedents.set(reader, { after, needs });
      for (const id of [...after, ...needs]) named.set(id, loopsOf.get(id) ?? []);
    };
    const visit = (node: PlanNode, loops: readonly string[]): void => {
      switch (node.kind) {
        case "require":
        case "warn":
        case "reboot":
          noteReads(node, node.guard.reads);
          break;
        case "ensure": {
          noteReads(node, [node.resource, ...node.reads]);
          // Inside the block of its `else` nothing waits for the item: the block is there since its own fix has not helped.
          for (const inner of walksElse ? node.otherwise : []) visit(inner, loops);
          loopsOf.set(node.id, loops);
          own.add(node.id, node.resource.identity);
          for (const { identity } of node.provides) provided.add(node.id, identity);
          for (const { identity } of collectChanges(node.otherwise)) own.add(node.id, identity);
          break;
        }
        case "check":
        case "routine":
          noteReads(node, [...node.changes, ...(node.kind === "check" ? node.guard.reads : [])]);
          loopsOf.set(node.id, loops);
          for (const { identity } of node.changes) own.add(node.id, identity);
          break;
        case "when":
          noteReads(node, node.guard.reads);
          for (const inner of [...node.body, ...node.otherwise]) visit(inner, loops);
          break;
        case "each":
          noteReads(node, node.reads);
          for (const inner of node.body) visit(inner, [...loops, node.variable]);
          break;
        case "with":
          for (const inner of node.body) visit(inner, loops);
          break;
        default:
          unreachable(node);
      }
    };
    for (const node of step.body) visit(node, []);
  }
  return { precedents, named };
}

/** What earlier items of a step would change, by identity. */
interface Changes {
  add(id: string, identity: string): void;
  find(identity: string): readonly string[];
}

/** A step may hold thousands of items, so identities without run-time parts are looked up. */
function createChanges(): Changes {
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
