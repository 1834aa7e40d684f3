import fc from "fast-check";
import { expect, test } from "vitest";
import { inRemedy, inStep, runMachines, runRemedy, value, withoutTraces } from "./machine.ts";
import type { MachineCase } from "./machine.ts";

const ensure = (name: string, data = 1) => `ensure ${value(name)} { data: ${data} }`;
const no = 'require service("Agent").exists else "No agent."';

test("rule 5: NONCOMPLIANT when remediation would fix something, also beside what is blocked", async () => {
  const [detect] = await runRemedy(inStep(`${ensure("A")}\n${no}`), "", ["detect"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT/);
});

test("rule 5: BLOCKED when nothing can be fixed and an item is blocked, or waits behind one", async () => {
  const remedy = inRemedy(`step one "One" { ${no} }\nstep two "Two" { ${ensure("A")} }`);
  const [detect, discover] = await runRemedy(remedy, "", ["detect", "discover"]);
  expect(detect?.summary).toBe(
    "BLOCKED sample 1.0.0 | one: No agent.; two.1 waits for one.1: registry value HKLM\\SOFTWARE\\Demo\\A is missing, it should be dword 1",
  );
  expect(discover).toMatchObject({ lines: ["Blocked"], exitCode: 0 });
});

test("rule 5: COMPLIANT when neither is so", async () => {
  const [detect, discover] = await runRemedy(inStep(ensure("A")), "Set-Value 'A' 1", ["detect", "discover"]);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
  expect(discover).toMatchObject({ lines: ["Compliant"], exitCode: 0 });
});

test("rule 5: behind the first fix an item that names the same resource is forecast as 'after' it", async () => {
  const remedy = inStep('ensure service("Agent") { startup: manual }\nensure service("Agent") { state: running }');
  const [detect] = await runRemedy(remedy, "Set-Service 'Agent'", ["detect"]);
  expect(detect?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 1 of 2: one: service Agent has startup automatic, not manual; one\.2 after one\.1$/,
  );
});

test("rule 5: so is one that a fix provides, and a guard that reads what a fix changes", async () => {
  const remedy =
    inStep(`ensure package("Agent") present { source: 'C:\\Media\\agent.exe', signed_by: "CN=Contoso", provides: [service("Agent")] }
    ensure service("Agent") { state: running }
    when ${value("A")}.data == 1 { ${ensure("B")} }
    ${ensure("A")}
    when ${value("A")}.data == 1 { ${ensure("C")} }`);
  const [detect] = await runRemedy(remedy, "Add-File 'C:\\Media\\agent.exe'", ["detect"]);
  expect(detect?.summary).toContain("one.2 after one.1");
  expect(detect?.summary).toMatch(/after one\.4/);
  expect(detect?.summary).not.toMatch(/one\.3 after/);
});

test("rule 5: an item behind the first fix that reads nothing of it is told as it is", async () => {
  const [detect] = await runRemedy(inStep(`${ensure("A")}\n${ensure("B")}\n${ensure("C")}`), "Set-Value 'C' 1", ["detect"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 2 of 3: .*\\A is missing.*\\B is missing/);
});

test("rule 5: detection and -WhatIf change nothing: every table is as before", async () => {
  const remedy =
    inRemedy(`step one "One" { ${ensure("A")}\ncheck "C" { service("Agent").state == running } every 1h fix { with service("Spooler") stopped { restart service("Agent") } }
    each p in package(name matches '.') { ensure p absent } }\nstep two "Two" { reboot when changed }\nstep three "Three" { ${ensure("B")} }`);
  const setup = "Set-Service 'Agent'; Set-Service 'Spooler' @{ State = 'running' }; Add-Package 'Old' 'old'";
  const [before, detect, whatIf, discover] = await runRemedy(remedy, setup, [
    { script: "detect", before: "$global:Windows.Marks['HKLM\\other\\Mark'] = 'x'" },
    "detect",
    { script: "standalone", arguments: "-WhatIf" },
    "discover",
  ]);
  expect(before?.summary).toMatch(/^NONCOMPLIANT/);
  expect(whatIf?.lines.filter((line) => line.startsWith("What if")).length).toBeGreaterThan(2);
  for (const run of [before, detect, whatIf, discover]) expect(run?.windows.Story).toEqual([]);
  expect(before?.windows).toMatchObject({
    Marks: { "HKLM\\other\\Mark": "x" },
    Logs: {},
    Folders: {},
    Registry: { "hklm|64|software": {} },
  });
  for (const run of [detect, whatIf, discover]) expect(withoutTraces(run)).toEqual(withoutTraces(before));
});

/* A remedy of registry values, requires and guards, and a machine, both at random. */

const names = ["A", "B", "C", "D"];
const name = fc.constantFrom(...names);
const condition = fc.tuple(name, fc.integer({ min: 0, max: 1 })).map(([n, data]) => `${value(n)}.data == ${data}`);
/** Every value is ensured to one state only, since others contradict each other (rule 6). */
const item = fc.oneof(
  { weight: 4, arbitrary: name.map((n) => ensure(n)) },
  { weight: 1, arbitrary: fc.tuple(condition, name).map(([c, n]) => `check "C" { ${c} } fix { ensure ${value(n)} { data: 1 } }`) },
  { weight: 1, arbitrary: fc.constant('each x in ["A", "B"] { ensure registry_value(\'HKLM\\SOFTWARE\\Demo\', x) { data: 1 } }') },
  { weight: 1, arbitrary: condition.map((c) => `require ${c} else "Not so."`) },
  { weight: 1, arbitrary: condition.map((c) => `warn "Look." when ${c}`) },
);
const block = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join("\n"));
const statement = fc.oneof(
  { weight: 3, arbitrary: item },
  { weight: 2, arbitrary: fc.tuple(condition, block).map(([c, body]) => `when ${c} { ${body} }`) },
  { weight: 1, arbitrary: fc.tuple(condition, block, block).map(([c, body, other]) => `when ${c} { ${body} } else { ${other} }`) },
);
const reboot = fc.constantFrom("reboot when changed", "reboot when reboot.pending", `reboot when ${value("D")}.data == 0`);
const step = fc.oneof(
  { weight: 1, arbitrary: reboot.map((body) => (index: number) => `step s${index} "S" { ${body} }`) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.option(condition), fc.array(statement, { minLength: 1, maxLength: 4 })).map(
      ([guard, body]) =>
        (index: number) =>
          `step s${index} "S" ${guard === null ? "" : `when ${guard} `}{\n${body.join("\n")}\n}`,
    ),
  },
);
const remedies = fc
  .array(step, { minLength: 1, maxLength: 4 })
  .map((steps) => inRemedy(steps.map((make, index) => make(index)).join("\n")));
