import type { ItemOutcome, ProofEvent } from "./context.ts";
import type { Node } from "./explore.ts";
import type { Run } from "./run.ts";
import type { RepairOutcome } from "./walk/memory.ts";
import type { Trail } from "./walk/walk.ts";

/** Where a way comes by in a run: its beginning, an item with how it came out, its end. */
export type FlowPlace =
  | { readonly kind: "begin" }
  | { readonly kind: "item"; readonly id: string; readonly label: string; readonly outcome: ItemOutcome | "killed" }
  | { readonly kind: "end"; readonly outcome: RepairOutcome };

/** From place to place, and how many ways went so; ways that had come to the same before count as one. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** All first runs, or all second ones, and so on. */
export interface FlowRun {
  /** From 1 on. */
  readonly number: number;
  /** By their names. */
  readonly places: ReadonlyMap<string, FlowPlace>;
  readonly edges: readonly FlowEdge[];
  readonly ends: readonly FlowEnd[];
}

/** What follows runs that end so: the next run would be the same, another run, the restart that they ask for, or a state that was there before. */
export interface FlowEnd {
  readonly outcome: RepairOutcome;
  readonly runs: number;
  readonly rests: number;
  readonly goesOn: number;
  readonly restarts: number;
  readonly known: number;
}

type Counts = { -readonly [name in Exclude<keyof FlowEnd, "outcome">]: number };

/** What was explored of a cluster, merged by run, item and outcome. */
export class Flow {
  readonly #trails = new Map<number, Map<Trail, RepairOutcome>>();
  readonly #ends = new Map<number, Map<RepairOutcome, Counts>>();
  readonly #numbers = new WeakMap<Node, number>();

  addRun(run: Run, before: Node, after: Node, isAtRest: boolean): void {
    const number = this.#numberOf(before);
    const trails = this.#trails.get(number) ?? new Map<Trail, RepairOutcome>();
    this.#trails.set(number, trails);
    if (run.trail) trails.set(run.trail, run.outcome);
    const counts = this.#countsOf(number, run.outcome);
    counts.runs++;
    if (isAtRest) counts.rests++;
    else if (after.by === run) counts.goesOn++;
    else counts.known++;
  }

  addRestart(before: Node, run: Run, after: Node): void {
    const counts = this.#countsOf(this.#numberOf(before), run.outcome);
    if (after.by === "restart" && after.before?.by === run) counts.restarts++;
  }

  /** The runs, those from `most` on as one. */
  tell(most: number): readonly FlowRun[] {
    const numbers = [...this.#trails.keys()].sort((a, b) => a - b);
    const shown = numbers.slice(0, most);
    return shown.map((number, i) => {
      const together = i === most - 1 ? numbers.slice(i) : [number];
      const trails = new Map(together.flatMap((one) => [...(this.#trails.get(one) ?? [])]));
      return { number, ...follow(trails), ends: this.#tellEnds(together) };
    });
  }

  /** How many runs one behind the other were come to. */
  get deepest(): number {
    return Math.max(0, ...this.#trails.keys());
  }

  #tellEnds(numbers: readonly number[]): readonly FlowEnd[] {
    const sums = new Map<RepairOutcome, Counts>();
    for (const number of numbers)
      for (const [outcome, counts] of this.#ends.get(number) ?? []) {
        const sum = sums.get(outcome) ?? emptyCounts();
        sums.set(outcome, sum);
        for (const name of COUNTS) sum[name] += counts[name];
      }
    return [...sums].map(([outcome, counts]) => ({ outcome, ...counts }));
  }

  #countsOf(number: number, outcome: RepairOutcome): Counts {
    const ends = this.#ends.get(number) ?? new Map<RepairOutcome, Counts>();
    this.#ends.set(number, ends);
    const counts = ends.get(outcome) ?? emptyCounts();
    ends.set(outcome, counts);
    return counts;
  }

  /** The number of the runs that begin there: one more than lead there. */
  #numberOf(node: Node): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    const number = node.before ? this.#numberOf(node.before) + (node.by === "restart" ? 0 : 1) : 1;
    this.#numbers.set(node, number);
    return number;
  }
}

const COUNTS = ["runs", "rests", "goesOn", "restarts", "known"] as const;

const emptyCounts = (): Counts => ({ runs: 0, rests: 0, goesOn: 0, restarts: 0, known: 0 });

/** The name of a place in its run. */
export function placeName(place: FlowPlace): string {
  return place.kind === "begin" ? "begin" : place.kind === "end" ? `end ${place.outcome}` : `${place.id} ${place.outcome}`;
}

/** Follows ways back from their ends. */
function follow(trails: ReadonlyMap<Trail, RepairOutcome>): Pick<FlowRun, "places" | "edges"> {
  const places = new Map<string, FlowPlace>();
  const counts = new Map<string, Map<string, number>>();
  const last = new Map<Trail, ReadonlySet<string>>();
  const place = (one: FlowPlace): string => {
    const name = placeName(one);
    if (!places.has(name)) places.set(name, one);
    return name;
  };
  const join = (froms: Iterable<string>, to: string): void => {
    for (const from of froms) {
      const next = counts.get(from) ?? new Map<string, number>();
      counts.set(from, next);
      next.set(to, (next.get(to) ?? 0) + 1);
    }
  };
  const begin = new Set([place({ kind: "begin" })]);
  /** The places at which the ways to here were last. */
  const visit = (trail: Trail | undefined): ReadonlySet<string> => {
    if (!trail) return begin;
    const known = last.get(trail);
    if (known) return known;
    let at: ReadonlySet<string>;
    if (trail.kind === "joined") at = new Set(trail.configs.flatMap((config) => [...visit(config.trail)]));
    else {
      at = visit(trail.before.trail);
      for (const one of placesOf(trail.events)) {
        const name = place(one);
        join(at, name);
        at = new Set([name]);
      }
    }
    last.set(trail, at);
    return at;
  };
  for (const [trail, outcome] of trails) join(visit(trail), place({ kind: "end", outcome }));
  const edges = [...counts].flatMap(([from, next]) => [...next].map(([to, count]) => ({ from, to, count })));
  return { places, edges };
}

function placesOf(events: readonly ProofEvent[]): readonly FlowPlace[] {
  return events.flatMap((event): readonly FlowPlace[] => {
    if (event.kind === "item") return [{ kind: "item", id: event.id, label: event.label, outcome: event.outcome }];
    return event.kind === "disturbance" && event.what === "killed"
      ? [{ kind: "item", id: event.id, label: event.text, outcome: "killed" }]
      : [];
  });
}
