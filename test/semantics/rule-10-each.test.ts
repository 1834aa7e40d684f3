import { expect, test } from "vitest";
import { emit, inStep, runRemedy, value } from "./machine.ts";

const msi = (digit: string) => `{${digit.repeat(8)}-0000-0000-0000-000000000000}`;

test("rule 10: a list that is known when compiling is unrolled: no loop, an item for each element", async () => {
  const remedy = inStep('each x in ["A", "B"] { ensure registry_value(\'HKLM\\SOFTWARE\\Demo\', x) { data: 1 } }');
  const text = await emit(remedy, "remediate");
  expect(text).not.toContain("Select-Each");
  const [detect, fix] = await runRemedy(remedy, "Set-Value 'A' 1", ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 1 of 2: .*\\B is missing/);
  expect(Object.keys(fix?.windows.Registry["hklm|64|software\\demo"] ?? {}).sort()).toEqual(["A", "B"]);
});

test("rule 10: the elements of such a list need not be known: a parameter is read on the device, in the list's own order", async () => {
  const remedy = inStep(
    "each x in [last, \"A\"] { ensure registry_value('HKLM\\SOFTWARE\\Demo', x) { data: 1 } }",
    'param last: string = "B"',
  );
  const [fix] = await runRemedy(remedy, "", [{ script: "standalone", arguments: "-Last Z" }]);
  expect(fix?.windows.Story.filter((line) => line.startsWith("write"))).toEqual([
    "write hklm|64|software\\demo\\Z",
    "write hklm|64|software\\demo\\A",
  ]);
});

test("rule 10: a selection is sorted by name, whatever the order of the registry", async () => {
  const remedy = inStep('each p in package(publisher == "Contoso") { ensure p absent }');
  const [fix] = await runRemedy(
    remedy,
    `Add-Package 'Gamma' '${msi("3")}'; Add-Package 'alpha' '${msi("1")}'; Add-Package 'Beta' '${msi("2")}'`,
    ["remediate"],
  );
  expect(fix?.windows.Story.filter((line) => line.startsWith("remove"))).toEqual(["remove alpha 64", "remove Beta 64", "remove Gamma 64"]);
  expect(fix?.summary).toBe("FIXED sample 1.0.0 | 3 of 3 fixed: one");
});

test("rule 10: it is taken once, when reached: what the walk itself installs before is seen, what comes while it is gone through is not", async () => {
  const remedy = inStep(
    `check "C" { ${value("C")}.data == 1 } fix { run program('C:\\Windows\\System32\\tool.exe') {} }\neach p in package(name matches '^Demo') { ensure p absent }`,
  );
  const setup = `Add-File 'C:\\Windows\\System32\\tool.exe'; $global:Windows.Outcomes['tool.exe'] = @{ Code = 0; Do = 'Set-Value ''C'' 1; Add-Package ''Demo late'' ''${msi("5")}''' }; Add-Package 'Demo one' '${msi("6")}'
    $global:Windows.Outcomes['${msi("6")}'] = @{ Code = 0; Do = '$global:Windows.Packages = @($global:Windows.Packages | Where-Object { $_.DisplayName -ne ''Demo one'' }); Add-Package ''Demo zero'' ''${msi("7")}''' }`;
  const [fix] = await runRemedy(remedy, setup, ["remediate"]);
  expect(fix?.windows["Packages"]).toMatchObject([{ DisplayName: "Demo zero" }]);
});

test("rule 10: zero elements are compliant", async () => {
  const remedy = inStep("each p in package(name matches '^Demo') { ensure p absent }");
  const runs = await runRemedy(remedy, "Add-Package 'Other' 'other'", ["detect", "remediate"]);
  for (const run of runs)
    expect(run).toMatchObject({ exitCode: 0, summary: expect.stringMatching(/^COMPLIANT sample 1\.0\.0 \| 0 checks/) as string });
  const [none] = await runRemedy(
    inStep("each x in names { ensure registry_value('HKLM\\SOFTWARE\\Demo', x) { data: 1 } }", "param names: [string] = []"),
    "",
    ["detect"],
  );
  expect(none?.summary).toMatch(/^COMPLIANT/);
});

test("rule 10: a selection that cannot be read is blocked, never empty", async () => {
  const unreadable = "function global:Get-Refused { throw 'no access' }; ${alias:Find-UninstallEntry} = 'Get-Refused'";
  const [detect] = await runRemedy(inStep("each p in package(name matches '^Demo') { ensure p absent }"), unreadable, ["detect"]);
  expect(detect?.summary).toMatch(/^BLOCKED .*no access/);
});

test("rule 10: 'any' and 'all' go over a list that only the device knows, one within the other", async () => {
  const held = "user_right(SeServiceLogonRight).includes";
  const remedy = inStep(
    `when any x in ${held}: all y in ${held}: x == 'S-1-5-32-544' and y != 'S-1-5-18' { ensure ${value("S")} { data: 1 } }
when all x in ${held}: x == 'S-1-5-32-544' { ensure ${value("T")} { data: 1 } }`,
  );
  const written = async (...sids: readonly string[]): Promise<string[] | undefined> => {
    const setup = `$global:Windows.Rights['SeServiceLogonRight'] = @(${sids.map((sid) => `'${sid}'`).join(", ")})`;
    const [fix] = await runRemedy(remedy, setup, ["remediate"]);
    return fix?.windows.Story.filter((line) => line.startsWith("write")).map((line) => line.slice(-1));
  };
  expect(await written("S-1-5-32-551", "S-1-5-32-544")).toEqual(["S"]);
  expect(await written("S-1-5-32-544", "S-1-5-18")).toEqual([]);
  expect(await written("S-1-5-32-544")).toEqual(["S", "T"]);
  expect(await written()).toEqual(["T"]);
});

test("rule 10: all services, or those for which filters hold; what the element is named by can be read", async () => {
  const remedy = inStep(
    `each s in service(startup == manual, name matches '^Demo') { ensure registry_value('HKLM\\SOFTWARE\\Demo', s.name) { data: 1 } }
when all s in service(): s.name != "DemoB" { ensure ${value("T")} { data: 1 } }
when any s in service(name == "demob"): s.startup == automatic { ensure ${value("U")} { data: 1 } }`,
  );
  const services = "Set-Service 'DemoA' @{ StartType = 3 }; Set-Service 'DemoB' @{ StartType = 2 }; Set-Service 'Other' @{ StartType = 3 }";
  const [fix] = await runRemedy(remedy, services, ["remediate"]);
  expect(fix?.windows.Story.filter((line) => line.startsWith("write")).map((line) => line.split("\\").at(-1))).toEqual(["DemoA", "U"]);
});

test("rule 10: 'any' and 'all' go over a selection", async () => {
  const of = 'p in package(publisher == "Contoso"): (p.version ?? 9.0) < 2.0';
  const remedy = inStep(`when any ${of} { ensure ${value("S")} { data: 1 } }\nwhen all ${of} { ensure ${value("T")} { data: 1 } }`);
  const setup = `Add-Package 'Alpha' '${msi("1")}' @{ DisplayVersion = '1.0' }; Add-Package 'Beta' '${msi("2")}' @{ DisplayVersion = '3.0' }`;
  const [fix] = await runRemedy(remedy, setup, ["remediate"]);
  expect(fix?.windows.Story.filter((line) => line.startsWith("write"))).toEqual(["write hklm|64|software\\demo\\S"]);
});
