import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/* What a service's command, recovery actions, dependencies and SID type are, and services one after the other. */

const AGENT = String.raw`C:\Program Files\Contoso\a.exe`;
const program = (command: string, ...files: readonly string[]) =>
  `$script:Files = @(${files.map((file) => `'${file}'`).join(", ")}); ConvertTo-Json -Compress @(Find-ServiceProgram '${command}')`;
const words = (...types: readonly number[]) =>
  `(ConvertTo-RecoveryAction @(${types.map((type) => `@{ Type = ${type} }`).join(", ")})) -join ' '`;

const cases: Record<string, string> = {
  "not quoted": program(`${AGENT} -k x`, AGENT),
  "not quoted, no arguments": program(AGENT, AGENT),
  "not quoted, not there": program(String.raw`C:\Program Files\Contoso\b.exe -k "C:\Some Folder"`),
  "a variable": program(String.raw`%ProgramFiles%\Contoso\a.exe -k`, AGENT),
  "without its extension": program(String.raw`C:\Program Files\Contoso\a -k`, AGENT),
  quoted: program(`"${AGENT}" -k x`, AGENT),
  "no blanks": program(String.raw`C:\Windows\system32\svchost.exe -k netsvcs -p`, String.raw`C:\Windows\system32\svchost.exe`),
  "no blanks, not there": program(String.raw`C:\Windows\svchost.exe -k C:\x.exe`),
  "a path of the kernel": program(String.raw`\SystemRoot\System32\drivers\a b.sys`),
  "another program in its place": program(`${AGENT} -k x`, String.raw`C:\Program.exe`, AGENT),
  "nobody can tell": program(String.raw`C:\Program Files\Contoso\tool -k x`),
  "no actions": words(),
  "the last stands once": words(1, 1, 0, 0),
  "all alike": words(1, 1, 1),
  "each its own": words(1, 3, 2, 0),
};

describe("functions", () => {
  let result: (name: string) => CaseResult;
  beforeAll(async () => {
    result = await runCases({
      functions: ["Find-ServiceProgram", "ConvertTo-RecoveryAction"],
      fakes: [],
      setup: String.raw`function Expand-Path([string] $Path) { $Path.Replace('%ProgramFiles%', 'C:\Program Files') }
function Test-FileEntry([string] $Path) { $script:Files -contains $Path }`,
      cases,
    });
  });

  test.each<[name: string, programs: readonly string[]]>([
    ["not quoted", [AGENT]],
    ["not quoted, no arguments", [AGENT]],
    ["not quoted, not there", [String.raw`C:\Program Files\Contoso\b.exe`]],
    ["a variable", [AGENT]],
    ["without its extension", [AGENT.slice(0, -4)]],
    ["quoted", []],
    ["no blanks", []],
    ["no blanks, not there", []],
    ["a path of the kernel", []],
    ["another program in its place", [String.raw`C:\Program`, AGENT]],
  ])("what Windows may take for the program: %s", (name, programs) => {
    expect(result(name)).toEqual({ output: [JSON.stringify(programs)], error: "" });
  });

  test("a program that cannot be told is unreadable", () => {
    expect(result("nobody can tell").error).toBe(String.raw`nobody can tell where in C:\Program Files\Contoso\tool -k x the program ends`);
  });

  test.each([
    ["no actions", "no_action"],
    ["the last stands once", "restart restart no_action"],
    ["all alike", "restart"],
    ["each its own", "restart run_program restart_computer no_action"],
  ])("what Windows does: %s", (name, text) => {
    expect(result(name)).toEqual({ output: [text], error: "" });
  });
});

