import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/** Tables for the platform functions; `$script:Calls` has what was done. A run takes three looks. */
const SCHEDULER = String.raw`
$script:Tasks = @{}; $script:Calls = @(); $script:Looks = 0; $script:Ends = $true; $script:Result = 0
function New-Entry([bool] $Enabled = $true, [int] $State = 3, [object] $LastRun = $null, [int] $LastResult = 267011, [string] $Author = '', [string] $Account = '') {
    [pscustomobject]@{ Enabled = $Enabled; State = $State; LastRun = $LastRun; LastResult = $LastResult; Author = $Author; Account = $Account; Setting = $null }
}
function Get-TaskEntry([string] $Path) {
    $task = $script:Tasks[$Path]
    if ($null -ne $task -and $task.State -eq 4 -and $script:Looks-- -le 0 -and $script:Ends) { $task.State = 3; $task.LastResult = $script:Result }
    if ($null -ne $task) { $task }
}
function Add-TaskEntry([string] $Path, [string] $Definition) { $script:Calls += "add $Path $Definition"; $script:Tasks[$Path] = New-Entry ($Definition -notmatch 'false') }
function Get-TaskSetting([string] $Path) { if ($script:Tasks.Contains($Path)) { $script:Tasks[$Path].Setting } }
function Write-TaskSetting([string] $Path, [hashtable] $Setting) { $script:Calls += "write $Path $(@($Setting.Keys | Sort-Object | ForEach-Object { if ($_ -eq 'Triggers') { Format-TaskTrigger $Setting.Triggers } else { $Setting[$_] } }) -join '|')" }
function New-Setting([string] $Program, [string] $Arguments, [string] $Account, [int] $LogonType, [object[]] $Triggers) {
    [pscustomobject]@{ Account = $Account; LogonType = $LogonType; Actions = @([pscustomobject]@{ Program = $Program; Arguments = $Arguments }); Triggers = @($Triggers) }
}
function New-Trigger([int] $Type, [hashtable] $More = @{}) {
    $trigger = [pscustomobject]@{ Type = $Type; Enabled = $true; Start = '2020-05-05T03:00:00'; End = ''; Every = ''; Lasts = ''; Days = 1; User = '' }
    foreach ($key in $More.Keys) { $trigger.$key = $More[$key] }
    $trigger
}
function Find-PathWriter([string] $Path) { if ($Path -like 'C:\Users\*') { "$Path may be changed by ann" } }
function Clear-TaskEntry([string] $Path) { $script:Calls += "clear $Path"; $script:Tasks.Remove($Path) }
function Write-TaskEnabled([string] $Path, [bool] $Enabled) { $script:Calls += "enabled $Path $Enabled"; $script:Tasks[$Path].Enabled = $Enabled }
function Invoke-TaskRun([string] $Path) { $script:Calls += "run $Path"; $script:Tasks[$Path].State = 4; $script:Tasks[$Path].LastRun = Get-Clock; $script:Looks = 3 }
function Invoke-TaskStop([string] $Path) { $script:Calls += "stop $Path"; $script:Looks = 0 }
function Get-Clock { ([datetime]'2026-01-12T09:00:00Z').ToUniversalTime() }
function Wait-Condition([timespan] $Timeout, [scriptblock] $Condition, [int] $Every) { foreach ($turn in 1..5) { if (& $Condition) { return $true } }; $false }
function Resolve-Account([string] $Account) { if ($Account -eq 'SYSTEM') { 'S-1-5-18' } else { "SID of $Account" } }
function Format-Account([string] $Sid) { $Sid }
function Find-TaskPath([string] $Below) { if ($Below -eq '\Many') { throw 'it has more than 1,000 folders' }; "$Below\a" }
function Reset-Fake {
    $script:Calls = @(); $script:Looks = 0; $script:Ends = $true; $script:Result = 0
    $script:Tasks = @{ '\A\On' = New-Entry -LastRun (Get-Clock).AddHours(-3) -LastResult -2147024894 -Author 'Contoso' -Account 'SYSTEM'; '\Off' = New-Entry $false 1; '\Runs' = New-Entry -State 4 -LastRun (Get-Clock) -LastResult 267009; '\Future' = New-Entry -LastRun (Get-Clock).AddHours(3); '\Set' = New-Entry; '\Secret' = New-Entry }
    $script:Tasks['\Set'].Setting = New-Setting '"C:\A\a.exe"' '/q "a b"' 'SYSTEM' 5 @(New-Trigger 2; New-Trigger 8)
    $script:Tasks['\Secret'].Setting = New-Setting 'C:\A\a.exe' '' 'CONTOSO\svc' 1 @(New-Trigger 2 @{ Days = 2 }; New-Trigger 9 @{ User = 'ann' })
}`;
const FACTS = ["Exists", "Enabled", "State", "Author", "RunAs", "LastRunAge", "LastResult"];
const read = (path: string): string => FACTS.map((name) => `"$(Read-ScheduledTask${name} -Path '${path}')"`).join("\n");
const look = (args: string): string => `Get-Verdict ScheduledTask ${args}`;
const round = (args: string): string =>
  `Invoke-Repair ScheduledTask ${args}\n$script:Calls\n${look(args)}\n$script:Journal | ForEach-Object { $_ -join '|' }`;
