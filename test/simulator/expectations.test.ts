import { afterAll, beforeAll, expect, test } from "vitest";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { RecipeRunner } from "./recipe-support.ts";

const REMEDY = `remedy spooler_runs {
  title:   "The spooler runs"
  version: 1.0.0
  targets: [intune.remediation, standalone]
  step one "One" { ensure service("Spooler") { state: running } }
}
`;

const STOPPED = 'given { service("Spooler") { state: stopped } }';
const OTHER = "'HKLM\\SOFTWARE\\Contoso'";

/** Puts PowerShell at the beginning of a function's body, for the script that detects or for the one that fixes. */
const inFunction =
  (name: string, role: "detect" | "fix", statement: string) =>
  (text: string): string => {
    const isFix = text.includes("function Repair-Service");
    if (isFix !== (role === "fix")) return text;
    const changed = text.replace(
      new RegExp(`^function ${name}(?:\\(.*\\) \\{| \\{\\r?\\n[\\s\\S]*?param\\((?:.*\\)|[\\s\\S]*?\\r?\\n +\\)))\\r?\\n`, "m"),
      (head) => `${head}    ${statement}\r\n`,
    );
    if (changed === text) throw new Error(`the script has no function ${name} with parameters`);
    return changed;
  };

const write = (name: string): string => `Write-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\\Contoso' -Name '${name}' -Type 'DWord' -Data 1`;

/** What a scenario demands, a scenario that breaks it, and what is done to the scripts (nothing: the scenario itself is wrong). */
const BROKEN: readonly (readonly [demand: string, body: string, change?: (text: string) => string])[] = [
  ["expect detect compliant", `${STOPPED}\nexpect detect compliant`],
  ["expect detect blocked", "expect detect blocked"],
  ['expect detect noncompliant "is paused"', `${STOPPED}\nexpect detect noncompliant "is paused"`],
  ["expect fix failed", `${STOPPED}\nexpect fix failed`],
  ["expect fix restart_needed", `${STOPPED}\nexpect fix restart_needed`],
  ["expect fix succeeded", 'given { service("Spooler") { state: stopped, start: ends } }\nexpect fix succeeded'],
  // A state, a reading, presence and absence, of what the remedy names and of what it does not.
  ["expect service Spooler", `${STOPPED}\nexpect fix succeeded\nexpect service("Spooler") { state: stopped }`],
  ["expect service Spooler", 'expect service("Spooler") { display_name: "Another" }'],
  ["expect service Spooler", 'expect service("Spooler") absent'],
  ["expect service Nobody", 'expect service("Nobody") present'],
  ["expect registry value", `expect registry_value(${OTHER}, "A") { data: 1 }`],
  ["expect registry value", `given { registry_value(${OTHER}, "A") { data: "1" } }\nexpect registry_value(${OTHER}, "A") { data: 1 }`],
  ["expect user right", `expect user_right("SeDebugPrivilege") { includes: ['NT SERVICE\\ALL SERVICES'] }`],
  ["given", `given { registry_value(${OTHER}, "A") { data: 1, set_with: "/x" } }\nexpect detect compliant`],
  ["given", 'given { script("nobody has it") { holds: false } }\nexpect detect compliant'],
  ["detection changes nothing", "expect detect compliant", inFunction("Test-ServiceState", "detect", write("A"))],
  ["detection said what the fix found", "expect fix succeeded", inFunction("Test-ServiceState", "fix", write("A"))],
  ["what the remedy does not name stays as it was", "expect fix succeeded", inFunction("Test-ServiceState", "fix", write("A"))],
  [
    "what the remedy does not name stays as it was",
    "expect fix succeeded",
    inFunction("Test-ServiceState", "fix", "$null = Invoke-ServiceStop -Name 'BITS'; $null = Invoke-ServiceStop -Name 'W32Time'"),
  ],
  [
    "what the remedy does not name stays as it was",
    'given { service("Fax") { state: running, depends_on: ["Spooler"] } }\nexpect fix succeeded',
    inFunction("Test-ServiceState", "fix", "$null = Invoke-ServiceStop -Name 'Fax'"),
  ],
  [
    "detection after the fix says compliant",
    `${STOPPED}\nexpect fix succeeded`,
    inFunction("Test-ServiceState", "detect", "return 'it never holds'"),
  ],
  // Started again at every run: only the number of its process tells.
  [
    "the second fix changes nothing",
    `${STOPPED}\nexpect fix succeeded`,
    inFunction(
      "Test-ServiceState",
      "fix",
      "if (-not $script:Remedy.ContainsKey('Once')) { $script:Remedy['Once'] = 1; $null = Wait-ServiceStop -Name 'Spooler' }",
    ),
  ],
  [
    "the second fix changes nothing",
    `${STOPPED}\nexpect fix succeeded`,
    inFunction(
      "Test-ServiceState",
      "fix",
      "Write-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 'QWord' -Data (Get-Clock).Ticks",
    ),
  ],
];

