import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult, Verdict } from "../run-cases.ts";

const path = String.raw`-Path 'C:\Data\a.txt'`;
const [good, bad] = ["A".repeat(64), "B".repeat(64)];
const bytes = (text: string) => `([byte[]]@(${[...Buffer.from(text, "utf8")].join(", ")}))`;

/** What Windows takes for another path, a stream or a device. */
const twoWays = [
  String.raw`C:\Data\a.txt:stream`,
  String.raw`C:\Data\a.txt::$DATA`,
  String.raw`C:\Data\..\a.txt`,
  String.raw`C:\Data\.\a.txt`,
  String.raw`C:\Data\a.txt.`,
  String.raw`C:\Data \a.txt`,
  "C:\\Data/a.txt",
  String.raw`C:\Data\\a.txt`,
  String.raw`C:\Data\NUL`,
  String.raw`C:\Data\con.txt`,
  String.raw`C:\Data\com1 .log`,
  String.raw`C:\Data\LPT²`,
  String.raw`C:\Data\a*`,
  String.raw`\\?\C:\Data\a.txt`,
  String.raw`\\.\C:\Data\a.txt`,
  String.raw`\\?\GLOBALROOT\Device\x`,
  String.raw`\\server`,
  String.raw`\Data\a.txt`,
  "C:a.txt",
];
const oneWay = [
  String.raw`C:\Data\a.txt`,
  String.raw`c:\DATA\.hidden`,
  String.raw`\\server\share\a.txt`,
  String.raw`C:\Data\console.log`,
  String.raw`C:\Data\com10`,
  String.raw`C:\Data\Backup~1.txt`,
];

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const values = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Exists", "Size", "Version", "Age", "Sha256"].map((property) => `Read-File${property}`),
      "Test-File",
      "Repair-File",
      "Test-FileAbsence",
      "Repair-FileAbsence",
      "Undo-File",
    ],
    fakes: ["files"],
    cases: {
      "reads nothing": `Read-FileExists ${path}; foreach ($p in 'Size', 'Version', 'Age', 'Sha256', 'Content') { $null -eq (& "Read-File$p" ${path}) }`,
      reads: String.raw`Add-FakeFile 'C:\Data\a.txt' -Hours 2 -Sha '${good}' -Version '1.2.3.4' -Bytes ${bytes("Grüße")}; foreach ($p in 'Exists', 'Size', 'Version', 'Age', 'Sha256', 'Content') { [string](& "Read-File$p" ${path}) }`,
      "empty content": String.raw`Add-FakeFile 'C:\Data\a.txt' -Size 0; Read-FileContent ${path}`,
      "no such text": String.raw`foreach ($b in ${bytes("\u{feff}x")}, ([byte[]]@(0xC3, 0x28))) { Add-FakeFile 'C:\Data\a.txt' -Bytes $b; $null -eq (Read-FileContent ${path}) }; Add-FakeFile 'C:\Data\a.txt' -Size 1048577; $null -eq (Read-FileContent ${path})`,
      "folder is no file": String.raw`Add-FakeFolder 'C:\Data\a.txt'; Read-FileExists ${path}; Get-Verdict File ${path}; Get-Verdict File ${path} -Absent`,
      denied: String.raw`$script:Closed = @('C:\Data\a.txt'); Read-FileExists ${path}`,

      "present holds": String.raw`Add-FakeFile 'C:\Data\a.txt'; Get-Verdict File ${path}`,
      "content holds": String.raw`Add-FakeFile 'C:\Data\a.txt' -Bytes ${bytes("x")}; Get-Verdict File ${path} -Content 'x'`,
      "content differs by case": String.raw`Add-FakeFile 'C:\Data\a.txt' -Bytes ${bytes("X")}; Get-Verdict File ${path} -Content 'x'`,
      "hash holds": String.raw`Add-FakeFile 'C:\Data\a.txt' -Sha '${good}'; Get-Verdict File ${path} -Sha256 '${good.toLowerCase()}'`,
      "hash differs": String.raw`Add-FakeFile 'C:\Data\a.txt' -Sha '${bad}'; Add-FakeFile 'C:\Data\source' -Sha '${good}'; Get-Verdict File ${path} -Sha256 '${good}' -Source 'C:\Data\source'`,
      "missing without means": `Get-Verdict File ${path}`,
      "source missing": String.raw`Get-Verdict File ${path} -Source 'C:\Data\source'`,
      "source relative": `Get-Verdict File ${path} -Source 'setup.exe'`,
      "no absolute path": String.raw`foreach ($p in 'a.txt', '\a.txt', '\\?\C:\a.txt', '..\a.txt') { try { Get-Verdict File -Path $p } catch { $_.Exception.Message } }`,
      "source another": String.raw`Add-FakeFile 'C:\Data\source' -Sha '${bad}'; Get-Verdict File ${path} -Source 'C:\Data\source' -Sha256 '${good}'`,
      "no right to add": String.raw`$script:ReadOnly = @('C:\Data'); Get-Verdict File ${path} -Content 'x'`,
      "no right to change": String.raw`Add-FakeFile 'C:\Data\a.txt' -Size 0; $script:ReadOnly = @('C:\Data\a.txt'); Get-Verdict File ${path} -Content 'x'`,
      "no right to delete": String.raw`Add-FakeFile 'C:\Data\a.txt'; $script:ReadOnly = @('C:\Data\a.txt'); Get-Verdict File ${path} -Absent`,
      "a link": String.raw`Add-FakeFile 'C:\Data\a.txt' -Link; Get-Verdict File ${path} -Content 'x'`,

      "writes content": String.raw`Get-Verdict File -Path 'C:\Data\new\a.txt' -Content 'x'; Repair-File -Path 'C:\Data\new\a.txt' -Content 'x'; Get-Verdict File -Path 'C:\Data\new\a.txt' -Content 'x'; Get-FakeTree 'C:\Data'`,
      "writes empty content": String.raw`Get-Verdict File ${path} -Content ''; Repair-File ${path} -Content ''; Get-Verdict File ${path} -Content ''`,
      "writes over a leftover": String.raw`Add-FakeFile 'C:\Data\a.txt.remedyc-new'; Add-FakeFile 'C:\Data\a.txt' -Bytes ${bytes("old")}; Repair-File ${path} -Content 'new'; Read-FileContent ${path}; Get-FakeTree 'C:\Data'`,
      copies: String.raw`Add-FakeFile 'C:\Data\source' -Sha '${good}' -Bytes ${bytes("x")}; Repair-File ${path} -Source 'C:\Data\source' -Sha256 '${good}'; Get-Verdict File ${path} -Source 'C:\Data\source' -Sha256 '${good}'; Get-FakeTree 'C:\Data'`,
      "copies no other file": String.raw`Add-FakeFile 'C:\Data\source' -Sha '${bad}'; try { Repair-File ${path} -Source 'C:\Data\source' -Sha256 '${good}' } catch { $_.Exception.Message }; Get-FakeTree 'C:\Data'`,
      "keeps the rights of what it replaces": String.raw`Add-FakeFile 'C:\Data\a.txt'; Repair-File ${path} -Content 'new'; $script:Kept; $script:Kept = @(); Repair-File -Path 'C:\Data\b.txt' -Content 'new'; $script:Kept`,
      "copies nothing from where others write": String.raw`$script:Open = @('C:\Data\in'); Add-FakeFile 'C:\Data\in\source' -Sha '${good}'; Get-Verdict File ${path} -Source 'C:\Data\in\source'; Get-Verdict File ${path} -Source 'C:\Data\in\source' -Sha256 '${good}'`,
      "hashes what was copied": String.raw`Add-FakeFile 'C:\Data\source' -Sha '${good}'; $script:Exchanged = '${bad}'; try { Repair-File ${path} -Source 'C:\Data\source' -Sha256 '${good}' } catch { $_.Exception.Message }; Get-FakeTree 'C:\Data'`,
      "below a junction": String.raw`Add-FakeFile 'C:\Data\j\sub\a.txt'; Add-FakeFolder 'C:\Data\j' -Link; Get-Verdict File -Path 'C:\Data\j\sub\a.txt' -Absent; Get-Verdict File -Path 'C:\Data\j\sub\a.txt' -Content 'x'; Get-Verdict File -Path 'C:\Data\j\none\b.txt' -Content 'x'; Undo-File 'C:\Data\j\sub\a.txt' ''`,
      "a junction between look and act": String.raw`Add-FakeFile 'C:\Data\j\a.txt'; foreach ($act in { Repair-FileAbsence 'C:\Data\j\a.txt' }, { Repair-File 'C:\Data\j\a.txt' -Content 'x' }, { Repair-File 'C:\Data\j\new\b.txt' -Content 'x' }, { Undo-File 'C:\Data\j\a.txt' 'bytes AAAA' }) { (Get-Verdict File -Path 'C:\Data\j\a.txt' -Absent).Why; function Find-PathRefusal { Add-FakeFolder 'C:\Data\j' -Link }; Add-FakeFolder 'C:\Data\j' -Link; try { & $act } catch { $_.Exception.Message }; Remove-Item function:Find-PathRefusal; $script:Disk['c:\data\j'].IsLink = $false }; Get-FakeTree 'C:\Data'`,
      "read in two ways": String.raw`foreach ($p in ${twoWays.map((one) => `'${one}'`).join(", ")}) { $why = Find-PathRefusal $p; if (-not $why) { $p } }; foreach ($p in ${oneWay.map((one) => `'${one}'`).join(", ")}) { Find-PathRefusal $p }`,
      "a short name": String.raw`function Open-Entry([string] $Path) { throw "$Path leads to C:\Program Files\x" }; Add-FakeFile 'C:\PROGRA~1\x'; Get-Verdict File -Path 'C:\PROGRA~1\x' -Absent`,
      removes: String.raw`Add-FakeFile 'C:\Data\a.txt'; Get-Verdict File ${path} -Absent; Repair-FileAbsence ${path}; Get-Verdict File ${path} -Absent`,
    },
  });
});

