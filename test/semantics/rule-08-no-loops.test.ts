import { expect, test } from "vitest";
import { inRemedy, inStep, runRemedy, value } from "./machine.ts";
import type { Run, RunResult } from "./machine.ts";

/** A check whose actions help or not, as the machine says: the program sets C, or does nothing. */
function check(every = ""): string {
  return `check "C" { ${value("C")}.data == 1 }${every} fix { run program('C:\\Windows\\System32\\tool.exe') {} }`;
}
const useless = "Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 0 }";
const useful = "Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 0; Do = 'Set-Value ''C'' 1' }";

function after(time: string, script: Run["script"] = "remediate", more = ""): Run {
  return { script, before: `$global:Windows.Now = $global:Windows.Now.Add([timespan]'${time}'); ${more}` };
}

/** Which runs ran the program. */
function ran(runs: readonly RunResult[]): boolean[] {
  return runs.map((run) => run.windows.Story.includes("run tool.exe"));
}

function words(runs: readonly RunResult[]): string[] {
  return runs.map((run) => run.summary.split(" ")[0] ?? "");
}

test("rule 8: actions that left the condition false block the check for a day; detection says what it finds", async () => {
  const runs = await runRemedy(inStep(check()), useless, [
    "remediate",
    "detect",
    after("23:59:00"),
    after("00:02:00", "detect"),
    "remediate",
  ]);
  expect(ran(runs)).toEqual([true, false, false, false, true]);
  expect(words(runs)).toEqual(["FAILED", "NONCOMPLIANT", "BLOCKED", "NONCOMPLIANT", "FAILED"]);
});

test("rule 8: with 'every d' they are blocked for d", async () => {
  const runs = await runRemedy(inStep(check(" every 2h")), useless, ["remediate", after("01:59:00"), after("00:02:00")]);
  expect(ran(runs)).toEqual([true, false, true]);
});

test("rule 8: with 'every d' they run at most once in d when they helped, too; without it as often as needed", async () => {
  const again: Run = { script: "remediate", before: "Set-Value 'C' 0" };
  expect(ran(await runRemedy(inStep(check(" every 2h")), useful, ["remediate", again, after("02:01:00")]))).toEqual([true, false, true]);
  expect(ran(await runRemedy(inStep(check()), useful, ["remediate", again]))).toEqual([true, true]);
});

test("rule 8: age is the absolute difference to now: a clock set back a year does not block for a year", async () => {
  const runs = await runRemedy(inStep(check()), useless, ["remediate", after("-365.00:00:00"), after("-00:10:00")]);
  expect(ran(runs)).toEqual([true, true, false]);
});

test("rule 8: the mark is written before the actions, so one that ends the machine is not tried in a loop", async () => {
  const [fix] = await runRemedy(inStep(check()), useless, ["remediate"]);
  const story = fix?.windows.Story ?? [];
  expect(story.findIndex((line) => line.startsWith("mark Check one.1"))).toBeGreaterThanOrEqual(0);
  expect(story.findIndex((line) => line.startsWith("mark Check one.1"))).toBeLessThan(story.indexOf("run tool.exe"));
});

