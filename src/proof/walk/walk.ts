import type { Plan, PlanNode, PlanStep } from "../../plan/plan.ts";
import type { Cell } from "../cell.ts";
import { keep } from "../choices.ts";
import type { Choices, PathBudget } from "../choices.ts";
import type { ItemOutcome, ProofContext, ProofEvent } from "../context.ts";
import { State } from "../state.ts";
import type { Change } from "../state.ts";
import { World } from "../world.ts";
import type { Memory } from "./memory.ts";
import { apply, recall } from "./recall.ts";
import type { End, Slot } from "./recall.ts";

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

export type Trail =
  | {
      readonly kind: "way";
      readonly events: readonly ProofEvent[];
      readonly changes: readonly Change[];
      /** Which of several values it found. */
      readonly held: readonly Change[];
      readonly before: Config;
    }
  /** Several that became one. */
  | { readonly kind: "joined"; readonly configs: readonly Config[] };

/** A search on its way. */
export interface Search {
  readonly plan: Plan;
  readonly context: ProofContext;
  readonly budget: PathBudget;
  /** Called after each change of the machine and at the end of a run. */
  readonly watch: ((walk: Walk) => void) | undefined;
  /** Called with every way through every statement: what the statement is, where the way begins, and how it ends. */
  readonly notice: Notice | undefined;
  /** Runs that ended before their walk did. */
  readonly killed: Config[];
  /** Whether those that differ in one variable of the machine alone become one. */
  readonly joins: boolean;
  /** Whether trails tell of all ways that came to the same, not only of the first. */
  readonly tellsAll: boolean;
  /** What is known of each statement, by what it is. */
  readonly slots: Map<string, Slot>;
  /** How many ways through one statement were walked. */
  ways: number;
  /** How many bytes of the budget's room its configurations take now. */
  held: number;
}

/** A search at its beginning, in which those that differ in one variable become one unless it is told otherwise. */
export function createSearch(
  subject: Pick<Search, "plan" | "context">,
  budget: PathBudget,
  slots: Search["slots"],
  options: Partial<Pick<Search, "watch" | "notice" | "joins" | "tellsAll">> = {},
): Search {
  const { plan, context } = subject;
  const { watch, notice, joins = true, tellsAll = false } = options;
  return { plan, context, budget, watch, notice, killed: [], joins, tellsAll, slots, ways: 0, held: 0 };
}

export type Notice = (what: string, from: Config, end: End) => void;

/** One way through one statement. */
export class Walk {
  readonly search: Search;
  readonly memory: Memory;
  readonly world: World;
  /** True while the actions of a check run. */
  isActing = false;
  /** Set by a fix that asks for a restart. */
  asked = false;
  /** How the last item came out. */
  came: ItemOutcome | undefined;

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
    if (this.context.influence.named.has(id)) memory.setOutcome(id, outcome);
    const [ladder] = memory.ladders.slice(-1);
    if (ladder && ladder.first === "" && outcome !== "ok" && outcome !== "fixed") {
      const awaitsRestart = this.world.hasMark("Restart", id);
      memory.ladders = [...memory.ladders.slice(0, -1), { first: id, outcome, awaitsRestart }];
    }
    if (memory.preview) {
      const cause = memory.preview.cause === "" && outcome === "blocked" ? id : memory.preview.cause;
      memory.preview = { ...memory.preview, cause, records: [...memory.preview.records, { id, label, outcome, behind }] };
      return;
    }
    if ((outcome === "ok" || outcome === "fixed") && this.context.mayBeUndone.has(id)) memory.hold(id);
    this.came = outcome;
    if (outcome in FLAGS) memory.note(FLAGS[outcome as keyof typeof FLAGS]);
    if (outcome === "failed" || outcome === "blocked" || outcome === "restart") {
      if (memory.bad === "") memory.bad = id;
      if (memory.cause === "") memory.cause = `${id} ${outcome}`;
    }
    this.world.events.push({ kind: "item", id, label, outcome, why, behind, node });
  }

  /** Whether an item above was fixed since Windows started (Semantics 7); looked at in advance, or would be. */
  isChanged(before: string): boolean {
    const { changeAsked } = this.context;
    const asked = changeAsked.get(before) ?? 0;
    const told = this.memory.preview?.records.filter(({ outcome }) => outcome === "deviates").map(({ id }) => id) ?? [];
    const first = this.world.countOf("Changed");
    return (first !== undefined && first < asked) || told.some((id) => (changeAsked.get(id) ?? asked) < asked);
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
  const found = new Map<T, Gathered>();
  const slot = search.slots.get(what) ?? {};
  search.slots.set(what, slot);
  for (const config of configs) {
    recall(slot, config, search, statement, (end, held) => {
      search.notice?.(what, config, end);
      const next = apply(config, end, held);
      if (end.isKilled) {
        search.killed.push(next);
        hold(next, 1, search);
        return;
      }
      const gathered = found.get(end.result as T) ?? new Gathered(search);
      found.set(end.result as T, gathered);
      if (gathered.add(next)) hold(next, 1, search);
    });
    hold(config, -1, search);
  }
  return new Map([...found].map(([result, gathered]) => [result, gathered.list()]));
}

