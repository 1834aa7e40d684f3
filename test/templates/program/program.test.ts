import { beforeAll, describe, expect, test } from "vitest";
import { findText } from "../../plan/support.ts";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const TOOL = String.raw`-Path 'C:\Media\tool.exe'`;
const SIGNED = `${TOOL} -SignedBy 'CN=Contoso, O=Contoso, C=US'`;
const says = (text: string, code = 0) =>
  `$script:Answer = @{ ExitCode = ${code}; TimedOut = $false; Output = [Text.Encoding]::UTF8.GetBytes('${text}') }`;
const of = (what: string, given = SIGNED) => `Read-Program${what} ${given}`;

const PERSON = "S-1-12-1-7";
/** What a start comes to whose task is then so, for who is signed in; its log, the tasks that there were, and what became of them. */
const starts = (state: number, code: string, given = TOOL, began = true) => `
$script:Task = [pscustomobject]@{ State = ${state}; LastResult = ${code}; LastRun = ${began ? "(Get-Clock)" : "$null"} }
try { Invoke-ProgramStartAsUser ${given} } catch { $_.Exception.Message }; $script:Said; $script:Tasks -join ' '`;

let result: (name: string) => CaseResult;

beforeAll(async () => {
  result = await runCases({
    functions: ["Output", "ExitCode", "OutputVersion"].map((part) => `Read-Program${part}`),
    fakes: ["services", "installer"],
    setup: String.raw`
$script:Answer = @{}; $script:Asked = ''
function Get-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
  $script:Asked = "$Path|$Arguments|$($Environment.TEMP)|$Timeout|$($script:Held)"
  [pscustomobject]$script:Answer
}
function Select-Profile { [pscustomobject]@{ Name = 'ann'; Sid = '${PERSON}'; Loaded = $script:SignedIn }; [pscustomobject]@{ Name = 'bob'; Sid = 'S-1-12-1-8'; Loaded = $false } }
function Write-Note([string] $Text) { $script:Said += $Text }
function Add-TaskEntry([string] $Path, [string] $Definition) { $script:Tasks += "+$Path"; $script:Xml = [xml]$Definition }
function Clear-TaskEntry([string] $Path) { $script:Tasks += "-$Path" }
function Invoke-TaskRun([string] $Path) { if ($script:Task.State -lt 0) { throw 'refused' }; $script:Tasks += "!$Path" }
function Get-TaskEntry([string] $Path) { $script:Task }`,
    cases: Object.fromEntries(
      Object.entries({
        asked: `${says(" one ")}; ${of("Output", `${SIGNED} -Arguments @('/a', 'b c"') -Timeout ([timespan]'00:00:20')`)}; $script:Asked`,
        "no arguments": `${says("")}; ${of("Output")}; $script:Asked`,
        code: `${says("", -7)}; ${of("ExitCode")}; (${of("ExitCode")}).GetType().Name`,
        "another code": `${says("one", 5)}; ${of("Output")}`,
        "a code that counts": `${says("one", 5)}; ${of("Output", `${SIGNED} -SuccessCodes @(4, 5)`)}`,
        hangs: `$script:Answer = @{ ExitCode = 1460; TimedOut = $true; Output = [byte[]]@(65) }; foreach ($c in 'Output', 'ExitCode', 'OutputVersion') { try { & "Read-Program$c" ${SIGNED} } catch { $_.Exception.Message } }`,
        "too much": `$script:Answer = @{ ExitCode = 0; TimedOut = $false; Output = [byte[]]::new(1MB + 1) }; if (${of("ExitCode")}) { 'other than 0' }; ${of("Output")}`,
        versions: `foreach ($t in 'git version 2.45.1.windows.1', 'v7.10', '1.2.3.4.5', 'java 17 "17.0.2"', 'a 4294967296.1 b 3.1') { $script:Answer = @{ ExitCode = 0; TimedOut = $false; Output = [Text.Encoding]::UTF8.GetBytes($t) }; [string](${of("OutputVersion")}) }`,
        started: `${starts(4, "267009", `${TOOL} -Arguments @('/min', 'a <b> & "c"')`)}; $task = $script:Xml.Task; $task.Actions.Exec.Command; $task.Actions.Exec.Arguments; $task.Principals.Principal.UserId; $task.Principals.Principal.LogonType; [datetime]$task.Triggers.TimeTrigger.EndBoundary -gt [datetime]$task.Triggers.TimeTrigger.StartBoundary; $script:Journal[0] -join '|'`,
        ended: starts(3, "0"),
        "no desktop": starts(3, "0x800710E0"),
        "never began": starts(2, "267011", TOOL, false),
        "not to be started": starts(3, "0x80070005"),
        "the Task Scheduler refuses": starts(-1, "0"),
        "nobody is there": `$script:SignedIn = $false; ${starts(4, "267009")}`,
        "another signer's": starts(4, "0", `${TOOL} -SignedBy 'CN=Fabrikam'`),
        "writable by others": String.raw`New-FakeFile 'C:\Media\tool.exe'; New-FakeFolder 'C:\Media' @(New-FakeRule 'S-1-5-32-545' 0x6); ${starts(4, "0")}; New-FakeFolder 'C:\Media'`,
        "for itself": `$script:Remedy.Context = 'user'; ${starts(4, "0")}; $script:Remedy.Context = 'system'`,
        "with a variable": starts(4, "0", `${TOOL} -Arguments @('%TEMP%')`) + starts(4, "0", `${TOOL} -Arguments @('$(Arg0)')`),
        "no version": `${says("version 7")}; ${of("OutputVersion")}`,
        "no proof": of("Output", TOOL),
        "another signer": of("ExitCode", `${TOOL} -SignedBy 'CN=Fabrikam'`),
        "a script": String.raw`New-FakeFile 'C:\Media\x.cmd'; ${of("Output", String.raw`-Path 'C:\Media\x.cmd'`)}`,
        "not there": of("ExitCode", String.raw`-Path 'C:\Windows\none.exe'`),
        "a folder for all": String.raw`New-FakeFolder 'C:\Windows'; New-FakeFolder 'C:\Windows\Temp' @(New-FakeRule 'S-1-5-32-545' 0x6); New-FakeFile 'C:\Windows\Temp\x.exe'; ${of("Output", String.raw`-Path 'C:\Windows\Temp\x.exe'`)}`,
      }).map(([name, body]) => [
        name,
        String.raw`Reset-Installer; New-FakeFile 'C:\Media\tool.exe'; $script:Asked = ''; $script:SignedIn = $true; $script:Said = @(); $script:Tasks = @(); ${body}`,
      ]),
    ),
  });
});

