import { isSpent, keep } from "./choices.ts";
import type { PathBudget } from "./choices.ts";
import { runRepair, runRestart } from "./run.ts";
import type { Run, RunOptions, Subject } from "./run.ts";
import { State } from "./state.ts";
import { NEW, OPEN } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Slot } from "./walk/recall.ts";
import type { Trail, Walk } from "./walk/walk.ts";
import { MARKS } from "./world.ts";

/** A state of the machine and of the marks between two runs, and how it was come to first: by the fewest runs. */
export interface Node {
  readonly state: State<Cell>;
  /** How it was come to since the node before it. */
  readonly trail: Trail | undefined;
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
  /** Of a restart behind it what that did. */
  readonly restarted?: { readonly trail: Trail | undefined };
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
export interface Watcher extends Pick<RunOptions, "watch" | "begin" | "end" | "neverHelps" | "tellsAll"> {
  /** Called at the beginning of every run but the first. */
  readonly resume?: (walk: Walk) => void;
  /** Called in place of each restart, which it is given. */
  readonly restart?: (walk: Walk, restart: () => void) => void;
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
    trail: undefined,
    before: undefined,
    by: undefined,
    isDisturbed: false,
    depth: 0,
    next: [],
  };
  const nodes = new Map<number, Node>([[root.state.key, root]]);
  const queue: Node[] = [root];
  let [runs, ways] = [0, 0];
  const atRest = new Set<Node>();
  const enter = (
    { state, trail }: Pick<Node, "state" | "trail">,
    before: Node,
    by: Run | "restart",
    isDisturbed: boolean,
    isAtRest = false,
  ): Node => {
    const known = nodes.get(state.key);
    const node: Node = known ?? { state, trail, before, by, isDisturbed, depth: before.depth + 1, next: [] };
    if (!known) {
      nodes.set(state.key, node);
      keep(budget, NODE_SIZE);
    }
    if (isAtRest) {
      if (!known) atRest.add(node);
    } else if (!known || atRest.delete(node)) queue.push(node);
    return node;
  };
  const { begin, resume, restart, onRun, onRestart, ...options } = watcher;
  const known = slots ?? new Map<string, Slot>();
  for (const node of queue) {
    if (isSpent(budget)) break;
    const mayNow = mayBeDisturbed && !node.isDisturbed;
    const walked = runRepair(subject, node.state, budget, {
      ...options,
      slots: known,
      joins: true,
      mayBeDisturbed: mayNow,
      begin: node === root ? begin : resume,
    });
    ways += walked.ways;
    // What goes well first: the way to a state on which nothing went wrong is the better one.
    const found = [...walked.runs].sort((a, b) => Number(a.isDisturbed) - Number(b.isDisturbed));
    for (const run of found) {
      runs++;
      keep(budget, RUN_SIZE + run.end.size + run.memory.cells.size);
      const isDisturbed = node.isDisturbed || run.isDisturbed;
      const isAtRest = !run.isDisturbed && !run.memory.is("hasChanged") && isSameButForStart(node.state, run.end);
      const after = enter({ state: run.end, trail: run.trail }, node, run, isDisturbed, isAtRest);
      const asks = run.outcome === "restart" || run.memory.is("needsRestart");
      if (!run.isDisturbed && !asks) node.next.push({ run, node: isAtRest ? undefined : after });
      onRun?.(run, node, after, isAtRest);
      if (!asks) continue;
      for (const end of runRestart(subject, run.end, budget, known, restart)) {
        const restarted = enter(end, { ...after, trail: run.trail, before: node, by: run }, "restart", isDisturbed);
        if (!run.isDisturbed) node.next.push({ run, node: restarted, restarted: end });
        onRestart?.(node, run, restarted);
      }
    }
  }
  return { root, nodes: [...nodes.values()], runs, ways, isComplete: !isSpent(budget) };
}

/** About how many bytes a node and a run take besides their states. */
const [NODE_SIZE, RUN_SIZE] = [300, 500];

/** Whether a run left a state as it was, but for what it found out of it. */
function isSameButForStart(before: State<Cell>, after: State<Cell>): boolean {
  const { space } = before;
  const unknown = [space.valueId(OPEN), space.valueId(NEW)];
  return after.row.every((value, id) => {
    const was = before.at(id);
    const all = space.members(was) ?? [was];
    return (
      (space.members(value) ?? [value]).every((one) => all.includes(one)) ||
      all.some((one) => unknown.includes(one)) ||
      (all.includes(0) && !(space.variables[id] as string).startsWith(MARKS))
    );
  });
}
