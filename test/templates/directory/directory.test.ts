import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult, Verdict } from "../run-cases.ts";

const jobs = String.raw`-Path 'C:\Data'`;
const tree = String.raw`Get-FakeTree 'C:\Data'`;
const refused = [
  "C:",
  "C:\\",
  "Data",
  String.raw`Data\x`,
  String.raw`\Data`,
  String.raw`\\server\share`,
  String.raw`\\?\C:\Data`,
  String.raw`\\.\C:\Data`,
  String.raw`C:\Windows`,
  String.raw`c:\windows\\`.slice(0, -1),
  String.raw`C:\Windows\System32`,
  String.raw`C:\Program Files`,
  String.raw`C:\ProgramData`,
  String.raw`C:\ProgramData\Microsoft`,
  String.raw`C:\Users`,
  String.raw`C:\Users\ada`,
  String.raw`C:\Windows\WinSxS\x`,
  String.raw`C:\Windows\System32\config`,
  String.raw`C:\Windows\System32\drivers\etc`,
  String.raw`C:\Windows\Installer`,
  String.raw`C:\Data\..\Windows`,
  String.raw`C:\Windows.`,
  String.raw`C:\Windows \Temp`,
  String.raw`C:\PROGRA~1`,
  String.raw`C:\Data\a:b`,
  String.raw`C:\Data\*`,
  "C:\\Data/x",
];
const allowed = [
  String.raw`C:\Data`,
  String.raw`C:\Windows\Temp`,
  String.raw`C:\Windows\SoftwareDistribution\Download`,
  String.raw`C:\Windows\System32\spool\PRINTERS`,
  String.raw`C:\Users\ada\AppData\Local\Temp`,
  String.raw`C:\ProgramData\Contoso`,
  String.raw`C:\Program Files\Contoso\Logs`,
  String.raw`\\server\share\x`,
  String.raw`D:\WindowsBackup`,
];
const quote = (paths: readonly string[]) => paths.map((path) => `'${path}'`).join(", ");