const RECIPE = String.raw`
remedy services {
  title: "Services"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation, standalone]

  step paths "Paths" {
    each s in service(startup != disabled) { ensure s { path_quoting: safe } }
  }

  step recovery "Recovery" {
    ensure service("ContosoA") { recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d }
    when any s in service(name matches '^Contoso'): s.recovery == [run_program] {
      ensure service("ContosoB") { recovery: [run_program] }
    }
  }

  step start "Start" {
    ensure service("ContosoA") { depends_on: ["EventLog", "Dnscache"], sid_type: unrestricted }
  }
}

scenario "one without quotation marks, and another recovery" for services {
  given {
    service("ContosoA") { path: '${AGENT} -k x y', recovery: [no_action], depends_on: ["RpcSs", "eventlog"], sid_type: restricted }
    service("ContosoB") { path: '%ProgramFiles%\Contoso\b.exe x y' }
    service("ContosoC") { startup: disabled, state: stopped, path: 'C:\Program Files\Contoso\c.exe -k' }
    file('${AGENT}')
  }
  expect detect noncompliant
  expect fix succeeded
  expect service("ContosoA") { path: '"${AGENT}" -k x y', recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d, depends_on: ["RpcSs", "EventLog", "Dnscache"], sid_type: unrestricted }
  expect service("ContosoB") { path: '"%ProgramFiles%\Contoso\b.exe" x y' }
  expect service("ContosoC") { path: 'C:\Program Files\Contoso\c.exe -k' }
  expect detect compliant
}

scenario "only the delay differs" for services {
  given { service("ContosoA") { recovery: [restart, restart, no_action], recovery_delay: 1m, recovery_reset: 1d } }
  expect detect noncompliant
  expect fix succeeded
  expect service("ContosoA") { recovery_delay: 2m }
}

scenario "somebody has put a program in its place" for services {
  given {
    service("ContosoA") { path: '${AGENT} -k x y', recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d }
    file('C:\Program.exe')
    file('${AGENT}')
  }
  expect detect noncompliant
  expect fix blocked
  expect service("ContosoA") { path_quoting: unsafe }
}

scenario "a program is to run, and none is set" for services {
  given {
    service("ContosoA") { path: '"${AGENT}"', recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d }
    service("ContosoB") { path: '"${AGENT}"' }
    service("ContosoC") { path: '"${AGENT}"', recovery: [run_program] }
  }
  expect detect noncompliant
  expect fix blocked
}

scenario "it is to wait for what waits for it" for services {
  given {
    service("ContosoA") { path: '"${AGENT}"', recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d, sid_type: unrestricted }
    service("Dnscache") { depends_on: ["ContosoA"] }
  }
  expect fix blocked
  expect service("ContosoA") { sid_type: unrestricted }
}

scenario "it is to wait for what is not there" for services {
  given {
    service("ContosoA") { path: '"${AGENT}"', recovery: [restart, restart, no_action], recovery_delay: 2m, recovery_reset: 1d, sid_type: unrestricted, depends_on: ["EventLog"] }
    service("Dnscache") absent
  }
  expect fix blocked
}

scenario "it is not installed" for services {
  expect detect noncompliant
  expect fix blocked
}
`;

describe("a recipe with settings of services", async () => {
  const recipe = await compileRecipeText(RECIPE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(recipe.scenarios.map(({ title }) => title))(
    "%s",
    async (title) => {
      expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
    },
    120_000,
  );

  test("the journal gives command, recovery, dependencies and SID type back", async () => {
    expect(await runner.failuresOf(recipe, "one without quotation marks, and another recovery", "standalone")).toEqual([]);
  }, 120_000);

  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(
      recipe,
      "one without quotation marks, and another recovery",
      "intune.remediation",
      createKindFaultSample().choose,
    );
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(15);
  }, 300_000);

  test.each([
    ['ensure service(name matches "^A") { path_quoting: safe }', "for several, write 'each x in service(name matches"],
    ["ensure service() { path_quoting: safe }", "lacks the key 'name'"],
    ['ensure service("A") { path_quoting: unsafe }', "unsafe"],
    ['ensure service("A") { recovery: restart }', "list"],
    ['ensure service("A") { recovery: [start] }', "restart"],
    ['ensure service("A") { recovery_delay: 50d }', "the most is 4294967294"],
  ])("refused: %s", async (statement, reason) => {
    const text = `remedy r {\n title: "R"\n version: 1.0.0\n publisher: "IT"\n targets: [standalone]\n step one "One" { ${statement} }\n}`;
    await expect(compileRecipeText(text)).rejects.toThrow(new RegExp(reason.replace(/[()[\]^]/g, String.raw`\$&`), "i"));
  });
});