describe("a program that is asked", () => {
  test("is verified, held open, told its arguments, and gives text or code", () => {
    expect(result("asked").output).toEqual([
      "one",
      expect.stringMatching(/^C:\\Media\\tool\.exe\|\/a "b c\\""\|.*\|00:00:20\|C:\\Media\\tool\.exe$/),
    ]);
    expect(result("no arguments").output).toEqual(["", expect.stringMatching(/^C:\\Media\\tool\.exe\|\|.*\|00:01:00\|/)]);
    expect(result("code").output).toEqual([-7, "Int32"]);
    expect(result("a code that counts").output).toEqual(["one"]);
    expect(result("versions").output).toEqual(["2.45.1.0", "7.10.0.0", "1.2.3.4", "17.0.2.0", "3.1.0.0"]);
  });

  test("is unreadable where it does not say it in order", () => {
    expect(result("another code").error).toBe("C:\\Media\\tool.exe returned 5");
    expect(result("hangs").output).toEqual(Array(3).fill("C:\\Media\\tool.exe did not end within 1m and was ended"));
    expect(result("too much")).toEqual({ output: [], error: "C:\\Media\\tool.exe writes more than 1 MB" });
    expect(result("no version").error).toBe("C:\\Media\\tool.exe writes no version");
  });

  test("is not run where it is not trusted", () => {
    expect(result("no proof").error).toContain("lies outside the Windows folder and is neither given with its signer nor with its SHA-256");
    expect(result("another signer").error).toContain("CN=Fabrikam");
    expect(result("a script").error).toBe("C:\\Media\\x.cmd is no program; scripts and documents are not run");
    expect(result("not there").error).toBe("C:\\Windows\\none.exe does not exist");
    expect(result("a folder for all").error).toContain("C:\\Windows\\Temp may be changed by S-1-5-32-545");
  });
});

describe("a program that is started for people", () => {
  const task = `\\Remedyc test ${PERSON}`;
  const all = `-${task} +${task} !${task} -${task}`;

  test("runs through a task of theirs that is gone then", () => {
    expect(result("started").output).toEqual([
      "C:\\Media\\tool.exe was started for ann",
      all,
      "C:\\Media\\tool.exe",
      String.raw`/min "a <b> & \"c\""`,
      PERSON,
      "InteractiveToken",
      true,
      `Lost|||program C:\\Media\\tool.exe was started for ${PERSON}`,
    ]);
    expect(result("ended").output).toEqual(["C:\\Media\\tool.exe was started for ann, and has ended", all]);
  });

  test("is not started where nobody is, and the log says so", () => {
    for (const name of ["no desktop", "never began"])
      expect(result(name).output, name).toEqual(["C:\\Media\\tool.exe was not started for ann, who is not signed in at a desktop", all]);
    expect(result("nobody is there").output).toEqual(["nobody is signed in, so C:\\Media\\tool.exe was not started", ""]);
  });

  test("is a failure where Windows refuses, others could change it, or it would be another command", () => {
    expect(result("not to be started").output).toEqual(["C:\\Media\\tool.exe could not be started for ann: 0x80070005", all]);
    expect(result("the Task Scheduler refuses").output).toEqual(["refused", `-${task} +${task} -${task}`]);
    expect(result("another signer's").output).toEqual([expect.stringContaining("CN=Fabrikam"), ""]);
    expect(result("writable by others").output).toEqual([expect.stringContaining("C:\\Media may be changed by S-1-5-32-545"), ""]);
    expect(result("for itself").output).toEqual([expect.stringContaining("by a remedy of the system alone"), ""]);
    const odd = "C:\\Media\\tool.exe cannot be started so: '%', '$(' and control characters mean something to the Task Scheduler";
    expect(result("with a variable").output).toEqual([odd, "", odd, ""]);
  });
});

test("what cannot be run is told when compiling", async () => {
  const asks = (program: string, more = "output == 'x'") => `require ${program}.${more} else "no"`;
  const runs = (program: string, options = "") => `check "c" { changed } fix { run ${program} { ${options} } }`;
  const shows = (program: string, options = "") => runs(program, options).replace("run ", "start_as_user ");
  for (const text of [
    asks(String.raw`program('%windir%\System32\a.exe')`),
    asks(String.raw`program('C:\Tools\a.exe', sha256: "${"0".repeat(64)}")`),
    asks(String.raw`program('C:\Tools\a.exe')`, "exists"),
    runs(String.raw`program('C:\Tools\a.com')`, 'signed_by: "CN=Contoso"'),
    shows(String.raw`program('C:\Tools\a.exe')`),
  ])
    expect(await findText(text), text).toEqual([]);
  for (const text of [asks(String.raw`program('C:\Tools\a.exe')`), runs(String.raw`program('C:\Windows\..\a.exe')`)])
    expect((await findText(text))[0], text).toMatch(/^RMD4106 '/);
  for (const text of [
    asks("program('w32tm.exe')"),
    runs(String.raw`program('C:\Windows\a.cmd')`),
    asks(String.raw`program('C:\Windows\a')`),
  ])
    expect((await findText(text))[0], text).toMatch(/^RMD4128 '/);
  expect((await findText(shows("program('a.exe')")))[0]).toMatch(/^RMD4128 /);
  expect((await findText(shows(String.raw`program('C:\Windows\a.exe')`, 'arguments: ["%TEMP%"]')))[0]).toMatch(/^RMD3107 /);
  const twice = runs(String.raw`program('C:\Windows\a.exe', arguments: ["a"])`, 'arguments: ["b"]');
  expect(await findText(twice)).toEqual(['RMD3011 arguments <- arguments: ["a"]']);
});

const RECIPE = String.raw`
remedy clock {
  title: "The clock follows our server"
  version: 1.0.0
  targets: [intune.remediation]
  param server: string = "time \"one\".contoso.com"
  let w32tm = '%SystemRoot%\System32\w32tm.exe'
  let source = program(w32tm, arguments: ["/query", "/source", server], timeout: 20s)
  let tool = program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso", success_codes: [1])

  step clock "Clock" {
    require tool.exists and tool.output_version >= 2.4 else "The tool is ${"$"}{tool.output}."
    check "the source of the clock" { source.output matches '(?m)^contoso$' } fix {
      run program(w32tm) { arguments: ["/config", server] }
      run program(w32tm, arguments: ["/resync"])
    }
  }
  step tray "Tray" {
    when process("explorer").exists {
      check "the tray runs" { process("tray").exists } fix { start_as_user program('%ProgramFiles%\Contoso\A&B\tray.exe') { arguments: ["/min", server] } }
    }
  }
}

scenario "another source" for clock {
  given {
    program('C:\Program Files\Contoso\tool.exe', signed_by: "CN=Contoso") { output: "tool 2.4.1", exit_code: 1 }
    program('%SystemRoot%\System32\w32tm.exe', arguments: ["/query", "/source", "time \"one\".contoso.com"]) { output: "source:\nlocal" }
    program('%SystemRoot%\System32\w32tm.exe', arguments: ["/query", "/source", "time \"one\".contoso.com"]) { output: "source:\nContoso\n", set_by: '%SystemRoot%\System32\w32tm.exe', set_with: "/resync" }
    process("explorer") present
    program('%ProgramFiles%\Contoso\A&B\tray.exe') { exit_code: 0 }
  }
  expect detect noncompliant
  expect fix succeeded
  expect process("tray") { path: 'C:\Program Files\Contoso\A&B\tray.exe' }
}

scenario "there is no tray" for clock {
  given {
    program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output_version: 2.5 }
    program('%SystemRoot%\System32\w32tm.exe') { output: "contoso" }
    process("explorer") present
    program('%ProgramFiles%\Contoso\A&B\tray.exe') { missing: true }
  }
  expect detect noncompliant
  expect fix failed
}

scenario "the fix does not help" for clock {
  given {
    program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output_version: 2.5 }
    program('%SystemRoot%\System32\w32tm.exe') { output: "local" }
    program('%SystemRoot%\System32\w32tm.exe', arguments: ["/resync"]) { exit_code: -2147023728 }
  }
  expect detect noncompliant
  expect fix failed
}

scenario "the tool is too old" for clock {
  given { program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output: "tool 2.3" } }
  expect detect blocked
}

scenario "there is no tool" for clock {
  given { program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { missing: true } }
  expect detect blocked
}

scenario "w32tm does not answer" for clock {
  given {
    program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output: "3.0" }
    program('%SystemRoot%\System32\w32tm.exe') { hangs: true }
  }
  expect detect blocked
  expect fix blocked
}

scenario "w32tm says much" for clock {
  given {
    program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output: "3.0" }
    program('%SystemRoot%\System32\w32tm.exe') { output_size: 3MB }
  }
  expect detect blocked
}

scenario "w32tm fails" for clock {
  given {
    program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Contoso") { output: "3.0" }
    program('%SystemRoot%\System32\w32tm.exe') { output: "contoso", exit_code: 1 }
  }
  expect detect blocked
}

scenario "the tool is another's" for clock {
  given { program('%ProgramFiles%\Contoso\tool.exe', signed_by: "CN=Fabrikam") { output: "3.0" } }
  expect detect blocked
}
`;

describe("a recipe that asks programs", async () => {
  testRecipe(await compileRecipeText(RECIPE), { "another source": 4 });
});