let result: (name: string) => CaseResult;
const values = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Exists", "Size", "FileCount", "OldestFileAge"].map((property) => `Read-Directory${property}`),
      "Test-Directory",
      "Repair-Directory",
      "Invoke-DirectoryClear",
      "Find-FolderRefusal",
    ],
    fakes: ["files"],
    cases: {
      "reads nothing": String.raw`Read-DirectoryExists -Path 'C:\None'; foreach ($p in 'Size', 'FileCount', 'OldestFileAge') { $null -eq (& "Read-Directory$p" -Path 'C:\None') }`,
      "reads empty": `Read-DirectoryExists ${jobs}; Read-DirectorySize ${jobs}; Read-DirectoryFileCount ${jobs}; $null -eq (Read-DirectoryOldestFileAge ${jobs})`,
      "reads files": String.raw`Add-FakeFile 'C:\Data\a.spl' -Size 5 -Hours 2; Add-FakeFile 'C:\Data\sub\b.SPL' -Size 7 -Hours 3; Add-FakeFile 'C:\Data\c.txt' -Size 100 -Hours 9; foreach ($p in 'Size', 'FileCount', 'OldestFileAge') { [string](& "Read-Directory$p" ${jobs}); [string](& "Read-Directory$p" ${jobs} -Files @('*.spl', '?.shd')) }`,
      "follows no junction": String.raw`Add-FakeFolder 'C:\Data\link' -Link; Add-FakeFile 'C:\Data\link\far.txt' -Size 1000; Add-FakeFile 'C:\Data\a.txt' -Size 5; Read-DirectorySize ${jobs}`,
      "future file": String.raw`Add-FakeFile 'C:\Data\a.txt' -Hours -5; [string](Read-DirectoryOldestFileAge ${jobs})`,
      "a file is no folder": String.raw`Add-FakeFile 'C:\Data\a.txt'; Read-DirectoryExists -Path 'C:\Data\a.txt'`,
      "unreadable below": String.raw`Add-FakeFile 'C:\Data\sub\a.txt'; $script:Closed = @('C:\Data\sub'); Read-DirectorySize ${jobs}`,
      "unreadable itself": String.raw`$script:Closed = @('C:\Data'); Read-DirectoryExists ${jobs}`,

      creates: String.raw`Get-Verdict Directory -Path 'C:\Data\a\b'; Repair-DirectoryPresence -Path 'C:\Data\a\b'; Get-Verdict Directory -Path 'C:\Data\a\b'`,
      "creates not": String.raw`$script:ReadOnly = @('C:\Data'); Get-Verdict Directory -Path 'C:\Data\a\b'; Get-Verdict Directory -Path 'Q:\a'`,
      "is a file": String.raw`Add-FakeFile 'C:\Data\a'; Get-Verdict Directory -Path 'C:\Data\a'; Get-Verdict Directory -Path 'C:\Data\a' -Absent`,
      "is a link": String.raw`Add-FakeFolder 'C:\Data\a' -Link; Get-Verdict Directory -Path 'C:\Data\a' -Absent`,
      removes: String.raw`Add-FakeFile 'C:\Data\a\b\c.txt'; Add-FakeFolder 'C:\Data\a\empty'; Add-FakeFolder 'C:\Data\a\link' -Link; Add-FakeFile 'C:\Data\other.txt'; Get-Verdict Directory -Path 'C:\Data\a' -Absent; Repair-DirectoryAbsence -Path 'C:\Data\a'; Get-Verdict Directory -Path 'C:\Data\a' -Absent; ${tree}`,
      "removes not": String.raw`Add-FakeFile 'C:\Data\a\b.txt'; Add-FakeFile 'C:\Data\a\c.txt'; $script:InUse = @('C:\Data\a\b.txt'); try { Repair-DirectoryAbsence -Path 'C:\Data\a' } catch { $_.Exception.Message }; ${tree}`,
      refuses: String.raw`Add-FakeFolder 'C:\Windows'; Get-Verdict Directory -Path 'C:\Windows' -Absent; try { Repair-DirectoryAbsence -Path 'C:\Windows' } catch { $_.Exception.Message }; Get-Verdict Directory -Path 'C:\Windows'`,

      "clears all": String.raw`Add-FakeFile 'C:\Data\a.txt' -Hours -1; Add-FakeFile 'C:\Data\sub\b.txt'; Add-FakeFolder 'C:\Data\empty'; Invoke-DirectoryClear ${jobs}; @(${tree}).Count; Read-DirectoryExists ${jobs}; $script:Notes`,
      "clears old": String.raw`Add-FakeFile 'C:\Data\old.spl' -Hours 2; Add-FakeFile 'C:\Data\fresh.spl' -Hours 0.5; Add-FakeFile 'C:\Data\deep\old.spl' -Hours 2; Add-FakeFolder 'C:\Data\empty'; Invoke-DirectoryClear ${jobs} -OlderThan ([timespan]'01:00:00'); ${tree}`,
      "clears patterns": String.raw`Add-FakeFile 'C:\Data\a.spl'; Add-FakeFile 'C:\Data\b.SHD'; Add-FakeFile 'C:\Data\c.splx'; Add-FakeFile 'C:\Data\[d].spl'; Invoke-DirectoryClear ${jobs} -Files @('*.spl', '*.shd'); ${tree}`,
      "pattern with brackets": String.raw`Add-FakeFile 'C:\Data\[d].spl'; Add-FakeFile 'C:\Data\d.spl'; Invoke-DirectoryClear ${jobs} -Files @('[d].spl'); ${tree}`,
      "goes on past locked": String.raw`Add-FakeFile 'C:\Data\a.txt'; Add-FakeFile 'C:\Data\b.txt'; Add-FakeFile 'C:\Data\sub\c.txt'; Add-FakeFile 'C:\Data\sub\d.txt'; $script:InUse = @('C:\Data\a.txt', 'C:\Data\sub\d.txt'); Invoke-DirectoryClear ${jobs}; ${tree}; $script:Notes`,
      "clears no junction": String.raw`Add-FakeFile 'C:\Other\precious.txt'; Add-FakeFolder 'C:\Data\link' -Link; Add-FakeFile 'C:\Data\link\precious.txt'; Invoke-DirectoryClear ${jobs} -Files @('*'); $script:Disk.ContainsKey('c:\data\link\precious.txt')`,
      "clears nothing": String.raw`Invoke-DirectoryClear -Path 'C:\None'; $script:Disk.ContainsKey('c:\none')`,
      "clear refuses": String.raw`Add-FakeFile 'C:\Windows\a.txt'; try { Invoke-DirectoryClear -Path 'C:\Windows' } catch { $_.Exception.Message }; $script:Disk.ContainsKey('c:\windows\a.txt')`,
      "clear refuses links above": String.raw`Add-FakeFolder 'C:\Data\link' -Link; Add-FakeFile 'C:\Data\link\sub\a.txt'; try { Invoke-DirectoryClear -Path 'C:\Data\link\sub' } catch { $_.Exception.Message }; $script:Disk.ContainsKey('c:\data\link\sub\a.txt')`,
      refused: `foreach ($path in ${quote(refused)}) { if (-not (Find-FolderRefusal -Path $path)) { $path } }`,
      allowed: `foreach ($path in ${quote(allowed)}) { Find-FolderRefusal -Path $path }`,
    },
  });
});

