import { showValue } from "../../checker/values.ts";
import type { Origin, Plan } from "../../plan/plan.ts";
import { visitPlan } from "../../plan/provides.ts";
import { getLineColumn } from "../../source/source-file.ts";
import type { Cell } from "../cell.ts";
import type { Variable } from "../context.ts";
import type { Counterexample, ToldMove } from "../counterexample.ts";
import { PROPERTY_CODES } from "../properties.ts";
import type { PropertyName } from "../properties.ts";
import type { ClusterProof, Proof } from "../prove.ts";
import { POLICY } from "../world.ts";

/** A proof as a person reads it and as JSON has it: texts and numbers alone. */
export interface ToldProof {
  readonly remedy: string;
  readonly target: string;
  readonly file: string;
  /** `unfinished`: nothing was refuted, and the budget ended before the states did. */
  readonly verdict: "proved" | "refuted" | "unfinished";
  readonly states: number;
  /** For how many start states they stand: a number as text, `10^24` where it has no other. */
  readonly startStates: string;
  /** Ways through single statements. */
  readonly ways: number;
  readonly milliseconds: number;
  readonly refutations: readonly ToldRefutation[];
  /** What was not looked at to its end. */
  readonly unfinished: readonly ToldUnfinished[];
}

export interface ToldRefutation {
  readonly code: string;
  readonly property: PropertyName;
  readonly promise: string | undefined;
  readonly summary: string;
  /** What stood in the way, where several of one summary are told apart by that. */
  readonly cause: string | undefined;
  /** Why this remedy need not have the property, where it says so. */
  readonly accepted: string | undefined;
  readonly start: readonly ToldThing[];
  readonly moves: readonly ToldStep[];
}

/** `service Spooler`: `state stopped`, `startup automatic`. */
export interface ToldThing {
  readonly name: string;
  readonly facts: readonly string[];
}

export type ToldStep =
  { readonly kind: "restart" } | { readonly kind: "run"; readonly outcome: string; readonly items: readonly ToldItem[] };

export interface ToldItem {
  /** `spooler.2`; empty where no statement did it. */
  readonly id: string;
  /** Where the statement stands. */
  readonly place: ToldPlace | undefined;
  readonly outcome: string;
  readonly text: string;
  readonly why: string;
  /** What went wrong, and what was changed. */
  readonly details: readonly string[];
  /** How things are now that were otherwise, or not known. */
  readonly changes: readonly ToldFact[];
}

export interface ToldPlace {
  readonly file: string;
  readonly line: number;
}

/** `state` of `service Spooler`: `state stopped`. */
export interface ToldFact {
  readonly thing: string;
  readonly property: string;
  readonly fact: string;
}

export interface ToldUnfinished {
  /** Its items, or the promise. */
  readonly about: string;
  readonly states: number | undefined;
  /** So much was kept as may be: a larger budget would not help. */
  readonly isFull: boolean;
  /** What multiplies the states, the most first. */
  readonly widest: readonly { readonly label: string; readonly classes: number }[];
}

/** What holds of every proof. */
export const ASSUMPTIONS: readonly string[] = [
  "at most one thing goes wrong on each way besides what the machine is like: a fix that fails, fails half way or is blocked, a reading that fails, something else of the remedy that halts, or a run that is killed; a fix before an else may fail besides",
  "what each goes over is looked at with no element and with one",
  "a fix that works makes what is wished true, and of built-in kinds changes nothing else but what their models say; of a kind of a user's own anything may happen to what it names; between two runs policies put back what they set, and nobody else changes the machine",
];

/** Puts a proof into words. */
export function tellProof(proof: Proof, milliseconds: number): ToldProof {
  const { plan, clusters, promises } = proof;
  const refutations = proof.counterexamples.map((one) => tellRefutation(plan, one));
  const isRefuted = refutations.some(({ accepted }) => accepted === undefined);
  return {
    remedy: plan.remedy.name,
    target: plan.target,
    file: plan.remedy.origin.span.file.path,
    verdict: isRefuted ? "refuted" : proof.isComplete ? "proved" : "unfinished",
    states: clusters.reduce((sum, { states }) => sum + states, 0),
    startStates: countStarts(clusters),
    ways: proof.ways,
    milliseconds: Math.round(milliseconds),
    refutations,
    unfinished: [
      ...clusters.filter(({ isComplete }) => !isComplete).map(tellUnfinished),
      ...promises
        .filter(({ isComplete }) => !isComplete)
        .map(({ title, isFull }): ToldUnfinished => ({ about: `the promise '${title}'`, states: undefined, isFull, widest: [] })),
    ],
  };
}

const MOST_ITEMS = 3;

function tellUnfinished({ items, states, isFull, widest }: ClusterProof): ToldUnfinished {
  const more = items.length > MOST_ITEMS ? ` and ${items.length - MOST_ITEMS} more` : "";
  return { about: `${items.slice(0, MOST_ITEMS).join("; ")}${more}`, states, isFull, widest };
}

