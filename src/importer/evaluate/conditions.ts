import type { Place } from "../syntax/ast.ts";

export type Constant = string | number | boolean | null;

/** What a pair reads or changes: a kind of the language and the names of one of its resources. */
export interface Subject {
  readonly kind: string;
  readonly names: Readonly<Record<string, string | number>>;
}

/** One thing that can be true of a machine; `unknown` is what no idiom understands, told by its text. */
export interface Atom extends Place {
  readonly subject: Subject;
  readonly test: "exists" | "is" | "at_least" | "unknown";
  readonly property?: string;
  readonly value?: Constant;
}

/** A condition over atoms. */
export type Condition =
  | { readonly op: "constant"; readonly value: boolean }
  | { readonly op: "atom"; readonly atom: Atom }
  | { readonly op: "not"; readonly inner: Condition }
  | { readonly op: "and" | "or"; readonly parts: readonly Condition[] };

export const ALWAYS: Condition = { op: "constant", value: true };
export const NEVER: Condition = { op: "constant", value: false };

export function keyOfSubject({ kind, names }: Subject): string {
  return `${kind}|${Object.keys(names)
    .sort()
    .map((name) => `${name}=${String(names[name]).toLowerCase()}`)
    .join("|")}`;
}

function keyOfAtom(atom: Atom): string {
  return [
    keyOfSubject(atom.subject),
    atom.test,
    atom.property ?? "",
    atom.value === undefined ? "" : JSON.stringify(atom.value).toLowerCase(),
  ].join("#");
}

export function atomOf(atom: Atom): Condition {
  return { op: "atom", atom };
}

export function not(inner: Condition): Condition {
  if (inner.op === "constant") return inner.value ? NEVER : ALWAYS;
  return inner.op === "not" ? inner.inner : { op: "not", inner };
}

export function and(...parts: readonly Condition[]): Condition {
  return combine("and", parts);
}

export function or(...parts: readonly Condition[]): Condition {
  return combine("or", parts);
}

function combine(op: "and" | "or", parts: readonly Condition[]): Condition {
  const neutral = op === "and";
  const flat: Condition[] = [];
  const keys = new Set<string>();
  for (const part of parts.flatMap((inner) => (inner.op === op ? inner.parts : [inner]))) {
    if (part.op === "constant") {
      if (part.value === neutral) continue;
      return part;
    }
    const key = keyOf(part);
    if (keys.has(keyOf(not(part)))) return neutral ? NEVER : ALWAYS;
    if (!keys.has(key)) flat.push(part);
    keys.add(key);
  }
  const short = absorb(op, flat);
  if (short) return combine(op, short);
  if (flat.length === 0) return neutral ? ALWAYS : NEVER;
  return flat.length === 1 ? (flat[0] ?? ALWAYS) : { op, parts: flat };
}

/** `a or (not a and b)` is `a or b`, and `a and (not a or b)` is `a and b`; undefined where nothing becomes shorter. */
function absorb(op: "and" | "or", parts: readonly Condition[]): Condition[] | undefined {
  const denied = new Set(parts.map((part) => keyOf(not(part))));
  const shorter = parts.map((part) => {
    if (part.op === "constant" || part.op === "atom" || part.op === "not" || part.op === op) return part;
    const kept = part.parts.filter((inner) => !denied.has(keyOf(inner)));
    return kept.length === part.parts.length ? part : combine(part.op, kept);
  });
  return shorter.some((part, i) => part !== parts[i]) ? shorter : undefined;
}

const keys = new WeakMap<Condition, string>();

/** A text that two conditions share when they are written the same. */
export function keyOf(condition: Condition): string {
  let key = keys.get(condition);
  if (key !== undefined) return key;
  if (condition.op === "constant") key = String(condition.value);
  else if (condition.op === "atom") key = keyOfAtom(condition.atom);
  else if (condition.op === "not") key = `!(${keyOf(condition.inner)})`;
  else key = `${condition.op}(${condition.parts.map(keyOf).join(";")})`;
  keys.set(condition, key);
  return key;
}

/** The atoms of a condition, each once. */
function atomsOf(condition: Condition): Map<string, Atom> {
  const atoms = new Map<string, Atom>();
  const seen = new Set<Condition>();
  const visit = (inner: Condition): void => {
    if (seen.has(inner)) return;
    seen.add(inner);
    if (inner.op === "atom" && !atoms.has(keyOfAtom(inner.atom))) atoms.set(keyOfAtom(inner.atom), inner.atom);
    else if (inner.op === "not") visit(inner.inner);
    else if (inner.op === "and" || inner.op === "or") inner.parts.forEach(visit);
  };
  visit(condition);
  return atoms;
}

