import type { Value } from "../../checker/value.ts";
import { stagedBlockers } from "../../generated/kind-staged-blockers.ts";
import type { Plan, PlanEnsure } from "../../plan/plan.ts";
import { bool, variableOf } from "../../proof/cell.ts";
import type { Run, Subject } from "../../proof/run.ts";
import { eventsOf } from "../../proof/trace.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { Goal } from "../goals.ts";
import { keyOf } from "../goals.ts";
import type { Start } from "./search.ts";
import { findWays, mergeStarts, searchPresumed, UNSAYABLE } from "./ways.ts";
import type { Way, Ways } from "./ways.ts";

/** A start state that may become a scenario, with what the model of the remedy says of one run from there. */
export interface Candidate {
  /** The goal for whose sake it is; undefined of those that cover many. */
  readonly goal: Goal | undefined;
  /** What is given: the rest is as on every machine. */
  readonly start: Start;
  /** Words that no proof knows of, for one thing: what is in the way of its fix. */
  readonly words: { readonly ensure: PlanEnsure; readonly words: { readonly [word: string]: Value } } | undefined;
  /** All goals that a run from there may reach. */
  readonly reaches: ReadonlySet<string>;
  readonly runs: readonly Run[];
}

/** Start states for goals, and goals for which there is none, with the reason. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly without: readonly { readonly goal: Goal; readonly why: string }[];
  readonly subject: Subject;
}

/** Finds a start state with as little to give as can be for each of these goals of a remedy, and a few that cover many at once. */
export function findCandidates(plan: Plan, catalog: Catalog, wanted: readonly Goal[], budget: number): Candidates {
  const { whole, usual, ...found } = findWays(plan, catalog, budget);
  const look: Look = (start) => {
    const [reaches, guessed] = [new Set<string>(), new Set<string>()];
    const presume = (variable: string, classes: readonly Value[]): Value | undefined => {
      const value = start.get(variable) ?? usual.valueOf(variable, classes);
      if (value === undefined) guessed.add(variable);
      return value;
    };
    const { runs } = searchPresumed(whole, presume, (key) => void reaches.add(key));
    return { reaches, guessed, runs };
  };
  const candidates: Candidate[] = [];
  const add = (goal: Goal | undefined, start: Start, words?: Candidate["words"]): void =>
    void candidates.push({ goal, start, words, ...look(start) });
  const without: { readonly goal: Goal; readonly why: string }[] = [];
  for (const goal of wanted) {
    const made = goal.group === "blockers" ? stage(goal, found, look) : reach(goal.key, found, look);
    if (typeof made === "string") without.push({ goal, why: made });
    else for (const start of made.starts) add(goal, start, made.words);
  }
  const fixed = wanted.filter(({ key, node }) => "id" in node && key === keyOf.item(node.id, "fixed"));
  const all = candidates.filter(({ goal }) => goal && fixed.includes(goal)).map(({ start }) => start);
  for (const start of [new Map<string, Value>(), found.rest, ...(all.length > 1 ? [mergeStarts(all)] : [])]) add(undefined, start);
  const isCovered = ({ key }: Goal): boolean => candidates.some(({ goal, reaches }) => goal?.group !== "blockers" && reaches.has(key));
  return { candidates, without: without.filter(({ goal }) => !isCovered(goal)), subject: whole };
}

/** `guessed`: what was read of which nobody knows what it is on the machine of scenarios. */
interface Looked extends Pick<Candidate, "reaches" | "runs"> {
  readonly guessed: ReadonlySet<string>;
}

type Look = (start: Start) => Looked;

interface Made extends Pick<Candidate, "words"> {
  /** What may be enough, and, where that is less, what is for sure. */
  readonly starts: readonly Start[];
}

/** A start from which a run reaches a goal; or why there is none. */
function reach(key: string, found: Ways, look: Look): Made | string {
  const way = found.ways.get(key);
  if (!way)
    return found.isComplete
      ? "no start state that a proof tells apart leads there, parameters being what they are by default"
      : "it was not found before the budget of ways ended";
  if (way.cost >= UNSAYABLE) return "no scenario can say what leads there";
  const isReached = ({ reaches }: Looked): boolean => reaches.has(key);
  return firstOf(way, found.rest, new Set(), look, isReached, undefined);
}

