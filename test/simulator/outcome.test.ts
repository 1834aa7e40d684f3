import { describe, expect, test } from "vitest";
import type { SimulationResult } from "../../src/simulator/machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import { readOutcome } from "../../src/simulator/outcome.ts";
import { configmgrBaseline } from "../../src/targets/configmgr-baseline.ts";
import { intuneRemediation } from "../../src/targets/intune-remediation.ts";
import { standalone } from "../../src/targets/standalone.ts";
import type { TargetRole } from "../../src/targets/target.ts";

function run(exitCode: number, line: string, failure = ""): SimulationResult {
  return {
    exitCode,
    output: ["a finding", line],
    errors: [],
    failure,
    machine: createHealthyMachine(),
    effects: [],
    calls: 0,
    story: [],
    snapshots: [],
  };
}

const roleOf = (roles: readonly TargetRole[], name: string): TargetRole => {
  const found = roles.find((role) => role.role === name);
  if (!found) throw new Error(`no role ${name}`);
  return found;
};

describe("what a run came to", () => {
  const repairs = [
    ["standalone", roleOf(standalone.roles, "standalone")],
    ["intune.remediation", roleOf(intuneRemediation.roles, "remediate")],
    ["configmgr.baseline", roleOf(configmgrBaseline.roles, "remediate")],
  ] as const;

  test.each(repairs)("%s: a restart that is needed", (_target, role) => {
    const { exitCode } = role.dialect.restartNeeded;
    expect(readOutcome(run(exitCode, "FIXED x 1.0.0 | 1 of 1 fixed: a; restart needed"), role, true).outcome).toBe("restart_needed");
    expect(readOutcome(run(exitCode, "BLOCKED x 1.0.0 | a: waits; restart needed"), role, true).outcome).toBe("restart_needed");
  });

  test.each(repairs)("%s: what is blocked or failed comes before a restart that is needed as well", (_target, role) => {
    const line = "x 1.0.0 | a: a domain policy; 1 of 2 fixed: b; restart needed";
    expect(readOutcome(run(role.dialect.blocked.exitCode, `BLOCKED ${line}`), role, true).outcome).toBe("blocked");
    expect(readOutcome(run(role.dialect.failed.exitCode, `FAILED ${line}`), role, true).outcome).toBe("failed");
  });

  test("a baseline's discovery answers with one word, and an error that left the script is a crash", () => {
    const role = roleOf(configmgrBaseline.roles, "detect");
    expect(readOutcome(run(0, "NonCompliant"), role, false).outcome).toBe("noncompliant");
    expect(readOutcome(run(0, "Compliant", "no such thing"), role, false)).toEqual({ outcome: "crashed", line: "no such thing" });
    expect(readOutcome(run(0, "hello"), role, false).outcome).toBe("no summary line");
  });
});
