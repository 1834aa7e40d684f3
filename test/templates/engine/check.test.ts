import { expect, test } from "vitest";
import { isDetection } from "../assemble.ts";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

/** A check whose actions set `jobs`. */
function check(role: Role, options = "", actions = "Repair-Setting -Name 'jobs' -Value 'none'"): string {
  const condition = "{ (Read-Setting -Name 'jobs') -eq 'none' }";
  if (isDetection(role)) return `Check 'no job is stuck' ${condition}`;
  return `Check 'a.1' 'no job is stuck' ${condition} { ${actions} } ${options}`.trimEnd();
}

const remedy = (options = "", actions?: string) => ({ items: ["a.1"], steps: (role: Role) => step("a", check(role, options, actions)) });
const later = (time: string): string =>
  `$global:Windows.Now = $global:Windows.Now.Add([timespan]'${time}'); $global:Windows.Settings.jobs = 'stuck'`;
const whatIf = { role: "standalone", arguments: "-WhatIf" } as const;
const stubborn = "$global:Windows.Stubborn = @{ jobs = 1 }";

test("a check that does not hold is fixed by its actions, again and again where nothing limits them", async () => {
  const result = await runSample(remedy(), machine(), [
    { role: "detect" },
    { role: "remediate" },
    { role: "detect" },
    { role: "remediate", before: later("00:01:00") },
  ]);
  expect(summary(result, 0)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: 'no job is stuck' does not hold");
  expect(summary(result, 1)).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: a");
  expect(summary(result, 2)).toMatch(/^COMPLIANT /);
  expect(summary(result, 3)).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: a");
});

test("what did not help is blocked for a day, with -WhatIf too, then tried once more", async () => {
  const result = await runSample(remedy(), machine(stubborn), [
    { role: "standalone" },
    whatIf,
    { role: "standalone", before: later("23:59:00") },
    { ...whatIf, before: later("00:01:00") },
    { role: "standalone" },
  ]);
  expect(summary(result, 0)).toBe("FAILED sample 1.0.0 | a: still so after the fix: 'no job is stuck' does not hold");
  const rests =
    "BLOCKED sample 1.0.0 | a: 'no job is stuck' does not hold: its actions ran within the last 1d, they did not help: a person must look";
  for (const run of [1, 2]) expect(summary(result, run)).toBe(rests);
  expect(summary(result, 3)).toMatch(/^NONCOMPLIANT /);
  expect(result.windows["Story"]).toEqual(["set jobs", "set jobs"]);
});

test("with every, actions that helped run at most once in that time", async () => {
  const result = await runSample(remedy("-Every ([timespan]'02:00:00')"), machine(), [
    { role: "remediate" },
    { ...whatIf, before: later("01:00:00") },
    { role: "remediate" },
    { role: "remediate", before: later("01:00:00") },
  ]);
  expect(summary(result, 1)).toBe(
    "BLOCKED sample 1.0.0 | a: 'no job is stuck' does not hold: its actions ran within the last 2h, they helped then",
  );
  expect(summary(result, 2)).toMatch(/^BLOCKED /);
  expect(summary(result, 3)).toMatch(/^FIXED /);
  expect(result.windows["Story"]).toEqual(["set jobs", "set jobs"]);
});

test("a clock set back does no harm: the mark counts by its distance", async () => {
  const result = await runSample(remedy(), machine(stubborn), [
    { role: "remediate" },
    { ...whatIf, before: later("-20:00:00") },
    { ...whatIf, before: later("-05:00:00") },
  ]);
  expect(summary(result, 1)).toMatch(/^BLOCKED /);
  expect(summary(result, 2)).toMatch(/^NONCOMPLIANT /);
});

test("a mark that is no time is a lost mark: one more attempt", async () => {
  const result = await runSample(remedy(), machine(stubborn), [
    { role: "remediate" },
    { ...whatIf, before: "$global:Windows.Marks['HKLM\\sample\\Check a.1'] = 'nonsense'" },
  ]);
  expect(summary(result, 1)).toMatch(/^NONCOMPLIANT /);
});

test("the mark is written before the actions: killed in the middle, they are not repeated", async () => {
  const actions = "$global:Windows.KillAt = $global:Windows.Effects + 1; Repair-Setting -Name 'jobs' -Value 'none'";
  const result = await runSample(remedy("", actions), machine(stubborn), [{ role: "remediate" }, whatIf]);
  expect(summary(result, 1)).toMatch(/^BLOCKED /);
});

test("a new version, new parameters and -Force clear the marks", async () => {
  const parameters = { Limit: "1h" };
  const state = { state: { parameters } };
  const first = { role: "standalone" as const, ...state };
  const result = await runSample(remedy(), machine(stubborn), [
    first,
    { ...first, arguments: "-WhatIf" },
    { ...first, arguments: "-Limit 2h" },
    { ...first, arguments: "-Limit 2h" },
    { ...first, arguments: "-Limit 2h -Force" },
    { role: "standalone", state: { parameters, fingerprint: "f2" } },
  ]);
  expect(result.runs.map((run) => summary(result, result.runs.indexOf(run)).split(" ")[0])).toEqual([
    "FAILED",
    "BLOCKED",
    "FAILED",
    "BLOCKED",
    "FAILED",
    "FAILED",
  ]);
});

test("what the fix requires is read before its actions, with -WhatIf too", async () => {
  const guarded = remedy("-Require { if (-not ((Read-Setting -Name 'admin') -eq 'yes')) { return 'Ask the administrator.' } }");
  const result = await runSample(guarded, machine(), [
    whatIf,
    { role: "remediate" },
    { role: "remediate", before: "$global:Windows.Settings.admin = 'yes'" },
  ]);
  for (const run of [0, 1])
    expect(summary(result, run)).toBe("BLOCKED sample 1.0.0 | a: 'no job is stuck' does not hold: Ask the administrator.");
  expect(summary(result, 2)).toMatch(/^FIXED /);
});

test("actions that raise are failed with their reason; ensure among them tests before and after", async () => {
  const apply =
    "Apply 'alpha is on' { Test-Setting -Name 'alpha' -Value 'on' } { Repair-Setting -Name 'alpha' -Value 'on' } -Blocker { Find-SettingBlocker -Name 'alpha' }; Repair-Setting -Name 'jobs' -Value 'none'";
  const good = await runSample(remedy("", apply), machine(), [{ role: "remediate" }]);
  expect(good.windows["Story"]).toEqual(["set alpha", "set jobs"]);
  const held = await runSample(remedy("", apply), machine("$global:Windows.Settings = @{ alpha = 'on' }"), [{ role: "remediate" }]);
  expect(held.windows["Story"]).toEqual(["set jobs"]);
  const useless = await runSample(remedy("", apply), machine("$global:Windows.Stubborn = @{ alpha = 1 }"), [{ role: "remediate" }]);
  expect(summary(useless)).toBe("FAILED sample 1.0.0 | a: alpha is on: still so after the fix: setting alpha is none");
  expect(useless.windows["Story"]).toEqual(["set alpha"]);
  const owned = await runSample(remedy("", apply), machine("$global:Windows.Policy = @{ alpha = 'P' }"), [{ role: "remediate" }]);
  expect(summary(owned)).toBe("FAILED sample 1.0.0 | a: alpha is on: setting alpha is none: it is set by the domain GPO 'P'");
  expect(owned.windows["Story"]).toEqual([]);
});

test("an action that needs a restart: the check waits for it", async () => {
  const result = await runSample(remedy("", "NeedsRestart 'winsock counts after a restart'"), machine(), [{ role: "standalone" }, whatIf]);
  expect(result.runs[0]?.exitCode).toBe(3010);
  expect(summary(result, 0)).toBe("RESTART sample 1.0.0 | a: waiting for restart: winsock counts after a restart; restart needed");
  expect(summary(result, 1)).toMatch(/^(BLOCKED|RESTART) .* waiting for restart/);
});

test("a remedy that failed three times in a row is blocked for a day; -WhatIf agrees; what holds is still compliant", async () => {
  const single = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };
  const broken = "$global:Windows.Broken = @{ alpha = 'no' }";
  const result = await runSample(single, machine(broken), [
    { role: "standalone" },
    { role: "standalone" },
    { role: "standalone" },
    { role: "standalone" },
    whatIf,
    { ...whatIf, before: "$global:Windows.Settings.alpha = 'on'" },
    { role: "standalone", before: "$global:Windows.Settings.alpha = 'off'; $global:Windows.Now = $global:Windows.Now.AddDays(1)" },
    whatIf,
    { role: "standalone", arguments: "-Force" },
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1603, 1603, 1603, 20001, 20001, 0, 1603, 20001, 1603]);
  expect(summary(result, 3)).toBe(
    "BLOCKED sample 1.0.0 | a: setting alpha is none: 3 runs failed in a row; not tried again for a day, or with -Force; the last one: a: no",
  );
  expect(summary(result, 7)).toMatch(/4 runs failed in a row/);
  expect(result.windows["Story"]).toEqual(["set alpha", "set alpha", "set alpha", "set alpha", "set alpha"]);
});

test("failures that are not in a row do not count", async () => {
  const single = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };
  const fail = { role: "remediate" as const, before: "$global:Windows.Broken = @{ alpha = 'no' }; $global:Windows.Settings = @{}" };
  const heal = { role: "remediate" as const, before: "$global:Windows.Broken = @{}" };
  const result = await runSample(single, machine(), [fail, fail, heal, fail, fail, fail]);
  expect(result.runs.map((_, run) => summary(result, run).split(" ")[0])).toEqual([
    "FAILED",
    "FAILED",
    "FIXED",
    "FAILED",
    "FAILED",
    "FAILED",
  ]);
});