describe("reading a folder", () => {
  test("a missing one gives none", () => expect(values("reads nothing")).toEqual([false, true, true, true]));
  test("an empty one gives 0, and no oldest file", () => expect(values("reads empty")).toEqual([true, 0, 0, true]));
  test("all files below, or those of the patterns", () =>
    expect(values("reads files")).toEqual(["112", "12", "3", "2", "09:00:00", "03:00:00"]));
  test("junctions are not followed", () => expect(values("follows no junction")).toEqual([5]));
  test("an age is never negative", () => expect(values("future file")).toEqual(["00:00:00"]));
  test("a file is no folder", () => expect(values("a file is no folder")).toEqual([false]));
  test("what cannot be listed raises", () => {
    expect(result("unreadable below").error).toContain(String.raw`folder C:\Data\sub: Access to the path`);
    expect(result("unreadable itself").error).toContain(String.raw`C:\Data: Access to the path`);
  });
});

describe("ensuring a folder", () => {
  test("is created", () => {
    const [before, after] = values("creates") as [Verdict, Verdict];
    expect(before).toEqual({ RemedycVerdict: "deviates", Why: String.raw`folder C:\Data\a\b is missing` });
    expect(after.RemedycVerdict).toBe("holds");
  });
  test("no right, or no drive", () => {
    expect((values("creates not") as Verdict[]).map((verdict) => `${verdict.RemedycVerdict} ${verdict.Why}`)).toEqual([
      String.raw`blocked folder C:\Data\a\b is missing: there is no right to write to C:\Data`,
      String.raw`blocked folder Q:\a is missing: there is no Q:`,
    ]);
  });
  test("a file or a link is in the way", () => {
    expect((values("is a file") as Verdict[]).map((verdict) => verdict.Why)).toEqual([
      String.raw`folder C:\Data\a is a file: only a folder itself is made or removed`,
      String.raw`folder C:\Data\a is a file: only a folder itself is made or removed`,
    ]);
    expect(verdictOf(result("is a link"))).toEqual({
      RemedycVerdict: "blocked",
      Why: String.raw`folder C:\Data\a is a junction or link: only a folder itself is made or removed`,
    });
  });
  test("absent removes all below and enters no junction", () => {
    const [before, after, ...rest] = values("removes") as [Verdict, Verdict, ...unknown[]];
    expect([before.RemedycVerdict, after.RemedycVerdict]).toEqual(["deviates", "holds"]);
    expect(rest).toEqual(["other.txt"]);
  });
  test("what is in use is named, the rest is removed", () =>
    expect(values("removes not")).toEqual([
      String.raw`1 entries of C:\Data\a could not be removed, the first: C:\Data\a\b.txt: The process cannot access the file.`,
      "a",
      String.raw`a\b.txt`,
    ]));
  test("Windows' folders are never removed, but may be ensured", () => {
    const [verdict, error, present] = values("refuses") as [Verdict, string, Verdict];
    expect(verdict).toEqual({
      RemedycVerdict: "blocked",
      Why: String.raw`folder C:\Windows is there, it should be absent: C:\Windows is or holds the system folder C:\Windows`,
    });
    expect(error).toBe(String.raw`nothing is removed: C:\Windows is or holds the system folder C:\Windows`);
    expect(present.RemedycVerdict).toBe("holds");
  });
});

describe("clearing a folder", () => {
  test("everything but the folder itself", () =>
    expect(values("clears all")).toEqual([0, true, String.raw`2 files removed from C:\Data, 0 could not be removed`]));
  test("by age, with the folders that become empty thereby", () => expect(values("clears old")).toEqual(["empty", "fresh.spl"]));
  test("by pattern, ignoring case", () => expect(values("clears patterns")).toEqual(["c.splx"]));
  test("only * and ? are special", () => expect(values("pattern with brackets")).toEqual(["d.spl"]));
  test("goes on past what is in use", () =>
    expect(values("goes on past locked")).toEqual([
      "a.txt",
      "sub",
      String.raw`sub\d.txt`,
      String.raw`2 files removed from C:\Data, 2 could not be removed, the first: C:\Data\a.txt: The process cannot access the file.`,
    ]));
  test("junctions are not followed", () => expect(values("clears no junction")).toEqual([true]));
  test("a missing folder is clear", () => expect(values("clears nothing")).toEqual([false]));
  test("system folders are refused", () =>
    expect(values("clear refuses")).toEqual([String.raw`nothing is removed: C:\Windows is or holds the system folder C:\Windows`, true]));
  test("a junction above is refused", () =>
    expect(values("clear refuses links above")).toEqual([String.raw`nothing is removed: C:\Data\link is a junction or link`, true]));
  test("all of these are refused", () => expect(result("refused")).toEqual({ output: [], error: "" }));
  test("none of these is", () => expect(result("allowed")).toEqual({ output: [], error: "" }));
});
