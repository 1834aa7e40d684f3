import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listBuiltinSources } from "../resources/catalog/builtin-sources.ts";
import { findNameFault, takenNames, toPascalCase } from "../resources/catalog/names.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The files of a new built-in kind, path in the project -> text: a whole kind that compiles and whose tests pass, of a named text in the registry. What the kind is
 * really about takes their place, file by file. `name` is as remedies write it: `power_plan`.
 * @throws Error when it cannot be a kind's name, or another kind has it.
 */
export function renderNewKind(name: string): ReadonlyMap<string, string> {
  const folder = name.replaceAll("_", "-");
  const noun = toPascalCase(name);
  const label = name.replaceAll("_", " ");
  const taken = takenNames.get(name) ?? (listBuiltinSources().includes(`${folder}/${folder}.ts`) ? "a kind has it already" : undefined);
  const fault = findNameFault(name, false) ?? taken;
  if (fault !== undefined) throw new Error(`'${name}' cannot be the name of a kind: ${fault}.`);
  const key = `SOFTWARE\\${noun}`;
  return new Map([
    [
      `src/resources/${folder}/${folder}.ts`,
      `import type { Creatable, Key, State } from "../language.ts";

/**
 * A ${label}.
 *
 * @blocker The running account may not write to the registry key.
 * @touches The registry key \`HKLM\\${key}\`.
 */
export interface ${noun} extends Creatable {
  /** Its name. */
  name: Key<string>;

  /** Its text, compared exactly. */
  value: State<string>;
}
`,
    ],
    [
      `src/resources/${folder}/simulated.ts`,
      `import { textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";

const KEY = ${JSON.stringify(`HKLM\\${key}`)};

export const simulated: SimulatedKind = {
  give: give${noun},
  explains: ({ table, row }) => table === "registry" && row === KEY.toLowerCase(),
};

/** \`${name}("x") { value: "y" }\` */
function give${noun}(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  if (given.absent) deleteRegistryValue(machine, KEY, name);
  else setRegistryValue(machine, KEY, name, { type: "String", data: textOf(given.property("value")) ?? "" });
}
`,
    ],
    [
      `templates/${folder}/Test-${noun}.ps1`,
      `# Tests a ${label}: gives nothing where it is as wanted, else the reason.
function Test-${noun} {
    param([Parameter(Mandatory)] [string] $Name, [switch] $Absent, [AllowEmptyString()] [string] $Value)
    $now = Get-RegistryValue -Hive 'HKLM' -Path '${key}' -Name $Name
    if ($Absent) {
        if ($null -ne $now) { "${label} $Name exists, it should be absent" }
    }
    elseif ($null -eq $now) { "${label} $Name is missing" }
    elseif ($PSBoundParameters.ContainsKey('Value') -and -not [string]::Equals($Value, $now.Data, 'Ordinal')) {
        "${label} $Name is $(Format-RegistryState $now), it should be $(Format-RegistryState @{ Type = 'String'; Data = $Value })"
    }
}
`,
    ],
    [
      `templates/${folder}/Repair-${noun}.ps1`,
      `# Writes a ${label}, or (Absent) deletes it.
function Repair-${noun} {
    param([Parameter(Mandatory)] [string] $Name, [switch] $Absent, [AllowEmptyString()] [string] $Value)
    if ($Absent) { Clear-RegistryValue -Hive 'HKLM' -Path '${key}' -Name $Name }
    else { Write-RegistryValue -Hive 'HKLM' -Path '${key}' -Name $Name -Type 'String' -Data $Value }
}
`,
    ],
    [
      `templates/${folder}/Find-${noun}Blocker.ps1`,
      `# Says why no ${label} can be written or deleted, or nothing.
function Find-${noun}Blocker {
    Find-RegistryWriteBlocker -Hive 'HKLM' -Path '${key}'
}
`,
    ],
    [
      `templates/${folder}/Read-${noun}.ps1`,
      `# Reads one property of a ${label}: exists or value. $null where it is absent.
function Read-${noun} {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [ValidateSet('exists', 'value')] [string] $Property)
    $now = Get-RegistryValue -Hive 'HKLM' -Path '${key}' -Name $Name
    if ($Property -eq 'exists') { return $null -ne $now }
    if ($null -ne $now) { $now.Data }
}
`,
    ],
    [`test/templates/${folder}/${folder}.test.ts`, renderTest(name, noun, label)],
  ]);
}

/** Cases of the functions, and a recipe with scenarios on the simulated Windows, one of them with faults. */
function renderTest(name: string, noun: string, label: string): string {
  return `import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-${noun}", "Test-${noun}", "Repair-${noun}"],
    fakes: ["registry"],
    cases: {
      missing: "Get-Verdict ${noun} -Name 'A' -Value 'x'",
      other: "Set-Fake 'HKLM\\\\SOFTWARE\\\\${noun}' 'A' 'String' 'X'; Get-Verdict ${noun} -Name 'A' -Value 'x'",
      locked:
        "$script:Locked = @('hklm|64|software\\\\${noun.toLowerCase()}'); Set-Fake 'HKLM\\\\SOFTWARE\\\\${noun}' 'A' 'String' 'X'; Get-Verdict ${noun} -Name 'A' -Absent",
      read: "Repair-${noun} -Name 'A' -Value 'x'; Read-${noun} -Name 'A' -Property 'value'; Read-${noun} -Name 'B' -Property 'exists'",
      gone: "Repair-${noun} -Name 'A' -Value 'x'; Repair-${noun} -Name 'A' -Absent; Get-Verdict ${noun} -Name 'A' -Absent",
    },
  });
});

describe("the functions of ${name}", () => {
  test("say what is wrong", () => {
    expect(verdictOf(result("missing"))).toEqual({ RemedycVerdict: "deviates", Why: "${label} A is missing" });
    expect(verdictOf(result("other")).Why).toBe('${label} A is string "X", it should be string "x"');
    expect(verdictOf(result("locked"))).toEqual({
      RemedycVerdict: "blocked",
      Why: "${label} A exists, it should be absent: there is no right to write to HKLM\\\\SOFTWARE\\\\${noun}",
    });
  });

  test("repair it and read it", () => {
    expect(result("read")).toEqual({ output: ["x", false], error: "" });
    expect(verdictOf(result("gone")).RemedycVerdict).toBe("holds");
  });
});

const RECIPE = \`
remedy sample {
  title: "A sample"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step all "All" {
    ensure ${name}("A") { value: "x" }
    ensure ${name}("Old") absent
  }
}

scenario "another text, and one too many" for sample {
  given {
    ${name}("A") { value: "y" }
    ${name}("Old") { value: "z" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect ${name}("A") { value: "x" }
  expect ${name}("Old") absent
}

scenario "all is well" for sample {
  given { ${name}("A") { value: "x" } }
  expect detect compliant
}
\`;

describe("a recipe with ${name}", async () => {
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

  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(recipe, "another text, and one too many", "intune.remediation");
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(10);
  }, 300_000);
});
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = ""] = process.argv.slice(2);
  const files = renderNewKind(name);
  const there = [...files.keys()].filter((path) => existsSync(join(PROJECT, path)));
  if (there.length > 0) throw new Error(`${there.join(", ")} is there already; nothing was written.`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
    writeFileSync(join(PROJECT, path), text);
  }
  console.log([...files.keys(), "", `Next: npm run generate, then npm test -- ${name.replaceAll("_", "-")}`].join("\n"));
}
