import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFile } from "../../src/diagnosis/readers/byte-source.ts";
import { FileBytes } from "../../src/inspect/file-bytes.ts";
import { describeReadError, isReadError, measurePlainFile, openPlainFileSync, readPlainFile } from "../../src/source/plain-file.ts";
import { openFileRanges } from "../../src/zip/open-zip.ts";
import { createFolder, remedyc } from "../cli/support.ts";

/** Everything that opens a file for a person: each gives the reason why it cannot. */
const READERS: Readonly<Record<string, (path: string) => unknown>> = {
  readPlainFile: (path) => {
    const read = readPlainFile(path, 1000);
    if ("error" in read) throw new Error(read.error);
  },
  openPlainFileSync: (path) => closeSync(openPlainFileSync(path).fd),
  measurePlainFile,
  "a log": (path) => withFile(path, () => Promise.resolve()),
  "an installer": (path) => FileBytes.open(path).close(),
  "a package": async (path) => (await openFileRanges(path)).close(),
};

const reasonOf = async (read: (path: string) => unknown, path: string): Promise<string> => {
  try {
    await read(path);
    return "";
  } catch (error) {
    return isReadError(error) ? describeReadError(error) : (error as Error).message;
  }
};

const folder = createFolder({ "file.txt": "text", "sub/x": "" });

test.each(Object.entries(READERS))("what is no plain file is told by %s", async (_name, read) => {
  const reasons = await Promise.all(["file.txt", "sub", "none"].map((name) => reasonOf(read, join(folder, name))));
  expect(reasons).toEqual(["", "it is a folder", "there is no such file"]);
});

test.runIf(process.platform !== "win32").each(Object.entries(READERS))(
  "a pipe that nobody writes into is not waited for by %s",
  async (name, read) => {
    const pipe = join(createFolder(), name.replaceAll(" ", "-"));
    execFileSync("mkfifo", [pipe]);
    expect(await reasonOf(read, pipe)).toBe("it is a device or a pipe");
  },
);

test.runIf(process.platform !== "win32")("nor by 'remedyc diagnose'", async () => {
  const place = createFolder();
  execFileSync("mkfifo", [join(place, "pipe.log")]);
  const { exitCode, stderr } = await remedyc(place, "diagnose", "pipe.log");
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("error RMD8500: 'pipe.log' cannot be read: it is a device or a pipe.")]);
});

test("a file is measured as it is", async () => {
  expect(await measurePlainFile(join(folder, "file.txt"))).toEqual({ size: 4, sha256: createHash("sha256").update("text").digest("hex") });
});
