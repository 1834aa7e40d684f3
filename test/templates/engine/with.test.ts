import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { getSharedEngine } from "../../powershell/engine-pool.ts";
import { assembleSample, ensure, machine, runSample, step, summary } from "./machine.ts";

const remedy = {
  items: ["a.1", "a.2"],
  steps: (role: Role) =>
    step(
      "a",
      `With -Service @('bits', 'wuauserv', 'missing') -Process @('tool') {\n${ensure(role, "a.1", "alpha")}\n${ensure(role, "a.2", "beta")}\n}`,
    ),
};
const services =
  "$global:Windows.Services = @{ bits = 'running'; wuauserv = 'stopped'; spooler = 'running' }; $global:Windows.Processes = @('tool')";

test("nothing is stopped with -WhatIf, or where nothing is to be fixed", async () => {
  const result = await runSample(remedy, machine(services), [
    { role: "standalone", arguments: "-WhatIf" },
    { role: "standalone", before: "$global:Windows.Settings = @{ alpha = 'on'; beta = 'on' }" },
  ]);
  expect(result.windows["Story"]).toEqual([]);
  expect(summary(result, 0)).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 2 of 2: /);
});

test("stopped before the first fix, afterwards exactly what ran is started", async () => {
  const result = await runSample(remedy, machine(services), [{ role: "remediate" }]);
  expect(summary(result)).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: a");
  expect(result.windows["Story"]).toEqual(["stop bits", "end process", "set alpha", "set beta", "start bits"]);
  expect(result.windows["Services"]).toEqual({ bits: "running", wuauserv: "stopped", spooler: "running" });
});

test("only from the first fix on", async () => {
  const result = await runSample(remedy, machine(`${services}; $global:Windows.Settings = @{ alpha = 'on' }`), [{ role: "remediate" }]);
  expect(result.windows["Story"]).toEqual(["stop bits", "end process", "set beta", "start bits"]);
});

test("started again after a failed fix", async () => {
  const result = await runSample(remedy, machine(`${services}; $global:Windows.Broken = @{ alpha = 'no' }`), [{ role: "remediate" }]);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: no; 1 of 2 fixed: a");
  expect(result.windows["Services"]).toMatchObject({ bits: "running" });
});

test("a run that is killed while services are stopped: the next one starts them, also when nothing is left to fix", async () => {
  const killed = `${services}; $global:Windows.Dependents = @{ bits = @('spooler') }`;
  const whole = await runSample(remedy, machine(killed), [{ role: "remediate" }]);
  expect(whole.windows["Session"]).toEqual({
    "HKLM\\sample\\Changed a.1": expect.any(String) as unknown,
    "HKLM\\sample\\Changed a.2": expect.any(String) as unknown,
  });
  const kills = Array.from({ length: Number(whole.windows["Effects"]) }, (_, i) => i + 1);
  for (const kill of kills) {
    const result = await runSample(remedy, machine(`${killed}; $global:Windows.KillAt = ${kill}`), [
      { role: "remediate" },
      { role: "remediate" },
    ]);
    expect(result.windows, `killed at effect ${kill}`).toMatchObject({
      Services: { bits: "running", wuauserv: "stopped", spooler: "running" },
    });
  }
}, 120_000);

test("services that depend on a stopped one are started again too, the service first", async () => {
  const result = await runSample(remedy, machine(`${services}; $global:Windows.Dependents = @{ bits = @('spooler') }`), [
    { role: "remediate" },
  ]);
  expect(result.windows["Story"]).toEqual(["stop bits", "end process", "set alpha", "set beta", "start bits", "start spooler"]);
});

test("when something does not stop, no fix inside runs", async () => {
  const result = await runSample(remedy, machine(`${services}; $global:Windows.Broken = @{ 'stop bits' = 'bits hangs' }`), [
    { role: "remediate" },
  ]);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: bits hangs; a: bits hangs");
  expect(result.windows["Story"]).toEqual(["stop bits", "start bits"]);
});

test("a service that does not start again is a failure", async () => {
  const result = await runSample(remedy, machine(`${services}; $global:Windows.Broken = @{ 'start bits' = 'error 1069' }`), [
    { role: "remediate" },
  ]);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: not started again after the fix: error 1069; 2 of 2 fixed: a");
});

test("it nests, and stands among the actions of a check", async () => {
  const nested = {
    items: ["a.1"],
    steps: () =>
      step(
        "a",
        "With -Service @('bits') { With -Service @('spooler') { Check 'a.1' 'clean' { (Read-Setting -Name 'jobs') -eq 'none' } { With -Process @('tool') { Repair-Setting -Name 'jobs' -Value 'none' } } } }",
      ),
  };
  const result = await runSample(nested, machine(services), [{ role: "remediate" }]);
  expect(result.windows["Story"]).toEqual(["stop bits", "stop spooler", "end process", "set jobs", "start spooler", "start bits"]);
});

test("a run that is stopped in the middle of a fix (Ctrl-C) starts the services again", async () => {
  const hanging = {
    items: ["a.1"],
    steps: () =>
      step("a", "With -Service @('bits') { Ensure 'a.1' 'x' { Test-Setting -Name 'alpha' -Value 'on' } { Start-Sleep -Seconds 60 } }"),
  };
  const folder = mkdtempSync(join(tmpdir(), "remedyc-stop-"));
  const engine = await getSharedEngine();
  try {
    writeFileSync(join(folder, "script.ps1"), assembleSample(hanging, { role: "remediate" }));
    const driver = join(folder, "driver.ps1");
    writeFileSync(
      driver,
      `${machine(services)}\ntry { & '${folder}/script.ps1' } finally { Write-Host ('>>> ' + ($global:Windows.Story -join ', ')) }`,
    );
    const result = await engine.run({ file: driver, timeLimitMs: 4000 });
    expect(result.timedOut).toBe(true);
    expect(result.stdout).toContain(">>> stop bits, start bits");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
