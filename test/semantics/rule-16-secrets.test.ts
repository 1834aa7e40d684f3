import { expect, test } from "vitest";
import { compile, findErrors, inRemedy, inStep, runRemedy } from "./machine.ts";

const password = "Hunter2-Zebra";
const remedy = inStep('ensure service("Agent") { account: \'CONTOSO\\svc\', password: secret.env("AGENT_PASSWORD") }');
const machine = "Set-Service 'Agent' @{ State = 'running' }; $global:Windows.Accounts['CONTOSO\\svc'] = 'S-1-5-21-1-2-3-1105'";
const known = `${machine}; $global:Windows.Environment['AGENT_PASSWORD'] = '${password}'`;

test("rule 16: the repair reads it, and neither log nor output nor story has it", async () => {
  const [fix, again] = await runRemedy(remedy, known, [{ script: "standalone", arguments: "-Verbose" }, "detect"]);
  expect(fix?.summary).toMatch(/^FIXED/);
  expect(fix?.windows.Story).toContain(`account Agent CONTOSO\\svc, password of ${password.length}`);
  expect(fix?.verbose).not.toEqual([]);
  expect(JSON.stringify([fix?.lines, fix?.verbose, { ...fix?.windows, Environment: {} }])).not.toContain(password);
  expect(Object.values(fix?.windows.Logs ?? {}).join("\n")).toContain("Agent");
  expect(again?.summary).toMatch(/^COMPLIANT/);
});

test("rule 16: nor has a failure that it leads to", async () => {
  const refuse =
    "function global:Get-Refused([string] $Name, [string] $Account, [securestring] $Password) { $null = $Name, $Account, $Password; 1057 }; ${alias:Write-ServiceAccount} = 'Get-Refused'";
  const [fix] = await runRemedy(remedy, `${known}; ${refuse}`, [{ script: "standalone", arguments: "-Verbose" }]);
  expect(fix?.summary).toMatch(/^FAILED/);
  expect([...(fix?.lines ?? []), ...(fix?.verbose ?? [])].join("\n")).not.toContain(password);
  expect(JSON.stringify([fix?.windows.Logs, fix?.windows["Marks"]])).not.toContain(password);
});

test("rule 16: detection and -WhatIf ask only whether it is there", async () => {
  const dpapi = inStep("ensure service(\"Agent\") { account: 'CONTOSO\\svc', password: secret.dpapi('C:\\Secrets\\agent.txt') }");
  const forbidden =
    "function global:Get-Refused { throw 'read in detection' }; ${alias:Get-SecretText} = 'Get-Refused'; ${alias:Unprotect-Secret} = 'Get-Refused'; Add-File 'C:\\Secrets\\agent.txt'";
  const runs = await runRemedy(dpapi, `${machine}; ${forbidden}`, ["detect", { script: "standalone", arguments: "-WhatIf" }]);
  for (const run of runs) {
    expect(run.summary).toMatch(/^NONCOMPLIANT/);
    expect(run.lines.join("\n")).not.toContain("read in detection");
  }
});

test("rule 16: one that is not there blocks", async () => {
  const [detect, fix] = await runRemedy(remedy, machine, ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT /);
  expect(fix?.summary).toMatch(/^BLOCKED .*: the secret 'env:AGENT_PASSWORD' is not there$/);
});

test("rule 16: it is never tested: another password alone is no drift, and a secret that is gone does no harm then", async () => {
  const set = machine.replace("State = 'running'", "State = 'running'; Account = 'CONTOSO\\svc'");
  const [detect, fix] = await runRemedy(remedy, set, ["detect", "remediate"]);
  for (const run of [detect, fix]) {
    expect(run?.summary).toMatch(/^COMPLIANT/);
    expect(run?.windows.Reads.filter((read) => read.startsWith("variable"))).toEqual([]);
  }
});

test("rule 16: a secret may stand only as a means", async () => {
  const places = [
    'ensure registry_value(\'HKLM\\SOFTWARE\\Demo\', "A") { data: secret.env("P") }',
    'warn "It is ${secret.env("P")}." when os.build > 1',
    'check "C" { os.build > 1 } fix { run program(\'C:\\Windows\\System32\\tool.exe\') { arguments: [secret.env("P")] } }',
  ];
  for (const place of places)
    expect(
      (await findErrors(inStep(place))).map(([code]) => code),
      place,
    ).toContain("RMD3021");
  expect((await findErrors(inStep('require secret.env("P") == "x" else "no"'))).map(([code]) => code)).toEqual(["RMD3002"]);
});

test("rule 16: a literal is an error, and a parameter of a build is a reference, too", async () => {
  expect(
    (await findErrors(inStep('ensure service("Agent") { account: \'CONTOSO\\svc\', password: "Hunter2" }'))).map(([code]) => code),
  ).toEqual(["RMD3022"]);
  const withParameter = inRemedy(
    'param word: secret\nstep one "One" { ensure service("Agent") { account: \'CONTOSO\\svc\', password: word } }',
  );
  const { diagnostics, scripts } = await compile(withParameter, ["intune.remediation"], { word: password });
  expect(scripts).toEqual([]);
  expect(diagnostics.filter((one) => one.severity === "error")).toHaveLength(1);
  expect(JSON.stringify(diagnostics.map((one) => one.message))).not.toContain(password);
});
