import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { ensure, machine, RESTART, runSample, step, summary } from "./machine.ts";

const whatIf = { role: "standalone", arguments: "-WhatIf" } as const;

/** `reboot when changed or reboot.pending` between a clean-up and a setup. */
const between = {
  items: ["stale.1", "restart.1", "install.1"],
  steps: (role: Role) =>
    [
      step("stale", ensure(role, "stale.1", "stale", "gone")),
      step(
        "restart",
        "Reboot 'restart.1' 'changed or reboot.pending' { (Test-Changed 'restart.1') -or [bool](Read-Setting -Name 'pending') }",
      ),
      step("install", ensure(role, "install.1", "agent")),
    ].join("\n"),
};

test("a fix above makes it act: what is behind waits, the run says that a restart is needed, the next run carries on", async () => {
  const result = await runSample(between, machine(), [
    whatIf,
    { role: "standalone" },
    whatIf,
    { role: "standalone" },
    { role: "standalone", before: RESTART },
    whatIf,
  ]);
  expect(summary(result, 0)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 2 of 3: stale: setting stale is none; restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is none",
  );
  expect(summary(result, 1)).toBe(
    "FIXED sample 1.0.0 | 1 of 3 fixed: stale; restart needed; restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is none",
  );
  // Before Windows restarted: something behind fails, and it is still the same request.
  const first = "restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is none";
  expect(summary(result, 2)).toBe(`NONCOMPLIANT sample 1.0.0 | 1 of 3: ${first}`);
  expect(summary(result, 3)).toBe(
    "RESTART sample 1.0.0 | restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is none; restart needed",
  );
  expect(summary(result, 4)).toBe("FIXED sample 1.0.0 | 1 of 2 fixed: install");
  expect(summary(result, 5)).toMatch(/^COMPLIANT /);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 3010, 1, 3010, 0, 0]);
  expect(result.windows["Story"]).toEqual(["set stale", "set agent"]);
});

test("a request is forgotten once its condition no longer holds", async () => {
  const result = await runSample(between, machine(), [{ role: "standalone" }, { role: "standalone", before: RESTART }]);
  expect(Object.keys(result.windows["Marks"] as object)).toEqual(["HKLM\\sample\\LastRun"]);
});

test("a condition that holds while nothing changed acts only when an item behind it fails", async () => {
  const pending = "$global:Windows.Settings = @{ stale = 'gone'; pending = $true; agent = 'on' }";
  const calm = await runSample(between, machine(pending), [whatIf, { role: "standalone" }]);
  for (const run of [0, 1])
    expect(summary(calm, run)).toBe("COMPLIANT sample 1.0.0 | 2 checks in 0.0 s; a restart is due: reboot when changed or reboot.pending");
  expect(calm.runs.map((run) => run.exitCode)).toEqual([0, 0]);
  const due = await runSample(between, machine(`${pending}; $global:Windows.Settings.agent = 'off'`), [whatIf, { role: "standalone" }]);
  expect(summary(due, 0)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 3: restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is off",
  );
  expect(summary(due, 1)).toBe(
    "RESTART sample 1.0.0 | restart: restart first: reboot when changed or reboot.pending; install.1 waits for restart.1: setting agent is off; restart needed",
  );
  expect(due.runs.map((run) => run.exitCode)).toEqual([1, 3010]);
  expect(due.windows["Story"]).toEqual([]);
});

