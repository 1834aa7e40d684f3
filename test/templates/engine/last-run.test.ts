import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runScript } from "../../powershell/host.ts";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

const remedy = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };
const blocked = "$global:Windows.Policy = @{ alpha = 'Server baseline' }";
const MARK = "HKLM\\sample\\LastRun";
const NOON = "2026-11-23T12:00:00.0000000Z";

/** A machine on which alpha deviates and the last run left this mark (PowerShell). */
const marked = (mark: string, changes = ""): string => machine(`$global:Windows.Marks['${MARK}'] = ${mark}; ${changes}`);

test("a remediation leaves its summary with its time, and a detection that is not compliant ends with it", async () => {
  const result = await runSample(remedy, machine(blocked), [
    { role: "detect" },
    { role: "remediate" },
    { role: "detect", before: "$global:Windows.Now = $global:Windows.Now.AddDays(1)" },
    { role: "standalone", before: "$global:Windows.Policy = @{}" },
    { role: "detect" },
    { role: "detect", before: "$global:Windows.Settings = @{}" },
  ]);
  const why = "a: setting alpha is none: it is set by the domain GPO 'Server baseline'";
  const found = "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none";
  expect(result.runs.map((_, run) => summary(result, run))).toEqual([
    found,
    `BLOCKED sample 1.0.0 | ${why}`,
    `${found} | last run 2026-11-23: BLOCKED ${why}`,
    "FIXED sample 1.0.0 | 1 of 1 fixed: a",
    "COMPLIANT sample 1.0.0 | 1 check in 0.0 s",
    "NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none | last run 2026-11-24: FIXED 1 of 1 fixed: a",
  ]);
  expect(result.windows["Marks"]).toEqual({ [MARK]: "2026-11-24T12:00:00.0000000Z FIXED sample 1.0.0 | 1 of 1 fixed: a" });
});

test("the same summary of the same day stays as it is, another one of a later day takes its place", async () => {
  const later = (time: string) => ({
    role: "standalone" as const,
    before: `$global:Windows.Now = $global:Windows.Now.Add([timespan]'${time}')`,
  });
  const once = marked(`'${NOON} COMPLIANT sample 1.0.0 | 1 check in 12.5 s'`, "$global:Windows.Settings = @{ alpha = 'on' }");
  const kept = await runSample(remedy, once, [later("03:00:00")]);
  expect(kept.windows["Marks"]).toEqual({ [MARK]: `${NOON} COMPLIANT sample 1.0.0 | 1 check in 12.5 s` });
  const next = await runSample(remedy, once, [later("1.00:00:00")]);
  expect(next.windows["Marks"]).toEqual({ [MARK]: "2026-11-24T12:00:00.0000000Z COMPLIANT sample 1.0.0 | 1 check in 0.0 s" });
  const other = await runSample(remedy, once, [
    { ...later("03:00:00"), before: `${later("03:00:00").before}; ${blocked}; $global:Windows.Settings = @{}` },
  ]);
  expect(other.windows["Marks"]).toMatchObject({ [MARK]: expect.stringMatching(/^2026-11-23T15.* BLOCKED /) as unknown });
});

test.each([
  ["a word with a T", "a: Ten", "a: Two", true],
  ["a time that is no duration of the run", "a: stopped in 3.0 s", "a: stopped in 4.0 s", true],
  ["nothing", "a: Ten in 3.0 s", "a: Ten in 3.0 s", false],
])("a summary of the same day that differs in %s: whether it is written anew", async (_what, before, now, isNew) => {
  const broken = `$global:Windows.Broken = @{ alpha = '${now.slice(3)}' }`;
  const start = marked(
    `'${NOON} FAILED sample 1.0.0 | ${before}'`,
    `$global:Windows.Now = $global:Windows.Now.Add([timespan]'03:00:00'); ${broken}`,
  );
  const result = await runSample(remedy, start, [{ role: "remediate" }]);
  expect(summary(result)).toBe(`FAILED sample 1.0.0 | ${now}`);
  expect(result.windows["Marks"]).toMatchObject({ [MARK]: expect.stringContaining(isNew ? "T15:" : "T12:") as unknown });
});

