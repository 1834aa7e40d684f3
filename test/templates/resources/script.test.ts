import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "./run-cases.ts";
import type { CaseResult } from "./run-cases.ts";

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const run = (text: string, extra = "") => `Test-Script -Name 'queue' -Test {${text}} ${extra}`;
const fix = (text: string) => `Repair-Script -Name 'queue' -Fix {${text}}`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-Script", "Repair-Script"],
    fakes: [],
    cases: {
      true: run(" $true "),
      false: run(" 1 -eq 2 "),
      none: run(" $null = 1 "),
      several: run(" 'noise'; $true "),
      "a number": run(" 1 "),
      throws: run(" throw 'no such thing' "),
      "non-terminating error": run(" Write-Error 'soft'; $true "),
      strict: run(" $unset -eq $null "),
      exits: `${run(" $true; exit 3 ")}; 'still here'`,
      prints: run(" Write-Host 'last line'; Write-Warning 'w'; $true "),
      hangs: run(" Start-Sleep -Seconds 20; $true ", "-Timeout ([timespan]'00:00:01')"),
      "hangs in a call": `$clock = [System.Diagnostics.Stopwatch]::StartNew(); try { ${run(" [System.Threading.Thread]::Sleep(30000); $true ", "-Timeout ([timespan]'00:00:01')")} } catch { $_.Exception.Message }; $clock.Elapsed.TotalSeconds -lt 25`,
      "host that lends its thread": [
        "$state = [System.Management.Automation.Runspaces.Runspace]::DefaultRunspace.InitialSessionState.Clone(); $state.ThreadOptions = 'UseCurrentThread'",
        "$runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state); $runspace.Open()",
        "$shell = [System.Management.Automation.PowerShell]::Create(); $shell.Runspace = $runspace",
        "$null = $shell.AddScript('function Invoke-ScriptText {' + ${function:Invoke-ScriptText} + '}; (Invoke-ScriptText -Text ''Start-Sleep -Seconds 20'' -Timeout ([timespan]''00:00:01'')).TimedOut')",
        "$shell.Invoke()",
      ].join("; "),
      "own scope": `$mine = 1; $script:Remedy.Kept = 1; ${run(" Set-StrictMode -Off; $script:Remedy = $null; $global:mine = 2; $null -eq $script:Remedy ")}; $mine; $script:Remedy.Kept`,
      "own parameters": run(" param($x = 1) $x -eq 1 "),
      fixes: `${fix(" 'told'; 42; Write-Warning 'careful' ")}; $script:Notes`,
      "fix throws": fix(" 'before'; throw 'it broke' "),
      "fix exits": `${fix(" exit 7 ")}; 'still here'`,
      "fix fails softly": fix(" Get-Item -LiteralPath '/no/such/file' "),
    },
  });
}, 60_000);

describe("the test of a script", () => {
  test("true and false", () => {
    expect(verdict("true").RemedycVerdict).toBe("holds");
    expect(verdict("false")).toEqual({ RemedycVerdict: "deviates", Why: "script 'queue' says that its state is not reached" });
  });
  test.each([
    ["none", "the test of script 'queue' must give exactly one true or false, it gave 0 values ()"],
    ["several", "the test of script 'queue' must give exactly one true or false, it gave 2 values (String, Boolean)"],
    ["a number", "the test of script 'queue' must give exactly one true or false, it gave 1 values (Int32)"],
    ["throws", "the test of script 'queue': no such thing"],
    ["non-terminating error", "the test of script 'queue': soft"],
    ["hangs", "the test of script 'queue' did not end within 1s"],
  ])("%s raises", (name, error) => expect(result(name).error).toBe(error));
  test("the time counts also for a call that cannot be stopped, and in a host that runs scripts on the thread that asks", () => {
    expect(result("hangs in a call").output).toEqual(["the test of script 'queue' did not end within 1s", true]);
    expect(result("host that lends its thread").output).toEqual([true]);
  });
  test("strict mode holds in it", () => expect(result("strict").error).toContain("$unset"));
  test("exit ends nothing but itself", () => expect(result("exits").output.at(-1)).toBe("still here"));
  test("what it prints is no output of ours", () => expect(verdict("prints").RemedycVerdict).toBe("holds"));
  test("our variables are out of its reach", () => expect(result("own scope").output.slice(1)).toEqual([1, 1]));
  test("it may have parameters of its own", () => expect(verdict("own parameters").RemedycVerdict).toBe("holds"));
});

describe("the fix of a script", () => {
  test("its output goes to the log", () =>
    expect(result("fixes")).toEqual({ output: ["script 'queue': told", "script 'queue': 42", "script 'queue': careful"], error: "" }));
  test("an error is the reason of the failure", () => expect(result("fix throws").error).toBe("the fix of script 'queue': it broke"));
  test("a non-terminating error as well", () => expect(result("fix fails softly").error).toContain("the fix of script 'queue': "));
  test("exit ends nothing but itself", () => expect(result("fix exits")).toEqual({ output: ["still here"], error: "" }));
});
