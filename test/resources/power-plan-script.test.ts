import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../templates/run-cases.ts";
import type { CaseResult } from "../templates/run-cases.ts";

const script = readFileSync(new URL("../../examples/custom-kind/power-plan.ps1", import.meta.url), "utf8");
const fake = String.raw`
function Invoke-Program([string] $Path, [string] $Arguments, [timespan] $Timeout) {
    $script:Programs += "$Path $Arguments"
    if ($script:ExitCode -eq 0) { Set-Fake 'HKLM\SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes' 'ActivePowerScheme' 'String' $Arguments.Split(' ')[1] }
    [pscustomobject]@{ ExitCode = $script:ExitCode; TimedOut = $false }
}
function Get-SpecialFolder([string] $Name) { 'C:\Windows\System32' }
function Set-Plan([string] $Guid) {
    $script:Programs = @(); $script:ExitCode = 0
    Set-Fake 'HKLM\SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes' 'ActivePowerScheme' 'String' $Guid
    foreach ($plan in (Get-PowerPlanGuid).Values) { Set-Fake "HKLM\SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes\$plan" '' '' $null }
}
$balanced = '381b4222-f694-41f0-9685-ff5bb260df2e'
`;
const policy = String.raw`Set-Fake 'HKLM\SOFTWARE\Policies\Microsoft\Power\PowerSettings' 'ActivePowerScheme' 'String'`;

let result: (name: string) => CaseResult;

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-SystemValue", "Test-Text"],
    fakes: ["registry"],
    setup: `${script}\n${fake}`,
    cases: {
      reads:
        "Set-Plan $balanced.ToUpperInvariant(); Read-PowerPlan -Property 'active'; Set-Plan '11111111-2222-3333-4444-555555555555'; Read-PowerPlan -Property 'active'; @(Read-PowerPlan -Property 'policy').Count",
      missing: "Read-PowerPlan -Property 'active'",
      holds: "Set-Plan $balanced; Get-Verdict PowerPlan -Active 'balanced'",
      deviates: "Set-Plan $balanced; Get-Verdict PowerPlan -Active 'high_performance'",
      "same policy": `Set-Plan $balanced; ${policy} '8C5E7FDA-E8BF-4A96-9A85-A6E23A8C635C'; Get-Verdict PowerPlan -Active 'high_performance'`,
      "other policy": `Set-Plan $balanced; ${policy} $balanced; Get-Verdict PowerPlan -Active 'high_performance'`,
      "no such plan": String.raw`Set-Plan $balanced; $script:Registry.Remove('hklm|64|system\currentcontrolset\control\power\user\powerschemes\8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'); Get-Verdict PowerPlan -Active 'high_performance'`,
      repairs: "Set-Plan $balanced; Repair-PowerPlan -Active 'high_performance'; Read-PowerPlan -Property 'active'; $script:Programs",
      fails: "Set-Plan $balanced; $script:ExitCode = 1; Repair-PowerPlan -Active 'high_performance'",
    },
  });
});

describe("the example's functions, with the real templates over a registry made of tables", () => {
  test("reads the plan in any case of letters, others as other, and no policy as none", () =>
    expect(result("reads")).toEqual({ output: ["balanced", "other", 0], error: "" }));
  test("throws when it cannot read", () => expect(result("missing").error).toContain("ActivePowerScheme is missing"));
  test("the one that is wished gives no reason", () => expect(verdictOf(result("holds")).RemedycVerdict).toBe("holds"));
  test("another one is named", () =>
    expect(verdictOf(result("deviates"))).toMatchObject({ RemedycVerdict: "deviates", Why: "the power plan is balanced" }));
  test("a policy that wishes the same is no obstacle", () => expect(verdictOf(result("same policy")).RemedycVerdict).toBe("deviates"));
  test("a policy that wishes another plan blocks", () =>
    expect(verdictOf(result("other policy"))).toMatchObject({
      RemedycVerdict: "blocked",
      Why: "the power plan is balanced: Group Policy sets 381b4222-f694-41f0-9685-ff5bb260df2e",
    }));
  test("a plan that is not there blocks", () =>
    expect(verdictOf(result("no such plan"))).toMatchObject({
      RemedycVerdict: "blocked",
      Why: "the power plan is balanced: the plan high_performance is not on this machine",
    }));
  test("repairs through powercfg by its full path", () =>
    expect(result("repairs")).toEqual({
      output: ["high_performance", "C:\\Windows\\System32\\powercfg.exe /setactive 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c"],
      error: "",
    }));
  test("an exit code is the reason of a failure", () => expect(result("fails").error).toBe("powercfg /setactive returned 1"));
});
