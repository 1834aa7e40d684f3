import type { Cell } from "./cell.ts";
import type { State } from "./state.ts";
import { Choices, Infeasible, isSpent } from "./choices.ts";
import type { PathBudget } from "./choices.ts";
import { findCause, findTaker, groupOf, keyOf, sortCounterexamples } from "./causes.ts";
import type { ProofContext } from "./context.ts";
import { findBlamed, isShorter, tellWay } from "./counterexample.ts";
import type { Counterexample, Told } from "./counterexample.ts";
import { eventsOf } from "./trace.ts";
import { findWorse } from "./killed.ts";
import type { KilledRun } from "./killed.ts";
import { isHolding } from "./evaluate.ts";
import { explore } from "./explore.ts";
import type { Explored, Node } from "./explore.ts";
import { Flow } from "./flow.ts";
import { createSubjects, subjectOf } from "./subject.ts";
import type { PropertyName } from "./properties.ts";
import type { Run, Subject } from "./run.ts";
import type { RepairOutcome } from "./walk/memory.ts";
import { Memory } from "./walk/memory.ts";
import { testEnsure } from "./walk/rule-01-item.ts";
import { detect } from "./walk/rule-05-detection.ts";
import type { Slot } from "./walk/recall.ts";
import { Walk } from "./walk/walk.ts";
import type { ProofStep } from "./walk/walk.ts";
import type { KindModel } from "./kind-model.ts";
import type { Plan, PlanCondition, PlanPromise, PlanResource } from "../plan/plan.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { labelText } from "../plan/lower/resources.ts";
import { visitPlan } from "../plan/provides.ts";
import { POLICY, Unreadable } from "./world.ts";

export interface ProofOptions {
  /** How many ways through single statements may be walked, over all. */
  readonly budget: number;
  /** Whether things may go wrong besides what the machine is like. */
  readonly mayBeDisturbed: boolean;
  /** Whether what was looked at is kept, to be drawn. */
  readonly draws?: boolean;
  /** Counterexamples that are kept besides where they are not the shortest. */
  readonly prefers?: (found: Counterexample) => boolean;
  /** How many bytes, as they are estimated, may be kept at once of what is known. */
  readonly room?: number;
}

/** With this a process stays below 300 MB: an estimate leaves out what waits to be collected, and what V8 keeps free. */
const USUAL_ROOM = 18_000_000;

/** What came of a proof of one plan. */
export interface Proof {
  readonly plan: Plan;
  /** What does not hold, in the order of the properties: the shortest for each statement to blame; of what is left broken for each thing and what stood in the way. */
  readonly counterexamples: readonly Counterexample[];
  /** Of those that are preferred the shortest, by what they refute. */
  readonly preferred: ReadonlyMap<string, Counterexample>;
  readonly clusters: readonly ClusterProof[];
  readonly promises: readonly PromiseProof[];
  /** False where the budget ended before the states did: what was not refuted is not proved. */
  readonly isComplete: boolean;
  readonly ways: number;
}

/** What of a remedy was looked at by itself. */
export interface ClusterProof {
  /** Its items, as they are told. */
  readonly items: readonly string[];
  /** States of the machine between two runs. */
  readonly states: number;
  readonly runs: number;
  readonly ways: number;
  /** For how many start states these stand: all combinations of what is told apart. */
  readonly stands: number;
  /** The same as a power of ten. */
  readonly magnitude: number;
  /** What multiplies them: things with the number of their classes, the most first. */
  readonly widest: readonly { readonly label: string; readonly classes: number }[];
  readonly isComplete: boolean;
  readonly steps: readonly ProofStep[];
  /** How its runs went, where that is drawn. */
  readonly flow: Flow | undefined;
  /** So much was kept as may be: a larger budget would not help. */
  readonly isFull: boolean;
}

/** How far a promise was looked at. */
export interface PromiseProof {
  readonly title: string;
  /** False where the remedy changes nothing that the promise reads. */
  readonly canBreak: boolean;
  readonly isComplete: boolean;
  readonly isFull: boolean;
}

