import type { Plan } from "../plan/plan.ts";
import { getLineColumn } from "../source/source-file.ts";
import { listGoals } from "./goals.ts";
import type { Goal, GoalGroup } from "./goals.ts";

/** How much of a remedy its scenarios have seen. */
export interface Coverage {
  readonly remedy: string;
  readonly groups: { readonly [group in GoalGroup]: Share };
  /** Whole percent of all goals together, rounded down: 100 is all. */
  readonly percent: number;
  readonly uncovered: readonly Uncovered[];
}

export interface Share {
  readonly covered: number;
  readonly all: number;
}

/** A goal that no scenario reached. */
export interface Uncovered {
  readonly group: GoalGroup;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** Why no scenario was written for it, where that was tried. */
  readonly why?: string;
}

/** Measures what runs reached of a remedy's goals: `plans` are those of its targets, which share their goals. */
export function measureCoverage(plans: readonly Plan[], reached: ReadonlySet<string>, reasons?: ReadonlyMap<string, string>): Coverage {
  const goals = goalsOf(plans);
  const share = (group: GoalGroup): Share => {
    const own = goals.filter((goal) => goal.group === group);
    return { covered: own.filter(({ key }) => reached.has(key)).length, all: own.length };
  };
  const covered = goals.filter(({ key }) => reached.has(key)).length;
  return {
    remedy: plans[0]?.remedy.name ?? "",
    groups: { items: share("items"), branches: share("branches"), blockers: share("blockers") },
    percent: goals.length === 0 ? 100 : Math.floor((100 * covered) / goals.length),
    uncovered: goals
      .filter(({ key }) => !reached.has(key))
      .map(({ key, group, text, origin }) => {
        const why = reasons?.get(key);
        return { group, text, ...placeOf(origin), ...(why === undefined ? {} : { why }) };
      }),
  };
}

/** The goals of all of a remedy's targets, each once. */
export function goalsOf(plans: readonly Plan[]): readonly Goal[] {
  const found = new Map<string, Goal>();
  for (const plan of plans) for (const goal of listGoals(plan)) if (!found.has(goal.key)) found.set(goal.key, goal);
  return [...found.values()];
}

function placeOf({ span: { file, start } }: Goal["origin"]): { readonly file: string; readonly line: number } {
  return { file: file.path, line: getLineColumn(file, start).line };
}

/** `coverage of print_spooler: 87 % (items 5/6, branches 2/2, blockers 1/2)` */
export function coverageLine({ remedy, percent, groups }: Coverage): string {
  const shares = Object.entries(groups).map(([group, { covered, all }]) => `${group} ${covered}/${all}`);
  return `coverage of ${remedy}: ${percent} % (${shares.join(", ")})`;
}

/** What is not covered, a line each: `  a.remedy:17 service Spooler: state running: found so` */
export function uncoveredLines({ uncovered }: Coverage): readonly string[] {
  return uncovered.map(({ file, line, text, why }) => `  not covered: ${file}:${line} ${text}${why === undefined ? "" : ` (${why})`}`);
}