describe("reading a file", () => {
  test("a missing one gives none", () => expect(values("reads nothing")).toEqual([false, true, true, true, true, true]));
  test("every property", () => expect(values("reads")).toEqual(["True", "7", "1.2.3.4", "02:00:00", good, "Grüße"]));
  test("an empty file has content", () => expect(values("empty content")).toEqual([""]));
  test("byte order mark, bytes that are no UTF-8, more than 1 MB: none", () => expect(values("no such text")).toEqual([true, true, true]));
  test("a folder is no file, and in the way of one", () =>
    expect(values("folder is no file")).toEqual([
      false,
      { RemedycVerdict: "blocked", Why: String.raw`file C:\Data\a.txt is a folder: nothing but a file is replaced` },
      { RemedycVerdict: "holds", Why: "" },
    ]));
  test("denied is not absent", () =>
    expect(result("denied").error).toBe(String.raw`C:\Data\a.txt: Access to the path 'C:\Data\a.txt' is denied.`));
});

describe("testing a file", () => {
  test.each(["present holds", "content holds", "hash holds"])("%s", (name) => expect(verdict(name).RemedycVerdict).toBe("holds"));
  test("only absolute paths", () =>
    expect(values("no absolute path")).toEqual(
      "a.txt|\\a.txt|\\\\?\\C:\\a.txt|..\\a.txt".split("|").map((one) => `${one} is no absolute path`),
    ));
  test("content is compared exactly", () =>
    expect(verdict("content differs by case")).toEqual({
      RemedycVerdict: "deviates",
      Why: String.raw`file C:\Data\a.txt has other content`,
    }));
  test("both hashes are named", () =>
    expect(verdict("hash differs")).toEqual({
      RemedycVerdict: "deviates",
      Why: `file C:\\Data\\a.txt has SHA-256 ${bad}, it should be ${good}`,
    }));
  test.each([
    ["missing without means", "is missing: the remedy names neither content nor source for it"],
    ["source missing", String.raw`is missing: its source C:\Data\source is not there`],
    ["source relative", "is missing: its source: setup.exe is no absolute path"],
    ["source another", String.raw`is missing: its source C:\Data\source is another file than its SHA-256 says`],
    ["no right to add", String.raw`is missing: there is no right to write to C:\Data`],
    ["no right to change", String.raw`has other content: there is no right to write to C:\Data\a.txt`],
    ["no right to delete", String.raw`is there, it should be absent: there is no right to delete C:\Data\a.txt`],
    ["a link", "is a link to another file: nothing but a file is replaced"],
  ])("blocked: %s", (name, why) => expect(verdict(name)).toEqual({ RemedycVerdict: "blocked", Why: `file C:\\Data\\a.txt ${why}` }));
});