/** Looks at every start state of a remedy, and at what runs make of it. */
export function provePlan(plan: Plan, catalog: Catalog, models: Readonly<Record<string, KindModel>>, options: ProofOptions): Proof {
  const budget: PathBudget = { left: options.budget, room: options.room ?? USUAL_ROOM };
  const { promises } = plan;
  const conditions = promises.flatMap(({ given, always, finally: atEnd }) =>
    [...given, ...always, ...atEnd].map(({ condition }) => condition),
  );
  const found = new Map<string, Counterexample>();
  const preferred = new Map<string, Counterexample>();
  const note = (counterexample: Counterexample): void => {
    const isBetter = (known: Counterexample | undefined): boolean => !known || isShorter(counterexample, known);
    const [key, group] = [keyOf(counterexample), groupOf(counterexample)];
    if (isBetter(found.get(key))) found.set(key, counterexample);
    if (options.prefers && isBetter(preferred.get(group)) && options.prefers(counterexample)) preferred.set(group, counterexample);
  };
  const clusters: ClusterProof[] = [];
  const subjects = createSubjects(plan, catalog, models, conditions);
  let waiting = subjects.length + promises.length;
  for (const subject of subjects) {
    const flow = options.draws === true ? new Flow() : undefined;
    clusters.push(
      withShare(budget, waiting--, (share) => {
        const explored = proveSubject(subject, share, options.mayBeDisturbed, note, flow);
        return { ...describe(subject, explored, flow), isFull: isFull(share) };
      }),
    );
  }
  const promised = promises.map((promise, i): PromiseProof => {
    const subject = subjectOf(
      [...promise.given, ...promise.always, ...promise.finally].map(({ condition }) => condition),
      subjects,
    );
    // What nothing changes no run can break.
    if (!subject) return { title: promise.title, canBreak: false, isComplete: true, isFull: false };
    return withShare(budget, promises.length - i, (share) => {
      const isComplete = provePromise(subject, promise, share, options.mayBeDisturbed, note);
      return { title: promise.title, canBreak: true, isComplete, isFull: isFull(share) };
    });
  });
  const isComplete = [...clusters, ...promised].every((one) => one.isComplete);
  return {
    plan,
    counterexamples: sortCounterexamples(found.values()),
    preferred,
    clusters,
    promises: promised,
    isComplete,
    ways: options.budget - budget.left,
  };
}

/** Gives one of several an equal share of a budget; what it leaves is for those behind it. What is kept of one is gone before the next. */
function withShare<T>(budget: PathBudget, waiting: number, use: (share: PathBudget) => T): T {
  const share: PathBudget = { ...budget, left: Math.ceil(budget.left / waiting) };
  budget.left -= share.left;
  const result = use(share);
  // A search notices the end of its budget a little late; those behind it do not pay for that.
  budget.left += Math.max(share.left, 0);
  return result;
}

const isFull = ({ room = 1 }: PathBudget): boolean => room <= 0;

function describe(
  { steps, context }: Subject,
  { nodes, runs, ways, isComplete }: Explored,
  flow: Flow | undefined,
): Omit<ClusterProof, "isFull"> {
  const items: string[] = [];
  const own = steps.map((step) => ({ ...step, body: step.body.flatMap((node) => (node.kind === "foreign" ? [] : [node])) }));
  visitPlan(own, (node) => {
    if (node.kind === "ensure") items.push(node.label);
    else if (node.kind === "check" || node.kind === "routine") items.push(labelText(node.title));
  });
  const classes = [...context.classCounts.values()];
  const stands = classes.reduce((product, count) => product * count, 1);
  const magnitude = classes.reduce((sum, count) => sum + Math.log10(count), 0);
  return { items, states: nodes.length, runs, ways, stands, magnitude, widest: findWidest(context), isComplete, steps, flow };
}

const MOST_WIDEST = 3;

function findWidest({ classCounts, variables }: ProofContext): ClusterProof["widest"] {
  const counts = new Map<string, number>();
  for (const [variable, count] of classCounts) {
    const known = variables.get(variable);
    const label = known?.resource?.label ?? known?.label ?? "";
    if (label !== "" && count > 1) counts.set(label, (counts.get(label) ?? 1) * count);
  }
  const all = [...counts].map(([label, classes]) => ({ label, classes }));
  return all.sort((a, b) => b.classes - a.classes).slice(0, MOST_WIDEST);
}

type Note = (counterexample: Counterexample) => void;

