import fc from "fast-check";
import { expect, test } from "vitest";
import { inRemedy, inStep, runMachines, runRemedy, value, withoutTraces } from "./machine.ts";
import type { MachineCase } from "./machine.ts";

const ensure = (name: string, data = 1) => `ensure ${value(name)} { data: ${data} }`;
const no = 'require service("Agent").exists else "No agent."';

test("rule 5: NONCOMPLIANT when a test is false, also beside what is blocked", async () => {
  const [detect, discover] = await runRemedy(inStep(`${ensure("A")}\n${no}`), "", ["detect", "discover"]);
  expect(detect?.summary).toBe(
    "NONCOMPLIANT sample 1.0.0 | 1 of 2: one: No agent.; one: registry value HKLM\\SOFTWARE\\Demo\\A is missing, it should be dword 1",
  );
  expect(discover).toMatchObject({ lines: ["NonCompliant"], exitCode: 0 });
});

test("rule 5: BLOCKED when none is, and a 'require' is false or something cannot be read", async () => {
  const unreadable = "$global:Windows.Hidden = @('hklm|64|software\\demo')";
  for (const [body, setup, why] of [
    [no, "", "one: No agent."],
    [
      ensure("A"),
      unreadable,
      "one: 'registry value HKLM\\SOFTWARE\\Demo A: data 1' cannot be read: Requested registry access is not allowed.",
    ],
  ] as const) {
    const [detect, discover] = await runRemedy(inStep(body), `Set-Value 'A' 1; ${setup}`, ["detect", "discover"]);
    expect(detect).toMatchObject({ summary: `BLOCKED sample 1.0.0 | ${why}`, exitCode: 1 });
    expect(discover).toMatchObject({ lines: ["Blocked"], exitCode: 0 });
  }
});

test("rule 5: COMPLIANT when everything holds", async () => {
  const [detect, discover] = await runRemedy(inStep(ensure("A")), "Set-Value 'A' 1", ["detect", "discover"]);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
  expect(discover).toMatchObject({ lines: ["Compliant"], exitCode: 0 });
});

test("rule 5: it walks to the end of the step in which the first item would be fixed or is blocked, and no further", async () => {
  const behind = `step two "Two" { ${ensure("B")}\nwarn "Look." when ${value("D")}.data == none }`;
  const why = (name: string) => `registry value HKLM\\SOFTWARE\\Demo\\${name} is missing, it should be dword 1`;
  const [deviating] = await runRemedy(inRemedy(`step one "One" { ${ensure("A")}\n${ensure("C")} }\n${behind}`), "", ["detect"]);
  expect(deviating?.summary).toBe(`NONCOMPLIANT sample 1.0.0 | 2 of 2: one: ${why("A")}; one: ${why("C")}`);
  const [blocked] = await runRemedy(inRemedy(`step one "One" { ${no} }\n${behind}`), "", ["detect"]);
  expect(blocked?.summary).toBe("BLOCKED sample 1.0.0 | one: No agent.");
  const [second] = await runRemedy(inRemedy(`step one "One" { ${ensure("A")} }\n${behind}`), "Set-Value 'A' 1", ["detect"]);
  expect(second?.summary).toBe(`NONCOMPLIANT sample 1.0.0 | 1 of 2: two: ${why("B")}; warning: Look.`);
});

test("rule 5: blockers, marks and restarts are not its business: NONCOMPLIANT, and what the last run said", async () => {
  const remedy = inStep(`check "C" { ${value("C")}.data == 1 } fix { restart service("Agent") }`);
  const runs = await runRemedy(remedy, "Set-Service 'Agent'", ["remediate", "detect", "remediate", "detect", "discover"]);
  expect(runs.map((run) => run.summary.split(" ")[0])).toEqual(["FAILED", "NONCOMPLIANT", "BLOCKED", "NONCOMPLIANT", "NonCompliant"]);
  expect(runs[3]?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 1 of 1: one: 'C' does not hold \| last run 2026-11-23: BLOCKED one: .*its actions ran/,
  );
});

test("rule 5: it passes over an item that names the same resource as one that would be fixed", async () => {
  const remedy = inStep('ensure service("Agent") { startup: manual }\nensure service("Agent") { state: running }');
  const [first, second, both] = [
    ...(await runRemedy(remedy, "Set-Service 'Agent'", ["detect"])),
    ...(await runRemedy(remedy, "Set-Service 'Agent' @{ StartType = 3 }", ["detect"])),
    ...(await runRemedy(remedy, "Set-Service 'Agent' @{ StartType = 3; State = 'running' }", ["detect"])),
  ];
  expect(first?.summary).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: one: service Agent has startup automatic, not manual");
  expect(second?.summary).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: one: service Agent is stopped");
  expect(both?.summary).toMatch(/^COMPLIANT sample 1\.0\.0 \| 2 checks/);
});

