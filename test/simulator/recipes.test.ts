import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlanScenario } from "../../src/plan/scenario.ts";
import { runFaults } from "../../src/simulator/faults.ts";
import { countLine } from "../../src/simulator/reporters/text.ts";
import type { FaultCount, ScenarioResult } from "../../src/simulator/result.ts";
import { runScenario } from "../../src/simulator/run-scenario.ts";
import type { DeployedScripts, ScenarioContext, ScenarioCourse } from "../../src/simulator/run-scenario.ts";
import type { SimulatedWindows } from "../../src/simulator/simulated-windows.ts";
import {
  chooseScenarios,
  compileRecipe,
  createFaultSample,
  deployRecipe,
  describeFailures,
  findScenario,
  startRecipeWindows,
} from "./recipe-support.ts";
import type { RecipeWindows } from "./recipe-support.ts";

/** All scenarios and their faults run for this target: what they meet (items, resource functions, marks, log, lock) is the same text in the scripts of all targets. */
const FAULT_TARGET = "configmgr.baseline";

const recipe = await compileRecipe("examples/entra-provisioning-agent.remedy");
const { scenarios } = recipe;
let started: RecipeWindows;
let context: ScenarioContext;
/** Scenarios that were run, by target and title. */
const courses = new Map<string, Promise<ScenarioCourse>>();
const results: ScenarioResult[] = [];
let runs = 0;
const begin = performance.now();

beforeAll(async () => {
  started = await startRecipeWindows();
  const windows: SimulatedWindows = {
    run(request) {
      runs++;
      return started.windows.run(request);
    },
  };
  context = { windows, store: started.store, catalog: recipe.emit.catalog, emit: recipe.emit };
});

afterAll(() => {
  started.close();
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`The Entra recipe: ${countLine(results)}; ${runs} runs in ${seconds} s`);
});

function scriptsFor(target: string, change?: (text: string) => string): DeployedScripts {
  return deployRecipe(recipe, target, started.store, change);
}

/** The course of a scenario on a target, which its own test and that of its faults share. */
function courseOf(scenario: PlanScenario, target: string): Promise<ScenarioCourse> {
  const key = `${target} ${scenario.title}`;
  const course = courses.get(key) ?? runScenario(scenario, scriptsFor(target), context);
  courses.set(key, course);
  return course;
}

const sample = createFaultSample("texts");

/** Faults of a scenario; counted with its result. */
async function faultsOf(scenario: PlanScenario): Promise<FaultCount> {
  const { result, beforeFixes } = await courseOf(scenario, FAULT_TARGET);
  const faults = await runFaults(beforeFixes, scriptsFor(FAULT_TARGET), context, undefined, sample.choose);
  results.push({ ...result, faults });
  return faults;
}

// Concurrent, so that every engine has work: a scenario's own runs come one after the other.
describe.concurrent("the Entra recipe on simulated machines", () => {
  const cases = scenarios.map((scenario) => [scenario.title, scenario] as const);

  test.each(cases)(
    `stands every fault: %s`,
    async (_title, scenario) => {
      const { survivors } = await faultsOf(scenario);
      expect(survivors).toEqual([]);
    },
    600_000,
  );

  for (const { target, scenarios: chosen } of chooseScenarios(recipe, FAULT_TARGET)) {
    test.each(chosen.map((scenario) => [scenario.title, scenario] as const))(
      `${target}: %s`,
      async (_title, scenario) => {
        const course = await courseOf(scenario, target);
        if (target !== FAULT_TARGET) results.push(course.result);
        expect(describeFailures(course.result.checks)).toEqual([]);
      },
      300_000,
    );
  }
});

describe("what was run of the Entra recipe", () => {
  test("is a scenario for each way in which it is found, and faults at the effects of each fix", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
    // Every fault at every effect that any scenario has: each was tried once.
    expect(sample.met.size).toBeGreaterThan(120);
    const faults = results.reduce((total, result) => total + (result.faults?.faults ?? 0), 0);
    expect(faults).toBe(sample.met.size);
  });

  test("a fault is found that a script does not stand", async () => {
    // A repair that begins with a mark and refuses when it finds it: whatever ends it in between ends it for good.
    const hasty = scriptsFor(FAULT_TARGET, (text) =>
      text.replace(
        /^function Repair-UserRightIncludes\(.*\r?\n/m,
        (head) =>
          `${head}    if ((Find-Mark -Hive 'HKLM' -Remedy 'hasty').ContainsKey('Begun')) { throw 'begun already' }\r\n    Write-Mark -Hive 'HKLM' -Remedy 'hasty' -Name 'Begun' -Value '1'\r\n`,
      ),
    );
    const { beforeFixes } = await runScenario(findScenario(recipe, "a clean server on which the right is missing"), hasty, context);
    // Its own effects are tried, with the marks of the engine, most of which it stands; that scripts stand faults at all others the tests above show.
    const near = new Set(["Add-JournalText", "Grant-UserRight", "Write-Mark"]);
    const { survivors } = await runFaults(beforeFixes, hasty, context, undefined, (_kind, effect) => near.has(effect.function));
    expect(survivors.map((text) => text.replace(/ at effect \d+, (\S+)[\s\S]*/, " $1")).sort()).toEqual([
      "fail Add-JournalText",
      "fail Grant-UserRight",
      "kill-after Write-Mark",
      "kill-before Grant-UserRight",
      "time-out Grant-UserRight",
    ]);
  }, 300_000);

  test("a script that works again at every run is caught", async () => {
    // A template that takes the right away before it grants it, and does so whatever its test says.
    const broken = scriptsFor("configmgr.baseline", (text) =>
      text.replace(
        /^function Test-UserRightIncludes\(.*\r?\n/m,
        (head) => `${head}    if ($script:Remedy.Role -ne 'detect') { Revoke-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-20' }\r\n`,
      ),
    );
    const { result } = await runScenario(findScenario(recipe, "nothing is wrong"), broken, context);
    const failures = describeFailures(result.checks);
    expect(failures.join("\n")).toContain("SeServiceLogonRight");
  }, 120_000);
});