/** The built-in properties. */
function proveSubject(subject: Subject, budget: PathBudget, mayBeDisturbed: boolean, note: Note, flow: Flow | undefined): Explored {
  const { context } = subject;
  // The search is breadth first: what takes more runs than one that is known is not told at all.
  const shortest = new Map<string, number>();
  const refute: Refute = (property, summary, node, run, { item, thing } = {}) => {
    const refuted = { property, promise: undefined, summary, cause: thing && findCause(run), node: findBlamed(context, run, item) };
    const key = keyOf(refuted);
    if ((shortest.get(key) ?? Infinity) < node.depth) return;
    shortest.set(key, node.depth);
    note({ ...refuted, ...(thing ? { thing } : {}), ...tellWay(context, node, run) });
  };
  const killed: KilledRun[] = [];
  const explored = explore(subject, budget, mayBeDisturbed, {
    begin: (walk) => {
      noteVerdict(subject, walk);
    },
    end: (walk, outcome) => {
      noteBroken(walk, outcome);
      noteUndone(subject, walk);
    },
    tellsAll: flow !== undefined,
    onRun: (run, before, after, isAtRest) => {
      flow?.addRun(run, before, after, isAtRest);
      const broken = run.memory.noteOf("broken");
      const thing = broken === undefined ? undefined : context.wanted.get(broken);
      if (thing) {
        const summary = `${thing.label} served before the run, and does not after it`;
        refute("nothing_left_broken", summary, before, run, { thing, item: findTaker(run, thing) });
      }
      if (run.outcome === "killed") killed.push({ before, run, after });
      if (!run.isDisturbed) judgeCalmRun(run, before, after, refute);
    },
    onRestart: (before, run, after) => {
      flow?.addRestart(before, run, after);
      if (!run.isDisturbed && isAncestor(after, before))
        refute("converges", "it asks for restarts for ever: this state was there before", before, run);
    },
  });
  const slots = new Map<string, Slot>();
  const calm = new Map<number, Node>();
  const exploreFrom = (start: State<Cell>): Node => {
    const known = calm.get(start.key) ?? explore(subject, budget, false, {}, { start, slots }).root;
    calm.set(start.key, known);
    return known;
  };
  for (const one of killed) {
    const worse = findWorse(one, exploreFrom);
    // What comes of it without being killed was not looked at to its end.
    if (isSpent(budget)) break;
    if (!worse) continue;
    refute(
      "killed_anywhere",
      `after a run that was killed it ends ${worse.run.outcome}, and without that it does not`,
      worse.node,
      worse.run,
    );
  }
  const [root] = explored.nodes;
  for (const [id, events] of context.unhelped)
    if (root && explored.isComplete && !context.helped.has(id))
      refute("converges", "its actions never make its condition true", root, { outcome: "failed", events }, { item: id });
  const stubborn = explore(subject, budget, false, {
    neverHelps: true,
    onRun: (run, before, after, isAtRest) => {
      const { tried } = run.memory;
      if (tried !== "" && (isAtRest || isAncestor(after, before)))
        refute("bounded", "a fix that never helps is tried by every run", before, run, { item: tried });
    },
  });
  return { ...explored, ways: explored.ways + stubborn.ways, isComplete: explored.isComplete && stubborn.isComplete };
}

/** `item`: the one to blame; `thing`: what does not serve any more. */
type Refute = (
  property: PropertyName,
  summary: string,
  node: Node,
  run: Told,
  about?: { readonly item?: string | undefined; readonly thing?: PlanResource },
) => void;

/** What is asked of a run on which nothing goes wrong. */
function judgeCalmRun(run: Run, before: Node, after: Node, refute: Refute): void {
  const [verdict, undone] = [run.memory.noteOf("verdict"), run.memory.noteOf("undone")];
  if (undone !== undefined) refute("nothing_undone", undone, before, run, { item: run.memory.noteOf("undone item") ?? "" });
  const wrong = verdict === undefined ? undefined : disagree(verdict, run);
  if (wrong !== undefined) refute("detection_agrees", wrong, before, run);
  const changes = run.memory.is("hasChanged");
  const isRefreshed = changes && eventsOf(run).some((event) => event.kind === "change" && event.by === POLICY);
  if (changes && !isRefreshed && isGood(run.outcome) && before.by !== undefined && before.by !== "restart" && isGood(before.by.outcome))
    refute("idempotent", "a run changes something although the one before ended well", before, run);
  if (run.outcome === "failed" && !before.isDisturbed && !run.memory.is("isHeldBack"))
    refute("converges", "it fails although every fix works", before, run);
  if (changes && isAncestor(after, before)) refute("converges", "runs change things for ever: this state was there before", before, run);
}

const isGood = (outcome: RepairOutcome): boolean => outcome === "fixed" || outcome === "compliant";

/** Property 3: a detection on the same machine, before anything is changed. */
function noteVerdict(subject: Subject, walk: Walk): void {
  quietly(walk, () => {
    walk.memory.setNote("verdict", detect(subject.steps, walk));
    return true;
  });
  walk.memory.step = "";
}

function disagree(verdict: string, run: Run): string | undefined {
  const acts = run.memory.is("hasChanged") || run.outcome === "fixed";
  if (verdict === "compliant" && (acts || run.outcome !== "compliant"))
    return `the detection says compliant, and the remediation ${acts ? "changes something" : `is ${run.outcome}`}`;
  if (verdict !== "compliant" && run.outcome === "compliant") return `the detection says ${verdict}, and the remediation has nothing to do`;
  if (verdict === "blocked" && acts) return "the detection says blocked, and the remediation changes something";
  return undefined;
}

