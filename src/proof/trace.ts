import type { Cell } from "./cell.ts";
import type { ProofEvent } from "./context.ts";
import type { Node } from "./explore.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import type { Trail } from "./walk/walk.ts";

/** One machine out of those that a state stands for: a value for each variable, by numbers. */
export type Machine = readonly number[];

/** What happened on one way, and which machine it began with. */
export interface Traced {
  readonly events: readonly ProofEvent[];
  readonly start: Machine;
}

/** The end of a way: what it came to, and how. */
interface Reached {
  readonly state: State<Cell>;
  readonly trail: Trail | undefined;
}

/** Follows one machine from the end of a way back to its beginning: where ways were joined, the one that it came. */
export function trace({ state, trail }: Reached, end: Machine = pickMachine(state)): Traced {
  const parts: (readonly ProofEvent[])[] = [];
  let machine = end;
  let at: Trail | undefined = trail;
  while (at) {
    const from: Reached | undefined = at.kind === "way" ? at.before : at.configs.find((one) => holdsMachine(one.state, machine));
    if (!from) throw new Error("a machine came from none of the states that were joined");
    if (at.kind === "way") {
      parts.unshift(at.events);
      machine = rewind(at, machine);
    }
    at = from.trail;
  }
  return { events: parts.flat(), start: machine };
}

/** What happened in a run. */
export function eventsOf({ end, trail }: Pick<Run, "end" | "trail">): readonly ProofEvent[] {
  return trace({ state: end, trail }).events;
}

/** What happened in the runs and restarts that led to a node, and in one from there, with the machines that each of them began with. The first is the start of all. */
export function traceBack(
  node: Node,
  last: Pick<Run, "end" | "trail"> | undefined,
): readonly (Traced & { readonly by: Run | "restart" | undefined })[] {
  const traced: (Traced & { readonly by: Run | "restart" | undefined })[] = [];
  let machine: Machine | undefined;
  if (last) {
    const told = trace({ state: last.end, trail: last.trail });
    traced.push({ ...told, by: undefined });
    machine = told.start;
  }
  for (let at = node; at.by && at.before; at = at.before) {
    const told = trace(at, machine);
    traced.unshift({ ...told, by: at.by });
    machine = told.start;
  }
  return traced;
}

function pickMachine({ space, row }: State<Cell>): Machine {
  return row.map((value) => space.members(value)?.[0] ?? value);
}

function holdsMachine(state: State<Cell>, machine: Machine): boolean {
  for (let id = 0; id < Math.max(state.row.length, machine.length); id++) {
    const [value, own] = [state.at(id), machine[id] ?? 0];
    if (value !== own && state.space.members(value)?.includes(own) !== true) return false;
  }
  return true;
}

/** The machine before a way: what it changed is as it was looked at, or any of what it may have been. */
function rewind({ before, changes, held }: Trail & { readonly kind: "way" }, machine: Machine): Machine {
  if (changes.length === 0) return machine;
  const earlier = machine.slice();
  for (const [id] of changes) {
    while (earlier.length <= id) earlier.push(0);
    const was = before.state.at(id);
    earlier[id] = held.find(([own]) => own === id)?.[1] ?? before.state.space.members(was)?.[0] ?? was;
  }
  return earlier;
}
