import { expect, test } from "vitest";
import { emit, findErrors, inRemedy, inStep, runMachines, runRemedy, value } from "./machine.ts";

const RUNNING = 'ensure service("Agent") { state: running }';
/** A start that Windows refuses, until something repairs the service. */
const REFUSED = "Set-Service 'Agent' @{ OnStart = 1053 }";
const PENDING = `Set-Value 'x' 1 'DWord' 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'`;
/** An item of PowerShell whose fix does this to the service. */
const script = (name: string, test: string, fix: string): string => `ensure script("${name}") { test: '''${test} ''', fix: '''${fix} ''' }`;
/** What repairs the service so that it runs. */
const REPAIR = script(
  "repair",
  "$global:Windows.Services['Agent'].OnStart -eq 0",
  "$global:Windows.Story += 'repair'; Set-Service 'Agent' @{ State = 'running' }",
);
/** The same, and it does not run by itself. */
const HALF = script(
  "half",
  "$false -ne $global:Windows.Services['Agent'].Delayed",
  "$global:Windows.Story += 'half'; $global:Windows.Services['Agent'].Delayed = $true",
);
/** What a run has done to the machine, its own marks apart. */
const story = (run: { readonly windows: { readonly Story: readonly string[] } } | undefined): readonly string[] =>
  (run?.windows.Story ?? []).filter((line) => !/^(un)?mark /.test(line));

test("rule 19: where the item holds, or its own fix makes it hold, nothing of the block happens, is tested or is told", async () => {
  const remedy = inStep(`${RUNNING} else {\nrequire ${value("R")}.data == 1 else "Not ready."\nensure ${value("A")} { data: 1 }\n}`);
  const [holds, , fixed] = [
    ...(await runRemedy(remedy, "Set-Service 'Agent' @{ State = 'running' }", ["standalone"])),
    ...(await runRemedy(remedy, "Set-Service 'Agent'", ["detect", "standalone"])),
  ];
  expect(holds?.summary).toMatch(/^COMPLIANT sample 1\.0\.0 \| 1 check in /);
  expect(fixed?.summary).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: one");
  expect(story(fixed)).toEqual(["start Agent"]);
  for (const run of [holds, fixed]) expect(Object.keys(run?.windows.Registry ?? {})).not.toContain("hklm|64|software\\demo");
});

test("rule 19: where its own fix has not helped, the block is walked in order, and the item tested once more", async () => {
  const [run, again, detect] = await runRemedy(inStep(`${RUNNING} else {\nensure ${value("A")} { data: 1 }\n${REPAIR}\n}`), REFUSED, [
    "standalone",
    "standalone",
    "detect",
  ]);
  expect(story(run)).toEqual(["start Agent", "write hklm|64|software\\demo\\A", "repair"]);
  expect(run).toMatchObject({ summary: "FIXED sample 1.0.0 | 3 of 3 fixed: one", exitCode: 0 });
  expect(again?.summary).toMatch(/^COMPLIANT sample 1\.0\.0 \| 1 check in /);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
  expect(run?.windows.Logs["C:\\Windows\\Logs\\Remedyc\\sample.log"]).toContain("one.1: service Agent did not start: ");
});

