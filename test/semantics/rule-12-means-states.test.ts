import { expect, test } from "vitest";
import { findErrors, inStep, runRemedy } from "./machine.ts";

const agent = "C:\\Media\\agent.exe";
const setup = `Add-File '${agent}'; Set-Service 'Agent' @{ State = 'running' }; Add-Package 'Agent' 'agent'`;

test("rule 12: a state is tested", async () => {
  const [detect] = await runRemedy(inStep('ensure service("Agent") { startup: manual }'), setup, ["detect"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*startup automatic/);
});

test("rule 12: a means only serves the fix: whatever it says, what is there is compliant", async () => {
  const remedy = inStep(
    'ensure package("Agent") present { source: \'C:\\Elsewhere\\agent.exe\', signed_by: "CN=Somebody", arguments: ["/other"], timeout: 1h }\nensure service("Agent") { state: running, timeout: 5m }',
  );
  const [detect, fix] = await runRemedy(remedy, setup, ["detect", "remediate"]);
  for (const run of [detect, fix]) expect(run?.summary).toMatch(/^COMPLIANT/);
});

test("rule 12: 'provides' is tested as part of being present (rule 11), the other means never", async () => {
  const [detect] = await runRemedy(
    inStep('ensure package("Agent") present { source: \'C:\\Media\\agent.exe\', signed_by: "CN=Contoso", provides: [service("Other")] }'),
    setup,
    ["detect"],
  );
  expect(detect?.summary).toMatch(/^NONCOMPLIANT/);
});

test("rule 12: 'absent' takes means only: a state is an error", async () => {
  const [[code, text] = []] = await findErrors(inStep("ensure registry_value('HKLM\\SOFTWARE\\Demo', \"A\") absent { data: 1 }"));
  expect(code).toBe("RMD4104");
  expect(text).toContain("data");
  expect(await findErrors(inStep('ensure package("Agent") absent { remove_arguments: ["/S"] }'))).toEqual([]);
});

test("rule 12: a means that serves a removal alone is an error beside anything else", async () => {
  for (const state of ["present { forget: true }", "{ forget: true }"])
    expect(await findErrors(inStep(`ensure package("Agent") ${state}`))).toContainEqual(["RMD4126", "forget"]);
  expect(await findErrors(inStep('ensure package("Agent") absent { forget: true }'))).toEqual([]);
});

test("rule 12: a block with a state implies 'present'", async () => {
  const [detect, fix] = await runRemedy(inStep("ensure registry_value('HKLM\\SOFTWARE\\Demo', \"A\") { type: dword, data: 0 }"), "", [
    "detect",
    "remediate",
  ]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*is missing/);
  expect(fix?.windows.Registry["hklm|64|software\\demo"]).toEqual({ A: { Type: "DWord", Data: 0 } });
});

test("rule 12: 'startup' is set before 'state', whatever the order in the source", async () => {
  const [fix] = await runRemedy(
    inStep('ensure service("Agent") { state: running, startup: manual }'),
    "Set-Service 'Agent' @{ StartType = 4 }",
    ["remediate"],
  );
  expect(fix?.windows.Story.filter((line) => /^(start|startup) /.test(line))).toEqual(["startup Agent demand", "start Agent"]);
  const [stop] = await runRemedy(
    inStep('ensure service("Agent") { state: stopped, startup: disabled }'),
    "Set-Service 'Agent' @{ State = 'running' }",
    ["remediate"],
  );
  expect(stop?.windows.Story.filter((line) => /^(stop|startup) /.test(line))).toEqual(["startup Agent 4", "stop Agent"]);
});
