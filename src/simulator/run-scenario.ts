import type { Catalog } from "../resources/catalog/model.ts";
import { getLineColumn } from "../source/source-file.ts";
import type { Origin, Plan } from "../plan/plan.ts";
import { collectEnsures } from "../plan/provides.ts";
import type { PlanScenario, ScenarioPlanStep } from "../plan/scenario.ts";
import { emitScript } from "../powershell/emit.ts";
import type { EmitOptions } from "../powershell/emit.ts";
import { intuneRemediation } from "../targets/intune-remediation.ts";
import { isApp } from "../targets/target.ts";
import type { TargetRole } from "../targets/target.ts";
import { targets } from "../targets/targets.ts";
import { addExpected, findChanges, findUnexplained, isProcessNumber } from "./attribution.ts";
import { renderDifferences } from "./difference.ts";
import { emitExpectation } from "./expectation.ts";
import { applyGiven } from "./given.ts";
import type { Machine, SimulationResult } from "./machine.ts";
import { observeRun } from "../coverage/observe.ts";
import { readOutcome } from "./outcome.ts";
import type { RunOutcome } from "./outcome.ts";
import type { ScenarioCheck, ScenarioResult } from "./result.ts";
import { readItems } from "./run-log.ts";
import { createStartMachine } from "./start-machine.ts";
import type { ScriptStore, SimulatedWindows } from "./simulated-windows.ts";

/** The very scripts that would be deployed, as files that the engine reads. */
export interface DeployedScripts {
  readonly plan: Plan;
  /** The script that detects; a standalone script does it with -WhatIf. */
  readonly detect: { readonly path: string; readonly role: TargetRole; readonly parameters: Readonly<Record<string, boolean>> };
  readonly fix: DeployedScript;
  /** Of an app: what takes it away again, with the plan of that script. */
  readonly uninstall?: DeployedScript & { readonly plan: Plan };
}

export interface DeployedScript {
  readonly path: string;
  readonly role: TargetRole;
}

/** What running scenarios takes besides them. */
export interface ScenarioContext {
  readonly windows: SimulatedWindows;
  readonly store: ScriptStore;
  readonly catalog: Catalog;
  readonly emit: EmitOptions;
}

/** A scenario on its way: the machine as it is now, and what has been found. */
interface Course {
  machine: Machine;
  detected: RunOutcome | undefined;
  runs: number;
  milliseconds: number;
  readonly checks: ScenarioCheck[];
  readonly fixes: Machine[];
  readonly uninstalls: Machine[];
  readonly reached: Set<string>;
  /** What explains a change: the remedy's plan, and for kinds of one's own what the scenario expects. */
  readonly explanation: Plan;
}

/** What a scenario came to, and what `--faults` goes on with: the machines on which its `fix` and its `uninstall` ran, and the scripts with the plan that explains changes. */
export interface ScenarioCourse {
  readonly result: ScenarioResult;
  readonly beforeFixes: readonly Machine[];
  readonly beforeUninstalls: readonly Machine[];
  readonly explained: DeployedScripts;
}

/**
 * Runs a scenario. Every `expect fix` means: detect, fix, detect, fix again; detection changes nothing, the second fix changes nothing, and what
 * the remedy does not name stays as it was. After a success detection says compliant. An `expect uninstall` means uninstall twice likewise.
 */
export async function runScenario(scenario: PlanScenario, scripts: DeployedScripts, context: ScenarioContext): Promise<ScenarioCourse> {
  const plan = withUninstall(scripts);
  const machine = createStartMachine(plan, scenario);
  const explanation = addExpected(plan, scenario, context.catalog);
  const found = { checks: [], fixes: [], uninstalls: [], reached: new Set<string>() };
  const course: Course = { machine, detected: undefined, runs: 0, milliseconds: 0, ...found, explanation };
  for (const step of scenario.steps) await runStep(step, course, scripts, context);
  const result: ScenarioResult = {
    scenario,
    target: scripts.plan.target,
    checks: course.checks,
    milliseconds: course.milliseconds,
    runs: course.runs,
    faults: undefined,
    reached: course.reached,
  };
  return { result, beforeFixes: course.fixes, beforeUninstalls: course.uninstalls, explained: { ...scripts, plan: explanation } };
}

/** Everything that the scripts of a remedy may do, as one plan. */
function withUninstall({ plan, uninstall }: DeployedScripts): Plan {
  return uninstall ? { ...plan, steps: [...plan.steps, ...uninstall.plan.steps] } : plan;
}

