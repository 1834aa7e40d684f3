import { collectChanges } from "./changes.ts";
import type { PlanNode, PlanResource, PlanStep } from "./plan.ts";

/** The items of the same step whose fix would change what a statement reads. */
export interface Precedents {
  /** Their own resource is read. */
  readonly after: readonly string[] | SharedItems;
  /** What they provide is read: where they are blocked it is not there either. */
  readonly needs: readonly string[] | SharedItems;
}

/** Which items of a plan read what the fix of an earlier one would change. */
export interface Influence {
  /** Statements that depend on nothing are not in it. */
  readonly precedents: ReadonlyMap<PlanNode, Precedents>;
  /** Ids of the items that something depends on, with the variables of the loops around them, outermost first. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Lists that statements of a step have in common, each of which may be the `after` or the `needs` of many. */
  readonly shared: ReadonlyMap<PlanStep, readonly SharedItems[]>;
}

/** A list that many statements of a step have in common: all items of the step that it may be about. Those that have not been walked yet have not come out in any way. */
export interface SharedItems {
  readonly ids: readonly string[];
  /** Counted over the step. */
  readonly number: number;
}

/**
 * Finds in each step what depends on what (Semantics 4 and 5). A step that failed or is blocked holds all behind it back, so nothing reaches beyond a step. Identities with
 * a run-time part (`service ${service_name}`) may be any identity of the same form: what could be the same counts as the same. What the block of an
 * `else` would change, the item before it changes; `walksElse`: so do the items of the block, which a detection does not have.
 */
export function findInfluence(steps: readonly PlanStep[], walksElse = true): Influence {
  const precedents = new Map<PlanNode, Precedents>();
  const named = new Map<string, readonly string[]>();
  const shared = new Map<PlanStep, readonly SharedItems[]>();
  for (const step of steps) {
    const own = createChanges();
    const provided = createChanges();
    const loopsOf = new Map<string, readonly string[]>();
    const sharing = createSharing(loopsOf);
    const noteReads = (reader: PlanNode, reads: readonly PlanResource[], loops: readonly string[]): void => {
      const find = (changes: Changes): readonly ItemList[] => [...new Set(reads.flatMap(({ identity }) => changes.find(identity)))];
      const [changing, providing] = [find(own), find(provided)];
      if (changing.length + providing.length === 0) return;
      // Only an item that is fixed itself tells what provides it from what changes it.
      const isItem = reader.kind === "ensure" || reader.kind === "check" || reader.kind === "routine";
      const found =
        loops.length > 0 ? undefined : isItem ? sharing.find(changing, providing) : sharing.find([...changing, ...providing], []);
      if (found) return void precedents.set(reader, found);
      const needs = unite(providing);
      const isNeeded = new Set(needs);
      const after = unite(changing).filter((id) => !isNeeded.has(id));
      precedents.set(reader, { after, needs });
      for (const id of [...after, ...needs]) named.set(id, loopsOf.get(id) ?? []);
    };
    const visit = (node: PlanNode, loops: readonly string[]): void => {
      switch (node.kind) {
        case "require":
        case "warn":
        case "reboot":
          noteReads(node, node.guard.reads, loops);
          break;
        case "ensure": {
          noteReads(node, [node.resource, ...node.reads], loops);
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
          noteReads(node, [...node.changes, ...(node.kind === "check" ? node.guard.reads : [])], loops);
          loopsOf.set(node.id, loops);
          for (const { identity } of node.changes) own.add(node.id, identity);
          break;
        case "when":
          noteReads(node, node.guard.reads, loops);
          for (const inner of [...node.body, ...node.otherwise]) visit(inner, loops);
          break;
        case "each":
          noteReads(node, node.reads, loops);
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
    const lists = sharing.complete();
    for (const { ids } of lists) for (const id of ids) named.set(id, loopsOf.get(id) ?? []);
    if (lists.length > 0) shared.set(step, lists);
  }
  return { precedents, named, shared };
}

/** The ids of the items that would change one identity, in order; it grows. */
type ItemList = string[];

/** From so many items on, a list is shared: every statement with one of its own would make a script, and what runs it, grow with their square. */
const MANY = 16;

/** The lists of a step that statements share. */
function createSharing(loopsOf: ReadonlyMap<string, readonly string[]>) {
  interface Growing {
    readonly lists: readonly ItemList[];
    readonly except: readonly ItemList[];
    readonly ids: string[];
    readonly number: number;
  }
  const known = new Map<string, Growing>();
  const numbers = new Map<ItemList, number>();
  const share = (lists: readonly ItemList[], except: readonly ItemList[]): SharedItems => {
    const key = [lists, except]
      .map((each) => each.map((list) => numbers.get(list) ?? numbers.set(list, numbers.size).size - 1).join(" "))
      .join("-");
    const growing = known.get(key) ?? { lists, except, ids: [], number: known.size + 1 };
    known.set(key, growing);
    return growing;
  };
  const isLarge = (lists: readonly ItemList[]): boolean => lists.reduce((sum, list) => sum + list.length, 0) > MANY;
  const isOutsideLoops = (lists: readonly ItemList[]): boolean => lists.every((list) => list.every((id) => loopsOf.get(id)?.length === 0));
  return {
    /** The lists of a statement that depends on items with these; undefined where they are short, or an item stands in a loop and has an id for each element. */
    find(changing: readonly ItemList[], providing: readonly ItemList[]): Precedents | undefined {
      if (!isLarge(changing) && !isLarge(providing)) return undefined;
      if (!isOutsideLoops([...changing, ...providing])) return undefined;
      const after = changing.length === 0 ? [] : share(changing, providing);
      return { after, needs: providing.length === 0 ? [] : share(providing, []) };
    },
    complete(): readonly SharedItems[] {
      for (const { lists, except, ids } of known.values()) {
        const others = new Set(unite(except));
        for (const id of unite(lists)) if (!others.has(id)) ids.push(id);
      }
      return [...known.values()];
    },
  };
}

function unite(lists: readonly ItemList[]): string[] {
  return [...new Set(lists.flat())];
}

/** What earlier items of a step would change, by identity. */
interface Changes {
  add(id: string, identity: string): void;
  find(identity: string): readonly ItemList[];
}

/** A step may hold thousands of items, so identities without run-time parts are looked up. */
function createChanges(): Changes {
  interface Entry {
    readonly pieces: readonly string[];
    readonly ids: ItemList;
  }
  const byIdentity = new Map<string, Entry>();
  const open: Entry[] = [];
  return {
    add(id, identity) {
      const known = byIdentity.get(identity);
      if (known) return void known.ids.push(id);
      const entry = { pieces: splitAtRunTimeParts(identity), ids: [id] };
      byIdentity.set(identity, entry);
      if (entry.pieces.length > 1) open.push(entry);
    },
    find(identity) {
      const known = byIdentity.get(identity);
      const pieces = known?.pieces ?? splitAtRunTimeParts(identity);
      const lists = known ? [known.ids] : [];
      for (const entry of pieces.length > 1 ? byIdentity.values() : open)
        if (entry !== known && mayBeSame(entry.pieces, pieces)) lists.push(entry.ids);
      return lists;
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
