import type { Outline } from "./outline.ts";

/** Which place of the old plan is which of the new one. */
export interface Matches {
  readonly toOld: ReadonlyMap<Outline, Outline>;
  readonly toNew: ReadonlyMap<Outline, Outline>;
}

/** Finds each place of an old plan in a new one: in the same block first, then anywhere in the remedy. */
export function matchOutlines(before: Outline, after: Outline): Matches {
  const toOld = new Map<Outline, Outline>();
  const toNew = new Map<Outline, Outline>();

  const pair = (old: readonly Outline[], now: readonly Outline[], namesOf: (node: Outline) => readonly string[]): void => {
    const free = new Map<string, Outline[]>();
    for (const node of [...old].reverse()) {
      if (toNew.has(node)) continue;
      for (const name of new Set(namesOf(node))) {
        const others = free.get(`${node.kind} ${name}`);
        if (others) others.push(node);
        else free.set(`${node.kind} ${name}`, [node]);
      }
    }
    if (free.size === 0) return;
    for (const node of now) {
      if (toOld.has(node)) continue;
      for (const name of namesOf(node)) {
        const others = free.get(`${node.kind} ${name}`) ?? [];
        let found = others.pop();
        while (found && toNew.has(found)) found = others.pop();
        if (!found) continue;
        join(found, node);
        break;
      }
    }
  };
  const join = (old: Outline, now: Outline): void => {
    toOld.set(now, old);
    toNew.set(old, now);
  };
  /** Of two that are one: what stands in them. */
  const inside = (old: Outline, now: Outline): void => {
    for (const [i, { nodes }] of now.branches.entries()) {
      const others = old.branches[i]?.nodes ?? [];
      pair(others, nodes, (node) => [node.signature]);
      pair(others, nodes, (node) => [node.key]);
      pair(others, nodes, (node) => node.also);
      for (const node of nodes) {
        const other = toOld.get(node);
        if (other) inside(other, node);
      }
    }
  };

  join(before, after);
  inside(before, after);
  for (let count = -1; count !== toOld.size;) {
    count = toOld.size;
    const old = listStatements(before).filter((node) => !toNew.has(node));
    const now = listStatements(after).filter((node) => !toOld.has(node));
    pair(old, now, (node) => [node.signature]);
    pair(old, now, (node) => [node.key]);
    for (const node of now) {
      const other = toOld.get(node);
      if (other) inside(other, node);
    }
  }
  return { toOld, toNew };
}

/** All statements inside, in the order in which they are walked. */
function listStatements({ branches }: Outline): Outline[] {
  return branches.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === "statement" ? [node, ...listStatements(node)] : listStatements(node))),
  );
}

/** Which of these numbers keep their order among themselves, as many as possible; the others have moved. */
export function findInOrder(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  }
  const found = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) found.add(numbers[i] ?? 0);
  return found;
}