test("rule 5: so it does with one that a fix provides, and with a guard, a require and a warning that read what a fix changes", async () => {
  const remedy =
    inStep(`ensure package("Agent") present { source: 'C:\\Media\\agent.exe', signed_by: "CN=Contoso", provides: [service("Agent")] }
    ensure service("Agent") { state: running }
    when ${value("A")}.data == 1 { ${ensure("B")} } else { ${ensure("F")} }
    ${ensure("A")}
    when ${value("A")}.data == 1 { ${ensure("C")} } else { ${ensure("E")} }
    require ${value("A")}.data == 1 else "Never said."
    warn "Nor this." when ${value("A")}.data == none
    ${ensure("D")}`);
  const [detect] = await runRemedy(remedy, "Add-File 'C:\\Media\\agent.exe'", ["detect"]);
  expect(detect?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 4 of 4: one: no package Agent is installed; one: [^;]*\\F is missing[^;]*; one: [^;]*\\A is missing[^;]*; one: [^;]*\\D is missing[^;]*$/,
  );
  const [again] = await runRemedy(remedy, "Add-Package 'Agent' 'agent'; Set-Service 'Agent'; Set-Value 'A' 1; Set-Value 'B' 1", ["detect"]);
  expect(again?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 3 of 7: one: service Agent is stopped; one: [^;]*\\C is [^;]*; one: [^;]*\\D is [^;]*$/,
  );
});

test("rule 5: what a check's actions change counts as changed by its fix", async () => {
  const remedy = inStep(
    `check "C" { ${value("C")}.data == 1 } fix { restart service("Agent") }\nensure service("Agent") { state: running }\n${ensure("A")}`,
  );
  const [detect] = await runRemedy(remedy, "Set-Service 'Agent'; Set-Value 'A' 1", ["detect"]);
  expect(detect?.summary).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: one: 'C' does not hold");
});

test("rule 5: a name that only the device knows may be any: what could be the same is passed over", async () => {
  const remedy = inStep(
    `each p in package(name matches '^Agent') { ensure registry_value('HKLM\\SOFTWARE\\Demo', p.name) { data: 1 } }
    require ${value("Z")}.data == 1 else "Never said."
    require service("Agent").exists else "No agent."`,
  );
  const packages = "Add-Package 'Agent one' 'a1'; Add-Package 'Agent two' 'a2'; Set-Value 'Agent one' 1";
  const [due, settled] = [
    ...(await runRemedy(remedy, packages, ["detect"])),
    ...(await runRemedy(remedy, `${packages}; Set-Value 'Agent two' 1`, ["detect"])),
  ];
  expect(due?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 1 of 3: one: No agent\.; one: registry value .*\\Agent two is missing[^;]*$/,
  );
  expect(settled?.summary).toBe("BLOCKED sample 1.0.0 | one: Never said.");
});

test("rule 5: what cannot be read is fixed by nobody, so what depends on it is tested", async () => {
  const remedy = inStep(`ensure ${value("A")} { data: 1 }\nwhen ${value("A")}.exists { ${ensure("B")} }`);
  const [detect] = await runRemedy(remedy, "Set-Value 'A' 0; $global:Windows.Hidden = @('hklm|64|software\\demo')", ["detect"]);
  expect(detect?.summary.match(/cannot be read/g)).toHaveLength(2);
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

test("rule 5: COMPLIANT exactly where remediation, started now, finds nothing to do; NONCOMPLIANT wherever it acts; and detection leaves the machine as it was", async () => {
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
    const findsNothing = (run: typeof fix) => /^COMPLIANT|^RESTART (?!.*waits for s)/.test(run?.summary ?? "");
    for (const [detection, remediation] of [
      [detect, fix],
      [after, again],
    ] as const) {
      const verdict = detection?.summary.split(" ")[0] ?? "";
      verdicts.add(verdict);
      expect(detection?.windows.Story, about()).toEqual([]);
      expect(verdict === "COMPLIANT", about()).toBe(findsNothing(remediation));
      if (acts(remediation)) expect(verdict, about()).toBe("NONCOMPLIANT");
    }
  });
  expect([...verdicts].sort()).toEqual(["BLOCKED", "COMPLIANT", "NONCOMPLIANT"]);
}, 240_000);
