import { expect, test } from "vitest";
import { ensure, machine, runSample, step, summary } from "./machine.ts";
import type { SampleRemedy, SampleRun } from "./machine.ts";

/* What a detection answers: its line or word, its exit code, and what ends it before its first step. */

const remedy: SampleRemedy = { items: [], steps: () => step("a", ensure("detect", "a.1", "alpha")) };
const reason = (text: string): SampleRemedy => ({ items: [], steps: () => step("a", `Ensure 'x' { ${text} }`) });
const detect: SampleRun = { role: "detect" };

async function lineOf(sample: SampleRemedy, changes = ""): Promise<string> {
  return summary(await runSample(sample, machine(changes), [detect]));
}

test("a SID that people know by a name is shown with it, in reasons and in warnings", async () => {
  const state = { accounts: { "S-1-5-80-0": "NT SERVICE\\ALL SERVICES" } };
  const lacks = "'the right lacks S-1-5-80-0 and S-1-5-80-1'";
  expect(await lineOf({ ...reason(lacks), state })).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: the right lacks S-1-5-80-0 (NT SERVICE\\ALL SERVICES) and S-1-5-80-1",
  );
  const warned = { items: [], state, steps: () => step("a", "Warn 'S-1-5-80-0 is there' { $true }") };
  expect(await lineOf(warned)).toMatch(/; warning: S-1-5-80-0 \(NT SERVICE\\ALL SERVICES\) is there$/);
});

test("text from outside becomes one line of printable ASCII, cut at 600 characters", async () => {
  const line = await lineOf(reason("\"tab`tline`r`nbell$([char]7)umlaut$([char]0xE4)]LOG]!>\" + 'y' * 700"));
  expect(line).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 1 of 1: a: tab line bell\?umlaut\?\] LOG\]!>y+\.\.\.$/);
  expect(line.length).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: ".length + 600);
});

const many: SampleRemedy = {
  items: [],
  steps: () => step("a", ...Array.from({ length: 20 }, (_, i) => `Ensure 'x' { 'item ${i} ' + 'x' * 200 }`)),
};

test("the line has at most 2,048 characters, of which what the last run said keeps its own", async () => {
  const cut = await lineOf(many);
  expect(cut).toHaveLength(2048);
  expect(cut).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 20 of 20: a: item 0 x+; .*\.\.\.$/);
  const mark = "$global:Windows.Marks['HKLM\\sample\\LastRun'] = '2026-11-23T12:00:00.0000000Z FAILED sample 1.0.0 | ' + 'y' * 1900";
  const both = await lineOf(many, mark);
  expect(both).toHaveLength(2048);
  expect(both).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 20 of 20: a: item 0 x+; .*\.\.\. \| last run 2026-11-23: FAILED y{500,}\.\.\.$/);
});

test("what the last run said stands behind every word but COMPLIANT", async () => {
  const marked = "$global:Windows.Marks['HKLM\\sample\\LastRun'] = '2026-11-23T12:00:00.0000000Z FAILED sample 1.0.0 | a: no space'; ";
  const tail = / \| last run 2026-11-23: FAILED a: no space$/;
  expect(await lineOf(remedy, marked)).toMatch(tail);
  expect(await lineOf(remedy, `${marked}$global:Windows.Unreadable = @{ alpha = 'no' }`)).toMatch(tail);
  expect(await lineOf(remedy, `${marked}$global:Windows.Elevated = $false`)).toMatch(tail);
  expect(await lineOf(remedy, `${marked}$global:Windows.Settings = @{ alpha = 'on' }`)).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s");
});

