import type { Plan, PlanNode, PlanStep } from "../../plan/plan.ts";
import type { Cell } from "../cell.ts";
import type { Choices, PathBudget } from "../choices.ts";
import type { ItemOutcome, ProofContext, ProofEvent } from "../context.ts";
import type { State } from "../state.ts";
import { World } from "../world.ts";
import type { Memory } from "./memory.ts";
import { apply, recall } from "./recall.ts";
import type { Slot } from "./recall.ts";

/** What a run walks: a step of the plan, of which only what belongs together is looked at; the rest is one statement that may halt or block. */
export interface ProofStep extends Omit<PlanStep, "body"> {
  readonly body: readonly ProofNode[];
}

export type ProofNode = PlanNode | Foreign;

/** Statements that share nothing with what is looked at. They reach it only by what they hold back. */
export interface Foreign {
  readonly kind: "foreign";
  /** A `require` among them may be false: the rest of the block is left. */
  readonly mayBlock: boolean;
}

/** A machine and a run at one place of the remedy: all ways that lead to the same are one from there on. */
export interface Config {
  readonly state: State<Cell>;
  readonly memory: Memory;
  /** How it came to this first. */
  readonly trail: Trail | undefined;
}

export interface Trail {
  readonly events: readonly ProofEvent[];
  readonly before: Trail | undefined;
}

/** A search on its way. */
export interface Search {
  readonly plan: Plan;
  readonly context: ProofContext;
  readonly budget: PathBudget;
  /** Called after each change of the machine and at the end of a run. */
  readonly watch: ((walk: Walk) => void) | undefined;
  /** Runs that ended before their walk did. */
  readonly killed: Config[];
  /** Every variable of the machine that was read or changed, by number. */
  readonly touched: Set<number>;
  /** What is known of each statement, by what it is. */
  readonly slots: Map<string, Slot>;
  /** How many ways through one statement were walked. */
  ways: number;
}

/** One way through one statement. */
export class Walk {
  readonly search: Search;
  readonly memory: Memory;
  readonly world: World;
  /** True while the actions of a check run. */
  isActing = false;
  /** Set by a fix that asks for a restart. */
  asked = false;

  constructor(search: Search, state: State<Cell>, memory: Memory, choices: Choices) {
    this.search = search;
    this.memory = memory;
    this.world = new World(this, state, choices);
  }

  get plan(): Plan {
    return this.search.plan;
  }

  get context(): ProofContext {
    return this.search.context;
  }

  get isPreview(): boolean {
    return this.memory.preview !== undefined;
  }

  /** Notes how an item came out. */
  record(node: PlanNode | undefined, id: string, label: string, outcome: ItemOutcome, why = "", behind = ""): void {
    const { memory } = this;
    if (this.context.influence.named.has(id) || id.startsWith("check ")) memory.setOutcome(id, outcome);
    const [ladder] = memory.ladders.slice(-1);
    if (ladder && ladder.first === "" && outcome !== "ok" && outcome !== "fixed") {
      const awaitsRestart = this.world.hasMark("Restart", id);
      memory.ladders = [...memory.ladders.slice(0, -1), { first: id, outcome, awaitsRestart }];
    }
    if (memory.preview) {
      const cause = memory.preview.cause === "" && outcome === "blocked" ? id : memory.preview.cause;
      memory.preview = { ...memory.preview, cause, records: [...memory.preview.records, { id, label, outcome, why, behind }] };
      return;
    }
    if (outcome === "ok" || outcome === "fixed") memory.hold(id);
    if (outcome in FLAGS) memory.note(FLAGS[outcome as keyof typeof FLAGS]);
    if ((outcome === "failed" || outcome === "blocked" || outcome === "restart") && memory.bad === "") memory.bad = id;
    this.world.events.push({ kind: "item", id, label, outcome, why, behind, node });
  }

  /** Whether an item above was fixed since Windows started (Semantics 7); looked at in advance, or would be. */
  isChanged(before: string): boolean {
    const { order } = this.context;
    const place = order.indexOf(before);
    const told = this.memory.preview?.records.filter(({ outcome }) => outcome === "deviates").map(({ id }) => id) ?? [];
    const first = this.world.countOf("Changed");
    return (first !== undefined && first < place) || told.some((id) => order.indexOf(id) < place);
  }
}

const FLAGS = { fixed: "hasFixed", failed: "hasFailed", blocked: "isBlocked", restart: "awaitsRestart" } as const;

/**
 * Walks one statement on every way from each of these, and gives where the ways lead, those that lead to the same as one. `what` names the statement: whatever it does must follow from that, the
 * state and the memory.
 */
export function through<T>(
  what: string,
  configs: readonly Config[],
  search: Search,
  statement: (walk: Walk) => T,
): ReadonlyMap<T, readonly Config[]> {
  const found = new Map<T, Map<number, Config>>();
  const slot = search.slots.get(what) ?? {};
  search.slots.set(what, slot);
  for (const config of configs) {
    recall(slot, config, search, statement, (end) => {
      const next = apply(config, end);
      if (end.isKilled) {
        search.killed.push(next);
        return;
      }
      let same = found.get(end.result as T);
      if (!same) {
        same = new Map();
        found.set(end.result as T, same);
      }
      const key = keyOf(next);
      if (!same.has(key)) same.set(key, next);
    });
  }
  return new Map([...found].map(([result, same]) => [result, [...same.values()]]));
}

/** The same for a statement that gives nothing. */
export function each(what: string, configs: readonly Config[], search: Search, statement: (walk: Walk) => void): readonly Config[] {
  return through(what, configs, search, statement).get(undefined) ?? [];
}

/** Several sets of these as one. */
export function merge(...sets: readonly (readonly Config[])[]): readonly Config[] {
  if (sets.filter(({ length }) => length > 0).length <= 1) return sets.find(({ length }) => length > 0) ?? [];
  const found = new Map<number, Config>();
  for (const config of sets.flat()) {
    const key = keyOf(config);
    if (!found.has(key)) found.set(key, config);
  }
  return [...found.values()];
}

function keyOf({ state, memory }: Config): number {
  return state.keyWith(memory.cells);
}

const names = new WeakMap<object, string>();
let named = 0;

/** A name for a node of the plan, for what is known of it. */
export function nameOf(node: object): string {
  const name = names.get(node) ?? String(named++);
  names.set(node, name);
  return name;
}
