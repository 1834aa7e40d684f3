import { expect, test } from "vitest";
import { inStep, runRemedy, value } from "./machine.ts";
import type { RunResult } from "./machine.ts";

const ensure = (name: string) => `ensure ${value(name)} { data: 1 }`;
const running = "Set-Service 'Agent' @{ State = 'running' }; Set-Service 'Helper'";

/** What happened to services, processes and values, in order. */
function story(run: RunResult | undefined): string[] {
  return (run?.windows.Story ?? [])
    .filter((line) => /^(start|stop|end|write|run)/.test(line))
    .map((line) => line.replace("write hklm|64|software\\demo\\", "write "));
}

test("rule 9: stopped before the first fix inside that is needed, then started again: exactly those that ran", async () => {
  const remedy = inStep(
    `with service("Agent"), service("Helper"), process("tool") stopped {\n${ensure("A")}\n${ensure("B")}\n${ensure("C")}\n}`,
  );
  const [fix] = await runRemedy(
    remedy,
    `${running}; Set-Value 'A' 1; $global:Windows.Processes = @(@{ Id = 7; Name = 'tool'; Path = 'C:\\tool.exe'; Session = 0; StartTime = $global:Windows.Now; Window = $false })`,
    ["remediate"],
  );
  const [first, second, ...rest] = story(fix);
  expect([first, second].sort()).toEqual(["end 7", "stop Agent"]);
  expect(rest).toEqual(["write B", "write C", "start Agent"]);
  expect(fix?.windows.Services["Helper"]?.State).toBe("stopped");
});

test("rule 9: nothing is stopped when no fix inside is needed", async () => {
  const [fix] = await runRemedy(inStep(`with service("Agent") stopped { ${ensure("A")} }`), `${running}; Set-Value 'A' 1`, ["remediate"]);
  expect(story(fix)).toEqual([]);
});

test("rule 9: never in detection, nor with -WhatIf", async () => {
  const runs = await runRemedy(inStep(`with service("Agent") stopped { ${ensure("A")} }`), running, [
    "detect",
    { script: "standalone", arguments: "-WhatIf" },
  ]);
  for (const run of runs) {
    expect(run.summary).toMatch(/^NONCOMPLIANT/);
    expect(run.windows.Story).toEqual([]);
  }
});

test("rule 9: started again after a failure", async () => {
  const [fix] = await runRemedy(
    inStep(`with service("Agent") stopped { ${ensure("A")} }`),
    `${running}; $global:Windows.Broken['A'] = 'No.'`,
    ["remediate"],
  );
  expect(fix?.summary).toMatch(/^FAILED .*No\./);
  expect(story(fix)).toEqual(["stop Agent", "write A", "start Agent"]);
});

test.each([
  ["failed", "Code = 9", "returned 9"],
  ["timed out", "Code = 1460; TimedOut = 1", "did not end within"],
])("rule 9: around the actions of a check, also after one of them %s", async (_, outcome, reason) => {
  const remedy = inStep(
    `check "C" { ${value("C")}.data == 1 } fix { with service("Agent") stopped { run program('C:\\Windows\\System32\\tool.exe') {} } }`,
  );
  const [fix] = await runRemedy(
    remedy,
    `${running}; Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ ${outcome} }`,
    ["remediate"],
  );
  expect(fix?.summary).toMatch(/^FAILED/);
  expect(fix?.summary).toContain(reason);
  expect(story(fix)).toEqual(["stop Agent", "run tool.exe", "start Agent"]);
});

test("rule 9: a service that is missing is passed over", async () => {
  const [fix] = await runRemedy(inStep(`with service("Nowhere"), service("Agent") stopped { ${ensure("A")} }`), running, ["remediate"]);
  expect(fix?.summary).toMatch(/^FIXED/);
  expect(story(fix)).toEqual(["stop Agent", "write A", "start Agent"]);
});

