import { expect, test } from "vitest";
import { isDetection } from "../assemble.ts";
import type { Role } from "../assemble.ts";
import { ensure, machine, runSample, step, summary } from "./machine.ts";

const PEOPLE = [
  "[pscustomobject]@{ Name = 'zoe'; Sid = 'S-1-5-21-1-2-3-1001'; Folder = 'C:\\Users\\zoe' }",
  "[pscustomobject]@{ Name = 'Ann'; Sid = 'S-1-5-21-1-2-3-1002'; Folder = 'C:\\Users\\ann' }",
].join("; ");

/** `each u in …` with an ensure whose setting has the element's name. */
function each(role: Role, selection: string, options = ""): string {
  const test = "{ Test-Setting -Name $each_u.Name -Value 'on' }";
  const item = isDetection(role)
    ? `Ensure "$($each_u.Name) is on" ${test}`
    : `Ensure ('a.1[' + $each_u.Name + ']') "$($each_u.Name) is on" ${test} { Repair-Setting -Name $each_u.Name -Value 'on' }`;
  return `foreach ($each_u in (Select-Each 'people' { ${selection} } ${options})) {\n    ${item}\n}`;
}

const remedy = (selection: string) => ({ items: ["a.1"], steps: (role: Role) => step("a", each(role, selection)) });

test("elements come sorted by name, ignoring case; each is an item of its own", async () => {
  const result = await runSample(remedy(PEOPLE), machine(), [{ role: "detect" }, { role: "remediate" }, { role: "detect" }]);
  expect(summary(result, 0)).toBe("NONCOMPLIANT sample 1.0.0 | 2 of 2: a: setting Ann is none; a: setting zoe is none");
  expect(summary(result, 2)).toMatch(/^COMPLIANT sample 1\.0\.0 \| 2 checks/);
  expect(result.windows["Story"]).toEqual(["set Ann", "set zoe"]);
});

test("no element is compliant", async () => {
  const result = await runSample(remedy("if ($false) { 1 }"), machine(), [{ role: "detect" }, { role: "remediate" }]);
  for (const run of [0, 1]) expect(summary(result, run)).toMatch(/^COMPLIANT sample 1\.0\.0 \| 0 checks/);
});

test("a selection that cannot be read is one blocked item", async () => {
  const result = await runSample(remedy("throw 'no access'"), machine(), [{ role: "detect" }, { role: "remediate" }]);
  for (const run of [0, 1]) expect(summary(result, run)).toBe("BLOCKED sample 1.0.0 | a: 'people' cannot be read: no access");
});

test("in a forecast of -WhatIf the selection is not taken", async () => {
  const changed = {
    items: ["a.0", "a.1"],
    steps: (role: Role) => step("a", "Ensure 'a.0' 'alpha' { 'alpha is off' } { $null }", each(role, "throw 'read'", "-After 'a.0'")),
  };
  const result = await runSample(changed, machine(), [{ role: "standalone", arguments: "-WhatIf" }]);
  expect(summary(result)).toBe("NONCOMPLIANT sample 1.0.0 | 1 of 1: a: alpha is off; a after a.0");
});

test("what depends on items of another each waits for the first of them that failed", async () => {
  const behind = {
    items: ["a.1", "a.2"],
    steps: (role: Role) => step("a", each(role, PEOPLE), ensure(role, "a.2", "beta", "on", "-After 'a.1'")),
  };
  const result = await runSample(behind, machine("$global:Windows.Broken = @{ zoe = 'no'; Ann = 'no' }"), [{ role: "remediate" }]);
  expect(summary(result)).toBe("FAILED sample 1.0.0 | a: no; a: no; a.2 waits for a.1[Ann]: setting beta is none");
});

test("a list keeps its order", async () => {
  const list = {
    items: ["a.1"],
    steps: () =>
      step(
        "a",
        "foreach ($each_x in (Select-Each 'list' { @('b', 'a') })) { Ensure ('a.1[' + $each_x + ']') $each_x { Test-Setting -Name $each_x -Value 'on' } { Repair-Setting -Name $each_x -Value 'on' } }",
      ),
  };
  const result = await runSample(list, machine(), [{ role: "remediate" }]);
  expect(result.windows["Story"]).toEqual(["set b", "set a"]);
});

test("an element's name from outside stays out of the ASCII of summary and log", async () => {
  const odd = '[pscustomobject]@{ Name = "J$([char]0xF6)rg`n]LOG]" }';
  const late = {
    items: ["a.0", "a.1"],
    steps: (role: Role) => [step("z", "Ensure 'a.0' 'x' { throw 'no' } { $null }"), step("a", each(role, odd))].join("\n"),
  };
  const result = await runSample(late, machine(), [{ role: "remediate" }]);
  expect(summary(result)).toBe(
    "BLOCKED sample 1.0.0 | z: 'x' cannot be read: no; a.1[J?rg ] LOG]] waits for a.0: setting J?rg ] LOG] is none",
  );
  expect(Object.values(result.windows["Files"] as Record<string, string>).join("")).toMatch(/^[\x20-\x7e\r\n]+$/);
});

test("changed knows items of an each by their source", async () => {
  const reboot = {
    items: ["a.1", "a.2"],
    steps: (role: Role) => step("a", each(role, PEOPLE), "Reboot 'a.2' 'changed' { Test-Changed 'a.2' }"),
  };
  const result = await runSample(reboot, machine(), [{ role: "standalone" }]);
  expect(result.runs[0]?.exitCode).toBe(3010);
});

const users = {
  items: ["a.1"],
  steps: (role: Role) =>
    step(
      "a",
      `foreach ($each_u in (Select-Each 'people' { ${PEOPLE} })) { if (Enter-UserHive $each_u) {
    Ensure ${isDetection(role) ? "" : "('a.1[' + $each_u.Name + ']')"} 'x' { Test-Setting -Name $each_u.Hive -Value 'on' } ${isDetection(role) ? "" : "{ Repair-Setting -Name $each_u.Hive -Value 'on' }"}
    Exit-UserHive $each_u } }`,
    ),
};

test("rule 17: a person's hive is used where it is loaded, loaded and unloaded where it is not", async () => {
  const result = await runSample(users, machine("$global:Windows.Hives = @{ 'S-1-5-21-1-2-3-1001' = 'zoe' }"), [
    { role: "detect" },
    { role: "remediate" },
  ]);
  expect(summary(result, 0)).toBe(
    "NONCOMPLIANT sample 1.0.0 | 2 of 2: a: user Ann: setting Remedyc_S-1-5-21-1-2-3-1002 is none; a: user zoe: setting S-1-5-21-1-2-3-1001 is none",
  );
  expect(result.windows["Story"]).toEqual(["set Remedyc_S-1-5-21-1-2-3-1002", "set S-1-5-21-1-2-3-1001"]);
  expect(result.windows["Hives"]).toEqual({ "S-1-5-21-1-2-3-1001": "zoe" });
});

test("rule 17: a hive that cannot be loaded blocks for that user by name, the others go on", async () => {
  const result = await runSample(users, machine("$global:Windows.BadHives = @('C:\\Users\\ann\\NTUSER.DAT')"), [{ role: "remediate" }]);
  expect(summary(result)).toBe(
    "BLOCKED sample 1.0.0 | a: the registry of user Ann cannot be loaded: the file C:\\Users\\ann\\NTUSER.DAT is damaged; 1 of 1 fixed: a",
  );
});
