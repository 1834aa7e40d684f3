import type * as NodeFs from "node:fs";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { writeOutputs } from "../../src/cli/write-outputs.ts";
import { createFolder, listFiles } from "./support.ts";

/** Which call of which function fails, and how; counted from 1. */
const fault = vi.hoisted(() => {
  // Modules that earlier test files of this process have loaded would keep the real node:fs.
  vi.resetModules();
  return { call: "", number: 0, code: "" };
});

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof NodeFs>();
  const failing =
    <A extends unknown[], R>(name: string, work: (...args: A) => R) =>
    (...args: A): R => {
      if (fault.call === name && fault.number > 0 && --fault.number === 0) throw Object.assign(new Error(fault.code), { code: fault.code });
      return work(...args);
    };
  return {
    ...real,
    mkdirSync: failing("mkdirSync", real.mkdirSync as (...args: unknown[]) => unknown),
    mkdtempSync: failing("mkdtempSync", real.mkdtempSync as (...args: unknown[]) => unknown),
    renameSync: failing("renameSync", real.renameSync),
    writeFileSync: failing("writeFileSync", real.writeFileSync),
  };
});

const FILES = ["a/one.ps1", "b/two.ps1", "manifest.json"].map((path) => ({ path, pieces: [Buffer.from("new "), Buffer.from(path)] }));

function fail(call: string, number: number, code: string): void {
  Object.assign(fault, { call, number, code });
}

describe("all files or none", () => {
  test("files are written, those of other names stay", () => {
    const folder = createFolder({ "a/one.ps1": "old", "a/other.ps1": "other" });
    expect(writeOutputs(folder, FILES)).toBeUndefined();
    expect(listFiles(folder)).toEqual(["a/one.ps1", "a/other.ps1", "b/two.ps1", "manifest.json"]);
    expect(readFileSync(join(folder, "a/one.ps1"), "utf8")).toBe("new a/one.ps1");
  });

  test.each<[call: string, number: number, code: string, reason: string]>([
    ["mkdtempSync", 1, "EROFS", "the disk is read-only"],
    ["mkdtempSync", 1, "EACCES", "access is denied"],
    ["writeFileSync", 1, "ENOSPC", "the disk is full"],
    ["writeFileSync", 3, "ENOSPC", "the disk is full"],
    ["mkdirSync", 3, "EDQUOT", "the quota is used up"],
    ["renameSync", 1, "EPERM", "access is denied"],
    ["renameSync", 3, "EBUSY", "another program uses a file in it"],
    ["renameSync", 4, "EIO", "EIO"],
  ])("%s fails at call %i with %s: what was there is there, and nothing else", (call, number, code, reason) => {
    const folder = createFolder({ "a/one.ps1": "old", "b/two.ps1": "older" });
    fail(call, number, code);
    const diagnostic = writeOutputs(folder, FILES);
    expect(fault.number, "the fault happened").toBe(0);
    expect(diagnostic).toMatchObject({
      code: "RMD7022",
      message: `The output folder '${folder}' cannot be written: ${reason}. Nothing was changed.`,
    });
    expect(listFiles(folder)).toEqual(["a/one.ps1", "b/two.ps1"]);
    expect(["a/one.ps1", "b/two.ps1"].map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(["old", "older"]);
  });

  test("folders that were made for it go again", () => {
    const folder = createFolder();
    fail("writeFileSync", 2, "ENOSPC");
    expect(writeOutputs(join(folder, "deep/er"), FILES)?.code).toBe("RMD7022");
    expect(existsSync(join(folder, "deep"))).toBe(false);
    fail("renameSync", 2, "EPERM");
    expect(writeOutputs(join(folder, "deep"), FILES)?.code).toBe("RMD7022");
    expect(existsSync(join(folder, "deep"))).toBe(false);
    writeFileSync(join(folder, "deep"), "a file");
    expect(writeOutputs(join(folder, "deep"), FILES)?.message).toContain("it is a file");
  });
});

describe("what is removed", () => {
  const before = { "a/one.ps1": "old", "a/gone.ps1": "gone", "c/deep/er/gone.ps1": "deep", "c/other.ps1": "other", "d/gone.ps1": "d" };
  const removals = ["a/gone.ps1", "c/deep/er/gone.ps1", "d/gone.ps1"];

  test("goes with the folders that are empty then, and nothing else; what is gone already is no fault", () => {
    const folder = createFolder({ ...before, "e/empty/x": "" });
    expect(writeOutputs(folder, FILES, [...removals, "never/was.ps1"])).toBeUndefined();
    expect(listFiles(folder)).toEqual(["a/one.ps1", "b/two.ps1", "c/other.ps1", "e/empty/x", "manifest.json"]);
    expect(["c/deep", "d"].filter((path) => existsSync(join(folder, path)))).toEqual([]);
  });

  test("the output folder itself stays, even when it is empty", () => {
    const folder = createFolder({ "gone.ps1": "gone", "a/gone.ps1": "gone" });
    expect(writeOutputs(folder, [], ["gone.ps1", "a/gone.ps1"])).toBeUndefined();
    expect([existsSync(folder), listFiles(folder), existsSync(join(folder, "a"))]).toEqual([true, [], false]);
  });

  // Three removals, one replaced file, three new ones: seven renames.
  test.each<[call: string, number: number, code: string]>([
    ["writeFileSync", 2, "ENOSPC"],
    ["mkdirSync", 6, "EACCES"],
    ...[1, 2, 3, 4, 5, 6, 7].map((number): [string, number, string] => ["renameSync", number, "EBUSY"]),
  ])("comes back when %s fails at call %i with %s", (call, number, code) => {
    const folder = createFolder(before);
    fail(call, number, code);
    expect(writeOutputs(folder, FILES, removals)).toMatchObject({ code: "RMD7022" });
    expect(fault.number, "the fault happened").toBe(0);
    expect(Object.fromEntries(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]))).toEqual(before);
    expect(existsSync(join(folder, "b"))).toBe(false);
  });
});
