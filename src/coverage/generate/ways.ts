import type { Value } from "../../checker/value.ts";
import { kindModels } from "../../generated/kind-models.ts";
import type { Plan } from "../../plan/plan.ts";
import { equalCells, variableOf } from "../../proof/cell.ts";
import type { ProofContext } from "../../proof/context.ts";
import { eventsOf } from "../../proof/trace.ts";
import { createSubjects, createWhole } from "../../proof/subject.ts";
import type { Subject } from "../../proof/run.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import { readStart, search } from "./search.ts";
import type { Searched, Start } from "./search.ts";
import { createUsual } from "./usual.ts";
import type { Usual } from "./usual.ts";

/** What leads to the goals of a remedy. */
export interface Ways {
  /** Of the ways to each goal the one that has the least to give. */
  readonly ways: ReadonlyMap<string, Way>;
  /** What makes every part of the remedy come to rest without a fix, or with one where it cannot. */
  readonly rest: Start;
  /** False where the budget ended before the ways did. */
  readonly isComplete: boolean;
}

export interface Way {
  readonly start: Start;
  /** What of it is not usual. */
  readonly given: Start;
  readonly cost: number;
}

/** What a scenario cannot say costs more than anything that it can. */
export const UNSAYABLE = 1_000;
/** How many ways to one goal are compared by what they would have to give. */
const MOST_WITNESSES = 64;
/** How many ways of one start state are walked: those on which Windows does one of several things. */
const WAYS_OF_ONE = 2_000;

/** Walks each part of a remedy that depends on nothing of the others from all start states; where that takes too long, the whole of it from many besides. */
export function findWays(plan: Plan, catalog: Catalog, budget: number): Ways & { readonly whole: Subject; readonly usual: Usual } {
  const subjects = createSubjects(plan, catalog, kindModels, []);
  const one = createWhole(plan, catalog, kindModels);
  const variables = subjects[0]?.context.variables ?? one.context.variables;
  const whole: Subject = { ...one, context: { ...one.context, variables } };
  const usual = createUsual(plan, catalog, variables);
  const costs = createCosts(usual);
  const ways = new Map<string, Way>();
  const counts = new Map<string, number>();
  const note = (key: string, startOf: () => Start): void => {
    const [known, count] = [ways.get(key), counts.get(key) ?? 0];
    if (known?.cost === 0 || count >= MOST_WITNESSES) return;
    counts.set(key, count + 1);
    const start = startOf();
    const cost = costs.of(start);
    if (!known || cost < known.cost) ways.set(key, { start, given: costs.givenOf(start), cost });
  };
  const parameters = new Set(plan.parameters.map(({ name }) => variableOf("parameter", name)));
  const presume: Presume = (variable, classes) => {
    costs.know(variable, classes);
    return parameters.has(variable) ? usual.valueOf(variable, classes) : undefined;
  };
  const rests: Start[] = [];
  let isComplete = true;
  const parts = [...subjects, ...findIdle(plan, subjects, whole)];
  for (const [i, part] of parts.entries()) {
    const searched = search(presuming(part, presume), Math.ceil(budget / (parts.length - i)), note);
    isComplete &&= searched.isComplete;
    const resting = searched.runs.flatMap(({ outcome, end, trail }) => {
      if (outcome !== "compliant" && outcome !== "fixed") return [];
      const start = readStart(eventsOf({ end, trail }));
      return [{ start, cost: costs.of(start) + (outcome === "fixed" ? UNSAYABLE : 0) }];
    });
    const [best] = resting.sort((a, b) => a.cost - b.cost);
    if (best) rests.push(best.start);
  }
  const rest = costs.sayableOf(mergeStarts(rests));
  if (!isComplete) vary(whole, usual, costs.pairs(), [rest], ways, note);
  return { ways, rest, isComplete, whole, usual };
}

export function mergeStarts(starts: readonly Start[]): Start {
  return new Map(starts.flatMap((start) => [...start]));
}

/** The statements that change nothing, and share nothing with what is changed: each by itself. */
function findIdle({ steps }: Plan, subjects: readonly Subject[], whole: Subject): readonly Subject[] {
  const known = new Set(subjects.flatMap((subject) => subject.steps.flatMap(({ body }) => body)));
  return steps.flatMap((step) => step.body.flatMap((node) => (known.has(node) ? [] : [{ ...whole, steps: [{ ...step, body: [node] }] }])));
}

type Presume = NonNullable<ProofContext["presume"]>;

function presuming(subject: Subject, presume: Presume): Subject {
  return { ...subject, context: { ...subject.context, presume } };
}

/** Walks one run of a remedy from a start that is known, but for what `presume` leaves open. */
export function searchPresumed(whole: Subject, presume: Presume, found: Parameters<typeof search>[2]): Searched {
  return search(presuming(whole, presume), WAYS_OF_ONE, found);
}

/** What it costs to give a start: nothing for what is usual, one for each other thing that a scenario can say. */
function createCosts(usual: Usual) {
  const known = new Map<string, readonly Value[]>();
  const costs = new Map<string, number>();
  const costOf = (variable: string, value: Value): number => {
    const key = `${variable}\u0000${JSON.stringify(value)}`;
    const found = costs.get(key);
    if (found !== undefined) return found;
    const own = usual.valueOf(variable, known.get(variable) ?? []);
    const cost = own !== undefined && equalCells(own, value) ? 0 : usual.canGive(variable, value) ? 1 : UNSAYABLE;
    costs.set(key, cost);
    return cost;
  };
  return {
    know: (variable: string, classes: readonly Value[]): void => void known.set(variable, classes),
    givenOf: (start: Start): Start => new Map([...start].filter(([variable, value]) => costOf(variable, value) > 0)),
    sayableOf: (start: Start): Start => new Map([...start].filter(([variable, value]) => costOf(variable, value) < UNSAYABLE)),
    of: (start: Start): number => [...start].reduce((sum, [variable, value]) => sum + costOf(variable, value), 0),
    /** Everything that can be given and is not usual. */
    pairs: (): readonly (readonly [string, Value])[] =>
      [...known].flatMap(([variable, classes]) =>
        classes.flatMap((value) => (costOf(variable, value) === 1 ? [[variable, value] as const] : [])),
      ),
  };
}

/** How many starts of a remedy are tried that is too large to be walked from all of them. */
const VARIATIONS = 600;
/** How many things are another way in each of them than in one that is known. */
const MOST_CHANGES = 3;

/** Walks a remedy from starts that are a little different from those that led somewhere. */
function vary(
  whole: Subject,
  usual: Usual,
  pairs: readonly (readonly [string, Value])[],
  known: readonly Start[],
  ways: ReadonlyMap<string, Way>,
  note: Parameters<typeof search>[2],
): void {
  const random = createRandom();
  for (let i = 0; i < VARIATIONS && pairs.length > 0; i++) {
    const bases = [
      new Map<string, Value>(),
      ...known,
      ...[...ways.values()].flatMap(({ start, cost }) => (cost < UNSAYABLE ? [start] : [])),
    ];
    const changes = Array.from({ length: 1 + random(MOST_CHANGES) }, () => pairs[random(pairs.length)] as readonly [string, Value]);
    const start = new Map([...(bases[random(bases.length)] as Start), ...changes]);
    searchPresumed(whole, (variable, classes) => start.get(variable) ?? usual.valueOf(variable, classes), note);
  }
}

/** Numbers from 0 that are the same each time: a linear congruential generator (Numerical Recipes). */
function createRandom(): (count: number) => number {
  let state = 1;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x100000000) * count);
  };
}