const TASK = "<Task><Settings><Enabled>false</Enabled></Settings></Task>";

let result: (name: string) => CaseResult;
const why = (name: string): string => {
  const verdict = verdictOf(result(name));
  return `${verdict.RemedycVerdict}: ${verdict.Why}`;
};

beforeAll(async () => {
  result = await runCases({
    functions: [
      "Test-ScheduledTask",
      "Repair-ScheduledTask",
      "Invoke-ScheduledTaskRun",
      "Invoke-ScheduledTaskStop",
      "Select-ScheduledTask",
      ...FACTS.map((name) => `Read-ScheduledTask${name}`),
    ],
    fakes: [],
    setup: SCHEDULER,
    cases: {
      "read on": read("\\A\\On"),
      "read off": read("\\Off"),
      "read running": read("\\Runs"),
      "read none": read("\\None"),
      "read future": "(Read-ScheduledTaskLastRunAge -Path '\\Future').Ticks",
      missing: look("-Path '\\None' -Enabled $true"),
      "needs a password": look(
        "-Path '\\None' -Enabled $true -Definition '<Task><LogonType>InteractiveTokenOrPassword</LogonType></Task>'",
      ),
      "can be made": look(`-Path '\\None' -Definition '${TASK}'`),
      off: look("-Path '\\Off' -Enabled $true"),
      on: look("-Path '\\A\\On' -Enabled $false"),
      holds: look("-Path '\\A\\On' -Enabled $true"),
      there: look("-Path '\\A\\On' -Absent"),
      gone: look("-Path '\\None' -Absent"),
      make: round(`-Path '\\None' -Enabled $true -Definition '<?xml version="1.0" encoding="UTF-8"?>${TASK}'`),
      switch: round("-Path '\\A\\On' -Enabled $false"),
      "as said": look(
        "-Path '\\Set' -Program 'c:\\a\\A.exe' -Arguments '/q', 'a b' -RunAs 'S-1-5-18' -DailyAt '03:00' -AtStartup $true -AtLogon $false -Enabled $true",
      ),
      "not as said": look("-Path '\\Set' -Program 'C:\\A\\b.exe' -RunAs 'S-1-5-32-545' -AtLogon $true -Every '01:30:00'"),
      "other triggers": look("-Path '\\Secret' -RunAs 'S-1-5-18' -DailyAt '03:00'"),
      "by hand": look("-Path '\\Set' -AtStartup $false"),
      "with a password": look("-Path '\\Secret' -Arguments 'x'"),
      "would need one": look("-Path '\\Set' -RunAs 'S-1-5-21-1-2-3-1001'"),
      "no program": look("-Path '\\None' -Arguments 'x'"),
      "only a time": look("-Path '\\None' -DailyAt '03:00'"),
      "may be changed": look("-Path '\\None' -Program 'C:\\Users\\a.exe'"),
      "by a group": look("-Path '\\None' -Program 'C:\\Users\\a.exe' -RunAs 'S-1-5-32-545'"),
      "with a variable": look("-Path '\\None' -Program 'C:\\A\\a.exe' -Arguments '$(Arg0)'"),
      "make as said": `Invoke-Repair ScheduledTask -Path '\\None' -Program 'C:\\A\\a.exe' -Arguments 'a"b' -Every '1.00:00:00' -AtStartup $true\n$script:Calls\n$script:Journal | ForEach-Object { $_ -join '|' }`,
      "change as said": `Invoke-Repair ScheduledTask -Path '\\Set' -Arguments '/x' -RunAs 'S-1-5-20'\n$script:Calls\n$script:Journal | ForEach-Object { $_ -join '|' }`,
      delete: round("-Path '\\A\\On' -Absent"),
      run: "Invoke-ScheduledTaskRun -Path '\\A\\On'; $script:Calls",
      "run fails": "$script:Result = -2147024894; Invoke-ScheduledTaskRun -Path '\\A\\On'",
      "run goes on": "$script:Ends = $false; Invoke-ScheduledTaskRun -Path '\\A\\On' -Timeout '00:05:00'",
      "run of nothing": "Invoke-ScheduledTaskRun -Path '\\None'",
      stop: "$script:Looks = 2; Invoke-ScheduledTaskStop -Path '\\Runs'; Invoke-ScheduledTaskStop -Path '\\None'; Invoke-ScheduledTaskStop -Path '\\Off'; $script:Calls",
      "stop fails": "$script:Ends = $false; Invoke-ScheduledTaskStop -Path '\\Runs'",
      below: "Select-ScheduledTask '\\A'",
      "below many": "Select-ScheduledTask '\\Many'",
      undo: "Undo-ScheduledTask @('\\A\\On') ''; Undo-ScheduledTaskEnabled @('\\Off') 'True'; $script:Calls; Get-ScheduledTaskState @('\\A\\On'); Get-ScheduledTaskState @('\\Off'); Get-ScheduledTaskEnabledState @('\\Off')",
    },
  });
});

