import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const PERSON = "S-1-5-21-1-2-3-1001";
/** What stands in for Windows: packages with who has them; what is removed is told, and goes unless `$script:Stays` says otherwise. */
const SETUP = String.raw`
function Find-AppxEntry { $script:Reads += 'all'; $script:Packages }
function Find-OwnAppxEntry { $script:Reads += 'own'; $script:Packages }
function Invoke-AppxRemoval([string] $FullName, [string] $Of) {
    $script:Removed += "$FullName of '$Of'"
    if ($script:Refusals[$FullName]) { throw $script:Refusals[$FullName] }
    if ($FullName -notin $script:Stays) { $script:Packages = @($script:Packages | Where-Object { $_.FullName -ne $FullName }) }
}
function New-Package([string] $FullName, [string] $Kind, [string] $Users = '', [bool] $Fixed = $false) {
    $script:Packages += [pscustomobject]@{ Name = $FullName.Split('_')[0]; FullName = $FullName; Kind = $Kind; Users = $Users; Fixed = $Fixed }
}
function New-Machine {
    $script:Packages = @(); $script:Removed = @(); $script:Reads = @(); $script:Stays = @(); $script:Refusals = @{}; $script:Journal = @()
    $script:Remedy.Context = 'system'; $script:Remedy.Remove('Apps')
}`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const bundle = `New-Package 'A.B_2_neutral_~_x' 'bundle' '${PERSON} S-1-5-18'`;
const main = `New-Package 'A.B_2_x64__x' 'main' '${PERSON}'`;
const provisioned = "New-Package 'A.B_2_all' 'provisioned'";
const look = "Get-Verdict AppxPackage -Name 'a.b' -Absent";
const repair = "Repair-AppxPackageAbsence -Name 'A.B'; $script:Removed";

beforeAll(async () => {
  const cases: Record<string, string> = {
    nothing: `New-Package 'A.BC_2_x64__x' 'main' '${PERSON}'; ${look}`,
    both: `${bundle}; ${main}; ${provisioned}; ${look}`,
    "provisioned alone": `${provisioned}; ${look}; Get-Verdict AppxPackage -Name 'A.B' -Scope 'existing_users' -Absent; Get-Verdict AppxPackage -Name 'A.B' -Scope 'new_users' -Absent`,
    "of services, and on the disk": `New-Package 'A.B_1_x64__x' 'main' 'S-1-5-18 S-1-5-19'; New-Package 'A.B_2_x64__x' 'main'; ${look}`,
    "of an Entra user": `New-Package 'A.B_1_x64__x' 'main' 'S-1-5-18 S-1-12-1-9-8-7-6'; ${look}`,
    "one person": `${main}; foreach ($sid in '${PERSON}', '${PERSON}0', 'Remedyc_${PERSON}') { Get-Verdict AppxPackage -Name 'A.B' -Scope "HKU\\$sid\\Software" -Absent }`,
    framework: `New-Package 'A.B_2_x64__x' 'framework' '${PERSON}'; ${look}`,
    fixed: `New-Package 'A.B_2_x64__x' 'main' '${PERSON}' $true; ${provisioned}; ${look}; Get-Verdict AppxPackage -Name 'A.B' -Scope 'new_users' -Absent`,
    present: `${provisioned}; Get-Verdict AppxPackage -Name 'A.B'; Get-Verdict AppxPackage -Name 'A.C'; try { Repair-AppxPackagePresence 'A.C' } catch { $_.Exception.Message }`,
    facts: `${main}; Read-AppxPackageExists 'A.B'; Read-AppxPackageExists 'A.B' 'new_users'; Read-AppxPackageExists 'A.B' 'existing_users'; Read-AppxPackageExists 'A.B' 'HKU\\S-1-5-21-9'`,
    wildcard: "Get-Verdict AppxPackage -Name 'A*' -Absent",
    "full name": "Read-AppxPackageExists 'A.B_2_x64__x'",
    "for a person": `$script:Remedy.Context = 'user'; New-Package 'A.B_2_x64__x' 'main' 'S-1-5-21-7'; Get-Verdict AppxPackage -Name 'A.B' -Scope 'HKCU\\Software' -Absent; Repair-AppxPackageAbsence 'A.B' 'HKCU\\Software'; $script:Removed; $script:Reads | Select-Object -Unique`,
    "everybody's, by a person": `$script:Remedy.Context = 'user'; Read-AppxPackageExists 'A.B' 'new_users'`,
    order: `${main}; ${bundle}; New-Package 'A.B_1_x64__x' 'main' '${PERSON}'; ${provisioned}; ${repair}; $script:Journal.Count; ${look}`,
    "one refused, the others go": `${main}; New-Package 'A.B_1_x64__x' 'main' '${PERSON}'; ${provisioned}; $script:Refusals['A.B_2_x64__x'] = "Deployment failed with HRESULT: 0x80073CFA, no\`r\`nerror 0x80070032: part"; try { Repair-AppxPackageAbsence 'A.B' } catch { $_.Exception.Message }; $script:Removed.Count; @($script:Packages).Count`,
    "in use": `${main}; $script:Refusals['A.B_2_x64__x'] = 'HRESULT: 0x80073D02'; Repair-AppxPackageAbsence 'A.B'`,
    "an error, but it is gone": `${bundle}; ${main}; $script:Refusals['A.B_2_x64__x'] = '0x80073CF1'; $script:Remedy.Gone = $true; function Test-AppxPackageAbsence { }; Repair-AppxPackageAbsence 'A.B'; 'done'`,
    "no error, but it stays": `${main}; $script:Stays = @('A.B_2_x64__x'); Repair-AppxPackageAbsence 'A.B'; ${look}`,
    "of a person": `${bundle}; ${main}; ${provisioned}; Repair-AppxPackageAbsence 'A.B' 'HKU\\${PERSON}\\Software'; $script:Removed`,
    "of new users": `${bundle}; ${main}; ${provisioned}; Repair-AppxPackageAbsence 'A.B' 'new_users'; $script:Removed`,
    unreadable:
      "function Find-AppxEntry { $script:Reads += 'all'; throw 'Windows did not answer within 300 s' }; foreach ($name in 'A.B', 'A.C') { try { Read-AppxPackageExists $name } catch { $_.Exception.Message } }; $script:Reads.Count",
    "looks again": `${main}; $look = { $null = Read-AppxPackageExists 'A.B'; $null = Read-AppxPackageExists 'A.C'; $script:Reads.Count }; & $look; $script:Remedy.Outcomes = [ordered]@{ 'a.1' = 'ok' }; & $look; $script:Remedy.Outcomes['b.1'] = 'blocked'; & $look; $script:Remedy.Outcomes['a.2'] = 'fixed'; & $look; & $look; $script:Remedy.Acting = $true; & $look; $script:Remedy.Acting = $false; Repair-AppxPackageAbsence 'A.B'; & $look; $script:Remedy.Remove('Outcomes')`,
  };
  result = await runCases({
    functions: ["Read-AppxPackageExists", "Test-AppxPackage", "Repair-AppxPackage"],
    fakes: [],
    setup: SETUP,
    cases: Object.fromEntries(Object.entries(cases).map(([name, body]) => [name, `New-Machine\n${body}`])),
  });
});