async function runStep(step: ScenarioPlanStep, course: Course, scripts: DeployedScripts, context: ScenarioContext): Promise<void> {
  switch (step.kind) {
    case "given":
      for (const problem of applyGiven(course.machine, step.items)) check(course, "given", placeOf(problem.item), false, problem.text);
      course.detected = undefined;
      return;
    case "restart":
      course.machine = (
        await context.windows.run({ machine: course.machine, script: null, parameters: {}, fault: null, restart: true })
      ).machine;
      course.detected = undefined;
      return;
    case "expect-outcome":
      if (step.run === "detect") {
        const detected = await detect(course, scripts, context);
        const passed = isAsExpected(detected.outcome, step.outcome, scripts);
        const why = passed && step.reason === undefined ? "" : await findReason(detected, course, scripts, context);
        check(course, `expect detect ${step.outcome}`, placeOf(step), passed, `it came to ${detected.outcome}: ${why}`);
        if (passed) checkReason(step, course, why);
      } else {
        const run = step.run === "uninstall" ? uninstall : fix;
        const outcome = await run(step.outcome, placeOf(step), course, scripts, context);
        if (outcome.outcome === step.outcome) checkReason(step, course, outcome.line);
      }
      return;
    case "expect-state": {
      const path = context.store.put("expectation.ps1", emitExpectation(scripts.plan, step.state, context.catalog, context.emit));
      const run = await simulate(course, context, path, {});
      const { line } = readOutcome(run, scripts.detect.role, false);
      check(course, `expect ${step.state.resource.label}`, placeOf(step), line.startsWith("COMPLIANT "), line);
      return;
    }
    default:
      step satisfies never;
  }
}

/** Whether the line of a run holds what is expected of it, whatever the case of its letters. */
function checkReason(step: ScenarioPlanStep & { readonly kind: "expect-outcome" }, course: Course, line: string): void {
  if (step.reason === undefined) return;
  const holds = line.toLowerCase().includes(step.reason.toLowerCase());
  check(course, `expect ${step.run} ${step.outcome} "${step.reason}"`, placeOf(step), holds, `its line does not hold that: ${line}`);
}

/** Why detection came to that: a baseline's discovery prints one word alone, so the same detection is asked in the form that tells a reason. */
async function findReason({ line }: RunOutcome, course: Course, scripts: DeployedScripts, context: ScenarioContext): Promise<string> {
  if (line.includes(" ")) return line;
  const role = intuneRemediation.roles[0] as TargetRole;
  const path = context.store.put("reason.ps1", emitScript(scripts.plan, intuneRemediation, role, context.emit).text);
  return readOutcome(await simulate(course, context, path, {}), role, false).line;
}

/**
 * Whether detection came to what is expected. A standalone script has no detection: with -WhatIf it says what its fix would come to, which asks what stands
 * in the way. So blocked there is noncompliant, too; that the fix then changes nothing is asserted besides. Whether an app is installed does not depend on what
 * it requires, and where an application's detection is silent it does not say why it cannot tell.
 */
function isAsExpected(outcome: string, expected: string, { detect, plan }: DeployedScripts): boolean {
  if (outcome === expected) return true;
  if (detect.role.role !== "detect") return expected === "noncompliant" && outcome === "blocked";
  if (outcome === "blocked" && expected === "failed") return detect.role.dialect.failed.output.kind === "none";
  return (
    outcome === "noncompliant" && expected === "blocked" && isApp(targets[plan.target]) && plan.steps.some((step) => step.isRequirement)
  );
}

/** Runs detection, which must not change the machine. */
async function detect(course: Course, scripts: DeployedScripts, context: ScenarioContext): Promise<RunOutcome> {
  const run = await simulate(course, context, scripts.detect.path, scripts.detect.parameters);
  const outcome = readOutcome(run, scripts.detect.role, false);
  const touched = run.effects.map((effect) => `${effect.function} ${effect.text}`);
  check(course, "detection changes nothing", undefined, touched.length === 0, "", touched.join("\n"));
  course.detected = outcome;
  return outcome;
}

