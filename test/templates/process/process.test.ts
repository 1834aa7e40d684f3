import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const holds = { RemedycVerdict: "holds", Why: "" };
let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

beforeAll(async () => {
  const cases: Record<string, string> = {
    reads:
      "New-FakeProcess 1 'app'; New-FakeProcess 2 'app'; foreach ($p in 'exists', 'count', 'path', 'version') { [string](Read-Process -Name 'app.exe' -Property $p) }",
    "several paths":
      "New-FakeProcess 1 'app'; New-FakeProcess 2 'app' @{ Path = 'D:\\app.exe' }; $null -eq (Read-Process -Name 'app' -Property 'path'); $null -eq (Read-Process -Name 'app' -Property 'version')",
    none: "Read-Process -Name 'app' -Property 'exists'; $null -eq (Read-Process -Name 'app' -Property 'count'); Get-Verdict Process -Name 'app' -Absent; Get-Verdict Process -Name 'app'",
    runs: "New-FakeProcess 1 'app'; New-FakeProcess 2 'app'; Get-Verdict Process -Name 'app.EXE'; Get-Verdict Process -Name 'app' -Absent",
    vital:
      "New-FakeProcess 1 'lsass'; Get-Verdict Process -Name 'lsass.exe' -Absent; try { Repair-Process -Name 'lsass' -Absent } catch { $_.Exception.Message }; $script:Story.Count",
    "hosts a service":
      "New-FakeProcess 100 'agent'; New-FakeService 'Agent' @{ State = 'running' }; Get-Verdict Process -Name 'agent' -Absent",
    "this script": "New-FakeProcess $PID 'app'; Get-Verdict Process -Name 'app' -Absent",
    "asked, then ended":
      "New-FakeProcess 1 'app' @{ Window = $true }; New-FakeProcess 2 'app' @{ Window = $true; Stubborn = $true }; New-FakeProcess 3 'app'; Repair-Process -Name 'app' -Absent -Timeout ([timespan]'00:00:05'); $script:Story; $script:Tick; Get-Verdict Process -Name 'app' -Absent",
    "no window, no wait": "New-FakeProcess 3 'app'; Repair-Process -Name 'app' -Absent; $script:Story; $script:Tick",
    "unknown begin": "New-FakeProcess 3 'app' @{ StartTime = $null }; Repair-Process -Name 'app' -Absent",
    present: "Repair-Process -Name 'app'",

    "runs a program":
      "New-FakeFile 'C:\\Media\\tool.exe'; Invoke-ProgramRun -Path 'C:\\Media\\tool.exe' -Arguments @('/a', 'b c') -SignedBy 'CN=Contoso, O=Contoso, C=US'; $script:Runs[0].Command; $script:Runs[0].Held; $script:Runs[0].Temp; $script:Runs[0].Timeout",
    "a program of Windows":
      "New-FakeFolder 'C:\\Windows'; New-FakeFolder 'C:\\Windows\\System32'; New-FakeFile 'C:\\Windows\\System32\\gpupdate.exe'; Invoke-ProgramRun -Path 'C:\\Windows\\System32\\gpupdate.exe' -Arguments @('/force') -Timeout ([timespan]'00:01:00'); $script:Runs[0].Command; $script:Runs[0].Timeout",
    "a folder of Windows that others may write":
      "New-FakeFolder 'C:\\Windows'; New-FakeFolder 'C:\\Windows\\Temp' @(New-FakeRule 'S-1-5-32-545' 0x6); New-FakeFile 'C:\\Windows\\Temp\\x.exe'; Invoke-ProgramRun -Path 'C:\\Windows\\Temp\\x.exe'",
    "out of Windows again": "New-FakeFile 'C:\\Windows\\..\\Media\\x.exe'; Invoke-ProgramRun -Path 'C:\\Windows\\..\\Media\\x.exe'",
    "no proof": "Invoke-ProgramRun -Path 'C:\\Media\\setup.exe'",
    "no program":
      "New-FakeFile 'C:\\Media\\x.cmd'; foreach ($p in 'C:\\Media\\x.cmd', 'C:\\Media\\nope.exe') { try { Invoke-ProgramRun -Path $p -Sha256 ('B' * 64) } catch { $_.Exception.Message } }; $script:Runs.Count",
    codes:
      "$script:Outcomes['setup'] = @{ Codes = @(7, 8, 9) }; $a = @{ Path = 'C:\\Media\\setup.exe'; Sha256 = 'B' * 64; SuccessCodes = @(7); RestartCodes = @(8) }; Invoke-ProgramRun @a; Invoke-ProgramRun @a; try { Invoke-ProgramRun @a } catch { $_.Exception.Message }",
    "time-out":
      "$script:Outcomes['setup'] = @{ Codes = @(1460); TimedOut = $true }; Invoke-ProgramRun -Path 'C:\\Media\\setup.exe' -Sha256 ('B' * 64) -Timeout ([timespan]'00:00:20')",
  };
  result = await runCases({
    functions: ["Read-Process", "Test-Process", "Repair-Process", "Invoke-ProgramRun"],
    fakes: ["services", "installer"],
    cases: Object.fromEntries(Object.entries(cases).map(([name, body]) => [name, `Reset-Installer\n${body}`])),
  });
});