const machines = fc
  .tuple(...names.map((n) => fc.constantFrom("", `Set-Value '${n}' 0`, `Set-Value '${n}' 1`, `Set-Value '${n}' '1' 'String'`)))
  .map((lines) => lines.join("; "));
const troubles = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constant("Add-FakeKey 'hklm|64|software\\microsoft\\windows\\currentversion\\component based servicing\\rebootpending'"),
  },
  { weight: 1, arbitrary: fc.constant("$global:Windows.Policies['SOFTWARE\\Demo|B'] = 0") },
  { weight: 1, arbitrary: fc.constant("$global:Windows.Broken['C'] = 'No.'") },
);

test("rule 5: NONCOMPLIANT exactly when remediation, started now, acts or finds what a policy owns; and detection leaves the machine as it was", async () => {
  const scenario = fc
    .tuple(remedies, machines, troubles)
    .map(([source, values, trouble]): MachineCase => ({
      source,
      setup: `${values}; ${trouble}`,
      runs: ["detect", "remediate", "detect", "remediate"],
    }));
  const cases = fc.sample(scenario, { numRuns: 40, seed: 20_261_123 });
  const verdicts = new Set<string>();
  (await runMachines(cases)).forEach(([detect, fix, after, again], index) => {
    const about = () =>
      `${cases[index]?.source}\n${cases[index]?.setup}\n${[detect, fix, after, again].map((run) => run?.summary).join("\n")}`;
    // Acting is to write, to run the actions of a check (they may have nothing to write), or to ask for a restart that something waits for (one that nothing waits for has no influence on detection, rule 7).
    const acts = (run: typeof fix) =>
      run?.windows.Story.some((line) => /^(write|mark Check) /.test(line)) === true ||
      (/restart needed/.test(run?.summary ?? "") && /waits for s/.test(run?.summary ?? ""));
    // Whether the kind knows of something in the way only remediation asks.
    const isHeld = (run: typeof fix) => run?.summary.includes("it is set by the Group Policy object") === true;
    for (const run of [detect, after]) verdicts.add(run?.summary.split(" ")[0] ?? "");
    expect(detect?.windows.Story, about()).toEqual([]);
    expect(detect?.summary.startsWith("NONCOMPLIANT"), about()).toBe(acts(fix) || isHeld(fix));
    expect(after?.summary.startsWith("NONCOMPLIANT"), about()).toBe(acts(again) || isHeld(again));
  });
  expect([...verdicts].sort()).toEqual(["BLOCKED", "COMPLIANT", "NONCOMPLIANT"]);
}, 240_000);
