import { expect, test } from "vitest";
import { inStep, runRemedy, value } from "./machine.ts";

const starting = (milliseconds: number, becomes = "running") =>
  `Set-Service 'Agent' @{ State = 'starting'; After = @(${milliseconds}, '${becomes}') }`;
const remedy = inStep('ensure service("Agent") { state: running }');

test("rule 13: a service that is just starting is waited for, and is not stuck", async () => {
  const [detect] = await runRemedy(remedy, starting(20_000), ["detect"]);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
  expect(detect?.windows["Tick"]).toBeGreaterThanOrEqual(20_000);
});

test("rule 13: at most 30 s", async () => {
  const [detect] = await runRemedy(remedy, starting(40_000), ["detect"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*starting/);
  expect(detect?.windows["Tick"]).toBeGreaterThanOrEqual(30_000);
  expect(detect?.windows["Tick"]).toBeLessThan(40_000);
});

test("rule 13: or 'timeout'", async () => {
  const [longer, shorter] = [
    ...(await runRemedy(inStep('ensure service("Agent") { state: running, timeout: 2m }'), starting(100_000), ["detect"])),
    ...(await runRemedy(inStep('ensure service("Agent") { state: running, timeout: 5s }'), starting(20_000), ["detect"])),
  ];
  expect(longer?.summary).toMatch(/^COMPLIANT/);
  expect(shorter?.summary).toMatch(/^NONCOMPLIANT/);
});

test("rule 13: one that is stopping is waited for as well", async () => {
  const [detect] = await runRemedy(
    inStep('ensure service("Agent") { state: stopped }'),
    "Set-Service 'Agent' @{ State = 'stopping'; After = @(10000, 'stopped') }",
    ["detect"],
  );
  expect(detect?.summary).toMatch(/^COMPLIANT/);
});

test("rule 13: so it is where a guard reads the state", async () => {
  const guarded = inStep(`when service("Agent").state != running { ensure ${value("A")} { data: 1 } }`);
  const [soon, never] = [
    ...(await runRemedy(guarded, starting(20_000), ["detect"])),
    ...(await runRemedy(guarded, starting(90_000), ["detect"])),
  ];
  expect(soon?.summary).toMatch(/^COMPLIANT/);
  expect(never?.summary).toMatch(/^NONCOMPLIANT/);
});