/** An atom that must hold, or must not. */
export interface Literal {
  readonly atom: Atom;
  readonly holds: boolean;
}

/** What must hold for a condition: `literals` all of them; `rest` is what is no list of literals; undefined where nothing is left. */
export interface Demands {
  readonly literals: readonly Literal[];
  readonly rest: Condition | undefined;
}

/** How many atoms are looked at together: all their truths are gone through. */
const MOST_ATOMS = 12;

/** Takes a condition apart into what must hold, conjunct by conjunct. */
export function demandsOf(condition: Condition): Demands {
  const literals = new Map<string, Literal>();
  const rest: Condition[] = [];
  const visit = (part: Condition): void => {
    if (part.op === "constant") {
      if (!part.value) rest.push(part);
      return;
    }
    const inner = pushDown(part);
    if (inner.op === "and") {
      inner.parts.forEach(visit);
      return;
    }
    const found = literalsOf(inner);
    if (found) for (const literal of found) literals.set(`${literal.holds}${keyOfAtom(literal.atom)}`, literal);
    else rest.push(inner);
  };
  visit(condition);
  return { literals: [...literals.values()], rest: rest.length === 0 ? undefined : and(...rest) };
}

/** `not (a or b)` as `not a and not b`; and `(a and x) or (not a and x)` stays for the table of truths. */
function pushDown(condition: Condition): Condition {
  if (condition.op !== "not") return condition;
  const { inner } = condition;
  if (inner.op === "or") return and(...inner.parts.map((part) => pushDown(not(part))));
  if (inner.op === "and") return or(...inner.parts.map((part) => pushDown(not(part))));
  return condition;
}

function literalsOf(condition: Condition): Literal[] | undefined {
  const atoms = [...atomsOf(condition).entries()];
  if (atoms.length > MOST_ATOMS) return undefined;
  const models: boolean[][] = [];
  const worlds: boolean[][] = [];
  for (let bits = 0; bits < 2 ** atoms.length; bits++) {
    const world = atoms.map((_, i) => ((bits >> i) & 1) === 1);
    if (
      !isConsistent(
        atoms.map(([, atom]) => atom),
        world,
      )
    )
      continue;
    worlds.push(world);
    const truth = new Map(atoms.map(([key], i) => [key, world[i] ?? false]));
    if (holds(condition, truth)) models.push(world);
  }
  const [first] = models;
  if (first === undefined) return undefined;
  const fixed = atoms.map((_, i) => models.every((world) => world[i] === first[i]));
  const isAll = worlds.filter((world) => world.every((value, i) => fixed[i] !== true || value === first[i])).length === models.length;
  if (!isAll) return undefined;
  return atoms.flatMap(([, atom], i) => (fixed[i] === true ? [{ atom, holds: first[i] ?? false }] : []));
}

function holds(condition: Condition, truth: ReadonlyMap<string, boolean>): boolean {
  switch (condition.op) {
    case "constant":
      return condition.value;
    case "atom":
      return truth.get(keyOfAtom(condition.atom)) ?? false;
    case "not":
      return !holds(condition.inner, truth);
    case "and":
      return condition.parts.every((part) => holds(part, truth));
    case "or":
      return condition.parts.some((part) => holds(part, truth));
  }
}

/** What has a property is there, a property has one value, and a value lies in a key. */
function isConsistent(atoms: readonly Atom[], world: readonly boolean[]): boolean {
  for (const [i, atom] of atoms.entries())
    for (const [j, other] of atoms.entries()) {
      if (i === j || !(world[i] ?? false)) continue;
      const isSame = keyOfSubject(atom.subject) === keyOfSubject(other.subject);
      if (isSame && other.test === "exists" && atom.test !== "unknown" && atom.test !== "exists" && world[j] === false) return false;
      if (isSame && atom.test === "is" && other.test === "is" && atom.property === other.property && (world[j] ?? false)) return false;
      if (other.test === "exists" && world[j] === false && liesIn(atom.subject, other.subject)) return false;
    }
  return true;
}

function liesIn(inner: Subject, outer: Subject): boolean {
  if (
    outer.kind !== "registry_key" ||
    (inner.kind !== "registry_value" && inner.kind !== "registry_key") ||
    inner.names["view"] !== outer.names["view"]
  )
    return false;
  const key = String(inner.names["key"]).toLowerCase();
  const above = String(outer.names["key"]).toLowerCase();
  return key.startsWith(`${above}\\`) || (key === above && inner.kind === "registry_value");
}