test("a compliant run with a warning keeps the summary of its day, too", async () => {
  const warned = { items: ["a.1"], steps: (role: Role) => step("a", `${ensure(role, "a.1", "alpha")}\nWarn 'a.2' 'Careful.' { $true }`) };
  const on = "$global:Windows.Settings = @{ alpha = 'on' }; $global:Windows.Now = $global:Windows.Now.Add([timespan]'03:00:00')";
  const start = marked(`'${NOON} COMPLIANT sample 1.0.0 | 1 check in 7.5 s; warning: Careful.'`, on);
  const result = await runSample(warned, start, [{ role: "remediate" }]);
  expect(summary(result)).toBe("COMPLIANT sample 1.0.0 | 1 check in 0.0 s; warning: Careful.");
  expect(result.windows["Marks"]).toEqual({ [MARK]: `${NOON} COMPLIANT sample 1.0.0 | 1 check in 7.5 s; warning: Careful.` });
});

test.each([
  ["of another remedy", `'${NOON} FAILED other 1.0.0 | x'`],
  ["without a time", "'yesterday FAILED sample 1.0.0 | x'"],
  ["that is no summary", `'${NOON} hello'`],
  ["too long", `'${NOON} FAILED sample 1.0.0 | ' + 'y' * 3000`],
  ["of several lines", `"${NOON} FAILED sample 1.0.0 | x\`nCOMPLIANT"`],
  ["in another script", `'${NOON} FAILED sample 1.0.0 | ' + [char]0x436`],
])("a mark %s is ignored", async (_what, mark) => {
  const result = await runSample(remedy, marked(mark), [{ role: "detect" }]);
  expect(summary(result)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none");
});

test("what a user may write is not believed", async () => {
  const result = await runSample(
    { ...remedy, state: { context: "user" } },
    machine(
      `$global:Windows.Sid = 'S-1-5-21-1-2-3-1001'; $global:Windows.Marks['HKCU\\sample\\LastRun'] = '${NOON} FAILED sample 1.0.0 | x'`,
    ),
    [{ role: "detect" }],
  );
  expect(summary(result)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none");
});

test("another version and -Force do not take it away; -WhatIf and a script without rights leave none", async () => {
  const other = await runSample(remedy, marked(`'${NOON} FAILED sample 0.9.0 | a: x'`, blocked), [
    { role: "detect" },
    { role: "standalone", arguments: "-WhatIf -Force" },
    { role: "standalone", before: "$global:Windows.Elevated = $false" },
  ]);
  expect(summary(other)).toMatch(/ \| last run 2026-11-23: FAILED a: x$/);
  expect(other.windows["Marks"]).toEqual({ [MARK]: `${NOON} FAILED sample 0.9.0 | a: x` });
});

test("runs that end early leave it, too; one that cannot be written changes nothing else", async () => {
  const folder =
    "$global:Windows.Folders = @{ 'C:\\Program Files\\Remedyc' = @{ Owner = 'S-1-5-18'; Protected = $true; Reparse = $true } }";
  const early = await runSample(remedy, machine(folder), [{ role: "remediate" }, { role: "detect" }]);
  const why = "folder C:\\Program Files\\Remedyc is not for SYSTEM and Administrators alone (link); remove it";
  expect(summary(early, 0)).toBe(`FAILED sample 1.0.0 | ${why}`);
  expect(summary(early, 1)).toBe(`NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none | last run 2026-11-23: FAILED ${why}`);
  const broken = await runSample(remedy, machine("$global:Windows.BadMarks = @('LastRun')"), [{ role: "remediate" }]);
  expect(summary(broken)).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: a");
});

test("where the channel keeps the error stream alone, what is blocked or failed goes there, too, as one line", async () => {
  const result = await runSample(remedy, machine(blocked), [
    { role: "remediate" },
    { role: "remediate", before: "$global:Windows.Policy = @{}; $global:Windows.Broken = @{ alpha = 'no space' }" },
    { role: "remediate", before: "$global:Windows.Broken = @{}" },
    { role: "remediate", before: "$global:Windows.Elevated = $false" },
  ]);
  expect(summary(result, 2)).toMatch(/^FIXED /);
  expect(result.windows["Errors"]).toEqual([summary(result, 0), summary(result, 1), summary(result, 3)]);
  expect(result.runs.map((run) => run.lines.length)).toEqual([1, 1, 1, 1]);
});

test("the line on a process's error stream is plain", async () => {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-error-"));
  try {
    const script = join(folder, "script.ps1");
    const template = fileURLToPath(new URL("../../../templates/engine/platform/Write-ErrorText.ps1", import.meta.url));
    writeFileSync(script, `. '${template}'\n$ErrorActionPreference = 'Stop'\nWrite-ErrorText -Text 'FAILED x 1.0.0 | a'\n'out'\nexit 1`);
    const { stdout, stderr, exitCode } = await runScript(script);
    expect([stdout.trim(), stderr.replace(/\r?\n$/, ""), exitCode]).toEqual(["out", "FAILED x 1.0.0 | a", 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
