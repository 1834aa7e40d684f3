import { expect, test } from "vitest";
import { emit, findErrors, inRemedy, inStep, runRemedy } from "./machine.ts";
import type { RunResult } from "./machine.ts";

const sid = (rid: number) => `S-1-5-21-1-2-3-${rid}`;
const ann = `Add-Profile '${sid(1001)}' 'ann' -SignedIn`;
const bob = `Add-Profile '${sid(1002)}' 'bob'`;
const remedy = inStep("each u in profile() { ensure registry_value('HKCU\\Software\\Demo', \"A\") { data: 1 } }");
const forUser =
  'remedy sample { title: "A sample", version: 1.0.0, targets: [intune.remediation, standalone], context: user\n step one "One" { ensure registry_value(\'HKCU\\SOFTWARE\\Demo\', "A") { data: 1 } } }';

/** Hives (names below HKEY_USERS) in which A was written. */
function written(run: RunResult | undefined): string[] {
  return (run?.windows.Story ?? []).flatMap((line) => /^write hku\|64\|([^\\]+)\\software\\demo\\A$/.exec(line)?.[1] ?? []);
}

test("rule 17: it visits every person: HKCU is theirs", async () => {
  const [detect, fix, again] = await runRemedy(remedy, `${ann}; Add-Profile 'S-1-12-1-1-2-3-4' 'eve' -SignedIn`, [
    "detect",
    "remediate",
    "detect",
  ]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT sample 1\.0\.0 \| 2 of 2/);
  expect(written(fix)).toEqual([sid(1001).toLowerCase(), "s-1-12-1-1-2-3-4"]);
  expect(again?.summary).toMatch(/^COMPLIANT/);
});

test("rule 17: not temporary, service or default profiles", async () => {
  const others = `Add-Profile 'S-1-5-18' 'systemprofile' -SignedIn; Add-Profile 'S-1-5-80-1-2' 'Agent' -SignedIn; Add-Profile 'S-1-5-20' 'NetworkService' -SignedIn; Add-Profile '${sid(1003)}' 'guest' -SignedIn -State 0x800; Add-Profile '${sid(503)}' 'DefaultAccount' -SignedIn`;
  const [detect, fix] = await runRemedy(remedy, others, ["detect", "remediate"]);
  expect(detect?.summary).toMatch(/^COMPLIANT/);
  expect(written(fix)).toEqual([]);
});

test("rule 17: a hive that is not loaded is loaded and unloaded again, in detection as well; what was written is in it", async () => {
  const [detect, fix] = await runRemedy(remedy, bob, ["detect", "remediate"]);
  const name = `Remedyc_${sid(1002)}`;
  expect(detect?.windows.Story).toEqual([`load ${name}`, `unload ${name}`]);
  expect(fix?.windows.Story.filter((line) => !line.startsWith("mark"))).toEqual([
    `load ${name}`,
    `write hku|64|${name.toLowerCase()}\\software\\demo\\A`,
    `unload ${name}`,
  ]);
  expect(fix?.windows["Unloaded"]).toHaveProperty([`hku|64|${name.toLowerCase()}\\software\\demo`], { A: { Type: "DWord", Data: 1 } });
});

test("rule 17: one that cannot be loaded is blocked for that user by name; the others go on", async () => {
  const [detect, fix] = await runRemedy(remedy, `${ann}; ${bob}; $global:Windows.BadHives = @('C:\\Users\\bob\\NTUSER.DAT')`, [
    "detect",
    "remediate",
  ]);
  expect(detect?.summary).toMatch(/^NONCOMPLIANT .*user bob.*damaged/);
  expect(fix?.summary).toMatch(/^BLOCKED .*user bob.*damaged/);
  expect(written(fix)).toEqual([sid(1001).toLowerCase()]);
});

