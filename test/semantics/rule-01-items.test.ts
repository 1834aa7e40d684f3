import { expect, test } from "vitest";
import { inStep, runRemedy, value } from "./machine.ts";

const remedy = inStep(`ensure ${value("A")} { data: 1 }`);

test("rule 1: a test that is true is ok, and nothing happens", async () => {
  const runs = await runRemedy(remedy, "Set-Value 'A' 1", ["detect", "remediate"]);
  expect(runs.map((run) => [run.summary, run.exitCode])).toEqual([
    ["COMPLIANT sample 1.0.0 | 1 check in 0.0 s", 0],
    ["COMPLIANT sample 1.0.0 | 1 check in 0.0 s", 0],
  ]);
  expect(runs.flatMap((run) => run.windows.Story.filter((line) => line.startsWith("write")))).toEqual([]);
});

test("rule 1: a test that is false is fixed and tested again", async () => {
  const [detect, fix, again] = await runRemedy(remedy, "Set-Value 'A' 0", ["detect", "remediate", "detect"]);
  expect(detect).toMatchObject({
    summary: "NONCOMPLIANT sample 1.0.0 | 1 of 1: one: registry value HKLM\\SOFTWARE\\Demo\\A is dword 0, it should be dword 1",
    exitCode: 1,
  });
  expect(fix).toMatchObject({ summary: "FIXED sample 1.0.0 | 1 of 1 fixed: one", exitCode: 0 });
  expect(fix?.windows.Registry["hklm|64|software\\demo"]).toEqual({ A: { Type: "DWord", Data: 1 } });
  expect(again).toMatchObject({ summary: "COMPLIANT sample 1.0.0 | 1 check in 0.0 s", exitCode: 0 });
});

test("rule 1: a fix after which the test is still false has failed", async () => {
  const [fix] = await runRemedy(remedy, "$global:Windows.Stubborn = @('A')", ["remediate"]);
  expect(fix?.summary).toMatch(/^FAILED sample 1\.0\.0 \| one: .*registry value HKLM\\SOFTWARE\\Demo\\A is missing/);
  expect(fix?.exitCode).toBe(1);
});

test("rule 1: a blocker that holds is read before a fix, which then does not run; detection does not ask", async () => {
  const [detect, whatIf, fix] = await runRemedy(remedy, "$global:Windows.Locked = @('hklm|64|software')", [
    "detect",
    { script: "standalone", arguments: "-WhatIf" },
    "standalone",
  ]);
  const missing = "one: registry value HKLM\\SOFTWARE\\Demo\\A is missing, it should be dword 1";
  expect(detect?.summary).toBe(`NONCOMPLIANT sample 1.0.0 | 1 of 1: ${missing}`);
  for (const run of [whatIf, fix]) {
    expect(run?.summary).toBe(`BLOCKED sample 1.0.0 | ${missing}: there is no right to write to HKLM\\SOFTWARE`);
    expect(run?.exitCode).toBe(20001);
    expect(run?.windows.Story.filter((line) => line.startsWith("write"))).toEqual([]);
  }
});

test("rule 1: blockers are not asked about an item that is ok", async () => {
  const [detect] = await runRemedy(remedy, "Set-Value 'A' 1; $global:Windows.Locked = @('hklm|64|software\\demo')", ["detect"]);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
});

test("the walk: a 'let' is a name, not a snapshot: read anew where it is used, after what was fixed before it", async () => {
  const named = inStep(
    `ensure ${value("A")} { data: 1 }\nwhen first.data == 1 { ensure ${value("B")} { data: 1 } }`,
    `let first = ${value("A")}`,
  );
  const [fix] = await runRemedy(named, "", ["remediate"]);
  expect(Object.keys(fix?.windows.Registry["hklm|64|software\\demo"] ?? {}).sort()).toEqual(["A", "B"]);
});

test("the walk: detection, -WhatIf and remediation go the same way in source order", async () => {
  const remedy = inStep(["A", "B", "C"].map((name) => `ensure ${value(name)} { data: 1 }`).join("\n"));
  const [detect, whatIf, fix] = await runRemedy(remedy, "Set-Value 'B' 1", [
    "detect",
    { script: "standalone", arguments: "-WhatIf" },
    "remediate",
  ]);
  expect(detect?.summary.match(/Demo\\[ABC]/g)).toEqual(["Demo\\A", "Demo\\C"]);
  expect(whatIf?.lines.filter((line) => line.startsWith("What if")).map((line) => /Demo\\[ABC]/.exec(line)?.[0])).toEqual([
    "Demo\\A",
    "Demo\\C",
  ]);
  expect(fix?.windows.Story.filter((line) => line.startsWith("write"))).toEqual([
    "write hklm|64|software\\demo\\A",
    "write hklm|64|software\\demo\\C",
  ]);
});

test("the walk: a warning that holds is told, and is no verdict", async () => {
  const [detect, fix] = await runRemedy(
    inStep(`warn "Old." when ${value("A")}.data == 1\nensure ${value("B")} { data: 1 }`),
    "Set-Value 'A' 1; Set-Value 'B' 1",
    ["detect", "remediate"],
  );
  for (const run of [detect, fix])
    expect(run).toMatchObject({ exitCode: 0, summary: "COMPLIANT sample 1.0.0 | 1 check in 0.0 s; warning: Old." });
});
