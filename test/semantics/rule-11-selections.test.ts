import { expect, test } from "vitest";
import { inStep, runRemedy, value } from "./machine.ts";
import type { RunResult } from "./machine.ts";

const msi = (digit: string) => `{${digit.repeat(8)}-0000-0000-0000-000000000000}`;
const bundle = "@{ BundleCachePath = 'C:\\ProgramData\\Package Cache\\setup.exe' }";

function removed(run: RunResult | undefined): string[] {
  return (run?.windows.Story ?? []).filter((line) => line.startsWith("remove")).map((line) => line.slice("remove ".length));
}

test('rule 11: package("N") is the exact name, ignoring case', async () => {
  const [fix] = await runRemedy(
    inStep('ensure package("contoso agent") absent'),
    `Add-Package 'Contoso Agent' '${msi("1")}'; Add-Package 'Contoso Agent 2' '${msi("2")}'`,
    ["remediate"],
  );
  expect(removed(fix)).toEqual(["Contoso Agent 64"]);
});

test("rule 11: filters must all hold", async () => {
  const setup = `Add-Package 'Agent one' '${msi("1")}' @{ DisplayVersion = '1.9' }; Add-Package 'Agent two' '${msi("2")}' @{ DisplayVersion = '2.0.0' }; Add-Package 'Other' '${msi("3")}' @{ DisplayVersion = '1.0' }`;
  const [fix] = await runRemedy(inStep("ensure package(name matches '^agent', version < 2.0) absent"), setup, ["remediate"]);
  expect(removed(fix)).toEqual(["Agent one 64"]);
});

test("rule 11: both registry views; two entries with one key in both are two", async () => {
  const setup = `Add-Package 'Agent' '${msi("1")}'; Add-Package 'Agent' '${msi("1")}' @{ View = 32 }; Add-Package 'Agent small' '${msi("2")}' @{ View = 32 }`;
  const [detect, fix] = await runRemedy(inStep('ensure package("Agent") absent'), setup, ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*Agent 1\.2\.3.*Agent 1\.2\.3/);
  expect(removed(fix).sort()).toEqual(["Agent 32", "Agent 64"]);
  const [one] = await runRemedy(inStep('ensure package("Agent small") absent'), setup, ["remediate"]);
  expect(removed(one)).toEqual(["Agent small 32"]);
});

test("rule 11: '.exists' means at least one", async () => {
  const remedy = inStep(`when package(name matches '^Agent').exists { ensure ${value("A")} { data: 1 } }`);
  for (const [setup, word] of [
    ["", "COMPLIANT"],
    ["Add-Package 'Agent 1' 'a1'", "NONCOMPLIANT"],
    ["Add-Package 'Agent 1' 'a1'; Add-Package 'Agent 2' 'a2'", "NONCOMPLIANT"],
  ] as const) {
    const [detect] = await runRemedy(remedy, setup, ["detect"]);
    expect(detect?.summary.split(" ")[0]).toBe(word);
  }
});

test("rule 11: 'absent' removes one by one, bundles and EXEs before MSIs, then by name; none is left", async () => {
  const setup = `Add-Package 'Agent A' '${msi("1")}'; Add-Package 'Agent C' 'agentc'; Add-Package 'Agent B' 'agentb' ${bundle}; Add-Package 'Agent 0' '${msi("2")}'`;
  const [fix, again] = await runRemedy(
    inStep('ensure package(name matches \'^Agent\') absent { remove_arguments: ["/S"], signed_by: "CN=Contoso" }'),
    setup,
    ["remediate", "detect"],
  );
  expect(removed(fix)).toEqual(["Agent B 64", "Agent C 64", "Agent 0 64", "Agent A 64"]);
  expect(again?.summary).toMatch(/^COMPLIANT/);
});

test("rule 11: they are read again after each, since one may take others along", async () => {
  const setup = `Add-Package 'Agent' 'agent' @{ Gone = @('Agent Runtime') }; Add-Package 'Agent Runtime' '${msi("1")}'; Add-Package 'Agent Tool' '${msi("2")}'`;
  const [fix] = await runRemedy(inStep("ensure package(name matches '^Agent') absent"), setup, ["remediate"]);
  expect(removed(fix)).toEqual(["Agent 64", "Agent Tool 64"]);
  expect(fix?.summary).toMatch(/^FIXED/);
});

test("rule 11: one that fails does not stop the rest", async () => {
  const setup = `Add-Package 'Agent 1' '${msi("1")}'; Add-Package 'Agent 2' '${msi("2")}'; $global:Windows.Outcomes['${msi("1")}'] = @{ Code = 1603 }`;
  const [fix] = await runRemedy(inStep("ensure package(name matches '^Agent') absent"), setup, ["remediate"]);
  expect(removed(fix)).toEqual(["Agent 2 64"]);
  expect(fix?.summary).toMatch(/^FAILED .*Agent 1/);
});

test("rule 11: 'present' is at least one match, and everything in 'provides'", async () => {
  const remedy = inStep(
    'ensure package("Agent") present { source: \'C:\\Media\\agent.exe\', signed_by: "CN=Contoso", provides: [service("Agent")] }',
  );
  const media = "Add-File 'C:\\Media\\agent.exe'";
  const words = async (setup: string) => (await runRemedy(remedy, `${media}; ${setup}`, ["detect"]))[0]?.summary;
  expect(await words("Add-Package 'Agent' 'agent'; Set-Service 'Agent'")).toMatch(/^COMPLIANT/);
  expect(await words("Add-Package 'Agent' 'agent'")).toMatch(/^NONCOMPLIANT .*service Agent/);
  expect(await words("Set-Service 'Agent'")).toMatch(/^NONCOMPLIANT/);
});

test("rule 11: another property of a selection with several matches is unreadable", async () => {
  const remedy = inStep(`when (package(name matches '^Agent').version ?? 1.0) < 2.0 { ensure ${value("A")} { data: 1 } }`);
  const [several] = await runRemedy(remedy, "Add-Package 'Agent 2' 'a2'; Add-Package 'Agent 1' 'a1'", ["detect"]);
  expect(several?.summary).toMatch(/^BLOCKED .*matches several: Agent 1.*Agent 2/);
  const [single] = await runRemedy(remedy, "Add-Package 'Agent 2' 'a2'", ["detect"]);
  expect(single?.summary).toMatch(/^NONCOMPLIANT/);
});

test("rule 11: the order across 'ensure's is that of the source", async () => {
  const setup = `Add-Package 'Agent' '${msi("1")}'; Add-Package 'Updater' 'updater'`;
  const [fix] = await runRemedy(inStep('ensure package("Agent") absent\nensure package("Updater") absent'), setup, ["remediate"]);
  expect(removed(fix)).toEqual(["Agent 64", "Updater 64"]);
});
