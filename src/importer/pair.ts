import type { Script } from "./syntax/ast.ts";
import { demandsOf, keyOfSubject, or } from "./evaluate/conditions.ts";
import type { Condition, Literal, Subject } from "./evaluate/conditions.ts";
import { createRun } from "./evaluate/run.ts";
import type { Act, PropertyValue, Run } from "./evaluate/run.ts";
import { runStatements } from "./evaluate/statements.ts";
import { FALSE, NOTHING } from "./evaluate/values.ts";

/** A state that a pair wants of one resource. */
export interface WantedState {
  readonly subject: Subject;
  readonly state: "present" | "absent";
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly literals: readonly Literal[];
  readonly acts: readonly Act[];
  /** Only where this one is there. */
  readonly guard: { readonly subject: Subject; readonly exists: boolean } | undefined;
}

/** What detection and fix say of one resource, where that is not the same. */
export interface Disagreement {
  readonly literal: Literal;
  readonly act: Act | undefined;
  readonly detected: string;
  readonly fixed: string;
}

export interface Pair {
  readonly detection: Run;
  readonly remediation: Run | undefined;
  /** When the detection ends with 0. */
  readonly compliant: Condition;
  readonly states: readonly WantedState[];
  readonly verbs: readonly Act[];
  readonly disagreements: readonly Disagreement[];
  /** Acts on what the detection never looks at, though it looks at something. */
  readonly untested: readonly Act[];
  /** Whether there is something in the detection that no kind says. */
  readonly isDetectionClear: boolean;
}

/** Follows a script without running anything. */
export function follow(script: Script): Run {
  const run = createRun(script);
  for (const { name, type } of script.params) run.variables.set(name, type === "switch" ? FALSE : NOTHING);
  bindDefaults(run);
  runStatements(run, script.body);
  return run;
}

function bindDefaults(run: Run): void {
  for (const { name, value } of run.script.params) {
    if (!value) continue;
    const assign = {
      kind: "assign" as const,
      target: { kind: "variable" as const, name, splatted: false, start: value.start, end: value.end },
      operator: "=",
      value: { kind: "pipeline" as const, elements: [value], start: value.start, end: value.end },
      start: value.start,
      end: value.end,
    };
    runStatements(run, [assign]);
  }
}

/** Under which condition a script ends with 0: by its exits, or at its end. */
export function compliance(run: Run): Condition {
  return or(run.live, ...run.exits.filter(({ code, afterError }) => code === 0 && !afterError).map(({ when }) => when));
}

/** Reads a pair as a whole. */
export function readPair(detect: Script, remediate: Script | undefined): Pair {
  const detection = follow(detect);
  const remediation = remediate && follow(remediate);
  const compliant = compliance(detection);
  const demands = demandsOf(compliant);
  const guarded = readGuards(demands.rest);
  const literals = [...demands.literals, ...guarded.flatMap(({ literals: inner }) => inner)].filter(({ atom }) => atom.test !== "unknown");
  const acts = nameInstallers(remediation?.acts ?? [], literals);
  const verbs = acts.filter(({ state }) => state === "verb");
  const changes = dropAids(
    acts.filter(({ state }) => state !== "verb"),
    literals,
  );
  const { states, disagreements } = collect(literals, changes, guarded, remediation !== undefined);
  const tested = new Set(literals.map(({ atom }) => keyOfSubject(atom.subject)));
  const isUnknown =
    demands.literals.some(({ atom }) => atom.test === "unknown") || compliant.op === "constant" || guarded.some(({ isClear }) => !isClear);
  const isDetectionClear = !isUnknown;
  return {
    detection,
    remediation,
    compliant,
    states,
    verbs,
    disagreements,
    untested:
      isDetectionClear && literals.length > 0
        ? changes.filter(({ subject }) => !tested.has(keyOfSubject(subject)) && !isRelated(subject, literals))
        : [],
    isDetectionClear,
  };
}

interface Guarded {
  readonly guard: WantedState["guard"];
  readonly literals: readonly Literal[];
  readonly isClear: boolean;
}

/** `not exists(a) or …`: the rest counts only where `a` is there. */
function readGuards(rest: Condition | undefined): Guarded[] {
  if (!rest) return [];
  return (rest.op === "and" ? rest.parts : [rest]).map((part): Guarded => {
    if (part.op !== "or") return { guard: undefined, literals: [], isClear: false };
    for (const alternative of part.parts) {
      const [only, ...more] = demandsOf(alternative).literals;
      if (!only || more.length > 0 || only.atom.test !== "exists" || demandsOf(alternative).rest) continue;
      const others = demandsOf(or(...part.parts.filter((other) => other !== alternative)));
      if (others.rest || others.literals.some(({ atom }) => atom.test === "unknown")) continue;
      return { guard: { subject: only.atom.subject, exists: !only.holds }, literals: others.literals, isClear: true };
    }
    return { guard: undefined, literals: [], isClear: false };
  });
}

