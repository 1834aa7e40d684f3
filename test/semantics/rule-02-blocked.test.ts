import { expect, test } from "vitest";
import { inRemedy, inStep, runRemedy, value } from "./machine.ts";

test("rule 2: the author blocks with 'require', in the words of the remedy", async () => {
  const remedy = inStep(`require service("Agent").exists else "Install the agent first."\nensure ${value("A")} { data: 1 }`);
  const runs = await runRemedy(remedy, "", ["detect", "standalone"]);
  for (const run of runs) expect(run.summary).toMatch(/^BLOCKED sample 1\.0\.0 \| one: Install the agent first\./);
  expect(runs.map((run) => run.exitCode)).toEqual([1, 20001]);
});

test("rule 2: inside 'fix' a 'require' is a precondition of that fix alone", async () => {
  const remedy = inStep(`check "C" { ${value("C")}.data == 1 } fix {
    require service("Agent").exists else "No agent to ask."
    restart service("Agent")
  }
  ensure ${value("A")} { data: 1 }`);
  const [satisfied, detect, fix] = [
    ...(await runRemedy(remedy, "Set-Value 'C' 1; Set-Value 'A' 1", ["detect"])),
    ...(await runRemedy(remedy, "Set-Value 'A' 0", ["detect", "remediate"])),
  ];
  expect(satisfied?.summary).toMatch(/^COMPLIANT/);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 2 of 2: one: 'C' does not hold; one: registry value /);
  expect(detect?.summary).not.toContain("No agent to ask.");
  expect(fix?.summary).toMatch(/^BLOCKED sample 1\.0\.0 \| one: .*No agent to ask\./);
  expect(fix?.windows.Registry["hklm|64|software\\demo"]).toMatchObject({ A: { Data: 1 } });
});

test("rule 2: the kind blocks: a value that a policy owns", async () => {
  const [detect, fix] = await runRemedy(
    inStep(`ensure ${value("A")} { data: 1 }`),
    "Set-Value 'A' 0; $global:Windows.Policies['SOFTWARE\\Demo|A'] = 0",
    ["detect", "remediate"],
  );
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*A is dword 0, it should be dword 1$/);
  expect(fix?.summary).toMatch(/^BLOCKED .*it should be dword 1: it is set by the Group Policy object 'Server baseline', change it there/);
});

test("rule 2: the kind blocks: a service that is missing and that nothing provides", async () => {
  const [detect, fix] = await runRemedy(inStep('ensure service("Agent") { state: running }'), "", ["detect", "standalone"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*service Agent is not installed$/);
  expect(fix?.summary).toMatch(/^BLOCKED .*service Agent is not installed: install the program that brings it$/);
  expect(fix?.exitCode).toBe(20001);
});

test("rule 2: the kind blocks: a disabled service, unless its startup is ensured", async () => {
  const disabled = "Set-Service 'Agent' @{ StartType = 4 }";
  const [detect, blocked] = await runRemedy(inStep('ensure service("Agent") { state: running }'), disabled, ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*service Agent is stopped$/);
  expect(blocked?.summary).toMatch(/^BLOCKED .*service Agent is stopped: it is disabled; set its startup where that is wanted$/);
  const [ensured, fix] = await runRemedy(inStep('ensure service("Agent") { state: running, startup: automatic }'), disabled, [
    "detect",
    "remediate",
  ]);
  expect(ensured?.summary).toMatch(/^NONCOMPLIANT/);
  expect(fix?.summary).toMatch(/^FIXED/);
});

test("rule 2: the kind blocks: a file that an installation needs is not there", async () => {
  const remedy = inStep('ensure package("Agent") present { source: \'C:\\Media\\agent.msi\', signed_by: "CN=Contoso" }');
  const [detect, fix] = await runRemedy(remedy, "", ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*no package Agent is installed$/);
  expect(fix?.summary).toMatch(/^BLOCKED .*no package Agent is installed: C:\\Media\\agent\.msi does not exist$/);
});

test("rule 2: the walk blocks: steps behind a blocked one wait; detection does not look at them", async () => {
  const remedy = inRemedy(
    `step one "One" { require service("Agent").exists else "No agent." }\nstep two "Two" { ensure ${value("A")} { data: 1 } }`,
  );
  const [detect, fix] = await runRemedy(remedy, "", ["detect", "remediate"]);
  expect(detect?.summary).toBe("BLOCKED sample 1.0.0 | one: No agent.");
  expect(fix?.summary).toBe(
    "BLOCKED sample 1.0.0 | one: No agent.; two.1 waits for one.1: registry value HKLM\\SOFTWARE\\Demo\\A is missing, it should be dword 1",
  );
});

test("rule 2: an exception of a fix is failed, never blocked", async () => {
  const [fix] = await runRemedy(inStep(`ensure ${value("A")} { data: 1 }`), "$global:Windows.Broken['A'] = 'The disk is full.'", [
    "standalone",
  ]);
  expect(fix).toMatchObject({ summary: "FAILED sample 1.0.0 | one: The disk is full.", exitCode: 1603 });
});

test("rule 2: an exit code of a fix is failed, never blocked", async () => {
  const remedy = inStep(
    `check "C" { ${value("C")}.data == 1 } fix { run program('C:\\Windows\\System32\\tool.exe') { arguments: ["/fix"] } }`,
  );
  const [fix] = await runRemedy(
    remedy,
    "Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 5 }",
    ["standalone"],
  );
  expect(fix?.summary).toMatch(/^FAILED sample 1\.0\.0 \| one: .*tool\.exe returned 5/);
  expect(fix?.exitCode).toBe(1603);
});