test("rule 19: whatever the kind: a value that does not take the data, a package, a check", async () => {
  const runs = await runMachines([
    {
      source: inStep(
        `ensure ${value("A")} { data: 1 } else { ${script("free", "$global:Windows.Stubborn.Count -eq 0", "$global:Windows.Stubborn = @(); Set-Value 'A' 1")} }`,
      ),
      setup: "$global:Windows.Stubborn = @('A')",
      runs: ["remediate"],
    },
    {
      source: inStep(
        `ensure package("Agent") absent else { ${script("by hand", "$global:Windows.Packages.Count -eq 0", "$global:Windows.Story += 'by hand'; $global:Windows.Packages = @()")} }`,
      ),
      setup: "Add-Package 'Agent' 'agent'; $global:Windows.Outcomes['agent.exe'] = @{ Code = 5 }",
      runs: ["remediate"],
    },
    {
      source: inStep(
        `check "C" { ${value("C")}.data == 1 } fix { ensure ${value("D")} { data: 1 } }\nensure ${value("A")} { data: 1 } else { check "D" { ${value("A")}.data == 1 } fix { ensure ${value("D")} { data: 1 } } }`,
      ),
      setup: "Set-Value 'C' 1; $global:Windows.Broken['A'] = 'No.'",
      runs: ["remediate"],
    },
  ]);
  const [stubborn, removed, check] = runs.map(([run]) => run);
  expect(stubborn?.summary).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: one");
  expect(removed?.summary).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: one");
  expect(story(removed)).toEqual(["run agent.exe", "by hand"]);
  expect(check?.summary).toBe("FAILED sample 1.0.0 | one: still so after the fix: 'D' does not hold; one.3 waits for one.4: No.");
});

test("rule 19: what is not there has nothing to be tried on: the block is walked at once", async () => {
  const install = `ensure package("Agent") present { source: 'C:\\Media\\agent.exe', signed_by: "CN=Contoso", provides: [service("Agent")] }`;
  const [run, preview] = [
    ...(await runRemedy(
      inStep(`${RUNNING} else { ${install} }`),
      "Add-File 'C:\\Media\\agent.exe'; $global:Windows.Outcomes['agent.exe'] = @{ Code = 0; Do = \"Add-Package 'Agent' 'agent'; Set-Service 'Agent' @{ State = 'running' }\" }",
      ["standalone"],
    )),
    ...(await runRemedy(inStep(`${RUNNING} else { ${install} }`), "Add-File 'C:\\Media\\agent.exe'", [
      { script: "standalone", arguments: "-WhatIf" },
    ])),
  ];
  expect(run?.summary).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: one");
  expect(story(run)).toEqual(["run agent.exe"]);
  expect(preview?.summary).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 2: one: no package Agent is installed; one.1 after one.2");
});

test("rule 19: a package or a file that the remedy names nothing to make it from has nothing to be tried with", async () => {
  const make = script(
    "make",
    "$global:Windows.Story -contains 'made'",
    "$global:Windows.Story += 'made'; Add-Package 'Agent' 'agent'; Add-File 'C:\\Demo\\a.txt'",
  );
  const runs = await runMachines(
    ['package("Agent")', "file('C:\\Demo\\a.txt')"].map((thing) => ({
      source: inStep(`ensure ${thing} present else { ${make} }`),
      setup: "$global:Windows.Folders['C:\\Demo'] = 'inherited'",
      runs: ["remediate" as const],
    })),
  );
  for (const [run] of runs) {
    expect(run?.summary).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: one");
    expect(story(run)).toEqual(["made"]);
  }
});

test("rule 19: every other thing that stands in the way blocks the item, and the block is not walked", async () => {
  const block = `ensure ${value("B")} { data: 1 }`;
  const runs = await runMachines([
    { source: inStep(`${RUNNING} else { ${block} }`), setup: "Set-Service 'Agent' @{ StartType = 4 }", runs: ["remediate"] },
    {
      source: inStep(`ensure ${value("A")} { data: 1 } else { ${block} }`),
      setup: "$global:Windows.Policies['SOFTWARE\\Demo|A'] = 0",
      runs: ["remediate"],
    },
    {
      source: inStep(`ensure package("Agent") present { source: 'C:\\Media\\agent.msi', signed_by: "CN=Contoso" } else { ${block} }`),
      setup: "",
      runs: ["remediate"],
    },
    { source: inStep(`${RUNNING} else { ${block} }`), setup: "$global:Windows.Hidden = @('service Agent')", runs: ["remediate"] },
  ]);
  const summaries = runs.map(([run]) => run?.summary);
  expect(summaries[0]).toBe("BLOCKED sample 1.0.0 | one: service Agent is stopped: it is disabled; set its startup where that is wanted");
  expect(summaries[1]).toMatch(/^BLOCKED .*: it is set by the Group Policy object 'Server baseline', change it there$/);
  expect(summaries[2]).toMatch(/^BLOCKED .*no package Agent is installed: C:\\Media\\agent\.msi does not exist$/);
  expect(summaries[3]).toMatch(/^BLOCKED .*'service Agent: state running' cannot be read: Access is denied\.$/);
  for (const [run] of runs) expect(story(run)).toEqual([]);
});

