import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipe, createFaultSample, PROJECT, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

/*
 * The recipes of examples/intents: every scenario once, for one target. What targets do differently is tested with the other examples; `remedyc test --faults` runs
 * all of it.
 */

const FOLDER = "examples/intents";

interface Recipe {
  /** What it cannot be built without. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A recipe that loses scenarios unnoticed proves less than it says. */
  readonly scenarios: number;
  readonly target: "intune.remediation" | "configmgr.baseline" | "standalone";
  /** The scenario whose fix also stands faults, each at the first effect of its sort. */
  readonly withFaults?: string;
  /** What the summary line of a fix tells. */
  readonly tells: readonly (readonly [title: string, text: RegExp])[];
}

const RECIPES: Readonly<Record<string, Recipe>> = {
  "cloud-delivered-protection": {
    scenarios: 11,
    target: "intune.remediation",
    tells: [
      ["another product protects the machine", /passive/],
      ["a Group Policy keeps the level", /SpynetReporting/],
      ["Intune keeps the samples", /Policy Manager.*SubmitSamplesConsent/],
      ["tamper protection keeps the level", /tamper protection/i],
    ],
  },
  "consumer-apps": { scenarios: 10, target: "configmgr.baseline", tells: [] },
  "legacy-tls": {
    scenarios: 7,
    target: "configmgr.baseline",
    tells: [["a domain policy keeps TLS 1.0 on, TLS 1.1 goes", /TLS 1\.0 client .*Enabled is dword 1.*'Old applications'/]],
  },
  "network-reset": {
    scenarios: 4,
    target: "intune.remediation",
    tells: [
      ["neither can be reached: one reset, and then a person must look", /waiting for restart: the Winsock catalogue was reset/],
      ["netsh fails", /netsh winsock reset returned 1/],
    ],
  },
  "office-telemetry": {
    scenarios: 11,
    target: "intune.remediation",
    withFaults: "one person's is on, another's is a text",
    tells: [
      ["a profile cannot be loaded: told by name, the others are done", /the registry of user eve cannot be loaded: .*; 1 of 2 fixed/],
      ["the signed-in person may not write below Policies", /DisableTelemetry is missing, .*no right to write to HKCU\\/],
      ["SYSTEM runs it: nobody's setting is judged", /for the signed-in user and runs as a system account/],
    ],
  },
  "registry-values": {
    scenarios: 11,
    target: "standalone",
    tells: [
      ["one value belongs to a policy, the others are set", /ImportantKey is dword 0, .*'Contoso clients'.*2 of 3 fixed/],
      ["the key may be read only", /no right to write to HKLM\\SOFTWARE\\Contoso\\Product/],
    ],
  },
  "remote-desktop": { scenarios: 7, target: "intune.remediation", tells: [] },
  "remove-support-assist": {
    scenarios: 11,
    target: "intune.remediation",
    tells: [
      ["an entry without an uninstall command", /removal of Dell SupportAssist: it has no uninstall command/],
      ["the uninstall program is gone", /the uninstall program does not exist: C:\\/],
      ["its removal fails", /returned 1603/],
      ["another installation does not come to an end", /another installation is running \(1618\)/],
    ],
  },
  "service-runs": {
    parameters: { service_name: "ContosoAgent" },
    scenarios: 9,
    target: "configmgr.baseline",
    tells: [
      ["it is not installed", /service ContosoAgent is not installed/],
      ["it is disabled on purpose", /is stopped: it is disabled/],
      ["a service that it needs is disabled", /depends on the service EventSystem, which is disabled/],
      ["it has been starting for too long", /still starting after 1m/],
    ],
  },
  "signature-padding": {
    scenarios: 8,
    target: "standalone",
    tells: [["a policy keeps it off for 32-bit programs", /EnableCertPaddingCheck \(32-bit view\) is dword 0, .*'Old installers'/]],
  },
  "update-cache": {
    scenarios: 9,
    target: "configmgr.baseline",
    tells: [
      ["updates are being installed: nothing is stopped or removed", /the cache \(3GB\) is not above 1GB.*Updates are being installed/],
      ["too much is in use: it is told, and not tried again and again", /still so after the fix/],
    ],
  },
};

/** Each remedy of a recipe's file by itself. */
function splitRecipe(recipe: CompiledRecipe): CompiledRecipe[] {
  return [...new Set(recipe.outputs.map(({ plan }) => plan.remedy.name))].map((name) => ({
    ...recipe,
    outputs: recipe.outputs.filter(({ plan }) => plan.remedy.name === name),
    scenarios: recipe.scenarios.filter(({ remedy }) => remedy === name),
  }));
}

const files = readdirSync(`${PROJECT}${FOLDER}`).map((file) => file.replace(/\.remedy$/, ""));
let runner: RecipeRunner;

beforeAll(async () => {
  runner = await startRecipeRunner();
});

afterAll(() => {
  runner.close();
});

test("every recipe of the folder is here", () => {
  expect(Object.keys(RECIPES).sort()).toEqual(files.sort());
});

test.each(files)("%s is short, and has no PowerShell of its own", (file) => {
  const text = readFileSync(`${PROJECT}${FOLDER}/${file}.remedy`, "utf8");
  const own = text.slice(0, text.search(/^(let .*\n|\/\/.*\n|\n)*scenario /m));
  expect(own.split("\n").length).toBeLessThanOrEqual(40);
  expect(text).not.toMatch(/\bscript\(/);
});

describe.each(Object.entries(RECIPES))("%s", async (file, { parameters, scenarios, target, withFaults, tells }) => {
  const recipe = await compileRecipe(`${FOLDER}/${file}.remedy`, parameters);
  const remedies = splitRecipe(recipe);
  const find = (title: string): CompiledRecipe =>
    remedies.find((one) => one.scenarios.some((scenario) => scenario.title === title)) ?? recipe;
  const targetOf = ({ outputs }: CompiledRecipe): string =>
    outputs.some(({ plan }) => plan.target === target) ? target : (outputs[0]?.plan.target ?? target);
  const titles = recipe.scenarios.map((scenario) => scenario.title);

  test("has a scenario for each way in which a machine is found, each with a title of its own", () => {
    expect(titles.length).toBeGreaterThanOrEqual(scenarios);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(titles)(
    "%s",
    async (title) => {
      expect(await runner.failuresOf(find(title), title, targetOf(find(title)))).toEqual([]);
    },
    120_000,
  );

  test.each(tells)(
    "%s: the summary line tells why",
    async (title, text) => {
      const [line] = await runner.summariesOf(find(title), title, targetOf(find(title)));
      expect(line).toMatch(text);
    },
    120_000,
  );

  if (withFaults !== undefined)
    test("stands faults", async () => {
      const sorts = new Set<string>();
      const sample = createFaultSample();
      const one = find(withFaults);
      const { survivors } = await runner.faultsOf(one, withFaults, targetOf(one), (kind, effect) => {
        const sort = `${kind} ${effect.function}`;
        const isNew = sample.choose(kind, effect) && !sorts.has(sort);
        sorts.add(sort);
        return isNew;
      });
      expect(survivors).toEqual([]);
    }, 300_000);
});
