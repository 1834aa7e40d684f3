import { expect, test } from "vitest";
import { inRemedy, inStep, runRemedy, value } from "./machine.ts";

const hidden = "Set-Value 'H' 0 -Key 'HKLM\\SOFTWARE\\Hidden'; $global:Windows.Hidden = @('hklm|64|software\\hidden')";
const secret = "registry_value('HKLM\\SOFTWARE\\Hidden', \"H\")";

test("rule 3: a test that raises blocks its item with the reason, and is never fixed", async () => {
  const runs = await runRemedy(inStep(`ensure ${secret} { data: 1 }`), hidden, ["detect", "remediate"]);
  for (const run of runs) {
    expect(run.summary).toMatch(/^BLOCKED sample 1\.0\.0 \| one: .*Requested registry access is not allowed\./);
    expect(run.windows.Story.filter((line) => line.startsWith("write"))).toEqual([]);
  }
});

test("rule 3: only that item: the others of its step go on", async () => {
  const [fix] = await runRemedy(inStep(`ensure ${secret} { data: 1 }\nensure ${value("A")} { data: 1 }`), hidden, ["remediate"]);
  expect(fix?.summary).toMatch(/^BLOCKED .*; 1 of 2 fixed: one/);
});

test.each([
  ["of a step", inRemedy(`step one "One" when ${secret}.data == 1 { ensure ${value("A")} { data: 1 }\nensure ${value("B")} { data: 1 } }`)],
  ["inside a step", inStep(`when ${secret}.data == 1 { ensure ${value("A")} { data: 1 } } else { ensure ${value("B")} { data: 1 } }`)],
])("rule 3: a guard %s that raises blocks everything under it, either branch", async (_, remedy) => {
  const runs = await runRemedy(remedy, hidden, ["detect", "remediate"]);
  for (const run of runs) {
    expect(run.summary).toMatch(/^BLOCKED .*Requested registry access is not allowed\./);
    expect(run.windows.Registry["hklm|64|software\\demo"]).toBeUndefined();
  }
});

test("rule 3: what stands beside such a guard goes on", async () => {
  const [fix] = await runRemedy(
    inStep(`when ${secret}.data == 1 { ensure ${value("A")} { data: 1 } }\nensure ${value("B")} { data: 1 }`),
    hidden,
    ["remediate"],
  );
  expect(Object.keys(fix?.windows.Registry["hklm|64|software\\demo"] ?? {})).toEqual(["B"]);
});

test("rule 3: a condition of 'require' and of 'check' that raises blocks as well", async () => {
  for (const item of [`require ${secret}.data == 1 else "no"`, `check "C" { ${secret}.data == 1 } fix { restart service("Agent") }`]) {
    const [fix] = await runRemedy(inStep(item), `${hidden}; Set-Service 'Agent' @{ State = 'running' }`, ["remediate"]);
    expect(fix?.summary).toMatch(/^BLOCKED .*Requested registry access is not allowed\./);
    expect(fix?.windows.Story.filter((line) => / Agent$/.test(line))).toEqual([]);
  }
});

test("rule 3: 'not there' is no reason: a key and a service that are missing are read as absent", async () => {
  const [detect] = await runRemedy(
    inStep(`when registry_value('HKLM\\SOFTWARE\\Nowhere', "X").exists or service("Agent").exists { ensure ${value("A")} { data: 1 } }`),
    "",
    ["detect"],
  );
  expect(detect?.summary).toMatch(/^COMPLIANT/);
});

test("rule 3: 'and' and 'or' stop early, so what is behind them need not be readable", async () => {
  const remedy = inStep(
    `when service("Agent").exists and ${secret}.data == 1 { ensure ${value("A")} { data: 1 } }\nwhen not service("Agent").exists or ${secret}.data == 1 { ensure ${value("B")} { data: 1 } }`,
  );
  const [fix] = await runRemedy(remedy, hidden, ["remediate"]);
  expect(fix?.summary).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: one");
});

test("rule 3: a warning that cannot be read is no verdict", async () => {
  const [detect] = await runRemedy(
    inStep(`warn "W" when ${secret}.data == 1\nensure ${value("A")} { data: 1 }`),
    `${hidden}; Set-Value 'A' 1`,
    ["detect"],
  );
  expect(detect?.summary).toMatch(/^COMPLIANT/);
});

test("rule 3: a message that shows what cannot be read is a message all the same, and no verdict", async () => {
  const shown = `is \${${secret}.data ?? 0}`;
  const others = `ensure ${value("A")} { data: 1 }`;
  const [warned, required, checked] = await Promise.all(
    [
      `warn "It ${shown}" when os.uptime > 900d`,
      `require os.uptime < 900d else "It ${shown}"`,
      `check "It ${shown}" { ${secret}.data == 1 } fix { flush dns }`,
    ].map((statement) => runRemedy(inStep(`${statement}\n${others}`), hidden, ["detect", "remediate"])),
  );
  for (const [detect, fix] of [warned ?? [], required ?? []]) {
    expect(detect?.summary).toMatch(/^NONCOMPLIANT .*: one: registry value HKLM\\SOFTWARE\\Demo\\A is missing/);
    expect(fix?.summary).toMatch(/^FIXED /);
  }
  const [detect, fix] = checked ?? [];
  expect(detect?.summary).toContain("one: 'It is (cannot be read)' cannot be read: ");
  expect(detect?.summary).toContain("one: registry value HKLM\\SOFTWARE\\Demo\\A is missing");
  expect(fix?.summary).toMatch(/^BLOCKED .*'It is \(cannot be read\)' cannot be read: .*; 1 of 2 fixed: one/);
});