/** Property 7: what the remedy wants and what served before still serves at the end of a run that did not end well. */
function noteBroken(walk: Walk, outcome: RepairOutcome): void {
  if (isGood(outcome) || outcome === "killed") return;
  for (const identity of walk.world.marks("was")) {
    const resource = walk.context.wanted.get(identity);
    if (!resource || !walk.world.hasMark("was", identity)) continue;
    if (knownTruth(walk, (copy) => copy.world.thing(resource).works()) === false) {
      walk.memory.setNote("broken", identity);
      walk.memory.setNote("cause", walk.memory.cause);
      return;
    }
  }
}

/** Property 4: what held or was fixed still holds. */
function noteUndone(subject: Subject, walk: Walk): void {
  if (walk.memory.is("isKilled")) return;
  for (const id of walk.memory.held) {
    const ensure = subject.context.ensures.get(id);
    if (!ensure) continue;
    if (knownTruth(walk, (copy) => testEnsure(ensure, copy) === "") === false) {
      walk.memory.setNote("undone", `${ensure.label}: this was so during the run, and is not at its end`);
      walk.memory.setNote("undone item", id);
      return;
    }
  }
}

/** What is known on this way without looking at anything that is still open. */
function knownTruth(walk: Walk, ask: (copy: Walk) => boolean): boolean | undefined {
  const { search, memory, world } = walk;
  const copy = new Walk(search, world.now.fork(), new Memory(memory.cells.fork()), new FixedChoices());
  copy.memory.left = 0;
  try {
    return ask(copy);
  } catch (error) {
    if (error instanceof Infeasible || error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Asks while nothing goes wrong. What cannot be read in this run counts as true. */
function quietly(walk: Walk, ask: () => boolean): boolean {
  const { left } = walk.memory;
  walk.memory.left = 0;
  try {
    return ask();
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  } finally {
    walk.memory.left = left;
  }
}

/** Choices of a way on which nothing may be chosen. */
class FixedChoices extends Choices {
  override choose(count: number): number {
    if (count > 1) throw new Infeasible();
    return 0;
  }
}

function isAncestor(node: Node, of: Node): boolean {
  for (let at: Node | undefined = of; at; at = at.before) if (at.state.key === node.state.key) return true;
  return false;
}

/** The mark that a promise counts. */
const PROMISED = "Promised";

/** Property 8. True where all was looked at. */
function provePromise(subject: Subject, promise: PlanPromise, budget: PathBudget, mayBeDisturbed: boolean, note: Note): boolean {
  const holds = (conditions: readonly PlanCondition[], walk: Walk): boolean =>
    quietly(walk, () => conditions.every(({ condition }) => isHolding(condition, walk)));
  const begins = (walk: Walk): boolean => holds(promise.given, walk) && holds(promise.always, walk);
  const isAsked = (walk: Walk): boolean => walk.world.hasMark(PROMISED, "") && walk.memory.noteOf("broken") === undefined;
  const fail = (walk: Walk, when: string): void => {
    walk.memory.setNote("broken", `'${promise.title}' is broken ${when}`);
  };
  const explored = explore(subject, budget, mayBeDisturbed, {
    begin: (walk) => {
      if (!begins(walk)) throw new Infeasible();
      walk.world.setMark(PROMISED, "", true);
    },
    resume: (walk) => {
      if (!walk.world.hasMark(PROMISED, "") && begins(walk)) walk.world.setMark(PROMISED, "", true);
    },
    // What ends what is given is a restart of Windows, not the remedy: from there on nothing is promised, until it is given again.
    restart: (walk, restart) => {
      const wasGiven = walk.world.hasMark(PROMISED, "") && holds(promise.given, walk);
      restart();
      if (wasGiven && !holds(promise.given, walk)) walk.world.setMark(PROMISED, "", false);
    },
    watch: (walk) => {
      if (isAsked(walk) && !holds(promise.always, walk)) fail(walk, "here");
    },
    end: (walk, outcome) => {
      if (isAsked(walk) && isGood(outcome) && !holds(promise.finally, walk)) fail(walk, "at the end");
    },
    onRun: (run, before) => {
      const summary = run.memory.noteOf("broken");
      if (summary === undefined) return;
      const node = findBlamed(subject.context, run, undefined);
      note({
        property: "promise",
        promise: promise.title,
        summary,
        cause: node?.kind === "ensure" ? `'${node.label}' does it` : undefined,
        node,
        ...tellWay(subject.context, before, run),
      });
    },
  });
  return explored.isComplete;
}
