import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

const look = (enabled: boolean, state: number | undefined) =>
  `$script:States_ = @{ Smb = ${state ?? "$null"} }\nGet-Verdict WindowsFeature -Name 'Smb' -Enabled $${String(enabled)}`;
const change = (code: number) => `$script:Code = ${code}\nRepair-WindowsFeature -Name 'Smb' -Enabled $true -Source 'D:\\sources\\sxs'`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test", "Repair", "Undo"]
      .map((verb) => `${verb}-WindowsFeature`)
      .concat("Find-WindowsFeatureBlocker", "Read-WindowsFeatureEnabled", "Read-WindowsFeatureExists", "Get-WindowsFeatureState"),
    fakes: [],
    setup: String.raw`$script:States_ = @{}; $script:Code = 0; $script:Calls = @()
function Reset-Fake { $script:States_ = @{}; $script:Code = 0; $script:Calls = @() }
function Get-FeatureState([string] $Name) { $script:States_[$Name] }
function Switch-Feature([string] $Name, [bool] $Enabled, [string] $Source, [timespan] $Timeout) { $script:Calls += "$Name $Enabled '$Source' $Timeout"; $script:Code }`,
    cases: {
      "on, and should be": look(true, 1),
      "off, and should be": look(false, 2),
      "off, without its files": look(false, 3),
      "not of this Windows, should be off": look(false, undefined),
      "on, should be off": look(false, 1),
      "off, should be on": look(true, 2),
      "without its files, should be on": look(true, 3),
      "not of this Windows, should be on": look(true, undefined),
      unknown: look(false, 4),
      "a number that is not documented": look(false, 7),
      read: String.raw`$script:States_ = @{ On = 1; Off = 2; Gone = 3 }
foreach ($name in 'On', 'Off', 'Gone', 'None') { Read-WindowsFeatureExists $name; "$(Read-WindowsFeatureEnabled $name)"; Get-WindowsFeatureState $name }`,
      done: `${change(0)}; $script:Calls; $script:Journal[0] -join '|'`,
      "after a restart": change(3010),
      late: change(1460),
      "no files": change(-2146498529),
      "not known": change(-2146498548),
      other: change(87),
      undone: `Undo-WindowsFeature 'Smb' 'False'; Undo-WindowsFeature 'Smb' 'True'; $script:Code = 3010; Undo-WindowsFeature 'Smb' 'True'; $script:Calls`,
      "not undone": "$script:Code = 5; Undo-WindowsFeature 'Smb' 'True'",
    },
  });
});

describe("the functions of windows_feature", () => {
  test("compare whether it is enabled; one that Windows does not have is not", () => {
    for (const name of ["on, and should be", "off, and should be", "off, without its files", "not of this Windows, should be off"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(verdictOf(result("on, should be off"))).toEqual({ RemedycVerdict: "deviates", Why: "the feature Smb is enabled" });
    for (const name of ["off, should be on", "without its files, should be on"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "deviates", Why: "the feature Smb is not enabled" });
    expect(verdictOf(result("not of this Windows, should be on"))).toEqual({
      RemedycVerdict: "blocked",
      Why: "the feature Smb is not enabled: this Windows has none of that name",
    });
  });

  test("do not take for disabled what Windows does not tell", () => {
    for (const name of ["unknown", "a number that is not documented"])
      expect(result(name).error, name).toBe("Windows does not say whether the feature Smb is enabled");
    expect(result("read").output).toEqual([true, "True", "True", true, "False", "False", true, "False", "False", false, "False", "False"]);
  });

  test("change it once, and say what dism.exe returns", () => {
    expect(result("done")).toEqual({
      output: [String.raw`Smb True 'D:\sources\sxs' 00:30:00`, "WindowsFeature|False|True|Smb"],
      error: "",
    });
    expect(result("after a restart").output).toEqual([{ RemedycVerdict: "restart", Why: "the feature Smb was enabled" }]);
    expect(result("late").error).toBe("the feature Smb could not be enabled: dism.exe did not end within 30m");
    expect(result("no files").error).toBe(
      "the feature Smb could not be enabled: dism.exe returned 0x800F081F: its files were not found; name a folder that has them as source, or let the machine ask Windows Update",
    );
    expect(result("not known").error).toContain("0x800F080C: this Windows has none of that name");
    expect(result("other").error).toMatch(/^the feature Smb could not be enabled: dism\.exe returned 87, see .*dism\.log$/);
  });

  test("take it back", () => {
    expect(result("undone").output).toEqual(["Smb False '' 00:30:00", "Smb True '' 00:30:00", "Smb True '' 00:30:00"]);
    expect(result("not undone").error).toMatch(/^dism\.exe returned 5/);
  });
});

const RECIPE = String.raw`
remedy features {
  title: "Features of Windows"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step features "Features" {
    ensure windows_feature("SMB1Protocol") { enabled: false }
    ensure windows_feature("NetFx3") { enabled: true, source: 'D:\sources\sxs', timeout: 20m }
  }
}

scenario "neither is as it should be" for features {
  given { windows_feature("smb1protocol") { enabled: true } }
  expect detect noncompliant
  expect fix succeeded
  expect windows_feature("SMB1Protocol") { enabled: false }
  expect windows_feature("NetFx3") { enabled: true }
}

scenario "a restart is needed" for features {
  given { windows_feature("SMB1Protocol") { enabled: true, needs_restart: true }, windows_feature("NetFx3") { enabled: true } }
  expect fix restart_needed
  expect windows_feature("SMB1Protocol") { enabled: true }
  restart
  expect detect compliant
  expect fix succeeded
  expect windows_feature("SMB1Protocol") { enabled: false }
}

scenario "this Windows has neither" for features {
  given { windows_feature("SMB1Protocol") { missing: true }, windows_feature("NetFx3") { missing: true } }
  expect detect noncompliant
  expect fix blocked
}

scenario "the files are nowhere" for features {
  given { windows_feature("NetFx3") { exit_code: -2146498529 } }
  expect fix failed
}

scenario "Windows does not tell" for features {
  given { windows_feature("SMB1Protocol") { known: false }, windows_feature("NetFx3") { enabled: true } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with windows_feature", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "neither is as it should be": 4, "a restart is needed": 4 });

  test.each(["", "a b", "x' OR '1'='1", "/Remove"])("'%s' is no name", async (name) => {
    await expect(
      compileRecipeText(RECIPE.replace('"SMB1Protocol") { enabled: false }\n    ensure', `"${name}") { enabled: false }\n    ensure`)),
    ).rejects.toThrow(name === "" ? /at least 1|empty/ : /cannot be 'name' of windows_feature/);
  });
});
