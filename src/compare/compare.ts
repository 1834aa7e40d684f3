import type { Origin } from "../plan/plan.ts";
import { findInOrder, matchOutlines } from "./match.ts";
import type { Matches } from "./match.ts";
import type { Branch, Fact, Outline } from "./outline.ts";

/** One difference between two plans of a remedy. */
export interface Change {
  readonly change: "added" | "changed" | "moved" | "removed";
  /** The statement, step or block; undefined for what is said of the remedy as a whole. */
  readonly what: string | undefined;
  /** The step in which it stands; undefined for what is no part of one. */
  readonly step: string | undefined;
  /** When or where in the step it is walked, outermost first. */
  readonly where: readonly string[];
  readonly facts: readonly FactChange[];
  /** Of what is new or gone: what stands in it, a line each, indented by two for each level. */
  readonly inside: readonly string[];
  /** Where it stands: in the new files, or in the old ones when it is gone. */
  readonly origin: Origin;
}

/** What is said otherwise than before; undefined where it was not said, or is no longer. */
export interface FactChange {
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What is different between two plans of one remedy for one target, in the order of the new one; what is gone comes behind its neighbours. */
export function compareOutlines(before: Outline, after: Outline): Change[] {
  if (before.signature === after.signature) return [];
  const matches = matchOutlines(before, after);
  const places: BothPlaces = { old: placeAll(before), now: placeAll(after), orders: new Map() };
  const changes: Change[] = [];
  compare(before, after, matches, places, changes);
  return changes;
}

/** All of a remedy as new, or as gone. */
export function tellWhole(remedy: Outline, change: "added" | "removed"): Change[] {
  const places = placeAll(remedy);
  return remedy.branches.flatMap(({ nodes }) => nodes.map((node) => wholeChange(node, change, places)));
}

/** Where a node stands: the branch, and the way to it. */
interface Place {
  readonly parent: Outline;
  readonly index: number;
  /** Number among the branches of the parent. */
  readonly branch: number;
  readonly siblings: readonly Outline[];
  readonly step: Outline | undefined;
  readonly where: readonly string[];
}

type Places = ReadonlyMap<Outline, Place>;

function placeAll(root: Outline): Places {
  const places = new Map<Outline, Place>();
  const visit = (parent: Outline, step: Outline | undefined, where: readonly string[]): void => {
    for (const [branch, { when, nodes }] of parent.branches.entries()) {
      const way = when === "" ? where : [...where, when];
      for (const [index, node] of nodes.entries()) {
        places.set(node, { parent, index, branch, siblings: nodes, step, where: way });
        visit(node, node.kind === "step" ? node : step, way);
      }
    }
  };
  visit(root, undefined, []);
  return places;
}

interface BothPlaces {
  readonly old: Places;
  readonly now: Places;
  /** Of a branch of the new plan: the old places of those that have kept their order. */
  readonly orders: Map<readonly Outline[], ReadonlySet<number>>;
}

function compare(old: Outline, now: Outline, matches: Matches, places: BothPlaces, changes: Change[]): void {
  const facts = compareFacts(old.facts, now.facts);
  const moves = comparePlaces(old, now, matches, places);
  if (facts.length > 0 || moves.length > 0) {
    const place = places.now.get(now);
    changes.push({
      change: facts.length > 0 ? "changed" : "moved",
      what: now.kind === "remedy" ? undefined : now.kind === "step" ? `step ${now.text}` : now.name,
      step: place?.step?.text,
      where: place?.where ?? [],
      facts: [...facts, ...moves],
      inside: [],
      origin: now.origin,
    });
  }
  compareBranches(old.branches, now.branches, matches, places, changes);
}

function compareBranches(old: readonly Branch[], now: readonly Branch[], matches: Matches, places: BothPlaces, changes: Change[]): void {
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    for (const node of now[i]?.nodes ?? []) {
      const other = matches.toOld.get(node);
      if (other) compare(other, node, matches, places, changes);
      else tellUnmatched(node, "added", matches, places, changes);
    }
    for (const node of old[i]?.nodes ?? []) if (!matches.toNew.has(node)) tellUnmatched(node, "removed", matches, places, changes);
  }
}