/** An installer that is run says nothing of what it brings: the detection does, where it looks for one package. */
function nameInstallers(acts: readonly Act[], literals: readonly Literal[]): Act[] {
  const [wanted, ...more] = literals.filter(({ atom, holds }) => holds && atom.subject.kind === "package" && atom.test !== "unknown");
  const keys = new Set([wanted, ...more].map((literal) => literal && keyOfSubject(literal.atom.subject)));
  return acts.flatMap((act) => {
    if (act.subject.names["\ue000"] === undefined) return [act];
    if (!wanted || keys.size !== 1) return [];
    const source = show(act.properties["source"] ?? null);
    return [
      {
        ...act,
        subject: wanted.atom.subject,
        properties: {},
        note: `to install it, add 'source: "${source}"' with 'signed_by' or 'sha256'`,
      },
    ];
  });
}

/** Keys and folders that are made for what lies in them, and programs that are closed for what is done then, are no wish of their own. */
function dropAids(acts: readonly Act[], literals: readonly Literal[]): Act[] {
  const tested = new Set(literals.map(({ atom }) => keyOfSubject(atom.subject)));
  const others = acts.filter(({ state, isAid }) => state === "present" && isAid !== true);
  return acts.filter((act) => {
    const isTested = tested.has(keyOfSubject(act.subject));
    if (isTested && act.isAid !== true) return true;
    const key = String(act.subject.names["key"] ?? act.subject.names["path"] ?? "").toLowerCase();
    if (act.isAid === true || act.subject.kind === "directory")
      return (
        act.state === "absent" ||
        !others.some(
          (other) =>
            other !== act &&
            String(other.subject.names["key"] ?? other.subject.names["path"] ?? "")
              .toLowerCase()
              .startsWith(key),
        )
      );
    return act.subject.kind !== "process";
  });
}

function isRelated(subject: Subject, literals: readonly Literal[]): boolean {
  return subject.kind === "package" && literals.some(({ atom }) => atom.subject.kind === "package");
}

function collect(
  literals: readonly Literal[],
  acts: readonly Act[],
  guarded: readonly Guarded[],
  hasFix: boolean,
): { states: WantedState[]; disagreements: Disagreement[] } {
  const bySubject = new Map<string, { subject: Subject; literals: Literal[]; acts: Act[] }>();
  const entry = (subject: Subject): { subject: Subject; literals: Literal[]; acts: Act[] } => {
    const key = keyOfSubject(subject);
    const found = bySubject.get(key) ?? { subject, literals: [], acts: [] };
    bySubject.set(key, found);
    return found;
  };
  for (const act of acts) entry(alike(act.subject, literals)).acts.push(act);
  for (const literal of literals) entry(literal.atom.subject).literals.push(literal);
  const states: WantedState[] = [];
  const disagreements: Disagreement[] = [];
  for (const { subject, literals: told, acts: done } of bySubject.values()) {
    const last = done.at(-1);
    const fixed: Record<string, PropertyValue> = {};
    for (const act of done) Object.assign(fixed, act.state === "absent" ? {} : merge(fixed, act.properties));
    const detected: Record<string, PropertyValue> = {};
    let state: "present" | "absent" | undefined = last?.state === "verb" ? undefined : last?.state;
    for (const literal of told) {
      const { atom, holds } = literal;
      if (atom.test === "exists" && last === undefined) state = holds ? (state ?? "present") : "absent";
      if (atom.test === "exists" && last !== undefined && (last.state === "present") !== holds)
        disagreements.push({
          literal,
          act: last,
          detected: holds ? "there" : "absent",
          fixed: last.state === "present" ? "there" : "absent",
        });
      if (atom.test === "is" && atom.property !== undefined) readProperty(literal, fixed, detected, last, disagreements);
      if (!last && hasFix) disagreements.push({ literal, act: undefined, detected: describe(literal), fixed: "" });
    }
    const guard = guarded.find((one) => one.literals.some((literal) => told.includes(literal)))?.guard;
    const properties = state === "absent" ? {} : { ...detected, ...fixed };
    // A key that only has to be there for its values is not named beside them.
    const isNamedByValue =
      subject.kind === "registry_key" &&
      done.length === 0 &&
      state === "present" &&
      [...bySubject.values()].some(
        (other) =>
          other.subject.kind === "registry_value" &&
          String(other.subject.names["key"]).toLowerCase().startsWith(String(subject.names["key"]).toLowerCase()),
      );
    if (isNamedByValue) disagreements.splice(0, disagreements.length, ...disagreements.filter(({ literal }) => !told.includes(literal)));
    else if (state !== undefined || Object.keys(properties).length > 0)
      states.push({ subject, state: state ?? "present", properties, literals: told, acts: done, guard });
  }
  return { states, disagreements: uniquely(disagreements) };
}

