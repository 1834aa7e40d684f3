import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, remedyc, remedyText } from "./support.ts";

interface Text {
  compiler: unknown;
  root: unknown;
  files: { [field: string]: unknown }[];
  earlier: unknown;
  leftOver: unknown;
}

/** A project whose earlier build left `standalone/old.ps1` over, intact, beside somebody's own files. */
async function createProject(): Promise<{ readonly folder: string; readonly path: string; readonly manifest: Text }> {
  const folder = createFolder({ "a.remedy": remedyText("old"), "victim.ps1": "not ours", "out/own.txt": "not ours" });
  await remedyc(folder, "build", "a.remedy");
  writeFileSync(join(folder, "a.remedy"), remedyText("new"));
  const path = join(folder, "out/manifest.json");
  return { folder, path, manifest: JSON.parse(readFileSync(path, "utf8")) as Text };
}

/** Builds with --clean; the warning's reason, after everything is found where it was. */
async function refuse(folder: string): Promise<string> {
  const { exitCode, stdout, stderr } = await remedyc(folder, "build", "a.remedy", "--clean");
  expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining("removed")]);
  expect(listFiles(folder).filter((file) => !file.startsWith("elsewhere"))).toEqual([
    "a.remedy",
    "out/manifest.json",
    "out/own.txt",
    "out/standalone/new.ps1",
    "out/standalone/old.ps1",
    "victim.ps1",
  ]);
  expect(stderr).not.toMatch(/^\s+at /m);
  const [, reason] =
    /^warning RMD7027: 'out\/manifest\.json' does not say what earlier builds wrote: (.*)\. What is left over .*\n1 warning\n$/.exec(
      stderr,
    ) ?? [];
  return reason ?? stderr;
}

describe("a manifest that is not believed removes nothing, and the build is done", () => {
  const other = (change: (manifest: Text) => void) => (manifest: Text) => {
    change(manifest);
    return JSON.stringify(manifest);
  };
  const entry = (fields: { readonly [field: string]: unknown }) =>
    other((manifest) => manifest.files.push({ ...manifest.files[0], ...fields }));

  test.each<[reason: string, text: (manifest: Text) => string | Uint8Array]>([
    ["it is no JSON", () => ""],
    ["it is no JSON", () => "{"],
    ["it is no JSON", () => Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
    ["it is no JSON", () => "[".repeat(200_000)],
    ["remedyc did not write it", () => "null"],
    ["remedyc did not write it", () => "[]"],
    ["remedyc did not write it", () => '{ "name": "My web app", "icons": [] }'],
    ["remedyc did not write it", other((manifest) => (manifest.compiler = "other 1.0"))],
    ["it is of a version of remedyc that did not list files", () => '{ "compiler": "remedyc 0.0.1", "scripts": [] }'],
    ["'root' is missing or has the wrong form", other((manifest) => (manifest.root = ".."))],
    ["'files' is missing or is no list", other((manifest) => (manifest.files = {} as never))],
    ["'earlier' is missing or is no list", other((manifest) => (manifest.earlier = undefined))],
    ["'leftOver' is missing or is no list", other((manifest) => (manifest.leftOver = "x"))],
    ["entry 1 of 'leftOver' is no object", other((manifest) => (manifest.leftOver = [null]))],
    ["'root' of entry 1 of 'leftOver' is missing or has the wrong form", other((manifest) => (manifest.leftOver = [manifest.files[0]]))],
    ["entry 2 of 'files' has no 'path'", entry({ path: 7 })],
    ["entry 2 of 'files' has the path '../victim.ps1', which leads out of a folder with '..'", entry({ path: "../victim.ps1" })],
    [
      "entry 2 of 'files' has the path 'standalone/../../victim.ps1', which leads out of a folder with '..'",
      entry({ path: "standalone/../../victim.ps1" }),
    ],
    ["entry 2 of 'files' has the path '..\\victim.ps1', which has a backslash", entry({ path: "..\\victim.ps1" })],
    ["entry 2 of 'files' has the path 'C:/victim.ps1', which is not relative to the output folder", entry({ path: "C:/victim.ps1" })],
    ["entry 2 of 'files' has the path '/etc/passwd', which is not relative to the output folder", entry({ path: "/etc/passwd" })],
    ["entry 2 of 'files' has the path 'a?[31m', which has a character that Windows refuses in names", entry({ path: "a\u001b[31m" })],
    ["entry 2 of 'files' has the path 'nul.ps1', which has the name of a device", entry({ path: "nul.ps1" })],
    ["'sha256' of entry 2 of 'files' is missing or has the wrong form", entry({ sha256: "A".repeat(64) })],
    ["'target' of entry 2 of 'files' is missing or has the wrong form", entry({ target: null })],
    ["'source' of entry 2 of 'files' is missing or has the wrong form", entry({ source: "../outside.remedy" })],
    ["'source' of entry 2 of 'files' is missing or has the wrong form", entry({ source: "/server/share/a.remedy" })],
    ["'sourcesSha256' of entry 2 of 'files' is missing or has the wrong form", entry({ sourcesSha256: [] })],
  ])("%s", async (reason, text) => {
    const { folder, path, manifest } = await createProject();
    writeFileSync(path, text(manifest));
    expect(await refuse(folder)).toBe(reason);
    // The next build has a good one again, which no longer knows the old script.
    expect((await remedyc(folder, "build", "a.remedy")).stderr).toBe("");
  });

  test("it is a link", async () => {
    const { folder, path, manifest } = await createProject();
    writeFileSync(join(folder, "elsewhere.json"), JSON.stringify(manifest));
    rmSync(path);
    symlinkSync(join(folder, "elsewhere.json"), path);
    expect(await refuse(folder)).toBe("it is a link");
    expect(readFileSync(join(folder, "elsewhere.json"), "utf8")).toBe(JSON.stringify(manifest));
  });

  test("it is larger than any manifest", async () => {
    const { folder, path } = await createProject();
    // A hole: it takes no place on the disk.
    truncateSync(path, 1024 * 1024 * 1024);
    expect(await refuse(folder)).toBe("it has 1073741824 bytes; a manifest is read up to 134217728");
  });

  test("it is a folder: the build says that it cannot write", async () => {
    const { folder, path } = await createProject();
    rmSync(path);
    mkdirSync(path);
    expect((await remedyc(folder, "build", "a.remedy", "--clean")).stderr).toMatch(
      /^error RMD7022: .* a folder has the name of a file to be written\./,
    );
  });
});

describe("a manifest that is believed", () => {
  test("may have a byte order mark, other members, and one file several times", async () => {
    const { folder, path, manifest } = await createProject();
    const more = { ...manifest, files: [...manifest.files, ...manifest.files], comment: "x" };
    writeFileSync(path, `\ufeff${JSON.stringify(more, undefined, "\t")}\r\n`);
    const { stdout, stderr } = await remedyc(folder, "build", "a.remedy", "--clean");
    expect([stderr, stdout.match(/ {2}removed, /g)]).toEqual(["", ["  removed, "]]);
  });

  test("cannot name a file whose bytes it does not know", async () => {
    const { folder, path, manifest } = await createProject();
    manifest.files.push({ ...manifest.files[0], path: "own.txt" });
    writeFileSync(path, JSON.stringify(manifest));
    const { stderr } = await remedyc(folder, "build", "a.remedy", "--clean");
    expect(stderr).toContain("RMD7026: 'out/own.txt' is left over");
    expect(readFileSync(join(folder, "out/own.txt"), "utf8")).toBe("not ours");
  });
});
