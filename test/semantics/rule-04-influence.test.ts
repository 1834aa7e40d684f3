import { expect, test } from "vitest";
import { inRemedy, inStep, runRemedy, value } from "./machine.ts";
import type { RunResult } from "./machine.ts";

/** Names of the values that stand below HKLM\SOFTWARE\Demo afterwards. */
function written(run: RunResult | undefined): string[] {
  return Object.keys(run?.windows.Registry["hklm|64|software\\demo"] ?? {}).sort();
}

const ensure = (name: string) => `ensure ${value(name)} { data: 1 }`;
const no = 'require service("Agent").exists else "No agent."';

test("rule 4: a false 'require' blocks the rest of its own block, not what stands before it", async () => {
  const [fix] = await runRemedy(inStep(`${ensure("A")}\n${no}\n${ensure("B")}`), "", ["remediate"]);
  expect(written(fix)).toEqual(["A"]);
  expect(fix?.summary).toMatch(/^BLOCKED .*No agent\./);
});

test("rule 4: a false 'require' of a nested block blocks that block, and the step goes on behind it", async () => {
  const remedy = inStep(
    `when service("Spooler").exists {\n${ensure("A")}\n${no}\n${ensure("B")}\nwhen service("Spooler").exists { ${ensure("C")} }\n}\n${ensure("D")}`,
  );
  const [fix] = await runRemedy(remedy, "Set-Service 'Spooler'", ["remediate"]);
  expect(written(fix)).toEqual(["A", "D"]);
});

test("rule 4: a false 'require' blocks nested blocks behind it too", async () => {
  const remedy = inStep(
    `${no}\nwhen service("Spooler").exists { ${ensure("A")} } else { ${ensure("B")} }\neach x in ["C", "D"] { ensure registry_value('HKLM\\SOFTWARE\\Demo', x) { data: 1 } }`,
  );
  const [detect, fix] = await runRemedy(remedy, "Set-Service 'Spooler'", ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^BLOCKED/);
  expect(written(fix)).toEqual([]);
});

test.each([
  ["a list that is unrolled", 'each x in ["Agent", "Spooler"] { require service(x).exists else "No service."', "x"],
  ["a selection", "each p in package(name matches '^(Agent|Spooler)$') { require service(p.name).exists else \"No service.\"", "p.name"],
])("rule 4: in an 'each' over %s it blocks the rest for that element", async (_, each, name) => {
  const remedy = inStep(`${each}\nensure registry_value('HKLM\\SOFTWARE\\Demo', ${name}) { data: 1 }\n}\n${ensure("Z")}`);
  const [fix] = await runRemedy(remedy, "Set-Service 'Spooler'; Add-Package 'Agent' 'agent'; Add-Package 'Spooler' 'spooler'", [
    "remediate",
  ]);
  expect(written(fix)).toEqual(["Spooler", "Z"]);
});

test("rule 4: a 'with' and a 'when' whose guard is known when compiling are blocks as well", async () => {
  for (const block of ['with service("Spooler") stopped', "when 1 == 1"]) {
    const [fix] = await runRemedy(inStep(`${block} {\n${ensure("A")}\n${no}\n${ensure("B")}\n}\n${ensure("C")}`), "Set-Service 'Spooler'", [
      "remediate",
    ]);
    expect(written(fix)).toEqual(["A", "C"]);
  }
});

test("rule 4: what a part brings belongs to the block of its 'use'", async () => {
  const remedy = `part ready() { ${no} }\n${inStep(`use ready()\n${ensure("A")}`)}`;
  const [fix] = await runRemedy(remedy, "", ["remediate"]);
  expect(written(fix)).toEqual([]);
});

test("rule 4: items of one step are independent: the next runs although one failed", async () => {
  const [fix] = await runRemedy(inStep(`${ensure("A")}\n${ensure("B")}`), "$global:Windows.Broken['A'] = 'No.'", ["remediate"]);
  expect(fix?.summary).toBe("FAILED sample 1.0.0 | one: No.; 1 of 2 fixed: one");
  expect(written(fix)).toEqual(["B"]);
});

test("rule 4: unless it names the same resource", async () => {
  const remedy = inStep(
    'ensure service("Agent") { startup: manual }\ncheck "restarted" { service("agent").state == running } fix { restart service("agent") }',
  );
  const [fix] = await runRemedy(
    remedy,
    "Set-Service 'Agent' @{ State = 'stopped' }; ${alias:Write-ServiceStartup} = 'Get-Refused'; function global:Get-Refused { 5 }",
    ["remediate", "detect"],
  );
  expect(fix?.summary).toMatch(/^FAILED .*; one\.2 waits for one\.1/);
  expect(fix?.windows.Story.filter((line) => line === "start Agent")).toEqual([]);
});

test("rule 4: unless it names one that the failed one provides", async () => {
  const remedy = inStep(
    'ensure package("Agent") present { source: \'C:\\Media\\agent.exe\', signed_by: "CN=Contoso", provides: [service("Agent")] }\nensure service("Agent") { state: running }',
  );
  const [fix] = await runRemedy(
    remedy,
    "Add-File 'C:\\Media\\agent.exe'; Set-Service 'Agent'; $global:Windows.Outcomes['agent.exe'] = @{ Code = 2 }",
    ["remediate"],
  );
  expect(fix?.summary).toMatch(/^FAILED .*; one\.2 waits for one\.1/);
  expect(fix?.windows.Story.filter((line) => line === "start Agent")).toEqual([]);
});

test.each([
  ["failed", ensure("A"), "$global:Windows.Broken['A'] = 'No.'", "two.1 waits for one.1"],
  ["blocked", no, "", "two.1 waits for one.1"],
])("rule 4: a step with a %s item halts those after it: waiting, not changed", async (_, item, setup, expected) => {
  const [fix] = await runRemedy(
    inRemedy(`step one "One" { ${item} }\nstep two "Two" { ${ensure("B")}\n${ensure("C")} }`),
    `${setup}; Set-Value 'C' 1`,
    ["remediate"],
  );
  expect(fix?.summary).toContain(expected);
  expect(written(fix)).toEqual(["C"]);
  // They are tested all the same: C holds, and is not said to wait.
  expect(fix?.summary).not.toContain("two.2");
});

test("rule 4: a reboot that acts halts the steps after it", async () => {
  const remedy = inRemedy(
    `step one "One" { ${ensure("A")} }\nstep two "Two" { reboot when changed }\nstep three "Three" { ${ensure("B")} }`,
  );
  const [fix] = await runRemedy(remedy, "", ["standalone"]);
  expect(written(fix)).toEqual(["A"]);
  expect(fix?.summary).toContain("three.1 waits for two.1");
});