/** A value of the key in which the remedy names another one, and a user's hive. */
const VALUES = `remedy values {
  title:   "A value"
  version: 1.0.0
  targets: [intune.remediation]
  context: user
  step one "One" { ensure registry_value('HKCU\\Software\\Contoso', "A") { data: 1 } }
}
scenario "s" for values {
  given { powershell { account: 'CONTOSO\\ann' } }
  expect detect noncompliant
  expect fix succeeded
}
`;

let runner: RecipeRunner;

beforeAll(async () => {
  runner = await startRecipeRunner();
});

afterAll(() => {
  runner.close();
});

const failuresOf = async (body: string, target: string, change?: (text: string) => string): Promise<string[]> =>
  runner.failuresOf(await compileRecipeText(`${REMEDY}scenario "s" for spooler_runs {\n${body}\n}\n`), "s", target, change);

test.each(BROKEN.map(([demand, body, change]) => ({ demand, body, change })))(
  "can fail: $demand",
  async ({ demand, body, change }) => {
    const failures = await failuresOf(body, "intune.remediation", change);
    expect(failures.map((failure) => failure.replace(/^\S* /, "").slice(0, demand.length))).toContain(demand);
  },
  120_000,
);

test("where nothing is wrong, nothing fails", async () => {
  for (const target of ["intune.remediation", "standalone"]) {
    const body = `${STOPPED}\nexpect detect noncompliant "SPOOLER is stopped"\nexpect fix succeeded "1 of 1 fixed"\nexpect service("Spooler") { state: running, display_name: "Print Spooler" }\nrestart\nexpect detect compliant`;
    expect(await failuresOf(body, target)).toEqual([]);
  }
}, 120_000);

test("other values of a key that the remedy names stay as they were, in a user's hive as well", async () => {
  const recipe = await compileRecipeText(VALUES);
  expect(await runner.failuresOf(recipe, "s", "intune.remediation")).toEqual([]);
  const alsoB = (text: string): string =>
    text.replace(
      /^ *Write-RegistryData ('[^']*' '[^']*') '[^']*'.*$/m,
      (line) => `${line}\r\n${line.replace(/('[^']*' '[^']*') '[^']*'/, "$1 'B'")}`,
    );
  expect((await runner.failuresOf(recipe, "s", "intune.remediation", alsoB)).join("\n")).toMatch(
    /^ what the remedy does not name stays as it was: .*Contoso > values > B/,
  );
}, 120_000);

test("a kind of one's own may change what the scenario expects, and nothing else", async () => {
  const files = {
    "flag.ts":
      'import type { Ensurable, Key, State } from "remedyc/kinds";\n\n/**\n * A flag of the product.\n *\n * @touches The registry.\n */\nexport interface Flag extends Ensurable {\n  /** Its name. */\n  name: Key<string>;\n\n  /** What it is. */\n  level: State<number>;\n}\n',
    "flag.ps1": `function Read-Flag {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [ValidateSet('exists', 'level')] [string] $Property)
    if ($Property -eq 'exists') { return $true }
    Read-SystemValue -Path 'SOFTWARE\\Contoso' -Name $Name
}

function Test-Flag {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [long] $Level)
    if ((Read-Flag -Name $Name -Property 'level') -ne $Level) { "the flag $Name is another one" }
}

function Repair-Flag {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [long] $Level)
    Write-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\\Contoso' -Name $Name -Type 'DWord' -Data $Level
}
`,
  };
  const remedy = `import "./flag.ts"
remedy flags {
  title:   "The flag is set"
  version: 1.0.0
  targets: [intune.remediation]
  step one "One" { ensure flag("A") { level: 1 } }
}
scenario "said" for flags {
  expect fix succeeded
  expect flag("A") { level: 1 }
  expect registry_value(${OTHER}, "A") { data: 1 }
}
scenario "not said" for flags {
  expect fix succeeded
  expect flag("A") { level: 1 }
  expect registry_value(${OTHER}, "B") absent
}
`;
  const recipe = await compileRecipeText(remedy, files);
  expect(await runner.failuresOf(recipe, "said", "intune.remediation")).toEqual([]);
  expect((await runner.faultsOf(recipe, "said", "intune.remediation")).survivors).toEqual([]);
  expect((await runner.failuresOf(recipe, "not said", "intune.remediation")).join("\n")).toMatch(
    /^ what the remedy does not name stays as it was: .*Contoso/,
  );
}, 120_000);
