import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getBundle } from "./bundled.ts";
import { createFolder, listFiles, readText, remedyc, spawnRemedyc, until } from "./support.ts";

const UNTIDY = "let a=1\n";
const TIDY = "let a = 1\n";

describe("remedyc fmt", () => {
  test("formats files, folders and patterns in place, and touches only what changes", async () => {
    const folder = createFolder({ "a.remedy": UNTIDY, "b/c.remedy": TIDY, "b/d e.remedy": UNTIDY, "b/f.txt": UNTIDY });
    utimesSync(join(folder, "b/c.remedy"), 1, 1);
    expect(await remedyc(folder, "fmt", "a.remedy", "b/*.remedy")).toEqual({
      exitCode: 0,
      stdout: "formatted a.remedy\nformatted b/d e.remedy\n3 files: 2 changed\n",
      stderr: "",
    });
    expect(statSync(join(folder, "b/c.remedy")).mtimeMs).toBe(1000);
    expect(["a.remedy", "b/d e.remedy", "b/f.txt"].map((file) => readText(folder, file))).toEqual([TIDY, TIDY, UNTIDY]);
    expect((await remedyc(folder, "fmt", ".")).stdout).toBe("3 files: all formatted already\n");
    expect(listFiles(folder)).toEqual(["a.remedy", "b/c.remedy", "b/d e.remedy", "b/f.txt"]);
  });

  test("without a file takes those of the configuration", async () => {
    const folder = createFolder({ "a.remedy": UNTIDY, "b.remedy": UNTIDY, "remedyc.config.json": '{ "files": ["a.remedy"] }' });
    await remedyc(folder, "fmt");
    expect([readText(folder, "a.remedy"), readText(folder, "b.remedy")]).toEqual([TIDY, UNTIDY]);
  });

  test("--check writes nothing and names what would change", async () => {
    const folder = createFolder({ "a.remedy": UNTIDY, "b.remedy": TIDY });
    const { exitCode, stdout, stderr } = await remedyc(folder, "fmt", ".", "--check");
    expect([exitCode, stdout, stderr]).toEqual([1, "", "error RMD8701: 'a.remedy' is not formatted. 'remedyc fmt' does it.\n1 error\n"]);
    expect(readText(folder, "a.remedy")).toBe(UNTIDY);
    expect(await remedyc(folder, "fmt", "b.remedy", "--check")).toMatchObject({ exitCode: 0, stderr: "" });
    const json = JSON.parse((await remedyc(folder, "fmt", ".", "--format", "json")).stdout) as object;
    expect(json).toEqual({ files: ["a.remedy", "b.remedy"], changed: ["a.remedy"], diagnostics: [] });
  });

  test("--diff shows what would change as a patch, and writes nothing", async () => {
    const folder = createFolder({ "a b.remedy": UNTIDY, "b.remedy": TIDY });
    const { exitCode, stdout, stderr } = await remedyc(folder, "fmt", ".", "--diff");
    expect([exitCode, readText(folder, "a b.remedy")]).toEqual([1, UNTIDY]);
    expect(stderr).toContain("error RMD8701: 'a b.remedy' is not formatted.");
    expect(stdout).toMatch(/^--- a\/a b\.remedy\n\+\+\+ b\/a b\.remedy\n@@ -1/);
    expect(stdout).not.toContain("b/b.remedy");
    writeFileSync(join(folder, "formatting.patch"), stdout);
    expect(spawnSync("git", ["apply", "formatting.patch"], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    expect(readText(folder, "a b.remedy")).toBe(TIDY);
    expect(await remedyc(folder, "fmt", ".", "--diff")).toMatchObject({
      exitCode: 0,
      stderr: "",
      stdout: "2 files: all formatted already\n",
    });
  });

  test("Ctrl-C leaves each file as it was or formatted, and nothing beside it", async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `${String(i).padStart(4, "0")}.remedy`);
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, UNTIDY])));
    const { child, ended } = spawnRemedyc(folder, ["fmt", "."]);
    await until(() => readText(folder, names[5] ?? "") === TIDY, 60_000);
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ exitCode: 130, stderr: "" });
    expect(listFiles(folder)).toEqual(names);
    const texts = names.map((name) => readText(folder, name));
    expect(new Set(texts)).toEqual(new Set([TIDY, UNTIDY]));
  }, 90_000);

  test("a file with syntax errors stays as it is, and the others are formatted", async () => {
    const broken = "let a = 1\nlet b  2\n";
    const folder = createFolder({ "a.remedy": broken, "b.remedy": UNTIDY, "c.remedy": new Uint8Array([0, 1, 2]) });
    const { exitCode, stdout, stderr } = await remedyc(folder, "fmt", ".");
    expect([exitCode, stdout]).toEqual([1, "formatted b.remedy\n"]);
    expect(stderr).toContain("a.remedy:2:8: error RMD1001");
    expect(stderr).toContain("error RMD1053");
    expect([readText(folder, "a.remedy"), readText(folder, "b.remedy")]).toEqual([broken, TIDY]);
  });

  test.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${UNTIDY}`), Buffer.from(`\ufeff${TIDY}`)],
    ["UTF-16", Buffer.from(`\ufeff${UNTIDY}`, "utf16le"), Buffer.from(`\ufeff${TIDY}`, "utf16le")],
    ["UTF-16, the other order", Buffer.from(`\ufeff${UNTIDY}`, "utf16le").swap16(), Buffer.from(`\ufeff${TIDY}`, "utf16le").swap16()],
    ["CRLF, and LF here and there", Buffer.from("let a=1\r\nlet b=2\nlet c=3\r\n"), Buffer.from("let a = 1\r\nlet b = 2\r\nlet c = 3\r\n")],
  ])("keeps how a file is stored: %s", async (_, before, after) => {
    const folder = createFolder({ "a.remedy": before });
    await remedyc(folder, "fmt", "a.remedy");
    expect(readFileSync(join(folder, "a.remedy"))).toEqual(after);
  });

  test("rights stay, and a link keeps pointing to its file", async () => {
    const folder = createFolder({ "real.txt": UNTIDY });
    chmodSync(join(folder, "real.txt"), 0o640);
    symlinkSync("real.txt", join(folder, "a.remedy"));
    await remedyc(folder, "fmt", "a.remedy");
    expect(readText(folder, "real.txt")).toBe(TIDY);
    expect(statSync(join(folder, "real.txt")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "a.remedy")).isSymbolicLink()).toBe(true);
  });

  test("takes the layout from Prettier's configuration and .editorconfig, folder by folder", async () => {
    const part = "part a() {\n  use b(1, 2)\n}\n";
    const folder = createFolder({
      ".editorconfig": "root = true\n[*]\nindent_style = tab\nend_of_line = crlf\n",
      "a.remedy": part,
      "b/.prettierrc": '{ "printWidth": 8, "tabWidth": 4, "useTabs": false, "endOfLine": "lf" }',
      "b/a.remedy": part,
    });
    await remedyc(folder, "fmt", ".");
    expect(readText(folder, "a.remedy")).toBe("part a() {\r\n\tuse b(1, 2)\r\n}\r\n");
    expect(readText(folder, "b/a.remedy")).toBe("part a() {\n    use b(\n        1,\n        2\n    )\n}\n");
  });

  test.each([
    ['{ "printWidth": -1 }', "'printWidth' is -1 and not a whole number"],
    ['{ "tabWidth": "4" }', `'tabWidth' is "4" and not a whole number`],
    ['{ "useTabs": 1 }', "'useTabs' is 1 and not true or false"],
    ['{ "endOfLine": "native" }', `'endOfLine' is "native" and not auto, lf, crlf or cr`],
    ["{", "JSON"],
  ])("a configuration that cannot be used is told, and nothing written: %s", async (config, reason) => {
    const folder = createFolder({ "a.remedy": UNTIDY, ".prettierrc.json": config });
    const { exitCode, stderr } = await remedyc(folder, "fmt", "a.remedy");
    expect([exitCode, readText(folder, "a.remedy")]).toEqual([1, UNTIDY]);
    expect(stderr).toContain("error RMD8703: 'a.remedy' is not formatted, since Prettier's configuration for it cannot be used: ");
    expect(stderr).toContain(reason);
  });

  test("a file that cannot be written stays as it is, and the others are formatted", async () => {
    // The name beside it, under which it would be written first, is longer than file systems take.
    const long = `${"x".repeat(243)}.remedy`;
    const folder = createFolder({ [long]: UNTIDY, "y.remedy": UNTIDY });
    const { exitCode, stdout, stderr } = await remedyc(folder, "fmt", ".");
    expect([exitCode, stdout]).toEqual([1, "formatted y.remedy\n"]);
    expect(stderr).toContain(`error RMD8702: '${long}' is not formatted, since it cannot be written: `);
    expect(listFiles(folder)).toEqual([long, "y.remedy"]);
    expect(readText(folder, long)).toBe(UNTIDY);
  });

  test("names no files beside --stdin-filepath", async () => {
    const { exitCode, stderr } = await remedyc(createFolder({ "a.remedy": UNTIDY }), "fmt", "a.remedy", "--stdin-filepath", "a.remedy");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--stdin-filepath formats standard input: name no files beside it.");
  });
});

describe("the package", () => {
  const run = (folder: string, input: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, input, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const program = join(getBundle(), "remedyc.cjs");

  test("--stdin-filepath formats standard input as the file of that name, and writes nothing else", () => {
    const folder = createFolder({ "b/.prettierrc": '{ "useTabs": true }' });
    const fmt = (input: string, ...args: readonly string[]) =>
      run(folder, input, program, "fmt", "--stdin-filepath", "b/a.remedy", ...args);
    expect(fmt("part a() {\nuse b() }")).toEqual({ status: 0, stdout: "part a() {\n\tuse b()\n}\n", stderr: "" });
    expect(fmt("let a=1", "--check")).toMatchObject({ status: 1, stdout: "" });
    const broken = fmt("let a 1");
    expect(broken).toMatchObject({ status: 1, stdout: "" });
    expect(broken.stderr).toContain("b/a.remedy:1:7: error RMD1001");
  });

  test("is a plugin of Prettier under its name, 'remedyc/prettier'", () => {
    const folder = createFolder({ "x.remedy": UNTIDY });
    mkdirSync(join(folder, "node_modules/remedyc"), { recursive: true });
    symlinkSync(getBundle(), join(folder, "node_modules/remedyc/dist"));
    writeFileSync(join(folder, "node_modules/remedyc/package.json"), readFileSync("package.json"));
    const prettier = join(process.cwd(), "node_modules/prettier/bin/prettier.cjs");
    expect(run(folder, "", prettier, "--plugin", "remedyc/prettier", "x.remedy")).toEqual({ status: 0, stdout: TIDY, stderr: "" });
  });
});
