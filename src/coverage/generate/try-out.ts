import type { Plan } from "../../plan/plan.ts";
import type { GivenItem } from "../../plan/scenario.ts";
import { eventsOf } from "../../proof/trace.ts";
import { OUTCOMES } from "../../proof/scenario.ts";
import type { Run } from "../../proof/run.ts";
import { emitScript } from "../../powershell/emit.ts";
import { applyGiven } from "../../simulator/given.ts";
import type { SimulationResult } from "../../simulator/machine.ts";
import { readOutcome } from "../../simulator/outcome.ts";
import { readItems } from "../../simulator/run-log.ts";
import type { DeployedScripts, ScenarioContext } from "../../simulator/run-scenario.ts";
import { createStartMachine } from "../../simulator/start-machine.ts";
import { intuneRemediation } from "../../targets/intune-remediation.ts";
import { isApp } from "../../targets/target.ts";
import type { TargetRole } from "../../targets/target.ts";
import { targets } from "../../targets/targets.ts";
import type { ItemRecord } from "../observe.ts";
import { observeRun } from "../observe.ts";
import type { Candidate } from "./candidates.ts";

/** What the compiled scripts made of a candidate. */
export interface Tried {
  readonly candidate: Candidate;
  readonly items: readonly GivenItem[];
  readonly detect: string;
  readonly fix: string;
  readonly records: readonly ItemRecord[];
  /** Goals that its fix reached. */
  readonly reached: ReadonlySet<string>;
  /** What a detection that gives a line says is wrong, a text for each. */
  readonly reasons: readonly string[];
}

/** Runs the scripts of a target on the machine of a candidate; a text tells why that is no scenario. */
export async function tryOut(
  candidate: Candidate,
  items: readonly GivenItem[],
  scripts: DeployedScripts,
  context: ScenarioContext,
): Promise<Tried | string> {
  const { plan } = scripts;
  const { origin, name } = plan.remedy;
  const machine = createStartMachine(plan, { title: "", remedy: name, steps: [{ kind: "given", items, origin }], origin });
  const [problem] = applyGiven(machine, items);
  if (problem) return `no scenario can say what leads there: ${problem.text}`;
  const run = (script: string, parameters: Readonly<Record<string, boolean>> = {}): Promise<SimulationResult> =>
    context.windows.run({ machine: structuredClone(machine), script, parameters, fault: null, restart: false });
  const { detect, fix } = scripts;
  const detected = readOutcome(await run(detect.path, detect.parameters), detect.role, false);
  const verdict = readVerdict(detected.outcome, candidate, scripts);
  const fixed = await run(fix.path);
  const outcome = readOutcome(fixed, fix.role, true);
  const records = readItems(name, machine, fixed.machine);
  const wrong = disagree(candidate, verdict, outcome.outcome, records ?? []);
  if (wrong !== undefined || !records) return `${wrong ?? "the run ends before its items"} (${outcome.line})`;
  const line = detected.line.includes(" ") ? detected.line : await tellReason(plan, run, context);
  return {
    candidate,
    items,
    detect: verdict,
    fix: outcome.outcome,
    records,
    reached: observeRun(plan, records),
    reasons: readReasons(line),
  };
}

/** What a detection is expected to say. A standalone script and an app's detection do not tell all of it apart: there it is what the model says. */
function readVerdict(outcome: string, { runs, words }: Candidate, { detect, plan }: DeployedScripts): string {
  if (outcome === "compliant" || (detect.role.role === "detect" && !isApp(targets[plan.target]))) return outcome;
  return words
    ? "noncompliant"
    : (runs.map(({ memory }) => memory.noteOf("verdict")).find((one) => one !== undefined && one !== "compliant") ?? outcome);
}

/** The line of a detection whose channel reads one word: the same in the form that tells a reason. */
async function tellReason(
  plan: Plan,
  run: (script: string) => Promise<SimulationResult>,
  { store, emit }: ScenarioContext,
): Promise<string> {
  const role = intuneRemediation.roles[0] as TargetRole;
  return readOutcome(await run(store.put("reason.ps1", emitScript(plan, intuneRemediation, role, emit).text)), role, false).line;
}

/** Where the scripts do not what the model of the remedy says of them. */
function disagree({ runs, words, goal }: Candidate, verdict: string, fix: string, records: readonly ItemRecord[]): string | undefined {
  if (words && goal) {
    // What is in the way the model does not know of.
    const isBlocked = records.some(({ id, outcome }) => id === words.ensure.id && outcome === "blocked");
    return isBlocked ? undefined : `the model says that ${words.ensure.label} is blocked, the script does not`;
  }
  const verdicts = [...new Set(runs.map(({ memory }) => memory.noteOf("verdict") ?? ""))];
  if (!verdicts.includes(verdict)) return `the model says that the detection is ${verdicts.join(" or ")}, the script ${verdict}`;
  const like = runs.filter(({ outcome }) => OUTCOMES[outcome] === fix);
  if (like.length === 0) {
    const outcomes = [...new Set(runs.map(({ outcome }) => OUTCOMES[outcome]))];
    return `the model says that the fix is ${outcomes.join(" or ")}, the script ${fix}`;
  }
  const differences = like.map((run) => differ(run, records));
  return differences.includes(undefined) ? undefined : differences[0];
}

function differ(run: Run, records: readonly ItemRecord[]): string | undefined {
  const modelled = new Map(eventsOf(run).flatMap((event) => (event.kind === "item" ? [[event.id, event.outcome] as const] : [])));
  const script = new Map(records.map(({ id, outcome }) => [id.replace(/\[.*$/s, ""), outcome]));
  for (const [id, outcome] of modelled)
    if (script.get(id) !== outcome) return `the model says that ${id} is ${outcome}, the script ${script.get(id) ?? "nothing"}`;
  return undefined;
}

/** `NONCOMPLIANT name 1.0.0 | 1 of 3: step: reason; step: reason | last run …` */
function readReasons(line: string): readonly string[] {
  const told = /^[A-Z]+ \S+ \S+ \| (?:\d+ of \d+: )?(.*?)(?: \| last run .*)?$/s.exec(line)?.[1] ?? "";
  return told.split("; ").flatMap((part) => /^\w+: (.+)$/s.exec(part)?.[1] ?? []);
}

/** What a scenario is called: what is wrong, in the words of the scripts, or what is told apart. */
export function titleOf({ candidate, records, reasons, items, fix, detect }: Tried, plan: Plan): string {
  const { goal } = candidate;
  if (goal?.group === "blockers") return goal.text.replace(/^(.*?)(?:: .*)?: blocked, /s, "$1: ");
  const blocked = records.find(({ outcome }) => outcome === "blocked" || outcome === "failed");
  if (blocked && fix !== "succeeded") return tidy(blocked.why);
  if (detect === "compliant") {
    if (items.length === 0) return "nothing is wrong";
    if (goal && goal.group === "branches")
      return tidy(goal.text.replace(/: (does not hold|holds|none|some)$/, (_, what: string) => HOW[what] ?? ""));
    return "all is as it should be";
  }
  const [first, ...others] = reasons;
  if (first === undefined) return tidy(goal?.text ?? plan.remedy.title);
  return tidy(others.length === 0 ? first : others.length === 1 ? `${first}; ${others[0]}` : `${first}, and ${others.length} more`);
}

const HOW: { readonly [word: string]: string } = { "does not hold": " does not hold", holds: " holds", none: ": none", some: ": some" };

const LONGEST_TITLE = 140;

/** One line without its full stop. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\.$/, "").trim();
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 3)}...` : line;
}
