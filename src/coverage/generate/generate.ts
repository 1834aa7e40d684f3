import type { PlanScenario } from "../../plan/scenario.ts";
import { printScenario } from "../../proof/print-scenario.ts";
import { describeCheck, isPassed } from "../../simulator/result.ts";
import type { ScenarioResult } from "../../simulator/result.ts";
import { runScenario } from "../../simulator/run-scenario.ts";
import type { DeployedScripts, ScenarioContext } from "../../simulator/run-scenario.ts";
import { goalsOf } from "../coverage.ts";
import type { Goal } from "../goals.ts";
import { findCandidates } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import { chooseCover } from "./choose.ts";
import { composeScenario, giveCandidate } from "./compose.ts";
import { titleOf, tryOut } from "./try-out.ts";
import type { Tried } from "./try-out.ts";

/** A remedy for which scenarios are written. */
export interface Covered {
  /** Its scripts, for each of its targets. */
  readonly targets: readonly DeployedScripts[];
  /** Goals that its author's scenarios reach. */
  readonly reached: ReadonlySet<string>;
  /** Titles that are taken. */
  readonly titles: readonly string[];
  /** Reads a scenario as if it stood in the remedy's file; undefined where it cannot stand there. */
  readonly readBack: (text: string) => Promise<PlanScenario | undefined>;
}

/** A scenario that was written and passed for every target. */
export interface GeneratedScenario {
  readonly text: string;
  readonly results: readonly ScenarioResult[];
}

export interface Generated {
  readonly scenarios: readonly GeneratedScenario[];
  /** What none of them covers, with the reason. */
  readonly left: readonly { readonly goal: Goal; readonly why: string }[];
}

/** Writes scenarios for what a remedy's own do not reach, and runs them: those that the real scripts answer as its model says. `budget`: how many ways through statements are walked. */
export async function generateScenarios(covered: Covered, context: ScenarioContext, budget: number): Promise<Generated> {
  const scripts = covered.targets.find(({ plan }) => plan.target === "intune.remediation") ?? covered.targets[0];
  if (!scripts) return { scenarios: [], left: [] };
  const { plan } = scripts;
  // The plan that is walked comes first: where a parameter is fixed in one target and asked for in another, the statements differ.
  const wanted = goalsOf([plan, ...covered.targets.map((target) => target.plan)]).filter(({ key }) => !covered.reached.has(key));
  const { candidates, without, subject } = findCandidates(plan, context.catalog, wanted, budget);
  const reasons = new Map(without.map(({ goal, why }) => [goal.key, why]));
  const given = candidates.flatMap((candidate) => {
    const items = giveCandidate(candidate, subject.context.variables, plan, context.catalog);
    if (!items && candidate.goal) reasons.set(candidate.goal.key, "no scenario can say what leads there");
    return items ? [{ candidate, items, covers: coversOf(candidate), cost: items.length }] : [];
  });
  const left = new Set(wanted.map(({ key }) => key));
  const tried: Tried[] = [];
  for (let open = given; open.length > 0;) {
    const chosen = chooseCover(open, left);
    if (chosen.length === 0) break;
    open = open.filter((choice) => !chosen.includes(choice));
    const results = await Promise.all(
      chosen.map(async ({ candidate, items }) => ({ candidate, came: await tryOut(candidate, items, scripts, context) })),
    );
    for (const { candidate, came } of results) {
      const key = candidate.goal?.key;
      if (typeof came !== "string") {
        tried.push(came);
        for (const one of came.reached) left.delete(one);
        if (key !== undefined && !came.reached.has(key))
          reasons.set(key, "the run that should lead there does not, since the simulated machine is not as the model takes it");
      } else if (key !== undefined) reasons.set(key, came);
    }
  }
  const scenarios: (GeneratedScenario & { readonly covers: ReadonlySet<string> })[] = [];
  const isWanted = new Set(wanted.map(({ key }) => key));
  const titles = new Set(covered.titles);
  let open = tried.map((one) => ({ ...one, covers: one.reached, cost: one.items.length }));
  for (;;) {
    const missing = new Set([...isWanted].filter((key) => !scenarios.some(({ covers }) => covers.has(key))));
    const chosen = chooseCover(open, missing);
    if (chosen.length === 0) break;
    open = open.filter((choice) => !chosen.includes(choice));
    for (const made of await Promise.all(chosen.map((one) => write(one, titles, covered, context)))) {
      if (typeof made.came === "string") reasons.set(made.tried.candidate.goal?.key ?? "", made.came);
      else scenarios.push({ ...made.came, covers: made.tried.reached });
    }
  }
  return {
    scenarios,
    left: wanted
      .filter(({ key }) => !scenarios.some(({ covers }) => covers.has(key)))
      .map((goal) => ({ goal, why: reasons.get(goal.key) ?? "no run that was tried came there" })),
  };
}

/** Goals that a candidate may cover. Of one with something in the way of a fix that is the one for whose sake it is. */
function coversOf({ goal, reaches }: Candidate): ReadonlySet<string> {
  return goal?.group === "blockers" ? new Set([goal.key]) : reaches;
}

/** Writes a scenario and runs it for every target. */
async function write(
  tried: Tried,
  titles: Set<string>,
  { targets, readBack }: Covered,
  context: ScenarioContext,
): Promise<{ readonly tried: Tried; readonly came: GeneratedScenario | string }> {
  const { plan } = targets[0] as DeployedScripts;
  const title = takeTitle(titleOf(tried, plan), titles);
  const fixed = new Set(tried.records.flatMap(({ id, outcome }) => (outcome === "fixed" ? [id.replace(/\[.*$/s, "")] : [])));
  const composed = composeScenario(title, tried.items, { detect: tried.detect, fix: tried.fix, fixed }, plan, context.catalog);
  const plain = { ...composed, steps: composed.steps.filter(({ kind }) => kind !== "expect-state") };
  for (const scenario of [composed, plain]) {
    const text = printScenario(scenario, context.catalog);
    const read = await readBack(text);
    if (!read) continue;
    const results = await Promise.all(targets.map(async (scripts) => (await runScenario(read, scripts, context)).result));
    const failed = results.find((result) => !isPassed(result));
    const check = failed?.checks.find(({ passed }) => !passed);
    if (!check) return { tried, came: { text, results } };
    if (scenario === plain || !composed.steps.some(({ kind }) => kind === "expect-state") || !isOfStates(failed, composed))
      return { tried, came: `the scenario '${title}' fails (${failed?.target}): ${check.name}: ${describeCheck(check).split("\n")[0]}` };
  }
  return { tried, came: `the scenario '${title}' cannot be written` };
}

/** Whether nothing of a scenario failed but what it expects of things. */
function isOfStates(failed: ScenarioResult | undefined, { steps }: PlanScenario): boolean {
  const names = steps.flatMap((step) => (step.kind === "expect-state" ? [`expect ${step.state.resource.label}`] : []));
  return failed?.checks.every(({ passed, name }) => passed || names.includes(name)) ?? false;
}

function takeTitle(title: string, titles: Set<string>): string {
  let free = title;
  for (let number = 2; titles.has(free); number++) free = `${title} (${number})`;
  titles.add(free);
  return free;
}
