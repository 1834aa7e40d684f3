import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseScenarios, compileRecipe, createFaultSample, PROJECT, startRecipeRunner } from "./recipe-support.ts";
import type { RecipeRunner } from "./recipe-support.ts";

interface Recipe {
  readonly path: string;
  /** What it cannot be built without. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A recipe that loses scenarios unnoticed proves less than it says. */
  readonly scenarios: number;
  /** The target whose scripts run all scenarios, and stand the faults. */
  readonly faultTarget: string;
  /** Scenarios that also stand every fault; the others are tried with `remedyc test --faults`. */
  readonly withFaults: readonly string[];
  /** What the summary line of a fix tells, which no scenario can say: the cause, by its number and name. */
  readonly tells: readonly (readonly [title: string, text: RegExp])[];
}

/** Every recipe but that of the Entra agent and those of `intents`, which have files of their own. */
const RECIPES: readonly Recipe[] = [
  {
    path: "examples/tls12-baseline.remedy",
    scenarios: 20,
    faultTarget: "intune.remediation",
    withFaults: ["the old versions were never mentioned", "only the 32-bit view is missing", "one key is denied, the others are set"],
    tells: [
      ["a domain policy keeps TLS 1.0 on", /TLS 1\.0 client .*Group Policy object 'Old applications'/],
      ["one key is denied, the others are set", /no right to write to HKLM\\.*TLS 1\.0\\Client; 1 of 7 fixed: legacy/],
      ["a key without values says nothing", /FIXED .*restart needed/],
    ],
  },
  {
    path: "examples/print-spooler.remedy",
    scenarios: 25,
    faultTarget: "configmgr.baseline",
    withFaults: [
      "the spooler is stopped",
      "a job is stuck, another one is fresh",
      "a job's file is held by another program: the others go, and nobody tries again and again",
      "the spooler hangs when it is stopped: its process is ended",
      "what needs the spooler runs again afterwards",
    ],
    tells: [
      ["the spooler is disabled on purpose", /disabled on purpose/],
      ["the spooler ends as soon as it is started", /did not stay running: .*1067.*event 7034/],
      ["the spooler does not come back after its jobs were cleared", /did not stay running: .*event 7034/],
      ["the spooler hangs whenever it is started", /Spooler is still starting after 30s(; cause|$)/],
      [
        "a job's file is held by another program: the others go, and nobody tries again and again",
        /still so after the fix: 'no job is stuck'/,
      ],
      ["what the spooler needs is disabled", /depends on the service RpcSs, which is disabled/],
    ],
  },
  {
    path: "examples/support-information.remedy",
    scenarios: 2,
    faultTarget: "intune.win32",
    withFaults: ["shown, and taken away"],
    tells: [["not for an older Windows", /this is for devices where os\.build >= 19045/]],
  },
  {
    path: "examples/service-virtual-account.remedy",
    parameters: { service_name: "DIAHostService" },
    scenarios: 25,
    faultTarget: "configmgr.baseline",
    withFaults: ["the service was denied logon (1069, event 7041)", "the service hangs in Starting since the right is missing"],
    tells: [
      ["there is no such service", /There is no service 'DIAHostService'/],
      ["the right is denied", /SeDenyServiceLogonRight denies .*ALL SERVICES/],
      ["a domain policy owns the right", /the domain GPO 'Server baseline'; add .*ALL SERVICES there/],
      ["Intune's policy owns the right", /Intune's policy UserRights\/LogOnAsService; add .*ALL SERVICES there/],
      ["only this service's account is denied", /1069.*event 7041/],
      ["the service is disabled on purpose", /is disabled/],
    ],
  },
  {
    path: "examples/custom-kind/power-plan.remedy",
    scenarios: 13,
    faultTarget: "intune.remediation",
    withFaults: ["the balanced plan is in effect", "powercfg fails"],
    tells: [
      ["Group Policy sets another plan", /Group Policy sets 381b4222/],
      ["Modern Standby: the plan is not on the machine", /the plan high_performance is not on this machine/],
      ["powercfg fails", /powercfg \/setactive returned 1/],
      ["powercfg does not come to an end", /did not end within a minute/],
      ["powercfg says that it worked, and it did not", /still so after the fix: the power plan is balanced/],
    ],
  },
];

let runner: RecipeRunner;

beforeAll(async () => {
  runner = await startRecipeRunner();
});

afterAll(() => {
  runner.close();
});

test("every recipe is here, or has a file of its own", () => {
  const found = readdirSync(`${PROJECT}examples`, { recursive: true, encoding: "utf8" })
    .map((file) => `examples/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".remedy") && !/^examples\/(parts|intents)\//.test(file));
  expect(found.sort()).toEqual([...RECIPES.map((recipe) => recipe.path), "examples/entra-provisioning-agent.remedy"].sort());
});

describe.each(RECIPES)("$path on simulated machines", async ({ path, parameters, scenarios, faultTarget, withFaults, tells }) => {
  const recipe = await compileRecipe(path, parameters);
  const titles = recipe.scenarios.map((scenario) => scenario.title);

  test("has a scenario for each way in which a machine is found, each with a title of its own", () => {
    expect(titles.length).toBeGreaterThanOrEqual(scenarios);
    expect(new Set(titles).size).toBe(titles.length);
    expect(recipe.targets).toContain(faultTarget);
  });

  describe.each(chooseScenarios(recipe, faultTarget))("$target", ({ target, scenarios: chosen }) => {
    test.each(chosen.map((scenario) => scenario.title))(
      "%s",
      async (title) => {
        expect(await runner.failuresOf(recipe, title, target)).toEqual([]);
      },
      120_000,
    );
  });

  test.each(tells)(
    "%s: the summary line tells why",
    async (title, text) => {
      const [line] = await runner.summariesOf(recipe, title, faultTarget);
      expect(line).toMatch(text);
    },
    120_000,
  );

  const sample = createFaultSample();
  test.each(withFaults)(
    "stands every fault: %s",
    async (title) => {
      const { survivors } = await runner.faultsOf(recipe, title, faultTarget, sample.choose);
      expect(survivors).toEqual([]);
    },
    300_000,
  );

  test("met more faults than effects", () => {
    const effects = new Set([...sample.met.keys()].map((fault) => fault.slice(fault.indexOf(" "))));
    expect(effects.size).toBeGreaterThan(5);
    expect(sample.met.size).toBeGreaterThan(2 * effects.size);
  });
});
