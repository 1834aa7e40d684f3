import type { PlanResource } from "../plan/plan.ts";
import { variableOf } from "./cell.ts";
import { listEvents, measure } from "./counterexample.ts";
import type { Counterexample, Told } from "./counterexample.ts";
import { PROPERTIES } from "./properties.ts";

type Refuted = Pick<Counterexample, "property" | "promise" | "summary" | "cause" | "node">;

/** What tells two counterexamples apart: of those alike the shortest is told. */
export function keyOf({ property, promise, summary, cause, node }: Refuted): string {
  return JSON.stringify([property, promise, summary, cause ?? (node && "id" in node ? node.id : undefined)]);
}

/** The same for those that differ in their cause alone. */
export function groupOf(told: Refuted): string {
  return keyOf({ ...told, cause: told.cause === undefined ? undefined : "" });
}

const HALTS: { readonly [outcome: string]: string } = { failed: "fails", blocked: "is blocked", restart: "waits for a restart" };

/** What keeps a run from its end: the first item that is not done, and how it comes out. */
export function findCause(run: Told): string {
  const halt = listEvents(run).find((event) => event.kind === "item" && event.outcome in HALTS);
  return halt?.kind === "item" ? `'${halt.label}' ${HALTS[halt.outcome]}` : "Windows is to restart first";
}

/** The item that changed a thing last. */
export function findTaker(run: Told, { identity }: PlanResource): string | undefined {
  const own = variableOf(identity, "");
  const taken = listEvents(run).findLast((event) => event.kind === "change" && event.variable.startsWith(own));
  return taken?.kind === "change" && taken.by !== "" ? taken.by : undefined;
}

/** In the order of the properties, the shortest of each first. */
export function sortCounterexamples(found: Iterable<Counterexample>): readonly Counterexample[] {
  const order = Object.keys(PROPERTIES);
  const ranked = [...found].map((one) => ({ one, rank: [order.indexOf(one.property), ...measure(one)] }));
  return ranked.sort((a, b) => a.rank.map((part, i) => part - (b.rank[i] as number)).find((part) => part !== 0) ?? 0).map(({ one }) => one);
}

/** Those that differ in their cause alone as one, the shortest first. */
export function groupCauses<T extends Omit<Refuted, "node">>(found: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string | T, [T, ...T[]]>();
  for (const one of found) {
    const key = one.cause === undefined ? one : groupOf({ ...one, node: undefined });
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
