import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

const LOG = "C:\\Windows\\Logs\\Remedyc\\sample";
const remedy = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };

const whatIf = { role: "standalone", arguments: "-WhatIf" } as const;

/** Text of a file of the machine after the last run, line by line. */
function file(windows: Readonly<Record<string, unknown>>, path: string): string[] {
  return ((windows["Files"] as Record<string, string>)[path] ?? "").split("\r\n").slice(0, -1);
}

test("the summary is at most 2,048 characters, cut between items, failed before blocked before deviating", async () => {
  const many = {
    items: [],
    steps: () =>
      step(
        "a",
        ...Array.from(
          { length: 40 },
          (_, i) => `Ensure 'a.${i}' 'x' { ${i === 39 ? "throw 'no access'" : `'item ${i} ' + 'x' * 200`} } { $null }`,
        ),
      ),
  };
  const result = await runSample(many, machine(), [whatIf]);
  const line = summary(result);
  expect(line.length).toBeLessThanOrEqual(2048);
  expect(line.length).toBeGreaterThan(1800);
  expect(line).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 39 of 40: a: 'x' cannot be read: no access; a: item 0 x+; .*x; and 30 more$/);
});

test("text from outside becomes one line of printable ASCII, cut at 600 characters", async () => {
  const odd = {
    items: ["a.1"],
    steps: () => step("a", `Ensure 'a.1' 'x' { "tab\`tline\`r\`nbell$([char]7)umlaut$([char]0xE4)]LOG]!>" + 'y' * 700 } { $null }`),
  };
  const result = await runSample(odd, machine(), [whatIf]);
  expect(summary(result)).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 1 of 1: a: tab line bell\?umlaut\?\] LOG\]!>y+\.\.\.$/);
  expect(summary(result).length).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: ".length + 600);
});

test("a SID that people know by a name is shown with it", async () => {
  const known = {
    items: ["a.1"],
    steps: () => step("a", `Ensure 'a.1' 'x' { 'the right lacks S-1-5-80-0 and S-1-5-80-1' } { $null }`),
    state: { accounts: { "S-1-5-80-0": "NT SERVICE\\ALL SERVICES" } },
  };
  const result = await runSample(known, machine(), [whatIf]);
  expect(summary(result)).toContain("the right lacks S-1-5-80-0 (NT SERVICE\\ALL SERVICES) and S-1-5-80-1");
});

