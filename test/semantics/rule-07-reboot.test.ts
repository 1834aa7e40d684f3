import { expect, test } from "vitest";
import { inRemedy, inStep, runRemedy, value } from "./machine.ts";
import type { RunResult } from "./machine.ts";

const ensure = (name: string) => `ensure ${value(name)} { data: 1 }`;
const pending = "Add-FakeKey 'hklm|64|software\\microsoft\\windows\\currentversion\\component based servicing\\rebootpending'";
/** Still pending after the restart, since every start of Windows makes it so again. */
const restartPending = `Restart-Windows; ${pending}`;

function between(condition: string): string {
  return inRemedy(
    `step clean "Clean" { ${ensure("A")} }\nstep restart "Restart" { reboot when ${condition} }\nstep install "Install" { ${ensure("B")} }`,
  );
}

function words(runs: readonly RunResult[]): string[] {
  return runs.map((run) => run.summary.split(" ")[0] ?? "");
}

test("rule 7: 'changed' makes it act after a fix: the steps behind wait until Windows has restarted, in whatever run", async () => {
  const runs = await runRemedy(between("changed"), "", [
    "standalone",
    "standalone",
    "detect",
    { script: "standalone", before: "Restart-Windows" },
    "detect",
  ]);
  expect(runs.map((run) => run.exitCode)).toEqual([3010, 3010, 1, 0, 0]);
  expect(runs[0]?.summary).toMatch(/^FIXED .*restart needed.*install\.1 waits for restart\.1/);
  expect(runs[1]?.windows.Registry["hklm|64|software\\demo"]).not.toHaveProperty("B");
  expect(runs[2]?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 1 of 2: install: registry value .*\\B is missing[^;]* \| last run .*restart first/,
  );
  expect(runs[3]?.windows.Registry["hklm|64|software\\demo"]).toHaveProperty("B");
  expect(runs[4]?.summary).toMatch(/^COMPLIANT/);
});

test("rule 7: 'changed' counts only what stands above it, in this remedy", async () => {
  const remedy = inRemedy(`step restart "Restart" { reboot when changed }\nstep install "Install" { ${ensure("B")} }`);
  const runs = await runRemedy(remedy, "$global:Windows.Session['HKLM\\other\\Changed clean.1'] = 'x'", ["standalone", "standalone"]);
  expect(runs.map((run) => run.exitCode)).toEqual([0, 0]);
});

test("rule 7: the target decides how a restart is told: Intune's remediation says it in words, its exit code stays 0", async () => {
  const [fix] = await runRemedy(between("changed"), "", ["remediate"]);
  expect(fix).toMatchObject({ exitCode: 0 });
  expect(fix?.summary).toContain("restart needed");
});

test("rule 7: a condition that holds while nothing changed acts only if an item behind it fails", async () => {
  const calm = await runRemedy(between("reboot.pending"), `${pending}; Set-Value 'A' 1; Set-Value 'B' 1`, ["detect", "standalone"]);
  for (const run of calm) expect(run).toMatchObject({ exitCode: 0 });
  expect(calm[0]?.summary).toBe("COMPLIANT sample 1.0.0 | 2 checks in 0.0 s");
  expect(calm[1]?.summary).toMatch(/^COMPLIANT .*a restart is due: reboot when reboot\.pending/);
  const due = await runRemedy(between("reboot.pending"), `${pending}; Set-Value 'A' 1`, ["detect", "standalone"]);
  expect(due.map((run) => run.exitCode)).toEqual([1, 3010]);
  expect(due[0]?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 1 of 2: install: registry value .*\\B is missing/);
  expect(due[1]?.summary).toMatch(/^RESTART .*restart first/);
  expect(due[1]?.windows.Registry["hklm|64|software\\demo"]).not.toHaveProperty("B");
});

test("rule 7: it does not act when its condition does not hold, although something changed", async () => {
  const [fix] = await runRemedy(between("reboot.pending"), "", ["standalone"]);
  expect(fix).toMatchObject({ exitCode: 0 });
});

test("rule 7: never twice for one cause: after the restart it warns and the walk goes on", async () => {
  const runs = await runRemedy(between("reboot.pending"), `${pending}; Set-Value 'A' 1`, [
    "standalone",
    { script: "detect", before: restartPending },
    "standalone",
  ]);
  expect(runs.map((run) => run.exitCode)).toEqual([3010, 1, 0]);
  expect(runs[1]?.summary).toMatch(/^NONCOMPLIANT /);
  expect(runs[1]?.summary).not.toContain("warning");
  expect(runs[2]?.summary).toMatch(/^FIXED .*warning: still so after the restart/);
});

test("rule 7: a fix that says it needs a restart waits for it, and has not failed", async () => {
  const remedy = inStep(
    `check "C" { ${value("C")}.data == 1 } fix { run program('C:\\Windows\\System32\\tool.exe') { restart_codes: [3010] } }`,
  );
  const setup = "Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 3010 }";
  const runs = await runRemedy(remedy, setup, [
    "standalone",
    "detect",
    "standalone",
    { script: "detect", before: "Restart-Windows; Set-Value 'C' 1" },
  ]);
  expect(words(runs)).toEqual(["RESTART", "NONCOMPLIANT", "RESTART", "COMPLIANT"]);
  expect(runs[0]?.exitCode).toBe(3010);
  expect(runs[1]?.summary).toMatch(/ 1 of 1: one: 'C' does not hold \| last run .*: RESTART one: waiting for restart/);
  expect(runs[2]?.summary).toMatch(/waiting for restart/);
  expect(runs[2]?.windows.Story.filter((line) => line.startsWith("run"))).toEqual([]);
});