test("rule 19: still not so after the block: failed, with both reasons", async () => {
  const [run, missing] = [
    ...(await runRemedy(inStep(`${RUNNING} else { ensure ${value("A")} { data: 1 } }`), REFUSED, ["standalone"])),
    ...(await runRemedy(inStep(`${RUNNING} else { ensure ${value("A")} { data: 1 } }`), "", ["standalone"])),
  ];
  expect(run?.summary).toMatch(
    /^FAILED sample 1\.0\.0 \| one: service Agent did not start: .*; still so after what follows 'else': service Agent is stopped; 1 of 2 fixed: one$/,
  );
  expect(missing?.summary).toBe(
    "FAILED sample 1.0.0 | one: service Agent is not installed; still so after what follows 'else': service Agent is not installed; 1 of 2 fixed: one",
  );
  expect(run?.exitCode).toBe(1603);
});

test("rule 19: a false 'require' blocks the rest of the block; the item waits for it, and its own reason is told, too", async () => {
  const remedy = inStep(
    `${RUNNING} else {\nensure ${value("A")} { data: 1 }\nrequire service("Agent").startup == disabled else "The agent starts \${service("Agent").startup ?? manual}."\nensure ${value("B")} { data: 1 }\n}\nensure ${value("C")} { data: 1 }\nensure service("Agent") { startup: manual }`,
  );
  const [run] = await runRemedy(remedy, REFUSED, ["standalone"]);
  expect(run?.summary).toMatch(
    /^BLOCKED sample 1\.0\.0 \| one: The agent starts automatic\.; one\.1 waits for one\.3: service Agent did not start: .*; one\.6 waits for one\.1: service Agent has startup automatic, not manual; 2 of 5 fixed: one$/,
  );
  expect(story(run)).toEqual(["start Agent", "write hklm|64|software\\demo\\A", "write hklm|64|software\\demo\\C"]);
  expect(run?.exitCode).toBe(20001);
});

test("rule 19: what fails in the block fails the run, and holds the steps behind it back", async () => {
  const remedy = inRemedy(
    `step one "One" { ${RUNNING} else {\nensure ${value("A")} { data: 1 }\nensure ${value("B")} { data: 1 }\n} }\nstep two "Two" { ensure ${value("C")} { data: 1 } }`,
  );
  const [run] = await runRemedy(remedy, `${REFUSED}; $global:Windows.Broken['A'] = 'The disk is full.'`, ["standalone"]);
  expect(run?.summary).toMatch(
    /^FAILED sample 1\.0\.0 \| one: The disk is full\.; one\.1 waits for one\.2: service Agent did not start: .*; two\.1 waits for one\.2: registry value .*; 1 of 4 fixed: one$/,
  );
  expect(story(run)).toEqual(["start Agent", "write hklm|64|software\\demo\\A", "write hklm|64|software\\demo\\B"]);
});

