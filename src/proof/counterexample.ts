import type { Value } from "../checker/value.ts";
import type { PlanNode, PlanResource } from "../plan/plan.ts";
import type { PlanQuery, ProofContext, ProofEvent, Variable } from "./context.ts";
import type { Node } from "./explore.ts";
import type { PropertyName } from "./properties.ts";
import type { RepairOutcome } from "./walk/memory.ts";
import type { Run } from "./run.ts";
import { eventsOf, traceBack } from "./trace.ts";

/** How a property is refuted: what the machine was like at the start, and what happened then. */
export interface Counterexample {
  readonly property: PropertyName;
  /** The title of a promise. */
  readonly promise: string | undefined;
  /** What is wrong, in one line. */
  readonly summary: string;
  /** What stood in the way, where several of one summary are told apart by that. */
  readonly cause?: string | undefined;
  /** The statement that is to blame, or that acted last. */
  readonly node: PlanNode | undefined;
  /** What served and does not any more, where that is what is wrong. */
  readonly thing?: PlanResource | undefined;
  readonly start: readonly StartFact[];
  readonly moves: readonly ToldMove[];
  /** What the variables of its events stand for. */
  readonly variables: ReadonlyMap<string, Variable>;
}

/** What the machine was like at the start: only what was looked at, and of which there are several classes. */
export interface StartFact {
  readonly resource: PlanResource | undefined;
  readonly property: string;
  readonly label: string;
  readonly value: Value;
  /** What is asked, where it is the answer to a question. */
  readonly query?: PlanQuery;
}

export type ToldMove =
  { readonly kind: "run"; readonly outcome: RepairOutcome; readonly events: readonly ProofEvent[] } | { readonly kind: "restart" };

/** A run that is told of: as it was walked, or what happened in one. */
export type Told = { readonly outcome: RepairOutcome } & (Pick<Run, "end" | "trail"> | { readonly events: readonly ProofEvent[] });

/** Tells how a node was come to, and what followed there. */
export function tellWay(context: ProofContext, node: Node, last: Told | undefined): Pick<Counterexample, "start" | "moves" | "variables"> {
  const walked = last && "trail" in last ? last : undefined;
  const moves = traceBack(node, walked).map(({ by, events }): ToldMove => {
    if (by === "restart") return { kind: "restart" };
    return { kind: "run", outcome: (by ?? (last as Told)).outcome, events };
  });
  if (last && "events" in last) moves.push({ kind: "run", outcome: last.outcome, events: last.events });
  const start = startOf(
    context,
    moves.flatMap((move) => (move.kind === "run" ? move.events : [])),
  );
  return { start, moves, variables: context.variables };
}

/** What the machine was like at the start, as what happened tells. */
export function startOf(context: ProofContext, events: readonly ProofEvent[]): readonly StartFact[] {
  return events.flatMap((event): readonly StartFact[] => {
    if (event.kind !== "start" || event.classes < 2) return [];
    const variable = context.variables.get(event.variable);
    return [
      {
        resource: variable?.resource,
        property: variable?.property ?? event.variable,
        label: variable?.label ?? event.variable,
        value: event.value,
        ...(variable?.query ? { query: variable.query } : {}),
      },
    ];
  });
}

/** The shorter of two: fewer runs, then fewer things that went wrong, then fewer events. */
export function isShorter(a: Counterexample, b: Counterexample): boolean {
  const [first, second] = [measure(a), measure(b)];
  const i = first.findIndex((part, at) => part !== second[at]);
  return i >= 0 && (first[i] as number) < (second[i] as number);
}

/** How long it is: runs, then things that went wrong, then events. */
export function measure({ moves }: Pick<Counterexample, "moves">): readonly number[] {
  const events = moves.flatMap((move) => (move.kind === "run" ? move.events : []));
  return [moves.length, events.filter(({ kind }) => kind === "disturbance").length, events.length];
}

/** What happened in a run. */
export function listEvents(run: Told): readonly ProofEvent[] {
  return "events" in run ? run.events : eventsOf(run);
}

/** The statement to blame: the one that is named, else what changed something last, else what did not come out well. */
export function findBlamed(context: ProofContext, run: Told, item: string | undefined): PlanNode | undefined {
  const events = listEvents(run);
  const last = events.findLast((event) => event.kind === "change" && event.by !== "");
  const bad = events.findLast((event) => event.kind === "item" && event.outcome !== "ok");
  const id = item ?? (last?.kind === "change" ? last.by : bad?.kind === "item" ? bad.id : "");
  return context.nodes.get(id);
}
