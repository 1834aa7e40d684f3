import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const holds = { RemedycVerdict: "holds", Why: "" };
const agent = (settings: string) => `New-FakeService 'Agent' @{ ${settings} }`;
const repair = (settings: string, call: string) => `${agent(settings)}; Invoke-Repair Service -Name 'Agent' ${call}; $script:Story`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Exists", "State", "Startup", "Account", "DisplayName", "Path", "ProcessId"].map((property) => `Read-Service${property}`),
      "Test-Service",
      "Repair-Service",
      "Invoke-ServiceRestart",
      "Wait-ServiceStart",
      "Wait-ServiceStop",
      "Clear-HungService",
      "Get-ServiceErrorText",
    ],
    fakes: ["services"],
    cases: {
      reads: `${agent("State = 'running'; StartType = 2; Delayed = $true")}; foreach ($p in 'Exists', 'State', 'Startup', 'Account', 'DisplayName', 'Path', 'ProcessId', 'ExitCode') { & "Read-Service$p" -Name 'Agent' }`,
      "reads a stopped one": `${agent("StartType = 4; Account = 'LocalSystem'; ExitCode = 1069")}; foreach ($p in 'State', 'Startup', 'Account') { & "Read-Service$p" -Name 'Agent' }; $null -eq (Read-ServiceProcessId -Name 'Agent'); Read-ServiceExitCode -Name 'Agent'`,
      "reads accounts":
        "foreach ($a in '', 'LocalSystem', '.\\LocalSystem', 'NT AUTHORITY\\LocalService', 'NT AUTHORITY\\NetworkService', 'CONTOSO\\svc') { New-FakeService 'Agent' @{ Account = $a }; Read-ServiceAccount -Name 'Agent' }; New-FakeService 'Driver' @{ Type = 1; StartType = 0; Account = '\\Driver\\x' }; $null -eq (Read-ServiceAccount -Name 'Driver'); Read-ServiceStartup -Name 'Driver'",
      "reads an account that nobody has": `${agent("Account = 'CONTOSO\\gone'")}; Read-ServiceAccount -Name 'Agent'`,
      "an account that nobody has is replaced": repair("Account = 'CONTOSO\\gone'", "-Account 'S-1-5-80-9'"),
      "reads an absent one": `Read-ServiceExists -Name 'Agent'; foreach ($p in 'State', 'Startup', 'Account') { $null -eq (& "Read-Service$p" -Name 'Agent') }`,
      "unreadable is no answer": "Read-ServiceState -Name 'Unreadable'",
      "unreadable is never stopped": "Get-Verdict Service -Name 'Unreadable' -State 'stopped'",
      "pending is waited for": `${agent("State = 'starting'; After = @(20000, 'running')")}; Get-Verdict Service -Name 'Agent' -State 'running'; $script:Tick`,
      "pending for too long": `${agent("State = 'starting'")}; Get-Verdict Service -Name 'Agent' -State 'running'; $script:Tick`,
      "a timeout of one's own": `${agent("State = 'stopping'")}; Get-Verdict Service -Name 'Agent' -State 'running' -Timeout ([timespan]'00:00:05'); $script:Tick`,
      holds: `${agent("State = 'running'")}; Get-Verdict Service -Name 'Agent' -State 'running' -Startup 'automatic' -Account 'S-1-5-80-9'`,
      "a delay is accepted": `${agent("State = 'running'; Delayed = $true")}; foreach ($wish in 'automatic', 'automatic_delayed', 'manual') { Get-Verdict Service -Name 'Agent' -Startup $wish }; ${agent("State = 'running'")}; Get-Verdict Service -Name 'Agent' -Startup 'automatic_delayed'`,
      deviates: `${agent("State = 'running'; StartType = 3")}; Get-Verdict Service -Name 'Agent' -State 'stopped' -Startup 'automatic_delayed' -Account 'S-1-5-18'`,
      "present without states": `${agent("")}; Get-Verdict Service -Name 'Agent'; $script:Services = @{}; Get-Verdict Service -Name 'Agent'`,
      missing: "Get-Verdict Service -Name 'Agent' -State 'running'",
      "named as people see it": `${agent("DisplayName = 'Contoso Agent'")}; Get-Verdict Service -Name 'contoso agent' -State 'running'`,
      "missing, asked twice": "Get-Verdict Service -Name 'Agent' -State 'running' -Startup 'automatic'",
      disabled: `${agent("StartType = 4")}; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "disabled but startup ensured": `${agent("StartType = 4")}; Get-Verdict Service -Name 'Agent' -State 'running' -Startup 'manual'`,
      "disabled and to be stopped": `${agent("StartType = 4; State = 'running'")}; Get-Verdict Service -Name 'Agent' -State 'stopped'`,
      marked: `${agent("Marked = $true; Held = $true")}; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "a disabled dependency": `New-FakeService 'Rpc' @{ StartType = 4 }; ${agent("Dependencies = @('Rpc')")}; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "a missing dependency": `${agent("Dependencies = @('Rpc')")}; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "a policy keeps it from logging on": `${agent("")}; $script:Policy = @{ SeServiceLogonRight = @('S-1-5-20'); name = 'Server baseline' }; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "the right is missing but nobody owns it": `${agent("")}; Get-Verdict Service -Name 'Agent' -State 'running'`,
      "no secret": `${agent("")}; Get-Verdict Service -Name 'Agent' -Account 'S-1-5-21-1-2-3-1105' -Password 'env:PW'; $script:Variables['PW'] = 'x'; Get-Verdict Service -Name 'Agent' -Account 'S-1-5-21-1-2-3-1105' -Password 'env:PW'`,
      "absent holds": "Get-Verdict Service -Name 'Agent' -Absent",
      "absent deviates": `${agent("")}; Get-Verdict Service -Name 'Agent' -Absent`,

      "startup before state": repair("StartType = 4; OnStart = 0", "-State 'running' -Startup 'automatic_delayed'"),
      "a delay stays": repair("Delayed = $true; State = 'running'", "-Startup 'automatic'"),
      "no delay left over": repair("StartType = 3; Delayed = $true; State = 'running'", "-Startup 'automatic'"),
      "only what differs": repair("State = 'running'", "-State 'running' -Startup 'automatic' -Account 'S-1-5-80-9'"),
      "account with a secret": `$script:Variables['PW'] = 'p4ss!'; ${repair("", "-Account 'S-1-5-21-1-2-3-1105' -Password 'env:PW'")}`,
      "account of a running one": repair("State = 'running'; Account = 'LocalSystem'", "-Account 'S-1-5-80-9'"),
      "an account that nobody has": repair("", "-Account 'S-1-5-21-7-7-7-7'"),
      "no right to change": repair("OnWrite = 5", "-Startup 'manual'"),
      "starts and waits": repair("Becomes = 'starting'; After = @(3000, 'running')", "-State 'running'"),
      "does not start in time": repair("Becomes = 'starting'", "-State 'running' -Timeout ([timespan]'00:00:10')"),
      "start refused": `New-FakeEvent 7000 @('Agent service', '%%1069'); New-FakeEvent 7041 @('Agent', 'NT SERVICE\\Agent'); New-FakeEvent 7038 @('Other', 'x'); ${repair("OnStart = 1069", "-State 'running'")}`,
      "an old event is no reason": `New-FakeEvent 7041 @('Agent') -MinutesAgo 5; ${repair("OnStart = 1053", "-State 'running'")}`,
      "an event of another service": `New-FakeEvent 7041 @('Agent2'); ${repair("OnStart = 1069", "-State 'running'")}`,
      "no event log": `$script:Policy['nolog'] = 1; ${repair("OnStart = 1053", "-State 'running'")}`,
      "stops by itself": repair("Becomes = 'stopped'; ExitCode = 1066; ServiceExitCode = 42", "-State 'running'"),
      "missing in a repair": "Invoke-Repair Service -Name 'Agent' -State 'running'",

      "hangs in starting": `New-FakeProcess 77 'agent'; ${repair("State = 'starting'; ProcessId = 77", "-State 'running'")}`,
      "hangs, and does not start then": `New-FakeProcess 77 'agent'; ${repair("State = 'starting'; ProcessId = 77; Becomes = 'starting'", "-State 'running'")}`,
      "hangs, and is refused then": `New-FakeProcess 77 'agent'; New-FakeEvent 7041 @('Agent', 'NT SERVICE\\Agent'); ${repair("State = 'starting'; ProcessId = 77; OnStart = 1069", "-State 'running'")}`,
      "hangs in a shared process": `New-FakeProcess 77 'host'; ${repair("State = 'stopping'; ProcessId = 77; OwnProcess = $false", "-State 'running'")}`,
      "hangs in svchost": `New-FakeProcess 77 'svchost'; ${repair("State = 'stopping'; ProcessId = 77", "-State 'stopped'")}`,
      "hangs without a process": repair("State = 'starting'", "-State 'running'"),
      "Windows Installer itself":
        "New-FakeService 'msiserver' @{ State = 'stopping'; ProcessId = 77 }; New-FakeProcess 77 'other'; try { Invoke-Repair Service -Name 'msiserver' -State 'stopped' } catch { $_.Exception.Message }; $script:Story.Count",
      "another process got the id": `New-FakeProcess 77 'agent'; ${agent("State = 'starting'; ProcessId = 77")}; $script:Reads = 0; function Get-ServiceStatus([string] $Name) { $script:Reads++; [pscustomobject]@{ State = 'starting'; ProcessId = 76 + $script:Reads; OwnProcess = $true; ExitCode = 0; ServiceExitCode = 0 } }; try { Clear-HungService -Name 'Agent' } catch { $_.Exception.Message }; $script:Story.Count; Remove-Item Function:\\Get-ServiceStatus`,
      "stops dependents first": `New-FakeService 'Web' @{ State = 'running' }; New-FakeService 'Idle'; ${repair("State = 'running'; Dependents = @('Web', 'Idle')", "-State 'stopped'")}`,
      "paused, and another one needs it": `New-FakeService 'Web' @{ State = 'running' }; ${repair("State = 'paused'; ProcessId = 77; Dependents = @('Web')", "-State 'running'")}`,
      "stop refused": repair("State = 'running'; OnStop = 5", "-State 'stopped'"),

      "restart starts what ran": `New-FakeService 'Web' @{ State = 'running' }; New-FakeService 'Idle'; ${agent("State = 'running'; Dependents = @('Web', 'Idle')")}; Invoke-ServiceRestart -Name 'Agent'; $script:Story`,
      "a paused one with dependents": `New-FakeService 'Web' @{ State = 'running' }; New-FakeService 'Idle'; ${repair("State = 'paused'; Dependents = @('Web', 'Idle')", "-State 'running'")}; (Get-FakeService 'Web').State; (Get-FakeService 'Idle').State`,
      "a number of a program": "Get-ServiceErrorText -Code -1073741819; Get-ServiceErrorText -Code 42",
      "restart of a stopped one": `${agent("")}; Invoke-ServiceRestart -Name 'Agent'; $script:Story`,

      deletes: `${agent("State = 'running'")}; Invoke-Repair Service -Name 'Agent' -Absent; $script:Story; Get-Verdict Service -Name 'Agent' -Absent`,
      "deletion waits for a restart": `${agent("State = 'running'; Held = $true")}; Invoke-Repair Service -Name 'Agent' -Absent; Get-Verdict Service -Name 'Agent' -Absent`,
      "deletes one that hangs": `New-FakeProcess 77 'agent'; ${agent("State = 'stopping'; ProcessId = 77")}; Invoke-Repair Service -Name 'Agent' -Absent; $script:Story; Get-Verdict Service -Name 'Agent' -Absent`,
      "deletes what cannot be stopped": `${agent("State = 'stopping'; ProcessId = 77; OwnProcess = $false")}; Invoke-Repair Service -Name 'Agent' -Absent`,
      "deletion refused": `${agent("OnDelete = 5")}; Invoke-Repair Service -Name 'Agent' -Absent`,
      "deletion already marked": `${agent("Marked = $true; Held = $true; OnDelete = 1072")}; Invoke-Repair Service -Name 'Agent' -Absent`,
    },
  });
});

describe("reading a service", () => {
  test("every property", () =>
    expect(result("reads").output).toEqual([true, "running", "automatic_delayed", "S-1-5-80-9", "Agent service", "C:\\Agent.exe", 100, 0]));
  test("stopped, disabled, no process", () =>
    expect(result("reads a stopped one").output).toEqual(["stopped", "disabled", "S-1-5-18", true, 1069]));
  test("an account that nobody has is not none", () =>
    expect(result("reads an account that nobody has").error).toBe("service Agent logs on as CONTOSO\\gone, which is no account here"));
  test("accounts are SIDs; a driver has none", () => {
    expect(result("reads accounts").output).toEqual([
      "S-1-5-18",
      "S-1-5-18",
      "S-1-5-18",
      "S-1-5-19",
      "S-1-5-20",
      "S-1-5-21-1-2-3-1105",
      true,
      "boot",
    ]);
  });
  test("absent: exists is false, everything else none", () =>
    expect(result("reads an absent one").output).toEqual([false, true, true, true]));
  test("a failed query is an exception", () => expect(result("unreadable is no answer").error).toBe("Access is denied."));
});

describe("testing a service", () => {
  test("a failed query is an exception, never 'stopped'", () =>
    expect(result("unreadable is never stopped").error).toBe("Access is denied."));
  test("a pending state is waited for (Semantics 13)", () => expect(result("pending is waited for").output).toEqual([holds, 20000]));
  test("30 s, or the timeout", () => {
    expect(result("pending for too long").output).toEqual([
      expect.objectContaining({ RemedycVerdict: "deviates", Why: "service Agent is starting" }),
      30000,
    ]);
    expect(result("a timeout of one's own").output).toEqual([expect.objectContaining({ Why: "service Agent is stopping" }), 5000]);
  });
  test("holds", () => expect(verdict("holds")).toEqual(holds));
  test("automatic is content with a delayed start; who wants the delay says so", () => {
    expect(result("a delay is accepted").output).toEqual([
      { RemedycVerdict: "holds", Why: "" },
      { RemedycVerdict: "holds", Why: "" },
      { RemedycVerdict: "deviates", Why: "service Agent has startup automatic_delayed, not manual" },
      { RemedycVerdict: "deviates", Why: "service Agent has startup automatic, not automatic_delayed" },
    ]);
  });
  test("several deviations are one text", () => {
    expect(verdict("deviates")).toEqual({
      RemedycVerdict: "deviates",
      Why: "service Agent has startup manual, not automatic_delayed and service Agent logs on as NT SERVICE\\Agent, not as S-1-5-18 and service Agent is running",
    });
  });
  test("present tests that it is there", () =>
    expect(result("present without states").output).toEqual([
      holds,
      { RemedycVerdict: "blocked", Why: "service Agent is not installed: install the program that brings it" },
    ]));
  test("a reason that several states have is said once", () =>
    expect(verdict("missing, asked twice").Why).toBe("service Agent is not installed: install the program that brings it"));
  test("named by its display name, which people see: its own name is told", () =>
    expect(verdict("named as people see it")).toEqual({
      RemedycVerdict: "blocked",
      Why: "service contoso agent is not installed: that is its display name; its name is Agent",
    }));
  test("blocked: missing", () => expect(verdict("missing").RemedycVerdict).toBe("blocked"));
  test("blocked: disabled, unless the remedy ensures its startup or wants it stopped", () => {
    expect(verdict("disabled")).toEqual({
      RemedycVerdict: "blocked",
      Why: "service Agent is stopped: it is disabled; set its startup where that is wanted",
    });
    expect(verdict("disabled but startup ensured").RemedycVerdict).toBe("deviates");
    expect(verdict("disabled and to be stopped").RemedycVerdict).toBe("deviates");
  });
  test("blocked: marked for deletion", () =>
    expect(verdict("marked")).toMatchObject({ RemedycVerdict: "blocked", Why: expect.stringContaining("marked for deletion") as string }));
  test("blocked: what it depends on is disabled or missing", () => {
    expect(verdict("a disabled dependency")).toEqual({
      RemedycVerdict: "blocked",
      Why: "service Agent is stopped: it depends on the service Rpc, which is disabled",
    });
    expect(verdict("a missing dependency")).toEqual({
      RemedycVerdict: "blocked",
      Why: "service Agent is stopped: it depends on the service Rpc, which is not installed",
    });
  });
  test("blocked: a domain policy keeps its virtual account from logging on", () => {
    expect(verdict("a policy keeps it from logging on")).toEqual({
      RemedycVerdict: "blocked",
      Why: "service Agent is stopped: SeServiceLogonRight is set by the domain GPO 'Server baseline' and lacks NT SERVICE\\Agent; add NT SERVICE\\ALL SERVICES there",
    });
    expect(verdict("the right is missing but nobody owns it").RemedycVerdict).toBe("deviates");
  });
  test("blocked: the secret is not there; it is looked for, not read", () => {
    expect(result("no secret").output).toMatchObject([
      { RemedycVerdict: "blocked", Why: expect.stringContaining("the secret 'env:PW' is not there") as string },
      { RemedycVerdict: "deviates" },
    ]);
  });
  test("absent", () => {
    expect(verdict("absent holds")).toEqual(holds);
    expect(verdict("absent deviates")).toEqual({ RemedycVerdict: "deviates", Why: "service Agent is there" });
  });
});

describe("repairing a service", () => {
  test("startup before state", () => expect(result("startup before state").output).toEqual(["write Agent delayed-auto", "start Agent"]));
  test("automatic leaves a delayed start, and brings none", () => {
    expect(result("a delay stays").output).toEqual([]);
    expect(result("no delay left over").output).toEqual(["write Agent auto"]);
  });
  test("only what differs is changed", () => expect(result("only what differs").output).toEqual([]));
  test("the password of an account goes to Windows as a secure string, and nowhere else", () => {
    expect(result("account with a secret").output).toEqual(["write Agent CONTOSO\\svc password of 5"]);
    expect(JSON.stringify(result("account with a secret"))).not.toContain("p4ss!");
  });
  test("one that nobody has is replaced", () =>
    expect(result("an account that nobody has is replaced").output).toEqual(["write Agent NT SERVICE\\Agent"]));
  test("a running service is started again under its new account", () => {
    expect(result("account of a running one").output).toEqual(["write Agent NT SERVICE\\Agent", "stop Agent", "start Agent"]);
  });
  test("refusals have their reason", () => {
    expect(result("an account that nobody has").error).toBe(
      "service Agent cannot log on as S-1-5-21-7-7-7-7: this device knows no such account",
    );
    expect(result("no right to change").error).toBe("the startup of service Agent could not be set to manual: access is denied (error 5)");
    expect(result("missing in a repair").error).toBe("service Agent is not installed");
  });
  test("a start is waited for, within bounds", () => {
    expect(result("starts and waits").output).toEqual(["start Agent"]);
    expect(result("does not start in time").error).toBe("service Agent is still starting after 10s");
  });
  test("a start that fails: the reason by number, and the event that says more", () => {
    expect(result("start refused").error).toBe(
      "service Agent did not start: it could not log on with its account (error 1069); event 7041: service Agent may not log on as a service (account 'NT SERVICE\\Agent')",
    );
  });
  test("events from before the start and of other services are no reason", () => {
    expect(result("an old event is no reason").error).toBe(
      "service Agent did not start: it did not answer the start request in time (error 1053)",
    );
    expect(result("an event of another service").error).toBe(
      "service Agent did not start: it could not log on with its account (error 1069)",
    );
    expect(result("no event log").error).toBe("service Agent did not start: it did not answer the start request in time (error 1053)");
  });
  test("one that stops by itself", () =>
    expect(result("stops by itself").error).toBe("service Agent did not stay running: it ended with its own error 42"));
});

describe("a service that hangs", () => {
  test("its own process is ended, then it is started", () => expect(result("hangs in starting").output).toEqual(["end 77", "start Agent"]));
  test("the end that the script made is not told as the reason why it does not start", () => {
    expect(result("hangs, and does not start then").error).toBe("service Agent is still starting after 30s");
    expect(result("hangs, and is refused then").error).toMatch(/^service Agent did not start: .*1069.*event 7041/);
  });
  test("never a shared process, a part of Windows, Windows Installer", () => {
    expect(result("hangs in a shared process").error).toBe(
      "service Agent hangs while it is stopping, and its process is not ended, since it belongs to others too",
    );
    expect(result("hangs in svchost").error).toContain("its process svchost is a part of Windows, which is not ended");
    expect(result("Windows Installer itself").output).toEqual([expect.stringContaining("its process is not ended"), 0]);
    expect(result("hangs without a process").error).toContain("it has no process that could be ended");
  });
  test("the id is read again just before", () =>
    expect(result("another process got the id").output).toEqual([
      "service Agent hangs while it is starting, also after its process was ended",
      0,
    ]));
});

describe("stopping, restarting and deleting", () => {
  test("services that depend on it are stopped first", () =>
    expect(result("stops dependents first").output).toEqual(["stop Web", "stop Agent"]));
  test("one that is paused is stopped and started, and so is what needs it", () =>
    expect(result("paused, and another one needs it").output).toEqual(["stop Web", "stop Agent", "start Agent", "start Web"]));
  test("a refused stop", () => expect(result("stop refused").error).toBe("service Agent did not stop: access is denied (error 5)"));
  test("restart starts it and the dependents that ran", () => {
    expect(result("restart starts what ran").output).toEqual(["stop Web", "stop Agent", "start Agent", "start Web"]);
    expect(result("restart of a stopped one").output).toEqual(["start Agent"]);
  });
  test("absent: stopped, deleted, waited for", () => expect(result("deletes").output).toEqual(["stop Agent", "delete Agent", holds]));
  test("absent: what is only marked asks for a restart, and still deviates", () => {
    const marked = { RemedycVerdict: "restart", Why: "service Agent is marked for deletion" };
    expect(result("deletion waits for a restart").output).toEqual([
      marked,
      { RemedycVerdict: "deviates", Why: "service Agent is there and marked for deletion" },
    ]);
    expect(result("deletes what cannot be stopped").output).toEqual([marked]);
    expect(result("deletion already marked").output).toEqual([marked]);
  });
  test("absent: one that hangs is freed first", () =>
    expect(result("deletes one that hangs").output).toEqual(["end 77", "delete Agent", holds]));
  test("absent: a refusal fails", () =>
    expect(result("deletion refused").error).toBe("service Agent could not be deleted: access is denied (error 5)"));
});

test("a paused service is started again with the dependents that ran", () =>
  expect(result("a paused one with dependents").output).toEqual([
    "stop Web",
    "stop Agent",
    "start Agent",
    "start Web",
    "running",
    "stopped",
  ]));

test("a status that Windows gives as a negative number is shown as people look it up", () =>
  expect(result("a number of a program").output).toEqual(["error 0xC0000005", "error 42"]));