function merge(
  before: Readonly<Record<string, PropertyValue>>,
  after: Readonly<Record<string, PropertyValue>>,
): Record<string, PropertyValue> {
  const merged: Record<string, PropertyValue> = { ...after };
  for (const name of ["includes", "excludes"]) {
    const [a, b] = [before[name], after[name]];
    if (Array.isArray(a) && Array.isArray(b)) merged[name] = [...new Set([...(a as string[]), ...(b as string[])])];
  }
  return merged;
}

/** One package by name in the detection and by its code in the fix is one. */
function alike(subject: Subject, literals: readonly Literal[]): Subject {
  const others = new Map(
    literals.filter(({ atom }) => atom.subject.kind === subject.kind).map(({ atom }) => [keyOfSubject(atom.subject), atom.subject]),
  );
  const [only] = others.values();
  return subject.kind === "package" && only && others.size === 1 ? only : subject;
}

const LISTS: Readonly<Record<string, true>> = { includes: true };

function readProperty(
  literal: Literal,
  fixed: Readonly<Record<string, PropertyValue>>,
  detected: Record<string, PropertyValue>,
  last: Act | undefined,
  disagreements: Disagreement[],
): void {
  const { atom, holds } = literal;
  const name = atom.property ?? "";
  const value = atom.value ?? null;
  if (LISTS[name]) {
    const list = holds ? "includes" : "excludes";
    const other = fixed[holds ? "excludes" : "includes"];
    if (Array.isArray(other) && other.some((member: unknown) => sameText(String(member), String(value))))
      disagreements.push({ literal, act: last, detected: describe(literal), fixed: holds ? "no member" : "a member" });
    else if (fixed[list] === undefined) detected[list] = [String(value)];
    return;
  }
  const set = fixed[name];
  if (holds && set !== undefined && !isSame(set, value, name))
    disagreements.push({ literal, act: last, detected: describe(literal), fixed: show(set) });
  if (!holds && set !== undefined && isSame(set, value, name))
    disagreements.push({ literal, act: last, detected: `other than ${show(value)}`, fixed: show(set) });
  if (last?.state === "absent" && holds) disagreements.push({ literal, act: last, detected: describe(literal), fixed: "absent" });
  if (holds && value !== null) detected[name] = wordly(atom.subject.kind, name, value);
  else if (!holds && typeof value === "boolean") detected[name] = !value;
}

function isSame(set: PropertyValue, value: PropertyValue, name: string): boolean {
  const [a, b] = [show(set), show(value)];
  return (
    sameText(a, b) ||
    (/^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) === Number(b)) ||
    (name === "startup" && a.startsWith("automatic") && b === "automatic") ||
    (a === "automatic" && b.startsWith("automatic") && name === "startup")
  );
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function wordly(kind: string, name: string, value: string | number | boolean): PropertyValue {
  const isWord = (kind === "service" && (name === "state" || name === "startup")) || (kind === "firewall_rule" && name === "action");
  return isWord ? { word: String(value) } : value;
}

export function show(value: PropertyValue): string {
  if (value === null) return "nothing";
  if (typeof value === "object") return "word" in value ? value.word : value.join(", ");
  return String(value);
}

function describe({ atom, holds }: Literal): string {
  if (atom.test === "exists") return holds ? "there" : "absent";
  return `${holds ? "" : "not "}${atom.property ?? ""} ${atom.test === "at_least" ? "from " : ""}${show(atom.value ?? null)}`;
}

function uniquely(all: readonly Disagreement[]): Disagreement[] {
  const seen = new Set<string>();
  return all.filter(({ literal, detected, fixed }) => {
    const key = `${keyOfSubject(literal.atom.subject)}|${fixed === "" ? "" : detected}|${fixed}`;
    return !seen.has(key) && seen.add(key);
  });
}