/** What only one of the plans has: as a whole, or, where something in it is in the other one as well, by itself. */
function tellUnmatched(node: Outline, change: "added" | "removed", matches: Matches, places: BothPlaces, changes: Change[]): void {
  const known: ReadonlyMap<Outline, Outline> = change === "added" ? matches.toOld : matches.toNew;
  const told = wholeChange(node, change, change === "added" ? places.now : places.old);
  // What is gone of a step that has another name now stands below the new one.
  const step = places.old.get(node)?.step;
  const whole = change === "removed" && step ? { ...told, step: (matches.toNew.get(step) ?? step).text } : told;
  const isWhole = (inner: Outline): boolean => inner.branches.every(({ nodes }) => nodes.every((one) => !known.has(one) && isWhole(one)));
  if (isWhole(node)) {
    changes.push(whole);
    return;
  }
  // A block is told by what stands in it.
  if (node.kind !== "block") changes.push({ ...whole, inside: listUntold(node, 0) });
  if (change === "added") compareBranches([], node.branches, matches, places, changes);
  else compareBranches(node.branches, [], matches, places, changes);
}

function wholeChange(node: Outline, change: "added" | "removed", places: Places): Change {
  const place = places.get(node);
  const guard = node.kind === "step" ? node.facts.find(({ name }) => name === "only when") : undefined;
  return {
    change,
    what: node.kind === "step" ? `step ${node.text}${guard ? `, only when ${guard.text}` : ""}` : node.text,
    step: place?.step?.text,
    where: place?.where ?? [],
    facts: [],
    inside: [...listUntold(node, 0), ...listInside(node, 0)],
    origin: node.origin,
  };
}

function listInside({ branches }: Outline, level: number): string[] {
  const pad = "  ".repeat(level);
  return branches.flatMap(({ when, nodes }, i) => {
    if (nodes.length === 0) return [];
    const title = when === "" || (i === 0 && when === nodes[0]?.text) ? [] : [`${pad}${when}:`];
    const deeper = title.length === 0 ? level : level + 1;
    return [
      ...title,
      ...nodes.flatMap((node) => [
        ...(node.kind === "block" ? [] : [`${"  ".repeat(deeper)}${node.text}`, ...listUntold(node, deeper + 1)]),
        ...listInside(node, node.kind === "block" ? deeper : deeper + 1),
      ]),
    ];
  });
}

/** What the line of a statement does not tell: the means of an `ensure`, texts of several lines. */
function listUntold({ kind, facts }: Outline, level: number): string[] {
  if (kind !== "statement") return [];
  const pad = "  ".repeat(level);
  return facts
    .filter(({ untold }) => untold)
    .flatMap(({ name, text }) =>
      text.includes("\n") ? [`${pad}${name}:`, ...text.split("\n").map((line) => `${pad}  ${line}`)] : [`${pad}${name}: ${text}`],
    );
}

function compareFacts(old: readonly Fact[], now: readonly Fact[]): FactChange[] {
  const before = new Map(old.map((fact) => [fact.name, fact]));
  const after = new Set(now.map(({ name }) => name));
  return [
    ...now.flatMap(({ name, meaning, text }) => {
      const other = before.get(name);
      return other?.meaning === meaning ? [] : [{ name, from: other?.text, to: text }];
    }),
    ...old.flatMap(({ name, text }) => (after.has(name) ? [] : [{ name, from: text, to: undefined }])),
  ];
}

/** Whether it stands elsewhere: in another block, or before or behind others of its block. */
function comparePlaces(old: Outline, now: Outline, matches: Matches, places: BothPlaces): FactChange[] {
  const from = places.old.get(old);
  const to = places.now.get(now);
  if (!from || !to) return [];
  if (matches.toOld.get(to.parent) !== from.parent || from.branch !== to.branch)
    return [{ name: "where", from: describePlace(from), to: describePlace(to) }];
  return findKept(to.siblings, from.siblings, matches, places).has(from.index)
    ? []
    : [{ name: "order", from: describeOrder(from), to: describeOrder(to) }];
}

function findKept(now: readonly Outline[], old: readonly Outline[], matches: Matches, { orders }: BothPlaces): ReadonlySet<number> {
  const known = orders.get(now);
  if (known) return known;
  const indexes = new Map(old.map((node, i) => [node, i]));
  const kept = findInOrder(now.flatMap((node) => indexes.get(matches.toOld.get(node) ?? node) ?? []));
  orders.set(now, kept);
  return kept;
}

function describePlace({ step, where }: Place): string {
  return [...(step === undefined ? [] : [`step ${step.text}`]), ...where].join(", ");
}

function describeOrder({ index, siblings }: Place): string {
  const previous = siblings[index - 1];
  return previous ? `after ${previous.kind === "step" ? `step ${previous.text}` : previous.name}` : "first";
}
