import { expect, test } from "vitest";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

const two = {
  items: ["a.1", "b.1"],
  steps: (role: Role) => [step("a", ensure(role, "a.1", "alpha")), step("b", ensure(role, "b.1", "beta"))].join("\n"),
};

test("a machine as it should be is compliant in every role", async () => {
  const result = await runSample(two, machine("$global:Windows.Settings = @{ alpha = 'on'; beta = 'on' }"), [{ role: "detect" }, { role: "remediate" }, { role: "standalone" }]);
  for (const run of [0, 1, 2]) {
    expect(summary(result, run)).toBe("COMPLIANT sample 1.0.0 | 2 checks in 0.0 s");
    expect(result.runs[run]).toMatchObject({ exitCode: 0, lines: [expect.any(String)] });
  }
  expect(result.windows["Story"]).toEqual([]);
});

test("what deviates is reported by detection, fixed by the repair, and then holds", async () => {
  const result = await runSample(two, machine("$global:Windows.Settings = @{ alpha = 'off' }"), [{ role: "detect" }, { role: "remediate" }, { role: "detect" }, { role: "remediate" }]);
  expect(result.runs.map((run) => run.exitCode)).toEqual([1, 0, 0, 0]);
  expect(summary(result, 0)).toBe("NONCOMPLIANT sample 1.0.0 | 2 of 2: a: setting alpha is off; b: setting beta is none");
  expect(summary(result, 1)).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: a, b");
  expect(summary(result, 2)).toMatch(/^COMPLIANT /);
  expect(result.windows["Story"]).toEqual(["set alpha", "set beta"]);
});
