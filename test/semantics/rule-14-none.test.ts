import { expect, test } from "vitest";
import { findErrors, inStep, runRemedy, value } from "./machine.ts";
import type { RunResult } from "./machine.ts";

const then = `{ ensure ${value("T")} { data: 1 } }`;
const files = "directory('C:\\Data').oldest_file_age";

async function word(condition: string, setup = ""): Promise<string | undefined> {
  const [detect]: (RunResult | undefined)[] = await runRemedy(inStep(`when ${condition} ${then}`), setup, ["detect"]);
  return detect?.summary.split(" ")[0];
}

test("rule 14: a property of something absent is none, and no error on the device", async () => {
  expect(await word(`${value("A")}.data == none`)).toBe("NONCOMPLIANT");
  expect(await word('service("Agent").state == none')).toBe("NONCOMPLIANT");
  expect(await word('package("Agent").version == none')).toBe("NONCOMPLIANT");
});

test("rule 14: '==' and '!=' accept none on either side: something absent equals nothing else", async () => {
  expect(await word('service("Agent").state == running')).toBe("COMPLIANT");
  expect(await word('service("Agent").state != running')).toBe("NONCOMPLIANT");
  expect(await word('service("Agent").state != none', "Set-Service 'Agent'")).toBe("NONCOMPLIANT");
  expect(await word(`${value("A")}.data == 0`)).toBe("COMPLIANT");
  expect(await word(`${value("A")}.data == ""`)).toBe("COMPLIANT");
});

test.each([
  ["an order comparison of a version", `when package("Agent").version < 2.0 ${then}`, 'package("Agent").version'],
  ["an order comparison of an age", `when ${files} > 1h ${then}`, files],
  ["a text", `warn "It is \${package("Agent").version}." when os.build > 1`, 'package("Agent").version'],
])("rule 14: %s without a guard is a compile error at its place", async (_, body, text) => {
  const errors = await findErrors(inStep(body));
  expect(errors.map(([code, place]) => [code, place])).toEqual([["RMD3030", text]]);
});

test.each([
  ["'exists and …'", 'let p = package("Agent")', "when p.exists and p.version != none and p.version < 2.0"],
  ["'!= none'", "let d = directory('C:\\Data')", "when d.oldest_file_age != none and d.oldest_file_age > 1h"],
  ["'== none or …'", "let d = directory('C:\\Data')", "when d.oldest_file_age == none or d.oldest_file_age > 1h"],
  ["'??'", "let d = directory('C:\\Data')", "when (d.oldest_file_age ?? 0s) > 1h"],
  ["an enclosing 'when'", "let d = directory('C:\\Data')", "when d.oldest_file_age != none { when d.oldest_file_age > 1h"],
])("rule 14: %s is such a guard", async (_, head, guard) => {
  expect(await findErrors(inStep(`${guard} ${then}${guard.includes("{") ? " }" : ""}`, head))).toEqual([]);
});

test("rule 14: a drive is taken for granted: no guard, and one that is not there is never compliant", async () => {
  const room = (drive: string): string => `require disk("${drive}").free > 5GB else "no room"`;
  expect(await findErrors(inStep(room("C:")))).toEqual([]);
  const [missing] = await runRemedy(inStep(room("Q:")), "", ["detect"]);
  expect(missing?.summary).toMatch(/^BLOCKED .*there is no drive Q:/);
  expect(await findErrors(inStep(`when disk("Q:").exists and disk("Q:").free_percent < 5 ${then}`))).toEqual([]);
});

test("rule 14: the guard holds on the device: absent, present and young, present and old", async () => {
  const guarded = `${files} != none and ${files} > 1h`;
  expect(await word(guarded)).toBe("COMPLIANT");
  expect(await word(guarded, "Add-File 'C:\\Data\\a.txt' 0.5")).toBe("COMPLIANT");
  expect(await word(guarded, "Add-File 'C:\\Data\\a.txt' 2")).toBe("NONCOMPLIANT");
  expect(await word(`(${files} ?? 2h) > 1h`)).toBe("NONCOMPLIANT");
});

test("rule 14: a parameter without a value is none, and '!= none' guards what uses it", async () => {
  const remedy = inStep(
    `when account != none { ensure user_right("SeServiceLogonRight") { includes: [account] } }`,
    "param account: account?",
  );
  const runs = await runRemedy(remedy, "$global:Windows.Accounts['CONTOSO\\svc'] = 'S-1-5-21-1-2-3-1105'", [
    "detect",
    { script: "standalone", arguments: "-Account 'CONTOSO\\svc'" },
  ]);
  expect(runs[0]?.summary).toMatch(/^COMPLIANT/);
  expect(runs[1]?.windows.Story.filter((line) => line.startsWith("grant"))).toEqual(["grant SeServiceLogonRight S-1-5-21-1-2-3-1105"]);
});
