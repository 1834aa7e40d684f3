import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

const two = {
  items: ["a.1", "b.1"],
  steps: (role: Role) => [step("a", ensure(role, "a.1", "alpha")), step("b", ensure(role, "b.1", "beta"))].join("\n"),
};

test("a machine as it should be is compliant in every role", async () => {
  const result = await runSample(two, machine("$global:Windows.Settings = @{ alpha = 'on'; beta = 'on' }"), [
    { role: "detect" },
    { role: "remediate" },
    { role: "standalone" },
  ]);
  for (const run of [0, 1, 2]) {
    expect(summary(result, run)).toBe("COMPLIANT sample 1.0.0 | 2 checks in 0.0 s");
    expect(result.runs[run]).toMatchObject({ exitCode: 0, lines: [expect.any(String)] });
  }
  expect(result.windows["Story"]).toEqual([]);
});

test("rule 1: what deviates is reported by detection, fixed by the repair, and then holds", async () => {
  const result = await runSample(two, machine("$global:Windows.Settings = @{ alpha = 'off' }"), [
    { role: "detect" },
    { role: "remediate" },
    { role: "detect" },
    { role: "remediate" },
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 0, 0, 0]);
  expect(summary(result, 0)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is off");
  expect(summary(result, 1)).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: a, b");
  expect(summary(result, 2)).toMatch(/^COMPLIANT /);
  expect(result.windows["Story"]).toEqual(["set alpha", "set beta"]);
});

test("rule 1: a fix that raises, and one that changes nothing, are failed", async () => {
  const remedy = { items: ["a.1", "a.2"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha"), ensure(role, "a.2", "beta")) };
  const result = await runSample(
    remedy,
    machine("$global:Windows.Broken = @{ alpha = 'setup returned 1603' }; $global:Windows.Stubborn = @{ beta = 1 }"),
    [{ role: "standalone" }],
  );
  expect(result.runs[0]?.exitCode).toBe(1603);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: setup returned 1603; a: still so after the fix: setting beta is none");
});

test("rule 2: what the kind calls blocked is never fixed; detection does not ask", async () => {
  const result = await runSample(two, machine("$global:Windows.Policy = @{ alpha = 'Server baseline' }"), [
    { role: "detect" },
    { role: "standalone", arguments: "-WhatIf" },
    { role: "standalone" },
  ]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 20001, 20001]);
  expect(summary(result, 0)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: setting alpha is none");
  for (const run of [1, 2])
    expect(summary(result, run)).toBe(
      "BLOCKED sample 1.0.0 | a: setting alpha is none: it is set by the domain GPO 'Server baseline'; b.1 waits for a.1: setting beta is none",
    );
  expect(result.windows).toMatchObject({ Story: [], Asked: ["alpha", "alpha"] });
});

test("rule 2: a false require blocks with the author's words", async () => {
  const remedy = {
    items: ["a.1", "a.2"],
    steps: (role: Role) =>
      step(
        "a",
        "if (-not (Assert 'a.1' 'Windows Server 2016 or later is needed.' { (Read-Setting -Name 'build') -ge 14393 })) { return }",
        ensure(role, "a.2", "alpha"),
      ),
  };
  const result = await runSample(remedy, machine("$global:Windows.Settings = @{ build = 7601 }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe("BLOCKED sample 1.0.0 | a: Windows Server 2016 or later is needed.");
  expect(result.windows["Reads"]).toEqual(["build"]);
});

test("rule 3: an unreadable test is blocked with the reason, never fixed", async () => {
  const result = await runSample(
    two,
    machine("$global:Windows.Unreadable = @{ alpha = 'access denied' }; $global:Windows.Settings = @{ beta = 'on' }"),
    [{ role: "detect" }, { role: "remediate" }],
  );
  for (const run of [0, 1])
    expect(summary(result, run)).toBe("BLOCKED sample 1.0.0 | a: 'setting alpha is on' cannot be read: access denied");
  expect(result.windows["Story"]).toEqual([]);
});

test("rule 3: under an unreadable guard nothing is touched, in neither branch", async () => {
  const remedy = {
    items: ["a.1", "a.2"],
    steps: (role: Role) =>
      step(
        "a",
        "$when1 = Guard 'role == server' { (Read-Setting -Name 'role') -eq 'server' }",
        `if ($when1) { ${ensure(role, "a.1", "alpha")} } elseif ($null -ne $when1) { ${ensure(role, "a.2", "beta")} }`,
      ),
  };
  const result = await runSample(remedy, machine("$global:Windows.Unreadable = @{ role = 'access denied' }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe("BLOCKED sample 1.0.0 | a: 'role == server' cannot be read: access denied");
  expect(result.windows["Reads"]).toEqual(["role"]);
});

const one = { items: ["a.1"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha")) };

test.each([
  ["two reasons", "'it is off', 'it is old'", "2 values"],
  ["true", "$true", "1 value that is no text"],
  ["false", "$false", "1 value that is no text"],
  ["null", ", $null", "1 value that is no text"],
  ["a text without a word", "' '", "1 value that is no text"],
])("a test that gives %s is unreadable, never compliant, and its function is named", async (_name, value, given) => {
  const result = await runSample(one, machine(`$global:Windows.Odd['alpha'] = @(${value})`), [{ role: "detect" }, { role: "standalone" }]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 20001]);
  for (const run of [0, 1])
    expect(summary(result, run)).toBe(
      `BLOCKED sample 1.0.0 | a: 'setting alpha is on' cannot be read: Test-Setting gave ${given} instead of nothing or one reason`,
    );
  expect(result.windows).toMatchObject({ Story: [], Asked: [] });
});

test("the function of a long call is named, too", async () => {
  const call = "{\n$splat = @{\n  Name = 'alpha'\n  Value = 'on'\n}\nTest-Setting @splat\n}";
  const long = { items: ["a.1"], steps: () => step("a", `Ensure 'a.1' 'alpha' { Measure-Reason ${call} } { $null }`) };
  const result = await runSample(long, machine("$global:Windows.Odd['alpha'] = @(1, 2, 3)"), [{ role: "remediate" }]);
  expect(summary(result)).toContain("'alpha' cannot be read: Test-Setting gave 3 values instead of nothing or one reason");
});

test("a blocker is asked only of what deviates and waits for nothing; one that cannot be read is in the way", async () => {
  const result = await runSample(
    two,
    machine("$global:Windows.Settings = @{ alpha = 'on' }; $global:Windows.Policy = [pscustomobject]@{}"),
    [{ role: "standalone" }],
  );
  expect(summary(result)).toMatch(/^BLOCKED sample 1\.0\.0 \| b: setting beta is none: what stands in the way of a fix cannot be read: .+/);
  expect(result.windows).toMatchObject({ Story: [], Asked: ["beta"] });
});

test("rule 4: items of one step are independent, a step with a failed item halts the steps after it", async () => {
  const remedy = {
    items: ["a.1", "a.2", "b.1", "b.2"],
    steps: (role: Role) =>
      [
        step("a", ensure(role, "a.1", "alpha"), ensure(role, "a.2", "beta")),
        step("b", ensure(role, "b.1", "gamma"), ensure(role, "b.2", "delta")),
      ].join("\n"),
  };
  const result = await runSample(
    remedy,
    machine("$global:Windows.Broken = @{ alpha = 'no' }; $global:Windows.Settings = @{ delta = 'on' }"),
    [{ role: "remediate" }],
  );
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: no; b.1 waits for a.1: setting gamma is none; 1 of 4 fixed: a");
  expect(result.windows["Story"]).toEqual(["set alpha", "set beta"]);
});

test("rule 4: what names the resource of a failed item, or one that it provides, waits", async () => {
  const remedy = {
    items: ["a.1", "a.2", "a.3"],
    steps: (role: Role) =>
      step(
        "a",
        ensure(role, "a.1", "alpha"),
        ensure(role, "a.2", "beta", "on", "-Needs 'a.1'"),
        ensure(role, "a.3", "gamma", "on", "-After 'a.1'"),
      ),
  };
  const result = await runSample(remedy, machine("$global:Windows.Broken = @{ alpha = 'no' }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe(
    "FAILED sample 1.0.0 | a: no; a.2 waits for a.1: setting beta is none; a.3 waits for a.1: setting gamma is none",
  );
});

test("rule 4: a blocked item holds up what it provides, not another item of its own resource", async () => {
  const remedy = {
    items: ["a.1", "a.2", "a.3"],
    steps: (role: Role) =>
      step(
        "a",
        ensure(role, "a.1", "alpha"),
        ensure(role, "a.2", "beta", "on", "-Needs 'a.1'"),
        ensure(role, "a.3", "gamma", "on", "-After 'a.1'"),
      ),
  };
  const result = await runSample(remedy, machine("$global:Windows.Policy = @{ alpha = 'P' }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe(
    "BLOCKED sample 1.0.0 | a: setting alpha is none: it is set by the domain GPO 'P'; a.2 waits for a.1: setting beta is none; 1 of 3 fixed: a",
  );
});

test("rule 4: a require blocks the rest of its own block only", async () => {
  const remedy = {
    items: ["a.1", "a.2", "a.3", "a.4"],
    steps: (role: Role) =>
      step(
        "a",
        "if (Guard 'true' { $true }) {",
        "if (Assert 'a.1' 'no' { $false }) {",
        ensure(role, "a.2", "alpha"),
        `if (Guard 'true' { $true }) { ${ensure(role, "a.3", "beta")} }`,
        "} }",
        ensure(role, "a.4", "gamma"),
      ),
  };
  const result = await runSample(remedy, machine(), [{ role: "remediate" }]);
  expect(summary(result)).toBe("BLOCKED sample 1.0.0 | a: no; 1 of 2 fixed: a");
  expect(result.windows["Story"]).toEqual(["set gamma"]);
});

test("-WhatIf: behind the first item that would be fixed, what depends on it is a forecast", async () => {
  const remedy = {
    items: ["a.1", "a.2", "a.3", "a.4", "a.5", "a.6"],
    steps: (role: Role) =>
      step(
        "a",
        ensure(role, "a.1", "alpha"),
        ensure(role, "a.2", "beta", "on", "-Needs 'a.1'"),
        ensure(role, "a.3", "gamma", "on", "-After 'a.1'"),
        "$when1 = Guard 'beta == on' { (Read-Setting -Name 'beta') -eq 'on' } -After @('a.2', 'a.1')",
        `if ($when1) { ${ensure(role, "a.4", "delta")} } elseif ($null -ne $when1) { ${ensure(role, "a.5", "delta")} }`,
        ensure(role, "a.6", "epsilon"),
      ),
  };
  const result = await runSample(remedy, machine(), [{ role: "standalone", arguments: "-WhatIf" }]);
  expect(summary(result)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 2 of 4: a: setting alpha is none; a: setting epsilon is none; a.2 after a.1; a.3 after a.1; a after a.2",
  );
  expect(result.windows["Reads"]).toEqual(["alpha", "epsilon"]);
});

test("-WhatIf: an item that is blocked does not hide one that would be fixed", async () => {
  const remedy = { items: ["a.1", "a.2"], steps: (role: Role) => step("a", ensure(role, "a.1", "alpha"), ensure(role, "a.2", "beta")) };
  const result = await runSample(remedy, machine("$global:Windows.Policy = @{ alpha = 'P' }"), [
    { role: "standalone", arguments: "-WhatIf" },
    { role: "remediate" },
  ]);
  expect(summary(result, 0)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 2: a: setting alpha is none: it is set by the domain GPO 'P'; a: setting beta is none",
  );
  expect(summary(result, 1)).toBe("BLOCKED sample 1.0.0 | a: setting alpha is none: it is set by the domain GPO 'P'; 1 of 2 fixed: a");
});

test("-WhatIf prints exactly the changes and makes none, no file, no mark, no folder", async () => {
  const changes = "$global:Windows.Settings = @{ beta = 'on' }";
  const result = await runSample(two, machine(changes), [{ role: "standalone", arguments: "-WhatIf" }, { role: "standalone" }]);
  expect(result.runs[0]?.lines).toEqual([
    "What if: a.1: setting alpha is on (setting alpha is none)",
    "NONCOMPLIANT sample 1.0.0 | 1 of 2: a: setting alpha is none",
  ]);
  expect(result.runs[0]?.exitCode).toBe(1);
  expect(result.windows["Story"]).toEqual(["set alpha"]);
  const nothing = await runSample(two, machine(changes), [{ role: "standalone", arguments: "-WhatIf" }, { role: "detect" }]);
  expect(nothing.windows).toMatchObject({ Story: [], Files: {}, Folders: {}, Marks: {}, Session: {} });
});

test("a change that a person declines is not made, and halts what follows", async () => {
  // What -Confirm asks cannot be answered without a person: stand in for the script's ShouldProcess.
  const declining = {
    ...two,
    steps: (role: Role) =>
      `$Remedy['Cmdlet'] = [pscustomobject]@{} | ForEach-Object { $_.PSObject.Members.Add([psscriptmethod]::new('ShouldProcess', { $false })); $_ }\n${two.steps(role)}`,
  };
  const result = await runSample(declining, machine(), [{ role: "remediate" }]);
  expect(summary(result)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 2: a: declined: setting alpha is none; b.1 waits for a.1: setting beta is none",
  );
  expect(result.runs[0]?.exitCode).toBe(1);
  expect(result.windows["Story"]).toEqual([]);
});

test("what the steps write by accident never reaches the output", async () => {
  const remedy = { items: ["a.1"], steps: (role: Role) => step("a", "'noise'", ensure(role, "a.1", "alpha"), "Write-Output 'more noise'") };
  const result = await runSample(remedy, machine(), [{ role: "detect" }, { role: "remediate" }]);
  for (const run of result.runs) expect(run.lines).toHaveLength(1);
});

test("an error between items fails the step and halts what follows", async () => {
  const remedy = { items: ["b.1"], steps: (role: Role) => [step("a", "[int]'x'"), step("b", ensure(role, "b.1", "alpha"))].join("\n") };
  const result = await runSample(remedy, machine(), [{ role: "remediate" }]);
  expect(summary(result)).toMatch(/^FAILED sample 1\.0\.0 \| a: .*'x'.* \(line \d+\); b\.1 waits for a: setting alpha is none$/);
  expect(result.windows["Story"]).toEqual([]);
});

test("an error outside the steps still ends with a summary line and the chosen exit code", async () => {
  const remedy = { items: ["a.1"], steps: (role: Role) => `${step("a", ensure(role, "a.1", "alpha"))}\nthrow "it broke]LOG] here"` };
  const result = await runSample(remedy, machine(), [{ role: "detect" }, { role: "standalone" }]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 1603]);
  for (const run of [0, 1])
    expect(summary(result, run)).toMatch(/^FAILED sample 1\.0\.0 \| unexpected: it broke\] LOG\] here \(line \d+\)$/);
});

test("killed at any effect, the next run carries on", async () => {
  const whole = await runSample(two, machine(), [{ role: "remediate" }]);
  const effects = Number(whole.windows["Effects"]);
  expect(effects).toBeGreaterThan(10);
  const kills = Array.from({ length: effects }, (_, i) => i + 1);
  const runs = kills.flatMap((kill) => [
    { role: "remediate" as const, before: machine(`$global:Windows.KillAt = ${kill}`) },
    { role: "remediate" as const },
    { role: "detect" as const },
  ]);
  const result = await runSample(two, machine(), runs);
  kills.forEach((kill, i) => expect(summary(result, 3 * i + 2), `killed at effect ${kill}`).toMatch(/^COMPLIANT /));
}, 120_000);