/** A start on which a blocker of an item's kind stands in the way of its fix. */
function stage({ node, key }: Goal, found: Ways, look: Look): Made | string {
  const ensure = node as PlanEnsure;
  const blocker = stagedBlockers[ensure.resource.resourceKind]?.find(({ name }) => key === keyOf.blocker(ensure.id, name));
  const given = blocker?.given(ensure);
  if (given === undefined) return "no scenario can say what leads there";
  const { identity } = ensure.resource;
  const own: Start =
    given === "absent"
      ? new Map([[variableOf(identity, "exists"), bool(false)]])
      : new Map([
          [variableOf(identity, "exists"), bool(true)],
          ...Object.entries(given).map(([name, value]) => [variableOf(identity, name), value] as const),
        ]);
  const words = given === "absent" ? undefined : { ensure, words: given };
  const isOther = (variable: string): boolean => !variable.startsWith(`${identity}\u0000`);
  const around = found.ways.get(keyOf.item(ensure.id, "fixed")) ?? found.ways.get(keyOf.item(ensure.id, "blocked"));
  const others = (start: Start): Start => new Map([...start].filter(([variable]) => isOther(variable)));
  // The model knows of some blockers; behind the others it sees a fix.
  const isReached = ({ reaches }: Looked): boolean =>
    reaches.has(keyOf.item(ensure.id, "blocked")) || reaches.has(keyOf.item(ensure.id, "fixed"));
  const withOwn = (start: Start | undefined): Start => new Map([...others(start ?? new Map()), ...own]);
  return firstOf(
    { start: withOwn(around?.start), given: withOwn(around?.given) },
    others(found.rest),
    new Set(own.keys()),
    look,
    isReached,
    words,
  );
}

/** A start with no more than it takes; where that is not enough, or nobody knows whether it is, with what makes the rest of the remedy come to rest. Or what holds it back. */
function firstOf(
  { start, given }: Pick<Way, "start" | "given">,
  rest: Start,
  kept: ReadonlySet<string>,
  look: Look,
  isEnough: (looked: Looked) => boolean,
  words: Candidate["words"],
): Made | string {
  const alone = look(given);
  if (isEnough(alone) && ![...alone.guessed].some((variable) => rest.has(variable)))
    return { starts: minimize(given, kept, look, isEnough), words };
  let why: string | undefined;
  for (const one of [given, start]) {
    const together = new Map([...rest, ...one]);
    const looked = look(together);
    if (isEnough(looked)) return { starts: minimize(together, kept, look, isEnough), words };
    why ??= tellHold(looked);
  }
  return why ?? "no start that was tried leads there";
}

/** What was done first that holds back what stands behind it. */
function tellHold({ runs }: Looked): string | undefined {
  for (const run of runs) {
    const first = eventsOf(run).find((event) => event.kind === "item" && (event.outcome === "blocked" || event.outcome === "failed"));
    if (first?.kind === "item") return `on a machine that leads there, '${first.label}' is ${first.outcome} before it`;
  }
  return undefined;
}

/** Leaves out of a start what it does not take, but for what is `kept`. Of what nobody knows what it is on the machine of scenarios, a run must show whether it can be left out. */
function minimize(start: Start, kept: ReadonlySet<string>, look: Look, isEnough: (looked: Looked) => boolean): readonly Start[] {
  const shrink = (from: Start, mayGuess: boolean): Start => {
    let left = from;
    for (const variable of from.keys()) {
      if (kept.has(variable)) continue;
      const fewer = new Map([...left].filter(([other]) => other !== variable));
      const looked = look(fewer);
      if (isEnough(looked) && (mayGuess || !looked.guessed.has(variable))) left = fewer;
    }
    return left;
  };
  const sure = shrink(start, false);
  const fewest = shrink(sure, true);
  return fewest.size < sure.size ? [fewest, sure] : [sure];
}