async function fix(
  expected: string,
  place: string,
  course: Course,
  scripts: DeployedScripts,
  context: ScenarioContext,
): Promise<RunOutcome> {
  const { machine } = course;
  const before = course.detected ?? (await detect(course, scripts, context));
  course.fixes.push(machine);
  const { first, outcome, changed } = await change(
    { script: scripts.fix, title: `expect fix ${expected}`, expected, place },
    course,
    context,
  );
  const items = readItems(scripts.plan.remedy.name, machine, first.machine);
  for (const key of items ? observeRun(scripts.plan, items) : []) course.reached.add(key);
  const acted = before.outcome === "noncompliant";
  check(
    course,
    "detection said what the fix found",
    undefined,
    acted || changed.length === 0,
    `detection said ${before.outcome}, and the fix changed:`,
    renderDifferences(changed),
  );
  const after = await detect(course, scripts, context);
  if (outcome.outcome === "succeeded")
    check(
      course,
      "detection after the fix says compliant",
      undefined,
      after.outcome === "compliant",
      after.outcome === "compliant" ? "" : `it came to ${after.outcome}: ${await findReason(after, course, scripts, context)}`,
    );
  await changeAgain(first, outcome, { script: scripts.fix, plan: scripts.plan, what: "fix" }, course, context);
  return outcome;
}

async function uninstall(
  expected: string,
  place: string,
  course: Course,
  { uninstall: script }: DeployedScripts,
  context: ScenarioContext,
): Promise<RunOutcome> {
  if (!script) throw new Error("a scenario uninstalls what has no uninstall script");
  course.uninstalls.push(course.machine);
  course.detected = undefined;
  const { first, outcome } = await change({ script, title: `expect uninstall ${expected}`, expected, place }, course, context);
  await changeAgain(first, outcome, { script, plan: script.plan, what: "uninstall" }, course, context);
  return outcome;
}

/** Runs a script that changes the machine, once: it comes to what is expected, and what the remedy does not name stays as it was. */
async function change(
  {
    script,
    title,
    expected,
    place,
  }: { readonly script: DeployedScript; readonly title: string; readonly expected: string; readonly place: string },
  course: Course,
  context: ScenarioContext,
) {
  const start = course.machine;
  const first = await simulate(course, context, script.path, {});
  const outcome = readOutcome(first, script.role, true);
  const changed = findChanges(start, first.machine);
  check(course, title, place, outcome.outcome === expected, `it came to ${outcome.outcome}: ${outcome.line}`, renderDifferences(changed));
  const unexplained = findUnexplained(start, first.machine, course.explanation);
  check(course, "what the remedy does not name stays as it was", undefined, unexplained.length === 0, "", renderDifferences(unexplained));
  course.machine = first.machine;
  return { first, outcome, changed };
}

/** Runs it a second time, which changes nothing. */
async function changeAgain(
  first: SimulationResult,
  outcome: RunOutcome,
  { script, plan, what }: { readonly script: DeployedScript; readonly plan: Plan; readonly what: string },
  course: Course,
  context: ScenarioContext,
): Promise<void> {
  const second = await simulate(course, context, script.path, {});
  // What failed is tried again, also before an `else` that is blocked, and a service that hangs is started in another process each time: it must come to the same.
  const triesAgain = outcome.outcome === "failed" || (outcome.outcome === "blocked" && hasElse(plan));
  const again = findChanges(first.machine, second.machine).filter((change) => !triesAgain || !isProcessNumber(change));
  check(
    course,
    `the second ${what} changes nothing`,
    undefined,
    again.length === 0,
    readOutcome(second, script.role, true).line,
    renderDifferences(again),
  );
}

/** Whether a fix of the remedy may have failed in a run that is blocked: the block behind it was. */
function hasElse(plan: Plan): boolean {
  return collectEnsures(plan.steps).some((ensure) => ensure.otherwise.length > 0);
}

/** One run on a copy of the course's machine, which stays as it is. */
async function simulate(
  course: Course,
  context: ScenarioContext,
  script: string,
  parameters: Readonly<Record<string, boolean>>,
): Promise<SimulationResult> {
  const run = await context.windows.run({ machine: structuredClone(course.machine), script, parameters, fault: null, restart: false });
  course.runs++;
  course.milliseconds += run.milliseconds ?? 0;
  return run;
}

function check(course: Course, name: string, place: string | undefined, passed: boolean, detail: string, difference = ""): void {
  course.checks.push({ name, place, passed, detail: passed ? "" : detail, difference: passed ? "" : difference });
}

function placeOf(step: { readonly origin: Origin }): string {
  const { file, start } = step.origin.span;
  return `${file.path}:${getLineColumn(file, start).line}`;
}