test("rule 9: they are waited for: the run ends when the service runs", async () => {
  const slow = "Set-Service 'Agent' @{ State = 'running'; Becomes = 'starting' }";
  const settle =
    "function global:Get-SlowStart([string] $Name) { $service = $global:Windows.Services[$Name]; $global:Windows.Story += \"start $Name\"; $service.State = 'starting'; $service.After = @(($global:Windows.Tick + 5000), 'running'); 0 }; ${alias:Invoke-ServiceStart} = 'Get-SlowStart'";
  const [fix] = await runRemedy(inStep(`with service("Agent") stopped { ${ensure("A")} }`), `${slow}; ${settle}`, ["remediate"]);
  expect(fix?.summary).toMatch(/^FIXED/);
  expect(fix?.windows.Services["Agent"]?.State).toBe("running");
  expect(fix?.windows["Tick"]).toBeGreaterThanOrEqual(5000);
});

test("rule 9: it is no item: neither counted nor reported", async () => {
  const [detect] = await runRemedy(inStep(`with service("Agent") stopped { ${ensure("A")} }`), `${running}; Set-Value 'A' 1`, ["detect"]);
  expect(detect?.summary).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s");
});

/** What a run leaves that was killed after it had stopped `Agent` and `User`, which depends on it. */
const killed =
  "Set-Service 'Agent'; Set-Service 'User'; $global:Windows.Session['HKLM\\sample\\Stopped Agent'] = 'Agent'; $global:Windows.Session['HKLM\\sample\\Stopped User'] = 'Agent'";
const settled = inStep(
  `check "C" { ${value("C")}.data == 1 } fix { with service("Agent") stopped { run program('C:\\Windows\\System32\\tool.exe') {} } }`,
);

test("rule 9: a run that was killed in between leaves them stopped; the next one starts them although nothing else is to be done", async () => {
  const runs = await runRemedy(settled, `Set-Value 'C' 1; ${killed}`, ["detect", "remediate", "detect"]);
  expect(runs.map((run) => run.summary)).toEqual([
    expect.stringMatching(
      /^NONCOMPLIANT .*2 of 3: resume: service Agent was stopped by a run that was ended before it could start it again; resume: service User/,
    ),
    expect.stringMatching(/^FIXED .*2 of 3 fixed: resume/),
    expect.stringMatching(/^COMPLIANT/),
  ]);
  expect(story(runs[1])).toEqual(["start Agent", "start User"]);
});

test("rule 9: they are started again whatever came out before", async () => {
  const blocked = inStep(`require ${value("Nope")}.exists else "No."\nwith service("Agent") stopped { ${ensure("A")} }`);
  const runs = await runRemedy(blocked, killed, ["detect", "discover", "remediate", "detect", "discover"]);
  expect(runs.map((run) => run.summary.split(" ")[0])).toEqual(["NONCOMPLIANT", "NonCompliant", "BLOCKED", "BLOCKED", "Blocked"]);
  expect(runs[0]?.summary).toMatch(/ 2 of 3: one: No\.; resume: service Agent was stopped .*; resume: service User/);
  expect(story(runs[2])).toEqual(["start Agent", "start User"]);
});

test("rule 9: a service that somebody removed, disabled or started meanwhile is none of ours", async () => {
  const changed = `Set-Value 'C' 1; ${killed}; $global:Windows.Services['Agent'].StartType = 4; $global:Windows.Services.Remove('User')`;
  const runs = await runRemedy(settled, changed, ["detect", "remediate"]);
  expect(runs.map((run) => run.summary.split(" ")[0])).toEqual(["COMPLIANT", "COMPLIANT"]);
  expect(story(runs[1])).toEqual([]);
});

test("rule 9: a 'with' that stops it again takes over what was left, and starts it once", async () => {
  const [fix] = await runRemedy(inStep(`with service("Agent") stopped { ${ensure("A")} }`), killed, ["remediate"]);
  expect(fix?.summary).toMatch(/^FIXED .*1 of 1 fixed: one/);
  expect(story(fix)).toEqual(["write A", "start Agent", "start User"]);
});
