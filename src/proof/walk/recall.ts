import { Choices, Infeasible } from "../choices.ts";
import type { Cell } from "../cell.ts";
import type { ProofEvent } from "../context.ts";
import { State } from "../state.ts";
import type { Change, Reader } from "../state.ts";
import { Killed } from "../world.ts";
import { Memory } from "./memory.ts";
import type { MemoryValue } from "./memory.ts";
import { Walk } from "./walk.ts";
import type { Config, Search } from "./walk.ts";

/**
 * What is known by now of one statement: a tree of what it reads and chooses, in the order in which it does, that ends in what it changes. What a statement does depends on nothing else, so a way
 * that was walked once, from whatever state, is looked up from then on.
 */
export interface Slot {
  step?: Step;
}

type Step =
  | { readonly kind: "read"; readonly what: Part; readonly id: number; readonly branches: Map<number, Slot> }
  | { readonly kind: "group"; readonly what: Part; readonly name: string; readonly branches: Map<number, Slot> }
  | { readonly kind: "choose"; readonly branches: readonly Slot[] }
  | { readonly kind: "infeasible" }
  | End;

type Part = "state" | "memory";

/** Where a way ends. */
export interface End {
  readonly kind: "end";
  readonly result: unknown;
  readonly isKilled: boolean;
  readonly events: readonly ProofEvent[];
  readonly state: readonly Change[];
  readonly memory: readonly Change[];
}

/** Gives the end of every way through a statement from a configuration, with what it found of that of which several was known. */
export function recall(
  root: Slot,
  config: Config,
  search: Search,
  statement: (walk: Walk) => unknown,
  found: (end: End, held: readonly Change[]) => void,
): void {
  const { budget } = search;
  const visit = (from: Slot, taken: readonly number[], held: readonly Change[]): void => {
    let at = from;
    for (;;) {
      if (!at.step) note(root, { ...config, state: changed(config.state, held) }, search, statement, taken);
      const step = at.step as Step;
      switch (step.kind) {
        case "read": {
          const value = step.what === "state" ? config.state.at(step.id) : config.memory.cells.at(step.id);
          const members = step.what === "state" ? config.state.space.members(value) : undefined;
          if (members) {
            for (const one of members) visit(branch(step.branches, one), taken, [...held, [step.id, one]]);
            return;
          }
          at = branch(step.branches, value);
          break;
        }
        case "group":
          at = branch(step.branches, (step.what === "state" ? config.state.space : config.memory.cells.space).group(step.name).length);
          break;
        case "choose":
          if (budget.pick) {
            const picked = budget.pick(step.branches.length);
            visit(step.branches[picked] as Slot, [...taken, picked], held);
            return;
          }
          for (const [i, slot] of step.branches.entries()) {
            if (budget.left <= 0) return;
            visit(slot, [...taken, i], held);
          }
          return;
        case "infeasible":
          return;
        case "end":
          budget.left--;
          search.ways++;
          found(step, held);
          return;
        default:
          return step satisfies never;
      }
    }
  };
  visit(root, [], []);
}

/** What a configuration is after a way; `held`: which of several values it found. */
export function apply(config: Config, { state, memory, events }: End, held: readonly Change[]): Config {
  return {
    state: changed(changed(config.state, held), state),
    memory: memory.length === 0 ? config.memory : new Memory(changed(config.memory.cells, memory)),
    trail:
      events.length === 0 && held.length === 0 && state.length === 0
        ? config.trail
        : { kind: "way", events, changes: state, held, before: config },
  };
}

function changed<T>(from: State<T>, changes: readonly Change[]): State<T> {
  if (changes.length === 0) return from;
  const state = new State(from.space, from);
  for (const [id, value] of changes) state.put(id, value);
  return state;
}

/** Walks a way that nobody has walked yet, and adds it to the tree. */
function note(root: Slot, config: Config, search: Search, statement: (walk: Walk) => unknown, taken: readonly number[]): void {
  let at = root;
  const read: Note = (kind, what, name, value) => {
    at.step ??=
      kind === "read" ? { kind, what, id: name as number, branches: new Map() } : { kind, what, name: name as string, branches: new Map() };
    at = branch((at.step as Step & { readonly kind: "read" }).branches, value);
  };
  const choices = new Choices(taken, (count, one) => {
    at.step ??= { kind: "choose", branches: Array.from({ length: count }, (): Slot => ({})) };
    at = (at.step as Step & { readonly kind: "choose" }).branches[one] as Slot;
  });
  const state = new State<Cell>(config.state.space, config.state, readerOf("state", read));
  const cells = new State<MemoryValue>(config.memory.cells.space, config.memory.cells, readerOf("memory", read));
  const walk = new Walk(search, state, new Memory(cells), choices);
  let [result, isKilled]: [unknown, boolean] = [undefined, false];
  try {
    result = statement(walk);
  } catch (error) {
    if (error instanceof Infeasible) {
      at.step = { kind: "infeasible" };
      return;
    }
    if (!(error instanceof Killed)) throw error;
    isKilled = true;
  }
  at.step = { kind: "end", result, isKilled, events: walk.world.events, state: state.changes(), memory: cells.changes() };
}

type Note = (kind: "read" | "group", what: Part, name: number | string, value: number) => void;

/** Notes the first reading of each variable. */
function readerOf(what: Part, read: Note): Reader {
  const known = new Set<number | string>();
  const note = (kind: "read" | "group", name: number | string, value: number): void => {
    if (known.has(name)) return;
    known.add(name);
    read(kind, what, name, value);
  };
  return { read: (id, value) => note("read", id, value), readGroup: (name, count) => note("group", name, count) };
}

function branch(branches: Map<number, Slot>, value: number): Slot {
  const known = branches.get(value);
  if (known) return known;
  const slot: Slot = {};
  branches.set(value, slot);
  return slot;
}