/** Exact while numbers are, then as a power of ten. */
export function countStarts(clusters: readonly Pick<ClusterProof, "stands" | "magnitude">[]): string {
  const product = clusters.reduce((all, { stands }) => all * stands, 1);
  return Number.isSafeInteger(product) ? String(product) : `10^${Math.floor(clusters.reduce((sum, { magnitude }) => sum + magnitude, 0))}`;
}

/** Puts one counterexample into words. */
export function tellRefutation(plan: Plan, found: Counterexample): ToldRefutation {
  const { property, promise, summary, cause, start, moves, variables } = found;
  const things = new Map<string, string[]>();
  for (const { thing, fact } of tellStart(start)) {
    const facts = things.get(thing) ?? [];
    things.set(thing, facts);
    facts.push(fact);
  }
  const places = findPlaces(plan);
  return {
    code: PROPERTY_CODES[property],
    property,
    promise,
    summary,
    cause,
    accepted: plan.accepted.find((one) => one.property === property)?.reason,
    start: [...things].map(([name, facts]) => ({ name, facts })),
    moves: moves.map((move) => tellMove(move, variables, places)),
  };
}

/** What the machine is like at the start, a fact each. */
export function tellStart(start: Counterexample["start"]): readonly ToldFact[] {
  return start.map(({ resource, property, label, value }) => ({
    thing: resource?.label ?? label,
    property,
    fact: resource ? tellFact(property, value) : showCellText(value),
  }));
}

/** Where the items of a plan stand, by id. */
function findPlaces({ steps }: Plan): ReadonlyMap<string, ToldPlace> {
  const places = new Map<string, ToldPlace>();
  for (const step of steps) places.set(step.name, placeOf(step.origin));
  visitPlan(steps, (node) => {
    if ("id" in node) places.set(node.id, placeOf(node.origin));
  });
  return places;
}

export function placeOf({ span }: Origin): ToldPlace {
  return { file: span.file.path, line: getLineColumn(span.file, span.start).line };
}

/** `state stopped`, `there`, `includes has S-1-1-0: no`. */
export function tellFact(property: string, value: Cell): string {
  if (property === "exists") return value.kind === "bool" ? (value.value ? "there" : "missing") : "there or missing";
  // What a question is asked with stands in the remedy.
  const name = property.replace(/\(.*$/s, "(…)");
  if (/ has |\(/.test(name) && value.kind === "bool") return `${name}: ${value.value ? "yes" : "no"}`;
  return `${name} ${showCellText(value)}`;
}

function showCellText(value: Cell): string {
  return value.kind === "open" ? "anything" : showValue(value);
}

function tellMove(move: ToldMove, variables: ReadonlyMap<string, Variable>, places: ReadonlyMap<string, ToldPlace>): ToldStep {
  if (move.kind === "restart") return move;
  const items: ToldItem[] = [];
  let [details, changes]: [string[], ToldFact[]] = [[], []];
  const end = (id: string, outcome: string, text: string, why: string): void => {
    items.push({ id, place: places.get(id), outcome, text, why, details, changes });
    [details, changes] = [[], []];
  };
  const change = (key: string, value: Cell): void => {
    const variable = variables.get(key);
    if (variable?.resource)
      changes.push({ thing: variable.resource.label, property: variable.property, fact: tellFact(variable.property, value) });
    else if (variable) changes.push({ thing: variable.label, property: variable.property, fact: showCellText(value) });
  };
  for (const event of move.events) {
    switch (event.kind) {
      case "item":
        end(
          event.id,
          event.outcome,
          event.label,
          event.behind === "" ? event.why : `${event.why === "" ? "" : `${event.why}; `}behind ${event.behind}`,
        );
        break;
      case "change":
        details.push(tellChange(variables.get(event.variable), event.variable, event.from, event.to, event.by));
        change(event.variable, event.to);
        break;
      case "turned-out":
        details.push(`it turns out: ${nameFact(variables.get(event.variable), event.variable, event.value)}`);
        change(event.variable, event.value);
        break;
      case "disturbance":
        if (event.what === "killed") end(event.id, "killed", event.text, "");
        else details.push(event.text);
        break;
      case "start":
      case "restart-asked":
        break;
      default:
        event satisfies never;
    }
  }
  if (details.length > 0) end("", "", "", "");
  return { kind: "run", outcome: move.outcome, items };
}

function tellChange(variable: Variable | undefined, key: string, from: Cell | undefined, to: Cell, by: string): string {
  const was =
    from === undefined || from.kind === "open"
      ? ""
      : ` (was ${from.kind === "bool" ? tellTruth(variable, from.value) : showCellText(from)})`;
  return `${by === POLICY ? "put back by a policy" : "now"} ${nameFact(variable, key, to)}${was}`;
}

function tellTruth(variable: Variable | undefined, isTrue: boolean): string {
  return variable?.property === "exists" ? (isTrue ? "there" : "missing") : String(isTrue);
}

function nameFact(variable: Variable | undefined, key: string, value: Cell): string {
  if (!variable?.resource) return `${variable?.label ?? key.replace("\0", " ")}: ${showCellText(value)}`;
  return `${variable.resource.label}: ${tellFact(variable.property, value)}`;
}
