import type { PathBudget } from "./choices.ts";
import { runRepair, runRestart } from "./run.ts";
import type { Run, RunOptions, Subject } from "./run.ts";
import { State } from "./state.ts";
import { OPEN } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Slot } from "./walk/recall.ts";
import { MARKS } from "./world.ts";

/** A state of the machine and of the marks between two runs, and how it was come to first: by the fewest runs. */
export interface Node {
  readonly state: State<Cell>;
  readonly before: Node | undefined;
  /** The run that led to it; a restart; undefined for the start of all. */
  readonly by: Run | "restart" | undefined;
  readonly isDisturbed: boolean;
  /** Runs and restarts before it. */
  readonly depth: number;
  /** Where its runs lead on which nothing goes wrong, with the restart behind them where they ask for one; where they leave it as it is there is no other node. */
  readonly next: Edge[];
}

export interface Edge {
  readonly run: Run;
  /** Undefined where the next run would be the same. */
  readonly node: Node | undefined;
}

export interface Explored {
  readonly root: Node;
  readonly nodes: readonly Node[];
  readonly runs: number;
  readonly ways: number;
  /** False where the budget ended before the states did. */
  readonly isComplete: boolean;
}

/** Where a search begins, if not at every start state, and what is known by now of each statement. */
export interface Beginning {
  readonly start?: State<Cell>;
  readonly slots?: Map<string, Slot>;
}

/** What is looked at during a search. */
export interface Watcher extends Pick<RunOptions, "watch" | "begin" | "end" | "neverHelps"> {
  /** `isAtRest`: the next run would be the same. */
  readonly onRun?: (run: Run, before: Node, after: Node, isAtRest: boolean) => void;
  readonly onRestart?: (before: Node, run: Run, after: Node) => void;
}

/**
 * Finds every state that runs of a remedy, and restarts where one was asked for, lead to from all start states, breadth first, so the first way to a state is a shortest one. On each way at most one
 * thing goes wrong: after it all goes well.
 */
export function explore(
  subject: Subject,
  budget: PathBudget,
  mayBeDisturbed: boolean,
  watcher: Watcher,
  { start, slots }: Beginning = {},
): Explored {
  const root: Node = {
    state: start ?? new State(subject.context.space),
    before: undefined,
    by: undefined,
    isDisturbed: false,
    depth: 0,
    next: [],
  };
  const nodes = new Map<number, Node>([[root.state.key, root]]);
  const queue: Node[] = [root];
  let [runs, ways] = [0, 0];
  const enter = (state: State<Cell>, before: Node, by: Run | "restart", isDisturbed: boolean, isAtRest = false): Node => {
    const known = nodes.get(state.key);
    if (known) return known;
    const node: Node = { state, before, by, isDisturbed, depth: before.depth + 1, next: [] };
    nodes.set(state.key, node);
    if (!isAtRest) queue.push(node);
    return node;
  };
  const { begin, onRun, onRestart, ...options } = watcher;
  const known = new KnownRuns(slots ?? new Map<string, Slot>());
  for (const node of queue) {
    if (budget.left <= 0) break;
    const mayNow = mayBeDisturbed && !node.isDisturbed;
    let found = known.find(node.state, mayNow);
    if (!found) {
      const walked = runRepair(subject, node.state, budget, {
        ...options,
        slots: known.slots,
        mayBeDisturbed: mayNow,
        ...(begin && node === root ? { begin } : {}),
      });
      ways += walked.ways;
      // What goes well first: the way to a state on which nothing went wrong is the better one.
      found = [...walked.runs].sort((a, b) => Number(a.isDisturbed) - Number(b.isDisturbed));
      if (node !== root) known.add(node.state, mayNow, walked.touched, found);
    }
    for (const run of found) {
      runs++;
      const isDisturbed = node.isDisturbed || run.isDisturbed;
      const isAtRest = !run.isDisturbed && !run.memory.is("hasChanged") && isSameButForStart(node.state, run.end);
      const after = enter(run.end, node, run, isDisturbed, isAtRest);
      const asks = run.outcome === "restart" || run.memory.is("needsRestart");
      if (!run.isDisturbed && !asks) node.next.push({ run, node: isAtRest ? undefined : after });
      onRun?.(run, node, after, isAtRest);
      if (!asks) continue;
      for (const { state } of runRestart(subject, run.end, budget, known.slots)) {
        const restarted = enter(state, { ...after, before: node, by: run }, "restart", isDisturbed);
        if (!run.isDisturbed) node.next.push({ run, node: restarted });
        onRestart?.(node, run, restarted);
      }
    }
  }
  return { root, nodes: [...nodes.values()], runs, ways, isComplete: budget.left > 0 };
}

/** Runs from states that agree in all that these runs look at or change are the same. */
class KnownRuns {
  readonly slots: Map<string, Slot>;
  readonly #patterns = new Map<string, { readonly ids: readonly number[]; readonly found: Map<string, readonly Run[]> }>();

  constructor(slots: Map<string, Slot>) {
    this.slots = slots;
  }

  find(state: State<Cell>, mayBeDisturbed: boolean): readonly Run[] | undefined {
    for (const { ids, found } of this.#patterns.values()) {
      const runs = found.get(this.#keyOf(state, mayBeDisturbed, ids));
      if (runs) return runs.map((run) => ({ ...run, end: changed(state, run) }));
    }
    return undefined;
  }

  add(state: State<Cell>, mayBeDisturbed: boolean, touched: ReadonlySet<number>, runs: readonly Run[]): void {
    const ids = [...touched].sort((a, b) => a - b);
    const name = ids.join();
    const pattern = this.#patterns.get(name) ?? { ids, found: new Map() };
    this.#patterns.set(name, pattern);
    pattern.found.set(this.#keyOf(state, mayBeDisturbed, ids), runs);
  }

  #keyOf(state: State<Cell>, mayBeDisturbed: boolean, ids: readonly number[]): string {
    return `${mayBeDisturbed} ${ids.map((id) => state.at(id)).join()}`;
  }
}

function changed(state: State<Cell>, { changes }: Run): State<Cell> {
  if (changes.length === 0) return state;
  const after = new State(state.space, state);
  for (const [id, value] of changes) after.put(id, value);
  return after;
}

/** Whether a run left a state as it was, but for what it found out of the start. */
function isSameButForStart(before: State<Cell>, after: State<Cell>): boolean {
  const open = before.space.valueId(OPEN);
  return after.row.every((value, id) => {
    const was = before.at(id);
    return value === was || was === open || (was === 0 && !(before.space.variables[id] as string).startsWith(MARKS));
  });
}