test("warn is reported and never a verdict; unreadable it is in the log only", async () => {
  const warned = {
    items: ["a.1"],
    steps: (role: Role) =>
      step(
        "a",
        "Warn 'a.w' 'At least 4 GB.' { $true }",
        "Warn 'a.v' 'never' { $false }",
        "Warn 'a.u' 'unread' { throw 'no access' }",
        ensure(role, "a.1", "alpha"),
      ),
  };
  const result = await runSample(warned, machine("$global:Windows.Settings = @{ alpha = 'on' }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s; warning: At least 4 GB.");
  expect(file(result.windows, `${LOG}.log`).join("\n")).toContain("[LOG[a.u: 'unread' cannot be decided: no access]LOG]");
});

test("on failure the cause reaches the summary and the log; nothing is read when nothing failed", async () => {
  const diagnosed = {
    items: ["a.1"],
    steps: (role: Role) =>
      `Step 'a' 'A' { ${ensure(role, "a.1", "alpha")} } { $global:Windows.Story += 'diagnose'; Write-Finding 'MSI error 1920'; Write-Finding 'event 7041'; throw 'no more logs' }`,
  };
  const result = await runSample(diagnosed, machine("$global:Windows.Broken = @{ alpha = 'setup returned 1603' }"), [
    { role: "remediate" },
    { role: "remediate", arguments: "-WhatIf" },
    { role: "remediate", before: "$global:Windows.Broken = @{}" },
  ]);
  expect(summary(result, 0)).toBe("FAILED sample 1.0.0 | a: setup returned 1603; cause: MSI error 1920");
  expect(result.windows["Story"]).toEqual(["set alpha", "diagnose", "set alpha"]);
  const log = file(result.windows, `${LOG}.log`).join("\n");
  expect(log).toContain("[LOG[a.1: cause: MSI error 1920]LOG]");
  expect(log).toContain("[LOG[a.1: cause: event 7041]LOG]");
  expect(log).toContain("[LOG[no diagnosis: no more logs]LOG]");
});

test("what was only seen is no cause, and reaches the summary where no cause does", async () => {
  const diagnosed = (found: string) => ({
    items: ["a.1"],
    steps: (role: Role) => `Step 'a' 'A' { ${ensure(role, "a.1", "alpha")} } { ${found} }`,
  });
  const broken = machine("$global:Windows.Broken = @{ alpha = 'setup returned 1603' }");
  const seen = "Write-Finding 'seen in the System log: event 7000' -Seen";
  const alone = await runSample(diagnosed(seen), broken, [{ role: "remediate" }]);
  expect(summary(alone)).toBe("FAILED sample 1.0.0 | a: setup returned 1603; seen in the System log: event 7000");
  expect(file(alone.windows, `${LOG}.log`).join("\n")).toContain("[LOG[a.1: seen in the System log: event 7000]LOG]");
  const both = await runSample(diagnosed(`${seen}; Write-Finding 'MSI error 1920'`), broken, [{ role: "remediate" }]);
  expect(summary(both)).toBe("FAILED sample 1.0.0 | a: setup returned 1603; cause: MSI error 1920");
});

test("the log has CMTrace lines and one JSON object an item", async () => {
  const result = await runSample(remedy, machine(), [{ role: "remediate" }]);
  const stamp = 'time="12:00:00.000\\+000" date="11-23-2026" component="sample" context="" type="1" thread="\\d+" file="">';
  const lines = file(result.windows, `${LOG}.log`);
  const texts = [
    "start sample 1.0.0, remediate for test",
    "step a: Step a",
    "a.1: fixed: setting alpha is on",
    "FIXED sample 1.0.0 | 1 of 1 fixed: a",
  ];
  expect(lines).toHaveLength(texts.length);
  texts.forEach((text, i) => expect(lines[i]).toMatch(new RegExp(`^<!\\[LOG\\[${text.replace("|", "\\|")}\\]LOG\\]!><${stamp}$`)));
  const common = { time: "2026-11-23T12:00:00.0000000Z", run: "2026-11-23T12:00:00.0000000Z", remedy: "sample", version: "1.0.0" };
  expect(file(result.windows, `${LOG}.jsonl`).map((line) => JSON.parse(line) as unknown)).toEqual([
    { ...common, kind: "start", role: "remediate", target: "test" },
    { ...common, kind: "item", step: "a", id: "a.1", label: "setting alpha is on", outcome: "fixed", why: "", behind: "", milliseconds: 0 },
    { ...common, kind: "summary", outcome: "compliant", summary: "FIXED sample 1.0.0 | 1 of 1 fixed: a", exitcode: 0 },
  ]);
});

test("the time of an item begins with its step, not with the wait for another run", async () => {
  const result = await runSample(remedy, machine("$global:Windows.LockedUntil = 300000"), [{ role: "remediate" }]);
  const items = file(result.windows, `${LOG}.jsonl`).map((line) => JSON.parse(line) as { kind: string; milliseconds?: number });
  expect(items.filter(({ kind }) => kind === "item").map(({ milliseconds }) => milliseconds)).toEqual([0]);
});

test("a log over 1 MB becomes the old one", async () => {
  const result = await runSample(remedy, machine(`$global:Windows.Files['${LOG}.log'] = 'x' * 1048577`), [{ role: "remediate" }]);
  expect((result.windows["Files"] as Record<string, string>)[`${LOG}.old.log`]).toHaveLength(1048577);
  expect(file(result.windows, `${LOG}.log`)).toHaveLength(4);
});

test("a log that cannot be written stops no repair, and is said", async () => {
  const result = await runSample(remedy, machine("$global:Windows.LogError = 'the disk is full'"), [{ role: "remediate" }]);
  expect(summary(result)).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: a; warning: no log, the disk is full");
});

test("-Verbose explains each item", async () => {
  const result = await runSample(remedy, machine(), [{ role: "standalone", arguments: '-WhatIf -Verbose 4>&1 | ForEach-Object { "$_" }' }]);
  expect(result.runs[0]?.lines).toContain("a.1: deviates: setting alpha is on: setting alpha is none");
});