describe("repairing a file", () => {
  const words = (all: readonly unknown[]) => (all as Verdict[]).map((one) => one.RemedycVerdict);
  test("writes content beside it and moves it into place; the folder is made", () => {
    const [before, after, ...tree] = values("writes content");
    expect(words([before, after])).toEqual(["deviates", "holds"]);
    expect(tree).toEqual(["new", String.raw`new\a.txt`]);
  });
  test("empty content is content", () => expect(words(values("writes empty content"))).toEqual(["deviates", "holds"]));
  test("a leftover of a killed run is no obstacle", () => expect(values("writes over a leftover")).toEqual(["new", "a.txt"]));
  test("copies the source", () => expect(values("copies")).toEqual([{ RemedycVerdict: "holds", Why: "" }, "a.txt", "source"]));
  test("another file than the hash says is not copied", () =>
    expect(values("copies no other file")).toEqual([
      String.raw`its source C:\Data\source is another file than its SHA-256 says`,
      "source",
    ]));
  test("the rights of a file that is replaced stay", () =>
    expect(values("keeps the rights of what it replaces")).toEqual([String.raw`C:\Data\a.txt C:\Data\a.txt.remedyc-new`]));
  test("without a SHA-256 nothing is copied from where others may write", () =>
    expect((values("copies nothing from where others write") as Verdict[]).map((one) => `${one.RemedycVerdict} ${one.Why}`)).toEqual([
      String.raw`blocked file C:\Data\a.txt is missing: its source C:\Data\in\source has no sha256 in the remedy, and C:\Data\in may be changed by S-1-5-32-545, so it is not safe to run; let administrators alone write there`,
      String.raw`deviates file C:\Data\a.txt is missing`,
    ]));
  test("the SHA-256 is that of what was copied, whoever exchanged the source meanwhile", () =>
    expect(values("hashes what was copied")).toEqual([
      String.raw`its source C:\Data\source is another file than its SHA-256 says`,
      "source",
    ]));
  test("removes", () => expect(words(values("removes"))).toEqual(["deviates", "holds"]));
});

