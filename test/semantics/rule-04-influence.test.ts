import { describe, expect, test } from "vitest";
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

describe("rule 4: what is to go and comes again is looked at before the first thing goes", () => {
  /** An agent that is removed with what lies around it, and installed again. */
  const renew = (stale: string) =>
    inRemedy(`step stale "Stale" when service("Agent").state != running {
${stale}
}
step install "Install" {
  ensure package("Agent") present { source: 'C:\\Media\\agent.exe', signed_by: "CN=Contoso", provides: [service("Agent")] }
  ensure service("Agent") { state: running }
}`);
  const agent = "Add-Package 'Agent' 'agent'; Set-Service 'Agent' @{ State = 'stopped' }; Add-File 'C:\\Media\\agent.exe'";
  const stuck = "Add-Package 'Old' 'old' @{ QuietUninstallString = $null }";
  const both = 'ensure package("Agent") absent\nensure package("Old") absent';
  const changes = (run: RunResult | undefined): string[] =>
    (run?.windows.Story ?? []).filter((line) => !line.startsWith("mark ")).map((line) => line.split(" ")[0] ?? "");

  test("while one removal is blocked, nothing goes, also in the next run, and what-if says so", async () => {
    const [fix, again, preview] = await runRemedy(renew(both), `${agent}; ${stuck}`, [
      "standalone",
      "standalone",
      { script: "standalone", arguments: "-WhatIf" },
    ]);
    for (const run of [fix, again, preview]) {
      expect(changes(run)).toEqual([]);
      expect(run?.summary).toMatch(/^BLOCKED .*stale: installed: Old [0-9.]+: removal of Old: it has no silent uninstall command/);
      expect(run?.summary).toContain("stale.1 waits for stale.2: installed: Agent 1.2.3.0");
    }
    // told once, though looked at twice
    expect(
      fix?.windows.Logs["C:\\Windows\\Logs\\Remedyc\\sample.jsonl"]?.split("\n").filter((line) => line.includes('"id":"stale.2"')),
    ).toHaveLength(1);
  });

  test("nothing is blocked: everything goes, in order, and is told once", async () => {
    const [fix] = await runRemedy(renew(both), `${agent}; Add-Package 'Old' 'old'`, ["standalone"]);
    expect(fix?.windows.Story.filter((line) => line.startsWith("remove"))).toEqual(["remove Agent 64", "remove Old 64"]);
    expect(fix?.windows.Logs["C:\\Windows\\Logs\\Remedyc\\sample.log"]?.match(/stale\.1: /g)).toHaveLength(1);
  });

  test("a 'require', and whatever else is blocked behind the first removal, holds it back as well", async () => {
    for (const [rest, why] of [
      ['require service("Other").exists else "No other."', "No other."],
      ['ensure service("Other") { state: running }', "install the program that brings it"],
      [
        'when not computer.is_domain_joined { require service("Other").exists else "No other."\nensure package("Old") absent }',
        "No other.",
      ],
    ] as const) {
      const [fix] = await runRemedy(renew(`ensure package("Agent") absent\n${rest}`), agent, ["standalone"]);
      expect(fix?.summary).toMatch(/^BLOCKED/);
      expect(fix?.summary).toContain(why);
      expect(changes(fix)).toEqual([]);
    }
  });

  test("in the turns of a loop, too", async () => {
    const remedy = renew(
      'each name in ["Agent", "Old"] { ensure package(name) absent }\neach p in package(name matches \'^Old\') { ensure p absent }',
    );
    const [fix] = await runRemedy(remedy, `${agent}; ${stuck}`, ["standalone"]);
    expect(fix?.summary).toMatch(/^BLOCKED/);
    expect(changes(fix)).toEqual([]);
  });

  test("one under a guard that reads what an earlier removal changes is looked at when its turn comes", async () => {
    const remedy = renew('ensure package("Agent") absent\nwhen not package("Agent").exists { ensure package("Old") absent }');
    const [fix] = await runRemedy(remedy, `${agent}; ${stuck}`, ["standalone"]);
    expect(fix?.summary).toMatch(/^BLOCKED .*removal of Old/);
    expect(fix?.windows.Story).toContain("remove Agent 64");
  });

  test("what stands before the first removal is independent, and so is what goes for good", async () => {
    const [fix] = await runRemedy(renew(`${ensure("A")}\n${both}`), `${agent}; ${stuck}`, ["standalone"]);
    expect(written(fix)).toEqual(["A"]);
    const [gone] = await runRemedy(inStep(both), `${agent}; ${stuck}`, ["standalone"]);
    expect(gone?.summary).toMatch(/^BLOCKED/);
    expect(gone?.windows.Story).toContain("remove Agent 64");
  });

  test("a restart that is armed is not asked for while something is blocked", async () => {
    const remedy = renew(both).replace('step stale "Stale"', 'step settled "Settled" { reboot when reboot.pending }\nstep stale "Stale"');
    const pending = "Add-FakeKey 'hklm|64|software\\microsoft\\windows\\currentversion\\component based servicing\\rebootpending'";
    const [fix] = await runRemedy(remedy, `${agent}; ${stuck}; ${pending}`, ["standalone"]);
    expect(fix?.summary).toMatch(/^BLOCKED/);
    expect(fix?.summary).not.toContain("restart needed");
    const [asks] = await runRemedy(remedy, `${agent}; Add-Package 'Old' 'old'; ${pending}`, ["standalone"]);
    expect(asks?.summary).toContain("restart needed");
    expect(changes(asks)).toEqual([]);
  });
});