test("rule 8: a remedy whose run failed three times in a row is blocked for a day", async () => {
  const broken = "$global:Windows.Broken['A'] = 'No.'";
  const remedy = inStep(`ensure ${value("A")} { data: 1 }`);
  const runs = await runRemedy(remedy, broken, [
    "standalone",
    after("01:00:00", "standalone"),
    after("01:00:00", "standalone"),
    after("01:00:00", "standalone"),
    "detect",
    after("1.00:00:00", "detect"),
    "standalone",
  ]);
  expect(words(runs)).toEqual(["FAILED", "FAILED", "FAILED", "BLOCKED", "NONCOMPLIANT", "NONCOMPLIANT", "FAILED"]);
  expect(runs.map((run) => run.windows.Story.some((line) => line.startsWith("write")))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("rule 8: a run that did not fail begins the count anew", async () => {
  const remedy = inStep(`ensure ${value("A")} { data: 1 }`);
  const fail = "$global:Windows.Broken['A'] = 'No.'; $global:Windows.Registry.Remove('hklm|64|software\\demo')";
  const runs = await runRemedy(remedy, fail, [
    "remediate",
    "remediate",
    { script: "remediate", before: "$global:Windows.Broken = @{}" },
    { script: "remediate", before: fail },
    "remediate",
    "remediate",
  ]);
  expect(words(runs)).toEqual(["FAILED", "FAILED", "FIXED", "FAILED", "FAILED", "FAILED"]);
});

test.each([
  ["a new version", { source: inRemedy(`step one "One" { ${check()} }`, "1.0.1") }],
  [
    "new fixed parameters",
    {
      source: inRemedy(
        `param code: int = 4\nstep one "One" { check "C" { ${value("C")}.data == 1 } fix { run program('C:\\Windows\\System32\\tool.exe') { success_codes: [code] } } }`,
      ),
    },
  ],
])("rule 8: %s clears the marks of checks and of failures", async (_, run) => {
  const first = inRemedy(
    `param code: int = 3\nstep one "One" { check "C" { ${value("C")}.data == 1 } fix { run program('C:\\Windows\\System32\\tool.exe') { success_codes: [code] } } }`,
  );
  const runs = await runRemedy(first, useless, ["remediate", "remediate", { script: "remediate", ...run }]);
  expect(ran(runs)).toEqual([true, false, true]);
});

test("rule 8: so does -Force", async () => {
  const force: Run = { script: "standalone", arguments: "-Force" };
  expect(ran(await runRemedy(inStep(check()), useless, ["standalone", "standalone", force]))).toEqual([true, false, true]);
  const failing = await runRemedy(inStep(`ensure ${value("A")} { data: 1 }`), "$global:Windows.Broken['A'] = 'No.'", [
    "standalone",
    "standalone",
    "standalone",
    "standalone",
    force,
  ]);
  expect(words(failing)).toEqual(["FAILED", "FAILED", "FAILED", "BLOCKED", "FAILED"]);
});

test("rule 8: a lost mark costs one more attempt, nothing else; marks are the only state that a script keeps", async () => {
  const runs = await runRemedy(inStep(check()), useless, [
    "remediate",
    {
      script: "remediate",
      before: "$global:Windows.Marks = @{}; $global:Windows.Session = @{}; $global:Windows.Folders = @{}; $global:Windows.Logs = @{}",
    },
    "remediate",
  ]);
  expect(ran(runs)).toEqual([true, true, false]);
  expect(Object.keys(runs[0]?.windows["Marks"] as object).every((name) => name.startsWith("HKLM\\sample\\"))).toBe(true);
});

test("rule 8: marks of a remedy of the user stand in HKCU", async () => {
  const remedy = inStep(
    `check "C" { registry_value('HKCU\\SOFTWARE\\Demo', "C").data == 1 } fix { ensure registry_value('HKCU\\SOFTWARE\\Demo', "D") { data: 1 } }`,
  ).replace("version:", "context: user\n  version:");
  const runs = await runRemedy(remedy, "$global:Windows.Sid = 'S-1-5-21-1-2-3-1001'", ["remediate", "remediate"]);
  expect(runs[1]?.summary).toMatch(/^BLOCKED/);
  expect(Object.keys(runs[0]?.windows["Marks"] as object)).toContain("HKCU\\sample\\Check one.1");
});

/** A check that is due by its time alone; the program is its action. */
function routine(every: string, title = "Tidied"): string {
  return `check "${title}" every ${every} fix { run program('C:\\Windows\\System32\\tool.exe') {} }`;
}

test("rule 8: without a condition it is due when it was not done within d; detection says when it was", async () => {
  const runs = await runRemedy(inStep(routine("7d")), useful, [
    "detect",
    "remediate",
    after("6.23:59:00", "detect"),
    "remediate",
    after("00:02:00", "detect"),
    "discover",
    "remediate",
    "detect",
  ]);
  expect(ran(runs)).toEqual([false, true, false, false, false, false, true, false]);
  expect(runs.map((run) => run.summary.replace(/ sample 1\.0\.0 \| | in \d.*| \| last run.*/g, " "))).toEqual([
    "NONCOMPLIANT 1 of 1: one: 'Tidied' was not done yet",
    expect.stringMatching(/^FIXED 1 of 1 fixed: one/),
    expect.stringMatching(/^COMPLIANT /),
    expect.stringMatching(/^COMPLIANT /),
    expect.stringMatching(/^NONCOMPLIANT 1 of 1: one: 'Tidied' was done on 2026-11-\d\d, it is due every 7d/),
    "NonCompliant",
    expect.stringMatching(/^FIXED /),
    expect.stringMatching(/^COMPLIANT /),
  ]);
});

test("rule 8: without a condition, actions that fail rest for a day and are due all the same; another title is another thing", async () => {
  const failing = "Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 5 }";
  const runs = await runRemedy(inStep(routine("7d")), failing, ["remediate", after("23:59:00"), "detect", after("00:02:00")]);
  expect(ran(runs)).toEqual([true, false, false, true]);
  expect(words(runs)).toEqual(["FAILED", "BLOCKED", "NONCOMPLIANT", "FAILED"]);
  const other: Run = { script: "remediate", source: inStep(routine("7d", "Swept")) };
  expect(ran(await runRemedy(inStep(routine("7d")), useful, ["remediate", other, other]))).toEqual([true, true, false]);
});

test("rule 8: d may be a parameter that the script takes, with a condition and without", async () => {
  const head = "param often: duration = 7d";
  const set = (time: string): Run => ({ ...after(time, "standalone"), arguments: "-Often 2h" });
  expect(
    ran(await runRemedy(inStep(routine("often"), head), useful, ["standalone", after("01:00:00", "standalone"), set("01:30:00")])),
  ).toEqual([true, false, true]);
  const checked = inStep(check(" every often"), head);
  expect(ran(await runRemedy(checked, useless, ["standalone", after("2.00:00:00", "standalone"), set("00:10:00")]))).toEqual([
    true,
    false,
    true,
  ]);
});
