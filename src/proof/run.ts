import type { Plan } from "../plan/plan.ts";
import type { Cell } from "./cell.ts";
import { keep } from "./choices.ts";
import type { PathBudget } from "./choices.ts";
import type { ProofContext } from "./context.ts";
import type { State } from "./state.ts";
import { copyMemory, emptyMemory } from "./walk/memory.ts";
import type { Memory, NoteName, RepairOutcome, RunFlag } from "./walk/memory.ts";
import { applyFix, readWish } from "./walk/rule-01-item.ts";
import { noteEnd, openAfterRestart } from "./walk/rule-08-no-loops.ts";
import { remediate } from "./walk/remediate.ts";
import type { Slot } from "./walk/recall.ts";
import { createSearch, each, nameOf, unite } from "./walk/walk.ts";
import { POLICY } from "./world.ts";
import type { Config, Notice, ProofStep, Trail, Walk } from "./walk/walk.ts";

/** What is proved: the statements of a remedy that belong together, and what all their runs share. */
export interface Subject {
  readonly plan: Plan;
  readonly steps: readonly ProofStep[];
  readonly context: ProofContext;
}

/** How runs from one state end, those that end alike as one. */
export interface Run {
  readonly kind: "run";
  readonly outcome: RepairOutcome;
  readonly memory: Memory;
  /** What happened in it, and what it found the machine to have been at the start of all. */
  readonly trail: Trail | undefined;
  readonly end: State<Cell>;
  /** Something went wrong in it besides what the machine was like. */
  readonly isDisturbed: boolean;
}

export interface RunOptions {
  /** Whether one thing may go wrong, and whether the run may be killed instead. */
  readonly mayBeDisturbed: boolean;
  /** Whether runs that end alike but for one variable of the machine are one; else each way is one. */
  readonly joins: boolean;
  /** Whether no fix ever helps. */
  readonly neverHelps?: boolean;
  /** Whether its trails tell of all ways. */
  readonly tellsAll?: boolean;
  /** No policy was applied again since the last run. */
  readonly isSoon?: boolean;
  /** What is known of each statement: the same for the same three below. */
  readonly slots: Map<string, Slot>;
  /** Called after each change of the machine. */
  readonly watch?: (walk: Walk) => void;
  readonly notice?: Notice;
  /** Called at the beginning; it may throw Infeasible. */
  readonly begin?: ((walk: Walk) => void) | undefined;
  /** Called at the end. */
  readonly end?: (walk: Walk, outcome: RepairOutcome) => void;
}

/** Walks a remediation from one state, on every way. */
export function runRepair(
  subject: Subject,
  before: State<Cell>,
  budget: PathBudget,
  options: RunOptions,
): { readonly runs: readonly Run[]; readonly ways: number } {
  const { context, steps } = subject;
  const search = createSearch(subject, budget, options.slots, options);
  const memory = emptyMemory(context.memorySpace);
  if (options.mayBeDisturbed) {
    memory.left = 1;
    memory.note("mayBeKilled");
  }
  if (options.neverHelps === true) memory.note("neverHelps");
  const first: Config = { state: before, memory, trail: undefined };
  const begun = options.begin ? each(nameOf(options.begin), [first], search, options.begin) : [first];
  const refreshed = options.isSoon === true ? begun : each("refresh", begun, search, refreshPolicies);
  const walked = remediate(steps, refreshed, search);
  const killed = search.killed.splice(0).map((config): Config => ({ ...config, memory: markKilled(config.memory) }));
  const ended = each("end", [...walked, ...killed], search, (walk) => {
    // What a run owes is asked for again until Windows restarts.
    if (walk.world.marks("Owed").length > 0) walk.memory.note("needsRestart");
    const outcome = outcomeOf(walk.memory);
    if (outcome !== "killed") noteEnd(outcome, walk);
    options.end?.(walk, outcome);
    for (const thing of walk.world.marks("was")) walk.world.setMark("was", thing, false);
    walk.memory.setNote("outcome", outcome);
  });
  const noted = unite(
    ended.map((config) => ({ ...config, memory: keepNotes(config.memory) })),
    search,
  );
  const runs = noted.map(({ state, memory: own, trail }): Run => {
    const outcome = own.noteOf("outcome") as RepairOutcome;
    return { kind: "run", outcome, memory: own, trail, end: state, isDisturbed: options.mayBeDisturbed && own.left === 0 };
  });
  keep(budget, -search.held);
  return { runs, ways: search.ways };
}

function markKilled(memory: Memory): Memory {
  const copy = copyMemory(memory);
  copy.note("isKilled");
  return copy;
}

/** What is judged of a run, apart from what it only remembered: runs that end alike are one. */
function keepNotes(memory: Memory): Memory {
  const kept = emptyMemory(memory.cells.space);
  kept.left = memory.left;
  kept.tried = memory.tried;
  for (const flag of ["needsRestart", "hasChanged", "isHeldBack"] satisfies readonly RunFlag[]) if (memory.is(flag)) kept.note(flag);
  for (const name of NOTES) {
    const text = memory.noteOf(name);
    if (text !== undefined) kept.setNote(name, text);
  }
  return kept;
}

const NOTES: readonly NoteName[] = ["verdict", "broken", "cause", "undone", "undone item", "outcome"];

function outcomeOf(memory: Memory): RepairOutcome {
  if (memory.is("isKilled")) return "killed";
  if (memory.is("hasFailed")) return "failed";
  if (memory.is("isBlocked")) return "blocked";
  if (memory.is("needsRestart") || memory.is("awaitsRestart")) return "restart";
  return memory.is("hasFixed") ? "fixed" : "compliant";
}

/** Policies are applied again between two runs: what a run took away of theirs is there again. */
function refreshPolicies({ world, context }: Walk): void {
  for (const resource of context.resources.values())
    if (context.findKind(resource).model.owned && world.hasMark(POLICY, resource.identity)) world.thing(resource).refresh();
}

/** Marks that live until Windows restarts. */
const UNTIL_RESTART = ["AskedSince", "Owed"];

/** Restarts Windows: what counted from then comes true, what waited for a restart does not any more, and the marks of the session go. */
export function runRestart(
  subject: Subject,
  before: State<Cell>,
  budget: PathBudget,
  slots: Map<string, Slot>,
  around: (walk: Walk, restart: () => void) => void = (_, restart) => restart(),
): readonly Config[] {
  const search = createSearch(subject, budget, slots);
  const restarted = each(
    "restart",
    [{ state: before, memory: emptyMemory(subject.context.memorySpace), trail: undefined }],
    search,
    (walk) => {
      around(walk, () => restart(walk));
    },
  );
  keep(budget, -search.held);
  return restarted;
}

function restart(walk: Walk): void {
  const { world, context } = walk;
  for (const id of world.marks("Restart")) {
    const ensure = context.ensures.get(id);
    const node = context.nodes.get(id);
    world.setMark("Restart", id, false);
    if (ensure) applyFix(world.thing(ensure.resource), readWish(ensure, walk));
    else if (node?.kind === "check") openAfterRestart(node, walk);
  }
  world.setCount("Changed", undefined);
  for (const kind of UNTIL_RESTART) for (const name of world.marks(kind)) world.setMark(kind, name, false);
  for (const resource of context.resources.values()) {
    const thing = world.thing(resource);
    thing.kind.model.restarted?.(thing);
  }
}