describe("a scheduled task", () => {
  test("is read, and none of it where there is none", () => {
    expect(result("read on").output).toEqual(["True", "True", "ready", "Contoso", "S-1-5-18", "03:00:00", "2147942402"]);
    expect(result("read off").output).toEqual(["True", "False", "disabled", "", "", "", ""]);
    expect(result("read running").output).toEqual(["True", "True", "running", "", "", "00:00:00", "267009"].with(2, "ready").with(6, "0"));
    expect(result("read none").output).toEqual(["False", "", "", "", "", "", ""]);
    expect(result("read future").output).toEqual([0]);
    expect(result("below").output).toEqual([String.raw`\A\a`]);
    expect(result("below many").error).toBe(String.raw`scheduled tasks below \Many: it has more than 1,000 folders`);
  });

  test("is missing, there, on or off; blocked where nothing says how to make it", () => {
    expect(why("missing")).toBe(
      String.raw`blocked: scheduled task \None is missing: the remedy says neither its program nor its definition`,
    );
    expect(why("needs a password")).toContain("missing: its definition needs a password, which a script does not have");
    expect(why("can be made")).toBe(String.raw`deviates: scheduled task \None is missing`);
    expect(why("off")).toBe(String.raw`deviates: scheduled task \Off is disabled, it should be enabled`);
    expect(why("on")).toBe(String.raw`deviates: scheduled task \A\On is enabled, it should be disabled`);
    expect(why("there")).toBe(String.raw`deviates: scheduled task \A\On exists, it should be absent`);
    for (const name of ["holds", "gone"]) expect(why(name)).toBe("holds: ");
  });

  test("is compared with what the remedy says of it, and only that", () => {
    expect(why("as said")).toBe("holds: ");
    expect(why("not as said")).toBe(
      String.raw`deviates: scheduled task \Set starts '"C:\A\a.exe"', it should start 'C:\A\b.exe'; has the arguments '/q "a b"', they should be ''; runs as S-1-5-18, it should run as S-1-5-32-545; starts at startup, daily at 03:00, it should start at logon, every 90m`,
    );
    expect(why("other triggers")).toBe(
      String.raw`deviates: scheduled task \Secret runs as SID of CONTOSO\svc, it should run as S-1-5-18; starts otherwise, otherwise, it should start daily at 03:00`,
    );
    expect(why("by hand")).toMatch(/starts at startup, daily at 03:00, it should start by hand alone$/);
    expect(why("by a group")).toMatch(/^deviates: /);
    expect(why("with a password")).toMatch(/^blocked: .*: it runs with a password, which a script does not have$/);
    expect(why("would need one")).toMatch(/^blocked: .*: S-1-5-21-1-2-3-1001 would need a password; SYSTEM, LOCAL SERVICE/);
    expect(why("no program")).toMatch(/^blocked: .*: the remedy does not say its program$/);
    expect(why("only a time")).toMatch(/^blocked: .*: the remedy says neither its program nor its definition$/);
    expect(why("may be changed")).toMatch(/^blocked: .*: C:.*a\.exe may be changed by ann$/);
    expect(why("with a variable")).toMatch(/^blocked: .*: '%', '\$\(' and control characters in what it starts/);
    expect(result("make as said").output).toEqual([
      String.raw`write \None S-1-5-18|"a\"b"|C:\A\a.exe|at startup, every 1d`,
      String.raw`ScheduledTask||registered|\None`,
    ]);
    expect(result("change as said").output).toEqual([
      String.raw`write \Set S-1-5-20|/x|"C:\A\a.exe"`,
      String.raw`Lost|||scheduled task \Set was changed`,
    ]);
  });

  test("is registered, switched and deleted", () => {
    const holds = { RemedycVerdict: "holds", Why: "" };
    expect(result("make").output).toEqual([
      `add \\None ${TASK}`,
      "enabled \\None True",
      holds,
      "ScheduledTask||registered|\\None",
      "ScheduledTaskEnabled|False|True|\\None",
    ]);
    expect(result("switch").output).toEqual([String.raw`enabled \A\On False`, holds, String.raw`ScheduledTaskEnabled|True|False|\A\On`]);
    expect(result("delete").output).toEqual([String.raw`clear \A\On`, holds, String.raw`Lost|||scheduled task \A\On was deleted`]);
    expect(result("undo").output).toEqual([String.raw`clear \A\On`, String.raw`enabled \Off True`, "", "registered", "True"]);
  });

  test("is run and stopped no longer than it may, and its result counts", () => {
    expect(result("run")).toEqual({ output: [String.raw`run \A\On`], error: "" });
    expect(result("run fails").error).toBe(String.raw`scheduled task \A\On ended with 2147942402`);
    expect(result("run goes on").error).toBe(String.raw`scheduled task \A\On did not end within 5m, it goes on`);
    expect(result("run of nothing").error).toBe(String.raw`scheduled task \None is missing`);
    expect(result("stop")).toEqual({ output: ["stop \\Runs"], error: "" });
    expect(result("stop fails").error).toBe("scheduled task \\Runs runs on after 30s");
  });
});