test("never twice for one cause: after the restart it warns and the walk goes on", async () => {
  const pending = "$global:Windows.Settings = @{ stale = 'gone'; pending = $true }";
  const result = await runSample(between, machine(pending), [
    { role: "standalone" },
    { ...whatIf, before: RESTART },
    { role: "standalone" },
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([3010, 1, 0]);
  expect(summary(result, 1)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 2: install: setting agent is none; warning: still so after the restart that was asked for: changed or reboot.pending",
  );
  expect(summary(result, 2)).toBe(
    "FIXED sample 1.0.0 | 1 of 2 fixed: install; warning: still so after the restart that was asked for: changed or reboot.pending",
  );
});

test("a new fix since Windows started is a new cause", async () => {
  const pending = "$global:Windows.Settings = @{ stale = 'gone'; pending = $true }";
  const result = await runSample(between, machine(pending), [
    { role: "standalone" },
    { role: "standalone", before: `${RESTART}; $global:Windows.Settings.stale = 'back'` },
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([3010, 3010]);
  expect(result.windows["Story"]).toEqual(["set stale"]);
});

test("changed looks at what stands above it only, and not at a failed fix", async () => {
  const remedy = {
    items: ["a.1", "a.2", "a.3"],
    steps: (role: Role) =>
      step("a", ensure(role, "a.1", "alpha"), "Reboot 'a.2' 'changed' { Test-Changed 'a.2' }", ensure(role, "a.3", "beta")),
  };
  const below = await runSample(remedy, machine("$global:Windows.Settings = @{ alpha = 'on' }"), [
    { role: "standalone" },
    { role: "standalone" },
  ]);
  expect(below.runs.map((run) => run.exitCode)).toEqual([0, 0]);
  const failed = await runSample(remedy, machine("$global:Windows.Broken = @{ alpha = 'no' }"), [{ role: "standalone" }]);
  expect(summary(failed)).toBe("FAILED sample 1.0.0 | a: no; 1 of 2 fixed: a");
});

test("an unreadable condition of a reboot is blocked", async () => {
  const result = await runSample(
    between,
    machine("$global:Windows.Settings = @{ stale = 'gone' }; $global:Windows.Unreadable = @{ pending = 'no access' }"),
    [whatIf, { role: "standalone" }],
  );
  for (const run of [0, 1])
    expect(summary(result, run)).toBe(
      "BLOCKED sample 1.0.0 | restart: 'changed or reboot.pending' cannot be read: no access; install.1 waits for restart.1: setting agent is none",
    );
});

test("-WhatIf tells of the restart that it would ask for, and leaves no mark", async () => {
  const result = await runSample(between, machine("$global:Windows.Settings = @{ stale = 'gone'; pending = $true }"), [
    { role: "standalone", arguments: "-WhatIf" },
  ]);
  expect(result.runs[0]?.lines[0]).toBe("What if: restart.1: ask for a restart of Windows (reboot when changed or reboot.pending)");
  expect(result.runs[0]?.lines).toHaveLength(2);
  expect(result.windows).toMatchObject({ Marks: {}, Session: {} });
});

test("a fix that needs a restart and whose test is still false waits for it, with -WhatIf too, and does not run again", async () => {
  const remedy = {
    items: ["a.1", "b.1"],
    steps: (role: Role) => [step("a", ensure(role, "a.1", "alpha")), step("b", ensure(role, "b.1", "beta"))].join("\n"),
  };
  const result = await runSample(remedy, machine("$global:Windows.Late = @{ alpha = 'on' }"), [
    { role: "standalone" },
    whatIf,
    { role: "standalone" },
    { role: "standalone", before: RESTART },
  ]);
  expect(summary(result, 0)).toBe(
    "RESTART sample 1.0.0 | a: waiting for restart: setting alpha counts after a restart; b.1 waits for a.1: setting beta is none; restart needed",
  );
  expect(summary(result, 1)).toBe(
    "BLOCKED sample 1.0.0 | a: waiting for restart: setting alpha is none; b.1 waits for a.1: setting beta is none",
  );
  expect(summary(result, 2)).toBe(
    "RESTART sample 1.0.0 | a: waiting for restart: setting alpha is none; b.1 waits for a.1: setting beta is none",
  );
  expect(summary(result, 3)).toBe("FIXED sample 1.0.0 | 1 of 2 fixed: b");
  expect(result.runs.map((run) => run.exitCode)).toEqual([3010, 20001, 3010, 0]);
  expect(result.windows["Story"]).toEqual(["set alpha", "set beta"]);
});

/** A remedy whose fix counts after a restart only, which it knows before it acts. */
const counted = {
  items: ["a.1"],
  steps: () =>
    step(
      "a",
      "Ensure 'a.1' 'alpha' { Test-Setting -Name 'alpha' -Value 'on' } { NeedsRestart 'keys count after a restart'; Repair-Setting -Name 'alpha' -Value 'on' }",
    ),
};

test("a fix that worked and needs a restart to count is fixed; the restart is said until Windows restarts", async () => {
  const result = await runSample(counted, machine(), [
    { role: "standalone" },
    { role: "standalone" },
    whatIf,
    { role: "standalone", arguments: "-WhatIf" },
    { ...whatIf, before: RESTART },
    { role: "standalone" },
  ]);
  expect(result.runs.map((_, run) => summary(result, run))).toEqual([
    "FIXED sample 1.0.0 | 1 of 1 fixed: a; restart needed",
    "RESTART sample 1.0.0 | restart needed; a restart is due: keys count after a restart",
    "COMPLIANT sample 1.0.0 | 1 check in 0.0 s; a restart is due: keys count after a restart",
    "COMPLIANT sample 1.0.0 | 1 check in 0.0 s; a restart is due: keys count after a restart",
    "COMPLIANT sample 1.0.0 | 1 check in 0.0 s",
    "COMPLIANT sample 1.0.0 | 1 check in 0.0 s",
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([3010, 3010, 0, 0, 0, 0]);
});

test("wherever a run is killed, the next one says the restart that its fix owes", async () => {
  const kills = Array.from({ length: 16 }, (_, i) => i + 1);
  const result = await runSample(
    counted,
    machine(),
    kills.flatMap((kill) => [
      { role: "standalone", before: `${machine()}\n$global:Windows.KillAt = ${kill}` } as const,
      { role: "standalone" } as const,
    ]),
  );
  for (const run of kills.map((_, index) => 2 * index + 1)) {
    expect(summary(result, run)).toMatch(/^(?:FIXED sample 1\.0\.0 \| 1 of 1 fixed: a; |RESTART sample 1\.0\.0 \| )restart needed/);
    expect(result.runs[run]?.exitCode).toBe(3010);
  }
  // some of them after the change and before the end
  expect(kills.filter((_, index) => summary(result, 2 * index + 1).startsWith("RESTART")).length).toBeGreaterThan(3);
}, 60_000);

test("a fix that failed owes no restart", async () => {
  const result = await runSample(counted, machine("$global:Windows.Broken = @{ alpha = 'no' }"), [{ role: "standalone" }, whatIf]);
  expect(summary(result, 0)).toBe("FAILED sample 1.0.0 | a: no");
  expect(summary(result, 1)).not.toContain("restart");
});
