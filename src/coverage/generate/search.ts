import type { Value } from "../../checker/value.ts";
import type { Plan, PlanNode } from "../../plan/plan.ts";
import type { Cell } from "../../proof/cell.ts";
import type { ProofEvent } from "../../proof/context.ts";
import { eventsOf } from "../../proof/trace.ts";
import { runRepair } from "../../proof/run.ts";
import type { Run, Subject } from "../../proof/run.ts";
import { State } from "../../proof/state.ts";
import { detect } from "../../proof/walk/rule-05-detection.ts";
import { nameOf } from "../../proof/walk/walk.ts";
import type { Notice, Walk } from "../../proof/walk/walk.ts";
import { keyOf, preconditionsOf } from "../goals.ts";

/** What the machine is like at the start, by variable. */
export type Start = ReadonlyMap<string, Value>;

/** What came of walking one run from every start state that is left open. */
export interface Searched {
  /** How the run ends, those that end alike as one. */
  readonly runs: readonly Run[];
  /** False where the budget ended before the ways did. */
  readonly isComplete: boolean;
}

/** Walks one run on which nothing goes wrong, on every way, and tells each goal that a way comes to. */
export function search(subject: Subject, budget: number, found: (key: string, startOf: () => Start) => void): Searched {
  const goals = listNotices(subject.plan);
  const left = { left: budget };
  const notice: Notice = (what, from, end) => {
    if (from.memory.preview !== undefined) return;
    const keys = [...(goals.get(what)?.(end, from) ?? []), ...end.events.flatMap((event) => keysOf(event))];
    const startOf = (): Start => readStart([...eventsOf({ end: from.state, trail: from.trail }), ...end.events]);
    for (const key of keys) found(key, startOf);
  };
  const begin = (walk: Walk): void => {
    walk.memory.setNote("verdict", detect(subject.steps, walk));
    walk.memory.step = "";
  };
  const options = { mayBeDisturbed: false, joins: false, slots: new Map(), notice, begin };
  const { runs } = runRepair(subject, new State<Cell>(subject.context.space), left, options);
  return { runs, isComplete: left.left > 0 };
}

/** What a run found the machine to have been. */
export function readStart(events: readonly ProofEvent[]): Start {
  return new Map(events.flatMap((event) => (event.kind === "start" && event.classes > 1 ? [[event.variable, event.value] as const] : [])));
}

/** What an item that comes out is a goal of. */
function keysOf(event: ProofEvent): readonly string[] {
  if (event.kind !== "item") return [];
  const { id, outcome, why, node } = event;
  if (event.label === "reboot") return outcome === "restart" ? [keyOf.reboot(id, true)] : [];
  const asked = outcome === "blocked" && (node?.kind === "check" || node?.kind === "routine") ? preconditionsOf(node.actions) : [];
  return [
    keyOf.item(id, outcome),
    ...asked.filter(({ guard }) => why.endsWith(guard.text)).map(({ origin }) => keyOf.precondition(id, origin)),
  ];
}

type Told = (end: Parameters<Notice>[2], from: Parameters<Notice>[1]) => readonly string[];

/** What the end of a statement tells that is no item: by the name under which it is walked. */
function listNotices({ steps }: Plan): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const visit = (node: PlanNode): void => {
    switch (node.kind) {
      case "when":
        told.set(nameOf(node), ({ result }) => (typeof result === "boolean" ? [keyOf.guard(node, result)] : []));
        [...node.body, ...node.otherwise].forEach(visit);
        break;
      case "each":
        told.set(`each ${nameOf(node)}`, ({ result }) => (result === "" ? [] : [keyOf.each(node, result === "[]")]));
        node.body.forEach(visit);
        break;
      case "ensure":
        if (node.otherwise.length > 0) told.set(nameOf(node), ({ result }) => (result === true ? [keyOf.else(node.id)] : []));
        node.otherwise.forEach(visit);
        break;
      case "reboot":
        told.set(nameOf(node), ({ events }, { memory }) =>
          memory.halt === "" && events.length === 0 ? [keyOf.reboot(node.id, false)] : [],
        );
        break;
      case "with":
        node.body.forEach(visit);
        break;
      case "require":
      case "check":
      case "routine":
      case "warn":
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of steps) {
    if (step.guard) told.set(`step ${step.name}`, ({ result }) => (typeof result === "boolean" ? [keyOf.guard(step, result)] : []));
    step.body.forEach(visit);
  }
  return told;
}