test("rule 17: what is said of a person names that person, and HKCU for their key; not what is said after it", async () => {
  const two = inStep(
    `each u in profile() { ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 } }\n ensure registry_value('HKLM\\SOFTWARE\\Demo', "B") { data: 1 }`,
  );
  const [detect, fix] = await runRemedy(two, `${ann}; ${bob}; $global:Windows.BadHives = @('C:\\Users\\bob\\NTUSER.DAT')`, [
    "detect",
    "remediate",
  ]);
  expect(detect?.summary).toContain("one: user ann: registry value HKCU\\Software\\Demo\\A is missing");
  expect(detect?.summary).toContain("one: the registry of user bob cannot be loaded");
  expect(detect?.summary).toContain("one: registry value HKLM\\SOFTWARE\\Demo\\B is missing");
  expect(fix?.summary).not.toContain("HKEY_USERS");
});

test("rule 17: 'u.folder' and 'u.name' are theirs", async () => {
  const folders = inStep("each u in profile() { when u.name == \"ann\" { ensure file(u.folder/'marker.txt') absent } }");
  const [fix] = await runRemedy(folders, `${ann}; ${bob}; Add-File 'C:\\Users\\ann\\marker.txt'; Add-File 'C:\\Users\\bob\\marker.txt'`, [
    "remediate",
  ]);
  expect(fix?.windows.Story.filter((line) => line.startsWith("delete"))).toEqual(["delete C:\\Users\\ann\\marker.txt"]);
});

test("rule 17: elsewhere HKCU needs 'context: user'", async () => {
  const body = "ensure registry_value('HKCU\\Software\\Demo', \"A\") { data: 1 }";
  expect((await findErrors(inRemedy(`step one "One" { ${body} }`))).map(([code]) => code)).toEqual(["RMD4115"]);
  expect(await findErrors(forUser)).toEqual([]);
});

test("rule 17: run by the user, such a script reads and writes their own hive", async () => {
  const [fix, detect] = await runRemedy(forUser, `$global:Windows.Sid = '${sid(1001)}'`, ["remediate", "detect"]);
  expect(fix?.windows.Story).toContain("write hkcu|64|software\\demo\\A");
  expect(detect?.summary).toMatch(/^COMPLIANT/);
});

test("rule 17: what a user may write is not believed: their detection does not read what the last run said", async () => {
  expect(await emit(forUser, "detect")).not.toContain("LastRun");
  expect(await emit(remedy, "detect")).toContain("LastRun");
});

test.each(["S-1-5-18", "S-1-5-19", "S-1-5-20"])(
  "rule 17: run by %s it is blocked, never compliant by that account's hive",
  async (account) => {
    const setup = `$global:Windows.Sid = '${account}'; Set-Value 'A' 1 -Key 'HKCU\\SOFTWARE\\Demo'`;
    const runs = await runRemedy(forUser, setup, ["detect", "remediate"]);
    for (const run of runs) {
      expect(run.summary).toMatch(/^BLOCKED .*system account/);
      expect(run.windows.Story).toEqual([]);
    }
  },
);

test("rule 17: what a part says of people and of the default profile is said of each alone: neither waits for the other", async () => {
  const everybody = `part settings() { ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 } }\n${inStep(
    "each u in profile() { use settings() }\neach u in profile(default: true) { use settings() }",
  )}`;
  const list = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList`;
  const setup = String.raw`${ann}; Set-Value 'Default' 'C:\Users\Default' 'ExpandString' '${list}'; $global:Windows.HiveFiles['C:\Users\Default\NTUSER.DAT'] = @('software')`;
  const [detect, fix] = await runRemedy(everybody, setup, ["detect", "remediate"]);
  expect(detect?.summary).toContain("user ann: registry value HKCU\\Software\\Demo\\A is missing");
  expect(detect?.summary).toContain("user Default: registry value HKCU\\Software\\Demo\\A is missing");
  expect(written(fix)).toEqual([sid(1001).toLowerCase(), "remedyc_defaultprofile"]);
});