const RECIPE = String.raw`
remedy tasks {
  title: "Tasks"
  version: 1.0.0
  targets: [intune.remediation]

  let cleaning = scheduled_task('\Contoso\Clean up')

  step tasks "Tasks" {
    ensure cleaning {
      enabled: true
      definition: '''<?xml version="1.0" encoding="UTF-16"?>
        <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
          <RegistrationInfo><Author>Contoso</Author></RegistrationInfo>
          <Principals><Principal id="A"><UserId>S-1-5-18</UserId></Principal></Principals>
          <Settings><Enabled>false</Enabled></Settings>
          <Actions Context="A"><Exec><Command>C:\Contoso\clean.exe</Command></Exec></Actions>
        </Task>'''
    }
    ensure scheduled_task('\Contoso\Nightly') { program: '%ProgramFiles%\Contoso\night.exe', arguments: ["/quiet"], run_as: "SYSTEM", daily_at: "03:00" }
    ensure scheduled_task('\Contoso\Old') absent
    each t in scheduled_task(below: '\Fabrikam', author matches '^Fab') { ensure t absent }
    ensure scheduled_task('\Microsoft\Windows\Defrag\ScheduledDefrag') { enabled: false }
    check "it has run within a week" { (cleaning.last_run_age ?? 999d) < 7d and cleaning.last_result == 0 } fix {
      stop scheduled_task('\Contoso\Inventory')
      run cleaning { timeout: 5m }
    }
  }
}

scenario "nothing is as it should be" for tasks {
  given {
    file('C:\Program Files\Contoso\night.exe') present
    scheduled_task('\Contoso\Nightly') { program: 'C:\Old\night.exe', at_logon: true }
    scheduled_task('\contoso\OLD') { enabled: true }
    scheduled_task('\fabrikam\a\b\Stale') { author: "Fabrikam" }
    scheduled_task('\Fabrikam\Other') { author: none }
    scheduled_task('\Fabrikam Inc\Stale') { author: "Fabrikam" }
    scheduled_task('\Contoso\Inventory') { state: running }
  }
  expect detect noncompliant
  expect fix succeeded
  expect scheduled_task('\Contoso\Clean up') { enabled: true }
  expect scheduled_task('\Contoso\Old') absent
  expect scheduled_task('\Fabrikam\a\b\Stale') absent
  expect scheduled_task('\Fabrikam\Other') present
  expect scheduled_task('\Fabrikam Inc\Stale') present
  expect scheduled_task('\Contoso\Nightly') { program: 'C:\Program Files\Contoso\night.exe', arguments: ["/quiet"], daily_at: "03:00", run_as: "SYSTEM" }
}

scenario "it fails when it runs" for tasks {
  given { scheduled_task('\Contoso\Clean up') { last_run_age: 9d, exit_code: 5, run_as: 'CONTOSO\svc' } }
  expect detect noncompliant
  expect fix failed
}

scenario "it takes too long" for tasks {
  given {
    scheduled_task('\Contoso\Clean up') { last_run_age: none, duration: 1h }
    scheduled_task('\Microsoft\Windows\Defrag\ScheduledDefrag') { enabled: false }
  }
  expect detect noncompliant
  expect fix failed
}

scenario "a task of Windows is gone" for tasks {
  given { scheduled_task('\Microsoft\Windows\Defrag\ScheduledDefrag') absent }
  expect detect noncompliant
  expect fix blocked
}
`;

describe("a recipe with scheduled tasks", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "nothing is as it should be": 12 });
});