test("rule 19: 'reboot' in the block ends the run, and the next one begins at the top", async () => {
  const remedy = inStep(`${RUNNING} else {\nreboot when reboot.pending\n${REPAIR}\n}`);
  const [first, second] = await runRemedy(remedy, `${REFUSED}; ${PENDING}`, [
    "standalone",
    { script: "standalone", before: "Restart-Windows" },
  ]);
  expect(first?.summary).toMatch(
    /^RESTART sample 1\.0\.0 \| one: restart first: reboot when reboot\.pending; one\.3 waits for one\.2: .*; one\.1 waits for one\.2: .*; restart needed$/,
  );
  expect(first?.exitCode).toBe(3010);
  expect(story(first)).toEqual(["start Agent"]);
  expect(story(second)).toEqual(["start Agent", "repair"]);
  expect(second?.summary).toBe("FIXED sample 1.0.0 | 2 of 2 fixed: one");
});

test("rule 19: detection tests the item alone: nothing of the block is in its script", async () => {
  const remedy = inStep(
    `${RUNNING} else {\nwarn "Only here." when ${value("W")}.data == 1\nensure ${value("Inside")} { data: limit }\n}`,
    'let limit = 4711\nlet note = "Never seen, too"',
  );
  const text = (await emit(remedy, "detect")).split("#endregion")[0];
  expect(text).toContain("Ensure 'service Agent: state running'");
  for (const word of ["Inside", "4711", "Only here", "else", "Never"]) expect(text).not.toContain(word);
  const [detect] = await runRemedy(remedy, "Set-Service 'Agent'", ["detect"]);
  expect(detect?.summary).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: one: service Agent is stopped");
});

test("rule 19: detection passes over what reads a thing that the block would change", async () => {
  const remedy = inStep(
    `${RUNNING} else { ensure ${value("A")} { data: 1 } }\nrequire ${value("A")}.data == 1 else "A is not set."\nensure ${value("B")} { data: 1 }`,
  );
  const [wrong, right] = [
    ...(await runRemedy(remedy, "Set-Service 'Agent'", ["detect"])),
    ...(await runRemedy(remedy, "Set-Service 'Agent' @{ State = 'running' }", ["detect"])),
  ];
  expect(wrong?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 2 of 2: one: service Agent is stopped; one: registry value .*B /);
  expect(right?.summary).toBe("BLOCKED sample 1.0.0 | one: A is not set.");
});

test("rule 19: -WhatIf says that the fix would be tried, and nothing of the block, which nobody knows to be needed", async () => {
  const remedy = inStep(
    `${RUNNING} else { ensure ${value("A")} { data: 1 } }\nensure ${value("A")} { data: 1 }\nensure ${value("B")} { data: 1 }`,
  );
  const [run] = await runRemedy(remedy, REFUSED, [{ script: "standalone", arguments: "-WhatIf" }]);
  expect(run?.summary).toMatch(
    /^NONCOMPLIANT sample 1\.0\.0 \| 2 of 3: one: service Agent is stopped; one: registry value HKLM\\SOFTWARE\\Demo\\B .*; one\.3 after one\.1$/,
  );
  expect(run?.lines.filter((line) => line.startsWith("What if: "))).toEqual([
    "What if: one.1: service Agent: state running (service Agent is stopped); where that does not help, what follows its 'else'",
    expect.stringMatching(/^What if: one\.4: registry value /),
  ]);
  expect(story(run)).toEqual([]);
});

test("rule 19: -WhatIf walks the block where nothing can be tried before it, and says the first thing that stands in its way", async () => {
  const remedy = inStep(`${RUNNING} else {\nrequire ${value("R")}.data == 1 else "Not ready."\nensure ${value("A")} { data: 1 }\n}`);
  const runs = await runMachines(
    ["", "Set-Value 'R' 1"].map((setup) => ({ source: remedy, setup, runs: [{ script: "standalone" as const, arguments: "-WhatIf" }] })),
  );
  const [blocked, told] = runs.map(([run]) => run);
  expect(blocked?.summary).toBe("BLOCKED sample 1.0.0 | one: Not ready.; one.1 waits for one.2: service Agent is not installed");
  expect(told?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 1 of 3: one: registry value .*; one\.1 after one\.3$/);
  for (const run of [blocked, told]) expect(story(run)).toEqual([]);
});