describe("the functions of appx_package", () => {
  const holds = { RemedycVerdict: "holds", Why: "" };
  const deviates = (what: string) => ({ RemedycVerdict: "deviates", Why: `app ${what}` });

  test("say whether it is provisioned, installed, or both", () => {
    expect(verdict("nothing")).toEqual(holds);
    expect(verdict("both")).toEqual(deviates("a.b is provisioned and installed"));
    expect(result("provisioned alone").output).toEqual([deviates("a.b is provisioned"), holds, deviates("A.B is provisioned")]);
    expect(result("facts").output).toEqual([true, false, true, false]);
  });

  test("count what people have", () => {
    expect(verdict("of services, and on the disk")).toEqual(holds);
    expect(verdict("of an Entra user")).toEqual(deviates("a.b is installed"));
    expect(result("one person").output).toEqual([deviates("A.B is installed"), holds, deviates("A.B is installed")]);
  });

  test("are blocked for what must stay", () => {
    expect(verdict("framework").Why).toBe("app a.b is installed: it is a framework, which other apps need");
    expect(result("fixed").output).toEqual([
      { RemedycVerdict: "blocked", Why: "app a.b is provisioned and installed: Windows does not allow it to be removed" },
      deviates("A.B is provisioned"),
    ]);
    expect(result("present").output).toEqual([
      holds,
      { RemedycVerdict: "blocked", Why: "app A.C is missing: a script cannot install an app of the Store" },
      "app A.C is missing, and a script cannot install an app of the Store",
    ]);
  });

  test("cannot read what is no name, what is not theirs, and what does not answer", () => {
    for (const name of ["wildcard", "full name"])
      expect(result(name).error).toContain("write what stands before the first '_', without wildcards");
    expect(result("everybody's, by a person").error).toContain("this one knows scope: user");
    const slow = "Windows did not answer within 300 s";
    expect(result("unreadable").output).toEqual([slow, slow, 1]);
  });

  test("remove the provisioning, then bundles, then what is left", () => {
    expect(result("order")).toEqual({
      output: [
        "A.B_2_all of 'new_users'",
        "A.B_2_neutral_~_x of 'everyone'",
        "A.B_2_x64__x of 'everyone'",
        "A.B_1_x64__x of 'everyone'",
        4,
        holds,
      ],
      error: "",
    });
    expect(result("of new users").output).toEqual(["A.B_2_all of 'new_users'"]);
    expect(result("of a person").output).toEqual([`A.B_2_x64__x of '${PERSON}'`, `A.B_2_neutral_~_x of '${PERSON}'`]);
    expect(result("for a person").output).toEqual([deviates("A.B is installed"), "A.B_2_x64__x of ''", "own"]);
  });

  test("say what a refusal means, and go on", () => {
    expect(result("one refused, the others go").output).toEqual([
      "app A.B is installed: it is a part of Windows: Deployment failed with HRESULT: 0x80073CFA, no error 0x80070032: part",
      3,
      1,
    ]);
    expect(result("in use").error).toBe("app A.B is installed: it is in use, a later run removes it: HRESULT: 0x80073D02");
    expect(result("an error, but it is gone")).toEqual({ output: ["done"], error: "" });
    expect(verdict("no error, but it stays")).toEqual(deviates("a.b is installed"));
  });

  test("look again where something was fixed, each time among actions, and after a removal", () =>
    expect(result("looks again").output).toEqual([1, 2, 2, 3, 3, 5, 6]));
});