test("a mark that cannot be read changes nothing", async () => {
  const broken = { ...remedy, steps: () => `function Get-RegistryValue { throw 'no access' }\n${remedy.steps("detect")}\nComplete-Remedy` };
  expect(await lineOf(broken)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none");
});

/** A machine on which a detection comes out with each word, and that word. */
const outcomes = [
  ["$global:Windows.Settings = @{ alpha = 'on' }", "COMPLIANT"],
  ["", "NONCOMPLIANT"],
  ["$global:Windows.Unreadable = @{ alpha = 'no access' }", "BLOCKED"],
  ["$global:Windows.Elevated = $false", "FAILED"],
] as const;

test("a line ends with 0 where the machine is compliant and else with 1; a word ends with 0", async () => {
  const runs = (role: "detect" | "discover") => outcomes.map(([changes]) => ({ role, before: machine(changes) }));
  const lines = await runSample(remedy, machine(), runs("detect"));
  expect(lines.runs.map((run) => [run.exitCode, run.lines.length, run.lines[0]?.split(" ")[0]])).toEqual(
    outcomes.map(([, word]) => [word === "COMPLIANT" ? 0 : 1, 1, word]),
  );
  const words = await runSample(remedy, machine(), runs("discover"));
  expect(words.runs.map((run) => [run.exitCode, ...run.lines])).toEqual([
    [0, "Compliant"],
    [0, "NonCompliant"],
    [0, "Blocked"],
    [0, "Failed"],
  ]);
});

test("-Verbose tells what a word leaves out, and what cannot be decided", async () => {
  const warned = { items: [], steps: () => step("a", "Warn 'unread' { throw 'no access' }", ensure("detect", "a.1", "alpha")) };
  const verbose = '-Verbose 4>&1 | ForEach-Object { "$_" }';
  const result = await runSample(warned, machine("$global:Windows.Elevated = $true"), [
    { role: "detect", arguments: verbose },
    { role: "discover", arguments: verbose },
    { role: "discover", arguments: verbose, before: "$global:Windows.Elevated = $false" },
  ]);
  expect(result.runs.map((run) => run.lines)).toEqual([
    ["'unread' cannot be decided: no access", "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none"],
    ["'unread' cannot be decided: no access", "NONCOMPLIANT", "NonCompliant"],
    ["FAILED administrator's rights are needed; nothing was changed", "Failed"],
  ]);
});

test("without administrator's rights it fails before it reads anything", async () => {
  const result = await runSample(remedy, machine("$global:Windows.Elevated = $false"), [detect]);
  expect(result.runs[0]).toEqual({ lines: ["FAILED sample 1.0.0 | administrator's rights are needed; nothing was changed"], exitCode: 1 });
  expect(result.windows["Reads"]).toEqual([]);
});

test.each([
  ["S-1-5-18", true],
  ["S-1-5-19", true],
  ["S-1-5-20", true],
  ["S-1-5-21-1-2-3-1001", false],
])("a remedy for the user that runs as %s: blocked is %s", async (sid, isBlocked) => {
  const result = await runSample(
    { ...remedy, state: { context: "user" } },
    machine(`$global:Windows.Sid = '${sid}'; $global:Windows.Elevated = $false; $global:Windows.Settings = @{ alpha = 'on' }`),
    [detect, { role: "discover" }],
  );
  expect(summary(result)).toMatch(isBlocked ? /^BLOCKED sample 1\.0\.0 \| this remedy is for the signed-in user/ : /^COMPLIANT /);
  expect(result.runs.map((run) => run.exitCode)).toEqual([isBlocked ? 1 : 0, 0]);
  expect(summary(result, 1)).toBe(isBlocked ? "Blocked" : "Compliant");
  expect(result.windows["Reads"]).toEqual(isBlocked ? [] : ["alpha", "alpha"]);
});

test("in a 32-bit host the 64-bit PowerShell answers, before anything is read, and its exit code is handed on", async () => {
  const result = await runSample(remedy, machine("$global:Windows.Narrow = $true; $global:Windows.Elevated = $false"), [
    detect,
    { role: "discover" },
  ]);
  result.runs.forEach((run) => {
    expect(run.lines).toEqual([expect.stringMatching(/^wide: -NoProfile -NonInteractive -File \S+\.ps1$/)]);
    expect(run.exitCode).toBe(42);
  });
  expect(result.windows["Reads"]).toEqual([]);
});

test("what nobody foresaw is failed, with the line of the script, also in the middle of a step", async () => {
  for (const steps of [step("a", "throw 'it broke]LOG] here'"), `${remedy.steps("detect")}\nthrow "it broke]LOG] here"`]) {
    const result = await runSample({ items: [], steps: () => steps }, machine("$global:Windows.Settings = @{ alpha = 'on' }"), [
      detect,
      { role: "discover" },
    ]);
    expect(summary(result)).toMatch(/^FAILED sample 1\.0\.0 \| unexpected: it broke\] LOG\] here \(line \d+\)$/);
    expect(summary(result, 1)).toBe("Failed");
    expect(result.runs.map((run) => run.exitCode)).toEqual([1, 0]);
  }
});