test("rule 19: only what the block has done counts as changed, not a fix that did not help", async () => {
  const tail = `reboot when changed\nensure ${value("Z")} { data: 1 }`;
  const [nothing, something] = [
    ...(await runRemedy(inRemedy(`step one "One" { ${RUNNING} else { warn "w" when changed } }\nstep two "Two" { ${tail} }`), REFUSED, [
      "standalone",
    ])),
    ...(await runRemedy(inRemedy(`step one "One" { ${RUNNING} else { ${REPAIR} } }\nstep two "Two" { ${tail} }`), REFUSED, ["standalone"])),
  ];
  expect(nothing?.windows["Session"]).toEqual({});
  expect(nothing?.summary).not.toContain("warning");
  expect(something?.summary).toMatch(/^FIXED sample 1\.0\.0 \| 2 of 4 fixed: one; restart needed; two: restart first: reboot when changed/);
});

test("rule 19: a run that ends inside the block leaves nothing behind: the next one begins at the top", async () => {
  const remedy = inStep(`${RUNNING} else {\nensure ${value("A")} { data: 1 }\n${REPAIR}\n}`);
  const [first, second] = await runRemedy(remedy, `${REFUSED}; $global:Windows.Broken['A'] = 'No.'`, [
    "standalone",
    { script: "standalone", before: "$global:Windows.Broken = @{}; $global:Windows.Services['Agent'] = $null; Set-Service 'Agent'" },
  ]);
  expect(first?.summary).toMatch(/^FAILED/);
  expect(story(second)).toEqual(["start Agent"]);
  expect(second?.summary).toBe("FIXED sample 1.0.0 | 1 of 1 fixed: one");
});

test("rule 19: after three failed runs nothing is tried, neither the fix nor the block", async () => {
  const runs = await runRemedy(inStep(`${RUNNING} else { ${HALF} }`), REFUSED, ["standalone", "standalone", "standalone", "standalone"]);
  expect(runs.map((run) => run.summary.split(" ")[0])).toEqual(["FAILED", "FAILED", "FAILED", "BLOCKED"]);
  expect(story(runs[1])).toEqual(["start Agent"]);
  expect(story(runs[3])).toEqual([]);
  expect(runs[3]?.summary).toMatch(/3 runs failed in a row; .*still so after what follows 'else': service Agent is stopped/);
});

test("rule 19: a fix that counts after a restart is waited for, and so is another installation: neither leads to the block", async () => {
  const block = `ensure ${value("A")} { data: 1 }`;
  const install = `ensure package("Agent") present { source: 'C:\\Media\\agent.msi', signed_by: "CN=Contoso" } else { ${block} }`;
  const runs = await runMachines(
    [3010, 1618].map((code) => ({
      source: inStep(install),
      setup: `Add-File 'C:\\Media\\agent.msi'; $global:Windows.Outcomes['agent.msi'] = @{ Code = ${code} }`,
      runs: ["remediate" as const],
    })),
  );
  const [restart, busy] = runs.map(([run]) => run);
  expect(restart?.summary).toMatch(/^RESTART .*waiting for restart/);
  expect(busy?.summary).toMatch(/^FAILED .*1618/);
  for (const run of [restart, busy]) expect(story(run).filter((line) => line.startsWith("write"))).toEqual([]);
});

test("rule 19: what in the block counts after a restart is waited for by the item, too", async () => {
  const remedy = inStep(
    `${RUNNING} else {\nensure service("Old") absent\nrequire not service("Old").exists else "It is still there."\n${REPAIR}\n}`,
  );
  const held = "Set-Service 'Old' @{ State = 'running' }; $global:Windows.Services['Old'].Held = $true";
  const [first, second, third] = await runRemedy(remedy, `${REFUSED}; ${held}`, [
    "standalone",
    "standalone",
    { script: "standalone", before: "Restart-Windows; $global:Windows.Services.Remove('Old')" },
  ]);
  expect(first?.summary).toMatch(
    /^RESTART .*one: waiting for restart: service Old is marked for deletion; one\.3 waits for one\.2: It is still there\.; one\.1 waits for one\.2: /,
  );
  expect(story(second)).toEqual([]);
  expect(second?.summary).toMatch(/^RESTART .*one: waiting for restart: service Agent is stopped/);
  expect(third?.summary).toBe("FIXED sample 1.0.0 | 2 of 4 fixed: one");
});