describe("process", () => {
  test("reads, with or without .exe", () => expect(result("reads").output).toEqual(["True", "2", "C:\\app.exe", "1.2.3.4"]));
  test("no path when they run from several places", () => expect(result("several paths").output).toEqual([true, true]));
  test("none runs", () => {
    expect(result("none").output).toEqual([
      false,
      true,
      holds,
      { RemedycVerdict: "blocked", Why: "process app does not run: a script cannot start a program for a person" },
    ]);
  });
  test("some run", () => expect(result("runs").output).toEqual([holds, { RemedycVerdict: "deviates", Why: "process app runs (2)" }]));
  test("blocked: a part of Windows, the host of a service, this script", () => {
    expect(result("vital").output).toEqual([
      { RemedycVerdict: "blocked", Why: "process lsass.exe runs (1): it is a part of Windows and is never ended" },
      "process lsass: it is a part of Windows and is never ended",
      0,
    ]);
    expect(verdict("hosts a service")).toEqual({
      RemedycVerdict: "blocked",
      Why: "process agent runs (1): it (100) hosts the service Agent; stop the service instead",
    });
    expect(verdict("this script")).toEqual({ RemedycVerdict: "blocked", Why: "process app runs (1): it runs this script" });
  });
  test("asked to close first, ended after the time-out; one without a window at once", () => {
    expect(result("asked, then ended").output).toEqual(["close 1", "close 2", "end 2", "end 3", 5000, holds]);
    expect(result("no window, no wait").output).toEqual(["end 3", 0]);
  });
  test("refusals", () => {
    expect(result("unknown begin").error).toBe("process app (3) cannot be ended: Windows does not tell when it began");
    expect(result("present").error).toContain("a script cannot start a program for a person");
  });
});

describe("running a program", () => {
  test("verified, held open, quoted, with our temporary folder", () => {
    expect(result("runs a program").output).toEqual(['C:\\Media\\tool.exe /a "b c"', "C:\\Media\\tool.exe", "C:\\State\\temp", "00:10:00"]);
  });
  test("programs of Windows need no signer, but a safe path", () => {
    expect(result("a program of Windows").output).toEqual(["C:\\Windows\\System32\\gpupdate.exe /force", "00:01:00"]);
    expect(result("a folder of Windows that others may write").error).toContain("C:\\Windows\\Temp may be changed by S-1-5-32-545");
    expect(result("out of Windows again").error).toContain("neither given with its signer nor with its SHA-256");
  });
  test("refused: no proof, no program, missing", () => {
    expect(result("no proof").error).toContain("neither given with its signer nor with its SHA-256");
    expect(result("no program").output).toEqual([
      "C:\\Media\\x.cmd is no program; scripts and documents are not run",
      "C:\\Media\\nope.exe does not exist",
      0,
    ]);
  });
  test("exit codes", () => {
    expect(result("codes").output).toEqual([
      { RemedycVerdict: "restart", Why: "C:\\Media\\setup.exe asks for it (8)" },
      "C:\\Media\\setup.exe returned 9",
    ]);
  });
  test("time-out", () => expect(result("time-out").error).toBe("C:\\Media\\setup.exe did not end within 20s and was ended"));
});
