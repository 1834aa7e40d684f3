import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const list = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList`;
const domain = "S-1-5-21-1-2-3";
const person = (sid: string, folder: string, state = 0) =>
  `Set-Fake '${list}\\${sid}' 'ProfileImagePath' 'ExpandString' '${folder}'; Set-Fake '${list}\\${sid}' 'State' 'DWord' ${String(state)}; $script:Folders += '${folder.replace("%SystemDrive%", "C:")}'`;
const names = "@(Select-Profile | ForEach-Object { $_.Name }) -join ','";

let result: (name: string) => CaseResult;
const values = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  result = await runCases({
    functions: ["Select-Profile", "Read-Profile"],
    fakes: ["registry", "machine"],
    cases: {
      finds: `${person(`${domain}-1001`, String.raw`%SystemDrive%\Users\ada`)}; Set-Fake 'HKU\\${domain}-1001\\Software' '' '' $null; Select-Profile`,
      kinds: [
        person(`${domain}-1001`, String.raw`C:\Users\local`),
        person("S-1-12-1-11-22-33-44", String.raw`C:\Users\entra`),
        person("S-1-5-18", String.raw`C:\Windows\System32\config\systemprofile`),
        person("S-1-5-80-1-2", String.raw`C:\Users\virtual`),
        person("S-1-5-82-1-2", String.raw`C:\Users\pool`),
        person(`${domain}-503`, String.raw`C:\Users\DefaultAccount`),
        person(`${domain}-504`, String.raw`C:\Users\WDAGUtilityAccount`),
        person(`${domain}-1002`, String.raw`C:\Users\temporary`, 0x800),
        person(`${domain}-1003.bak`, String.raw`C:\Users\bak`),
        person(`${domain}-1004`, String.raw`C:\Users\gmsa$`),
        person(`${domain}-1005`, String.raw`C:\Users\defaultuser0`),
        person(`${domain}-1006`, String.raw`C:\Users\TEMP.CONTOSO`),
        person(`${domain}-500`, String.raw`C:\Users\Administrator`),
        names,
      ].join("; "),
      "folder gone": `${person(`${domain}-1001`, String.raw`C:\Users\gone`)}; $script:Folders = @(); ${names}`,
      nobody: `${names}; Read-Profile -Property 'exists'; $null -eq (Read-Profile -Property 'name')`,
      several: `${person(`${domain}-1001`, String.raw`C:\Users\ada`)}; ${person(`${domain}-1002`, String.raw`C:\Users\bob`)}; Read-Profile -Property 'sid'`,
      filters: `${person(`${domain}-1001`, String.raw`C:\Users\ada`)}; ${person(`${domain}-1002`, String.raw`C:\Users\bob`)}; @(Select-Profile -Where { Test-Match $_.Name '^B' }).Name; Read-Profile -Where { $_.Name -eq 'ada' } -Property 'folder'; Read-Profile -Property 'exists'`,
      entry:
        "$entry = [pscustomobject]@{ Name = 'x'; Sid = 'S-1'; Folder = 'C:\\Users\\x'; Loaded = $false; Hive = 'S-1' }; foreach ($p in 'exists', 'name', 'sid', 'folder') { Read-Profile -Entry $entry -Property $p }",
      unreadable: String.raw`$script:Hidden = @('hklm|64|software\microsoft\windows nt\currentversion\profilelist'); Select-Profile`,
    },
  });
});

describe("profiles", () => {
  test("name of the folder, SID, folder without variables, whether the hive is loaded", () =>
    expect(values("finds")).toEqual([{ Name: "ada", Sid: `${domain}-1001`, Folder: String.raw`C:\Users\ada`, Loaded: true }]));
  test("people only", () => expect(String(values("kinds")[0]).split(",").sort()).toEqual(["Administrator", "entra", "local"]));
  test("not one without its folder", () => expect(values("folder gone")).toEqual([""]));
  test("nobody", () => expect(values("nobody")).toEqual(["", false, true]));
  test("filters", () => expect(values("filters")).toEqual(["bob", String.raw`C:\Users\ada`, true]));
  test("several are unreadable", () => expect(result("several").error).toBe("matches several: ada, bob"));
  test("an element of an each", () => expect(values("entry")).toEqual([true, "x", "S-1", String.raw`C:\Users\x`]));
  test("unreadable raises", () => expect(result("unreadable").error).toBe("Requested registry access is not allowed."));
});