test("rule 19: an else stands in an else, in 'when', 'each', 'with … stopped' and a part", async () => {
  const inner = `ensure ${value("A")} { data: 1 } else { ${REPAIR} }`;
  const runs = await runMachines([
    { source: inStep(`${RUNNING} else { ${inner} }`), setup: `${REFUSED}; $global:Windows.Broken['A'] = 'No.'`, runs: ["standalone"] },
    {
      source: inStep(`each s in service(name matches '^Agent') { ensure s { state: running } else { ${REPAIR} } }`).replace(
        "service(name matches '^Agent')",
        '[service("Agent"), service("Other")]',
      ),
      setup: `${REFUSED}; Set-Service 'Other'`,
      runs: ["standalone"],
    },
    {
      source: inStep(
        `each p in package(name matches '^Agent') { ensure p absent else { ${script("by hand", "$global:Windows.Packages.Count -lt 2", "$global:Windows.Packages = @($global:Windows.Packages | Where-Object { $_.DisplayName -ne 'Agent A' })")} } }`,
      ),
      setup: "Add-Package 'Agent A' 'a'; Add-Package 'Agent B' 'b'; $global:Windows.Outcomes['a.exe'] = @{ Code = 5 }",
      runs: ["standalone"],
    },
    {
      source: inStep(
        `with service("Other") stopped { when os.build > 1 or true { ${RUNNING} else { ${REPAIR} } } }`.replace(
          "os.build > 1 or true",
          `${value("W")}.data == 1`,
        ),
      ),
      setup: `${REFUSED}; Set-Service 'Other' @{ State = 'running' }; Set-Value 'W' 1`,
      runs: ["standalone"],
    },
    {
      source: `part repaired(s: service) { ensure s { state: running } else { ${REPAIR} } }\n${inStep('use repaired(service("Agent"))')}`,
      setup: REFUSED,
      runs: ["standalone", "detect"],
    },
  ]);
  const [nested, list, loop, stopped, part] = runs;
  expect(nested?.[0]?.summary).toMatch(
    /^FAILED sample 1\.0\.0 \| one: No\.; still so after what follows 'else': registry value .*; 2 of 3 fixed: one$/,
  );
  expect(list?.[0]?.summary).toBe("FIXED sample 1.0.0 | 3 of 3 fixed: one");
  expect(loop?.[0]?.summary).toBe("FIXED sample 1.0.0 | 3 of 3 fixed: one");
  expect(story(stopped?.[0])).toEqual(["stop Other", "start Agent", "repair", "start Other"]);
  expect(part?.[1]?.summary).toMatch(/^COMPLIANT/);
});

test("rule 19: what an earlier item has not done holds the item back, and its block with it", async () => {
  const remedy = inStep(`ensure ${value("A")} { data: 1 }\nensure ${value("A")} { data: 1 } else { ensure ${value("B")} { data: 1 } }`);
  const [run] = await runRemedy(remedy, "$global:Windows.Broken['A'] = 'No.'", ["remediate"]);
  expect(run?.summary).toMatch(/^FAILED sample 1\.0\.0 \| one: No\.; one\.2 waits for one\.1: registry value /);
  expect(story(run)).toEqual(["write hklm|64|software\\demo\\A"]);
});

test("rule 19: an else without a statement does nothing, which is told", async () => {
  expect(await findErrors(inStep(`${RUNNING} else { }`), "warning")).toEqual([["RMD4120", "{ }"]]);
});
