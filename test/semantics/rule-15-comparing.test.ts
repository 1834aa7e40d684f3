import { expect, test } from "vitest";
import { findErrors, inStep, runMachines, runRemedy, value } from "./machine.ts";

const text = "registry_value('HKLM\\SOFTWARE\\Demo', \"S\").data";
const msi = "{11111111-0000-0000-0000-000000000000}";

/** Which conditions hold on a machine. */
async function holding(setup: string, ...conditions: readonly string[]): Promise<boolean[]> {
  const results = await runMachines(
    conditions.map((condition) => ({
      source: inStep(`when ${condition} { ensure ${value("T")} { data: 1 } }`),
      setup,
      runs: ["detect" as const],
    })),
  );
  return results.map(([detect]) => {
    expect(detect?.summary).toMatch(/COMPLIANT/);
    return detect?.summary.startsWith("NONCOMPLIANT") ?? false;
  });
}

test("rule 15: names ignore case: of services, packages, registry keys and values", async () => {
  const setup = `Set-Service 'Agent'; Add-Package 'Contoso Agent' '${msi}'; Set-Value 'S' 'x' 'String'`;
  expect(
    await holding(
      setup,
      'service("AGENT").exists',
      'package("CONTOSO agent").exists',
      "registry_value('HKLM\\software\\DEMO', \"s\").exists",
    ),
  ).toEqual([true, true, true]);
});

test("rule 15: accounts ignore case and are compared by whom they name", async () => {
  const setup = `Set-Service 'Agent' @{ Account = 'nt service\\AGENT' }; Set-Service 'Other' @{ Account = 'LocalSystem' }; Set-Service 'Third' @{ Account = 'contoso\\SVC' }
    $global:Windows.Accounts = @{ 'NT SERVICE\\Agent' = 'S-1-5-80-693840407-54365659-2489191990-1959998247-991877861'; 'CONTOSO\\svc' = 'S-1-5-21-1-2-3-1105' }`;
  expect(
    await holding(
      setup,
      "service(\"Third\").account == 'CONTOSO\\Svc'",
      "service(\"Agent\").account == 'NT SERVICE\\Agent'",
      "service(\"Other\").account == 'NT AUTHORITY\\SYSTEM'",
      "service(\"Other\").account == 'NT SERVICE\\Agent'",
    ),
  ).toEqual([true, true, true, false]);
});

test("rule 15: 'matches' ignores case, ordinally, as a regular expression of .NET", async () => {
  const setup = "Set-Value 'S' 'Contoso AGENT 12' 'String'";
  expect(
    await holding(setup, `${text} != none and ${text} matches '^contoso agent \\d+$'`, `${text} != none and ${text} matches 'agent$'`),
  ).toEqual([true, false]);
});

test("rule 15: which is checked when compiling", async () => {
  const errors = await findErrors(inStep(`ensure package(name matches '^(Contoso') absent`));
  expect(errors.map(([code]) => code)).toEqual(["RMD3101"]);
});

test("rule 15: other strings do not ignore case", async () => {
  expect(await holding("Set-Value 'S' 'Value' 'String'", `${text} == "Value"`, `${text} == "value"`, `${text} != "value"`)).toEqual([
    true,
    false,
    true,
  ]);
  const [detect] = await runRemedy(
    inStep('ensure registry_value(\'HKLM\\SOFTWARE\\Demo\', "S") { data: "Value" }'),
    "Set-Value 'S' 'value' 'String'",
    ["detect"],
  );
  expect(detect?.summary).toMatch(/^NONCOMPLIANT/);
});

test("rule 15: registry data is compared with a version by number, and has an order as a number", async () => {
  const there = (condition: string) => `${text} != none and ${text} ${condition}`;
  expect(await holding("Set-Value 'S' '1.10' 'String'", there("> 1.9"), there("== 1.10.0"), `(${text} ?? 0.0) < 1.9`)).toEqual([
    true,
    true,
    false,
  ]);
  expect(await holding("Set-Value 'S' ([int]-1)", there("> 0x7fffffff"), there("< 5"), there("<= 4294967295"))).toEqual([
    true,
    false,
    true,
  ]);
  expect(await holding("", `(${text} ?? 0.0) < 1.9`, `${text} == 1.0`)).toEqual([true, false]);
  for (const [setup, condition, why] of [
    ["Set-Value 'S' '2.0 beta' 'String'", there("> 1.9"), "registry data 2.0 beta is no version"],
    ["Set-Value 'S' '7' 'String'", there("> 5"), "registry data 7 is no number"],
  ] as const) {
    const [detect] = await runRemedy(inStep(`when ${condition} { ensure ${value("T")} { data: 1 } }`), setup, ["detect"]);
    expect(detect?.summary).toMatch(/^BLOCKED/);
    expect(detect?.summary).toContain(why);
  }
});

test("rule 15: missing parts of a version are 0", async () => {
  const version = (shown: string) => `Add-Package 'Agent' '${msi}' @{ DisplayVersion = '${shown}' }`;
  const of = '(package("Agent").version ?? 0.0)';
  expect(await holding(version("1.2"), `${of} == 1.2.0.0`, `${of} == 1.2.0`, `${of} >= 1.2.0.1`)).toEqual([true, true, false]);
  expect(await holding(version("1.2.0.0"), `${of} == 1.2`, `${of} < 1.2.0`, `${of} > 1.1.99`)).toEqual([true, false, true]);
  // By number and not by text.
  expect(await holding(version("1.10.0"), `${of} > 1.9`)).toEqual([true]);
});

test.each([
  ["an int is a DWORD", "data: 1", { Type: "DWord", Data: 1 }, ["Set-Value 'V' '1' 'String'", "Set-Value 'V' ([long]1) 'QWord'"]],
  ["a bool is a DWORD", "data: true", { Type: "DWord", Data: 1 }, ["Set-Value 'V' 0", "Set-Value 'V' 'true' 'String'"]],
  ["a string is REG_SZ", 'data: "1"', { Type: "String", Data: "1" }, ["Set-Value 'V' 1", "Set-Value 'V' '1' 'ExpandString'"]],
  [
    "a list is REG_MULTI_SZ",
    'data: ["a", "b"]',
    { Type: "MultiString", Data: ["a", "b"] },
    ["Set-Value 'V' @('b', 'a') 'MultiString'", "Set-Value 'V' 'a b' 'String'"],
  ],
  ["unless 'type' says otherwise: qword", "type: qword, data: 1", { Type: "QWord", Data: 1 }, ["Set-Value 'V' 1"]],
  [
    "unless 'type' says otherwise: expand_string",
    'type: expand_string, data: "%TEMP%"',
    { Type: "ExpandString", Data: "%TEMP%" },
    ["Set-Value 'V' '%TEMP%' 'String'"],
  ],
] as const)("rule 15: registry data compares with its type: %s", async (_, block, written, others) => {
  const source = inStep(`ensure registry_value('HKLM\\SOFTWARE\\Demo', "V") { ${block} }`);
  const results = await runMachines(
    others.map((setup) => ({ source, setup, runs: ["detect" as const, "remediate" as const, "detect" as const] })),
  );
  for (const [detect, fix, again] of results) {
    expect(detect?.summary).toMatch(/^NONCOMPLIANT/);
    expect(fix?.windows.Registry["hklm|64|software\\demo"]).toEqual({ V: written });
    expect(again?.summary).toMatch(/^COMPLIANT/);
  }
});