/** Counts what is kept of a configuration: from the statement that leads to it to the next one. */
function hold({ state, memory }: Config, sign: 1 | -1, search: Search): void {
  const bytes = sign * (state.size + memory.cells.size);
  search.held += bytes;
  keep(search.budget, bytes);
}

/** The same for a statement that gives nothing. */
export function each(what: string, configs: readonly Config[], search: Search, statement: (walk: Walk) => void): readonly Config[] {
  return through(what, configs, search, statement).get(undefined) ?? [];
}

/** Several sets of these as one, in each of which no two are the same. */
export function merge(search: Search, ...sets: readonly (readonly Config[])[]): readonly Config[] {
  if (sets.filter(({ length }) => length > 0).length <= 1) return sets.find(({ length }) => length > 0) ?? [];
  return unite(sets.flat(), search);
}

/** Those that are the same as one. */
export function unite(configs: readonly Config[], search: Search): readonly Config[] {
  const gathered = new Gathered(search);
  for (const config of configs) gathered.add(config);
  return gathered.list();
}

/** Configurations, those that are the same as one: by the way that came first, or where all are to be told by every one. */
class Gathered {
  readonly #search: Search;
  readonly #found = new Map<number, [Config, ...Config[]]>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** True of the first of those that are the same. */
  add(config: Config): boolean {
    const key = keyOf(config);
    const same = this.#found.get(key);
    if (!same) this.#found.set(key, [config]);
    else if (this.#search.tellsAll && config.trail !== same[0].trail) same.push(config);
    return !same;
  }

  list(): readonly Config[] {
    const all = [...this.#found.values()].map((configs): Config => {
      const [first, ...others] = configs;
      return others.length === 0 ? first : { ...first, trail: { kind: "joined", configs } };
    });
    return this.#search.joins ? join(all) : all;
  }
}

function keyOf({ state, memory }: Config, without?: number): number {
  return state.keyWith(memory.cells, without);
}

/**
 * Joins those that differ in one variable of the machine alone, one variable after the other: what nobody will ask for any more, or only together with others, parts them no longer. Together they
 * stand for exactly the same machines as before.
 */
function join(configs: readonly Config[]): readonly Config[] {
  let joined = configs;
  for (const id of findVarying(configs)) {
    const groups = new Map<number, [Config, ...Config[]]>();
    for (const config of joined) {
      const key = keyOf(config, id);
      const group = groups.get(key);
      if (group) group.push(config);
      else groups.set(key, [config]);
    }
    if (groups.size < joined.length) joined = [...groups.values()].map((group) => joinOver(id, group));
  }
  return joined;
}

function joinOver(id: number, group: readonly [Config, ...Config[]]): Config {
  const [first, ...others] = group;
  if (others.length === 0) return first;
  const state = new State(first.state.space, first.state);
  state.put(id, state.space.oneOf(group.map((config) => config.state.at(id))));
  return { state, memory: first.memory, trail: { kind: "joined", configs: group } };
}

/** The variables of the machine in which some of these differ. */
function findVarying([first, ...others]: readonly Config[]): readonly number[] {
  if (!first || others.length === 0) return [];
  const count = first.state.space.variables.length;
  const found: number[] = [];
  for (let id = 0; id < count; id++) {
    const value = first.state.at(id);
    if (others.some(({ state }) => state.at(id) !== value)) found.push(id);
  }
  return found;
}

const names = new WeakMap<object, string>();
let named = 0;

/** A name for a node of the plan, for what is known of it. */
export function nameOf(node: object): string {
  const name = names.get(node) ?? String(named++);
  names.set(node, name);
  return name;
}