const PEOPLE = `
remedy of_people {
  title: "Of each person"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]
  step people "People" {
    each u in profile() {
      ensure appx_package("Contoso.App", scope: user) absent
    }
    ensure appx_package("Contoso.Other", scope: new_users) absent
    when appx_package("Contoso.App", scope: new_users).exists {
      warn "new users get it" when true
    }
  }
}

scenario "each person's goes, new users get it" for of_people {
  given {
    appx_package("Contoso.App") { installed: true }
    appx_package("Contoso.Other") { installed: true }
  }
  expect detect noncompliant
  expect fix succeeded
  expect appx_package("Contoso.App", scope: existing_users) absent
  expect appx_package("Contoso.App", scope: new_users) present
  expect appx_package("Contoso.Other", scope: existing_users) present
  expect appx_package("Contoso.Other", scope: new_users) absent
}
`;

const ONE = `
remedy of_one {
  title: "Of one person"
  version: 1.0.0
  publisher: "IT"
  context: user
  targets: [intune.remediation]
  step own "Own" {
    ensure appx_package("Contoso.App", scope: user) absent
  }
}

scenario "one's own goes, without an administrator's rights" for of_one {
  given {
    powershell { account: 'CONTOSO\\ann', elevated: false }
    appx_package("Contoso.App") { provisioned: true, users: ['CONTOSO\\ann', 'CONTOSO\\bob'] }
  }
  expect detect noncompliant
  expect fix succeeded
}
`;

describe("recipes with appx_package", async () => {
  const people = await compileRecipeText(PEOPLE);
  const own = await compileRecipeText(ONE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  const scenarios = [people, own].flatMap((one) => one.scenarios.map(({ title }) => ({ one, title })));
  test.each(scenarios.map(({ one, title }, index) => ({ one, title, target: one.targets[index % one.targets.length] ?? "" })))(
    "$title, $target",
    async ({ one, title, target }) => {
      expect(await runner.failuresOf(one, title, target)).toEqual([]);
    },
    120_000,
  );

  const sample = createKindFaultSample();
  test.each([{ one: own, title: "one's own goes, without an administrator's rights" }])(
    "stands every fault: $title",
    async ({ one, title }) => {
      const { faults, survivors } = await runner.faultsOf(one, title, "intune.remediation", sample.choose);
      expect(survivors).toEqual([]);
      expect(faults).toBeGreaterThan(3);
    },
    300_000,
  );

  test("a name is one alone, and 'user' is somebody", async () => {
    for (const name of ["*Bing*", "Microsoft.BingWeather_4.53_x64__8wekyb3d8bbwe", "Microsoft.BingWeather_8wekyb3d8bbwe"])
      await expect(
        compileRecipeText(
          PEOPLE.replace('"Contoso.App", scope: user) absent\n    }\n    ensure', `"${name}", scope: user) absent\n    }\n    ensure`),
        ),
      ).rejects.toThrow("write the name alone, without wildcards and without what follows the first '_'");
    await expect(compileRecipeText(PEOPLE.replace("each u in profile() {", "when os.build > 1 {"))).rejects.toThrow(
      "'user' is nobody's hive here",
    );
  });
});