describe("where a path leads", () => {
  test("below a junction nothing is written, removed or put back, and the junction is named", () => {
    const link = String.raw`C:\Data\j is a junction or link`;
    const [absent, content, below, undone] = values("below a junction") as [Verdict, Verdict, Verdict, string];
    expect([absent, content, below].map((one) => one.RemedycVerdict)).toEqual(["blocked", "blocked", "blocked"]);
    expect([absent, content, below].map((one) => one.Why.replace(/^.*: /, ""))).toEqual([link, link, link]);
    expect(undone).toBe(link);
  });
  test("nor where the junction is made between the look and the act", () => {
    const seen = String.raw`file C:\Data\j\a.txt is there, it should be absent`;
    const leads = (path: string) => `C:\\Data\\j\\${path} leads to C:\\Elsewhere`;
    expect(values("a junction between look and act")).toEqual([
      ...[seen, leads("a.txt")],
      ...[seen, leads("a.txt.remedyc-new")],
      ...[seen, leads("new.remedyc-new")],
      ...[seen, leads("a.txt.remedyc-new")],
      ...["j", String.raw`j\a.txt`],
    ]);
  });
  test("streams, devices, dots at the end and what else can be read in two ways are refused; other paths are not", () =>
    expect(result("read in two ways")).toEqual({ output: [], error: "" }));
  test("a short name is refused with the place that it leads to", () =>
    expect(verdict("a short name")).toEqual({
      RemedycVerdict: "blocked",
      Why: String.raw`file C:\PROGRA~1\x is there, it should be absent: C:\PROGRA~1\x leads to C:\Program Files\x`,
    }));
});
