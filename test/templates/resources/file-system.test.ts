import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCases } from "./run-cases.ts";
import type { CaseResult } from "./run-cases.ts";

/* The platform functions of files and folders on the real file system: .NET answers alike everywhere, and symbolic links are reparse points to it. */

let root: string;
let result: (name: string) => CaseResult;
const values = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

/** A folder with two files, one of them old and one below, and links to a folder and a file outside. */
function makeTree(name: string): string {
  const folder = join(root, name);
  mkdirSync(join(folder, "sub/deep"), { recursive: true });
  mkdirSync(join(root, `${name}-outside`), { recursive: true });
  writeFileSync(join(folder, "a.log"), "12345");
  utimesSync(join(folder, "a.log"), new Date("2020-01-01T00:00:00Z"), new Date("2020-01-01T00:00:00Z"));
  writeFileSync(join(folder, "sub/deep/b.txt"), "1234567");
  writeFileSync(join(root, `${name}-outside/precious.txt`), "precious");
  symlinkSync(join(root, `${name}-outside`), join(folder, "link"));
  symlinkSync(join(root, `${name}-outside/precious.txt`), join(folder, "file-link.log"));
  return folder;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "remedyc-files-"));
  const [read, old, all, gone] = ["read", "old", "all", "gone"].map(makeTree);
  result = await runCases({
    functions: [
      "Find-DirectoryFile",
      "Clear-FolderLevel",
      "Get-PathEntry",
      "Get-FileSha256",
      "Get-FileVersion",
      "Clear-File",
      "Clear-EmptyFolder",
      "Write-FileByte",
      "Write-FileCopy",
      "Write-FileName",
      "Add-Folder",
    ],
    fakes: [],
    // needs Windows
    setup:
      'function Open-Folder([string] $Path) { if ((Get-PathEntry -Path $Path).IsLink) { throw "$Path is a link" }; [System.IO.MemoryStream]::new() }',
    cases: {
      entries: `foreach ($name in '', '/a.log', '/link', '/file-link.log', '/none', '/none/none') { $e = Get-PathEntry -Path ('${read}' + $name); if ($null -eq $e) { 'absent' } else { "$($e.IsDirectory) $($e.IsLink) $(if (-not $e.IsLink) { $e.Size }) $($e.WriteTime.Kind)" } }`,
      walk: `@(Find-DirectoryFile -Path '${read}' | ForEach-Object { $_.Name } | Sort-Object)`,
      "clear old": `$sum = Clear-FolderLevel -Path '${old}' -Files @('*.log') -Before ([datetime]::new(2021, 1, 1)); $sum.Removed; $sum.Kept`,
      "clear all": `$sum = Clear-FolderLevel -Path '${all}' -Files @() -Before ([datetime]::MaxValue) -All; $sum.Removed; $sum.Kept; $sum.Why`,
      "clear link": `Clear-FolderLevel -Path '${gone}/link' -Files @() -Before ([datetime]::MaxValue)`,
      hash: `Get-FileSha256 -Path '${read}/a.log'`,
      "no version": `$null -eq (Get-FileVersion -Path '${read}/a.log')`,
      missing: `Get-FileSha256 -Path '${read}/none'`,
      writes: `Write-FileByte -Path '${root}/w1' -Data ([byte[]]@(65)); Write-FileByte -Path '${root}/w0' -Data ([byte[]]@()); Write-FileCopy -Source '${root}/w1' -Path '${root}/w2'; Write-FileByte -Path '${root}/w3' -Data ([byte[]]@(66)); Write-FileName -Path '${root}/w3' -Destination '${root}/w2'; Write-FileName -Path '${root}/w1' -Destination '${root}/w4'; [IO.File]::ReadAllText('${root}/w2') + [IO.File]::ReadAllText('${root}/w4') + [IO.File]::ReadAllText('${root}/w0'); [IO.File]::Exists('${root}/w1')`,
      "writes over nothing": `Write-FileByte -Path '${read}/a.log' -Data ([byte[]]@(65))`,
      "read-only": `[IO.File]::SetAttributes('${gone}/a.log', 'ReadOnly'); Clear-File -Path '${gone}/a.log'; Clear-File -Path '${gone}/a.log'; [IO.File]::Exists('${gone}/a.log')`,
      "not empty": `Clear-EmptyFolder -Path '${gone}/sub'`,
    },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the file system", () => {
  test("what stands at a path; links are told", () =>
    expect(values("entries")).toEqual([
      "True False 0 Utc",
      "False False 5 Utc",
      expect.stringMatching(/^True True/),
      expect.stringMatching(/^False True/),
      "absent",
      "absent",
    ]));
  test("a walk enters no link", () => expect(values("walk")).toEqual(["a.log", "b.txt", "file-link.log"]));
  test("clears what is old, links to folders stay", () => {
    expect(values("clear old")).toEqual([1, 0]);
    expect(readdirSync(join(root, "old")).sort()).toEqual(["file-link.log", "link", "sub"]);
  });
  test("clears everything, and nothing behind a link", () => {
    expect(values("clear all")).toEqual([4, 0, ""]);
    expect(readdirSync(join(root, "all"))).toEqual([]);
    expect(readdirSync(join(root, "all-outside"))).toEqual(["precious.txt"]);
  });
  test("a link itself is not walked", () => {
    expect(result("clear link").error).toContain("is a link");
    expect(readdirSync(join(root, "gone-outside"))).toEqual(["precious.txt"]);
  });
  test("SHA-256 in capitals (FIPS 180-4; `printf 12345 | sha256sum`)", () =>
    expect(values("hash")).toEqual(["5994471ABB01112AFCC18159F6CC74B4F511B99806DA59B3CAF5A9C173CACFC5"]));
  test("a missing file raises, a version resource may be missing", () => {
    expect(result("missing").error).toContain("none");
    expect(values("no version")).toEqual([true]);
  });
  test("writes, copies, gives names", () => expect(values("writes")).toEqual(["BA", false]));
  test("never writes into an existing file", () => expect(result("writes over nothing").error).toContain("already exists"));
  test("removes read-only files, and only empty folders", () => {
    expect(values("read-only")).toEqual([false]);
    expect(result("not empty").error).not.toBe("");
  });
});
