import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulationResult } from "../../src/simulator/machine.ts";
import { applyGiven } from "../../src/simulator/given.ts";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import { compileRecipeText, startRecipeWindows } from "./recipe-support.ts";
import type { RecipeWindows } from "./recipe-support.ts";
import { testRecipe } from "./recipe-tests.ts";

const recipe = await compileRecipeText(`
let agent   = package("Contoso Agent")
let runs    = service("ContosoAgent")
let setting = registry_value('HKLM\\SOFTWARE\\Contoso', "Site")

remedy contoso_agent {
  title:   "Contoso Agent runs"
  version: 1.0.0
  targets: [intune.win32, configmgr.application]
  requires os.build >= 19045 as int
  requires os.version >= 10.0.1 as version
  requires computer.manufacturer == "Contoso" as string
  requires not computer.is_domain_joined
  requires os.now - os.uptime >= "2026-03-29T02:30Z" as date

  step install "Install" {
    ensure agent { source: 'media/agent.msi', sha256: "${"a".repeat(64)}", provides: [runs] }
    ensure runs { state: running }
    ensure setting { data: "Here" }
  }
  uninstall {
    ensure agent absent
    ensure setting absent
  }
}

scenario "installed, found, and taken away" for contoso_agent {
  given { os.now: "2026-04-01", os.uptime: 2d, agent absent, os.build: 22631, computer.manufacturer: "Contoso", computer.is_domain_joined: false }
  expect detect noncompliant
  expect fix succeeded
  expect detect compliant
  expect uninstall succeeded
  expect agent absent
  expect setting absent
  expect detect noncompliant
}

scenario "not for this device: nothing is installed, and nothing is said of what is there" for contoso_agent {
  given { agent absent, os.build: 17763 }
  expect detect blocked
  expect fix blocked
  expect agent absent
}

scenario "not for a device that has not been restarted since" for contoso_agent {
  given { os.now: "2026-04-01", os.uptime: 4d, agent absent, os.build: 22631, computer.manufacturer: "Contoso", computer.is_domain_joined: false }
  expect detect noncompliant
  expect fix blocked "for devices where os.now - os.uptime >= "
}
`);

describe.each(["intune.win32", "configmgr.application"])("an app for %s", (target) => {
  testRecipe(recipe, target === "intune.win32" ? { "installed, found, and taken away": 12 } : {}, target);
});

describe("what the channel is told", () => {
  let windows: RecipeWindows;
  beforeAll(async () => {
    windows = await startRecipeWindows();
  });
  afterAll(() => {
    windows.close();
  });

  /** Runs each requirement script, on a machine of that build, manufacturer and membership. */
  async function ask(role: string, target: string, build: number | undefined): Promise<SimulationResult[]> {
    const machine = createHealthyMachine();
    const [scenario] = recipe.scenarios;
    const given = scenario?.steps[0];
    if (given?.kind !== "given") throw new Error("the scenario gives nothing");
    applyGiven(machine, given.items);
    const values = machine.registry["HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"]?.values ?? {};
    if (build !== undefined) values["CurrentBuildNumber"] = { type: "String", data: String(build) };
    else delete values["CurrentBuildNumber"];
    const scripts = recipe.outputs.filter((output) => output.plan.target === target && output.role.role === role);
    return Promise.all(
      scripts.map(({ file, script }) =>
        windows.windows.run({ machine, script: windows.store.put(file, script.text), parameters: {}, fault: null, restart: false }),
      ),
    );
  }

  test("a requirement script writes what Intune compares, and nothing else", async () => {
    const runs = await ask("requirement", "intune.win32", 22631);
    expect(runs.map(({ exitCode, output }) => [exitCode, output])).toEqual([
      [0, ["22631"]],
      [0, [expect.stringMatching(/^10\.0\.\d+/)]],
      [0, ["Contoso"]],
      [0, ["True"]],
      [0, [expect.stringMatching(/^2026-03-(?:29T23:59|30T00:00):\d\dZ$/)]],
    ]);
  });

  test("one that cannot read it writes nothing, and ends with 1", async () => {
    const [run] = await ask("requirement", "intune.win32", undefined);
    expect([run?.exitCode, run?.output]).toEqual([1, []]);
  });

  test("an application's detection is silent with 0 where it is not installed; Intune's says why with 1", async () => {
    const [[application], [app]] = [await ask("detect", "configmgr.application", 22631), await ask("detect", "intune.win32", 22631)];
    expect([application?.exitCode, application?.output]).toEqual([0, []]);
    expect([app?.exitCode, app?.output.length]).toEqual([1, 1]);
  });
});
