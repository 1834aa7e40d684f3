import { Choices, Infeasible, isSpent, keep } from "../choices.ts";
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
  // What is left to walk, the next one last: of a statement that reads much the ways are too long for the stack.
  const waiting: Way[] = [{ from: root, taken: undefined, held: [] }];
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    if (isSpent(budget) && way.taken) return;
    const { from, taken, held } = way;
    let at = from;
    for (let isWalking = true; isWalking;) {
      if (!at.step) note(root, { ...config, state: changed(config.state, held) }, search, statement, listTaken(taken));
      const step = at.step as Step;
      switch (step.kind) {
        case "read": {
          const value = step.what === "state" ? config.state.at(step.id) : config.memory.cells.at(step.id);
          const members = step.what === "state" ? config.state.space.members(value) : undefined;
          if (members) {
            for (const one of [...members].reverse())
              waiting.push({ from: branch(step.branches, one), taken, held: [...held, [step.id, one]] });
            isWalking = false;
            break;
          }
          at = branch(step.branches, value);
          break;
        }
        case "group":
          at = branch(step.branches, (step.what === "state" ? config.state.space : config.memory.cells.space).group(step.name).length);
          break;
        case "choose": {
          const picked = budget.pick?.(step.branches.length);
          for (let i = step.branches.length - 1; i >= 0; i--)
            if (picked === undefined || picked === i)
              waiting.push({ from: step.branches[i] as Slot, taken: { choice: i, before: taken }, held });
          isWalking = false;
          break;
        }
        case "infeasible":
          isWalking = false;
          break;
        case "end":
          budget.left--;
          search.ways++;
          found(step, held);
          isWalking = false;
          break;
        default:
          step satisfies never;
      }
    }
  }
}

/** A way from where it parted from others. */
interface Way {
  readonly from: Slot;
  readonly taken: Taken | undefined;
  readonly held: readonly Change[];
}

/** The choices up to a place, the last one first. */
interface Taken {
  readonly choice: number;
  readonly before: Taken | undefined;
}

function listTaken(last: Taken | undefined): readonly number[] {
  const choices: number[] = [];
  for (let at = last; at; at = at.before) choices.push(at.choice);
  return choices.reverse();
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

/** About how many bytes what is known takes. */
const SIZES = { step: 300, slot: 60, end: 250, event: 150, change: 60 } as const;

/** Walks a way that nobody has walked yet, and adds it to the tree. */
function note(root: Slot, config: Config, search: Search, statement: (walk: Walk) => unknown, taken: readonly number[]): void {
  let at = root;
  const read: Note = (kind, what, name, value) => {
    if (!at.step) keep(search.budget, SIZES.step);
    at.step ??=
      kind === "read" ? { kind, what, id: name as number, branches: new Map() } : { kind, what, name: name as string, branches: new Map() };
    at = branch((at.step as Step & { readonly kind: "read" }).branches, value);
  };
  const choices = new Choices(taken, (count, one) => {
    if (!at.step) keep(search.budget, SIZES.step + SIZES.slot * count);
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
  const end: End = { kind: "end", result, isKilled, events: walk.world.events, state: state.changes(), memory: cells.changes() };
  at.step = end;
  keep(search.budget, SIZES.end + SIZES.event * end.events.length + SIZES.change * (end.state.length + end.memory.length));
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
