import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { CHECKS } from "./checks.ts";
import { requireProgram } from "./requirements.ts";
import { listProjectFiles } from "./tracked-files.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function createProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "remedyc entry "));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

it("the project's files are those that git tracks and that are there", () => {
  requireProgram("git");
  const folder = createProject({ "a.ts": "", "b c.ts": "", "gone.ts": "" });
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  spawnSync("git", ["add", "--all"], { cwd: folder });
  rmSync(join(folder, "gone.ts"));
  writeFileSync(join(folder, "left.ts"), "");
  expect(listProjectFiles(folder).sort()).toEqual(["a.ts", "b c.ts"]);
});

it("the project's files in a copy without a repository are all but what is generated or installed", () => {
  const folder = createProject({
    "src/a.ts": "",
    "src/generated/x.json": "",
    "out/manifest.json": "",
    "node_modules/x/y.js": "",
    "dist/z.cjs": "",
  });
  expect(listProjectFiles(folder)).toEqual(["src/a.ts"]);
});

it("the check of format names the file, and leaves out what .prettierignore names", async () => {
  const folder = createProject({
    "good.json": '{ "a": 1 }\n',
    "bad.json": '{"a":1}',
    "ignored.json": '{"a":1}',
    ".prettierignore": "ignored.json\n",
  });
  expect(await CHECKS.format(folder, ["good.json", "ignored.json", "bad.json", "text.remedy"])).toBe(
    "not formatted (npm run format does it):\nbad.json\n",
  );
});

it("the check of types looks at the files that are given, and says where it found something", async () => {
  const folder = createProject({
    "tsconfig.json": '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] }, "include": ["*.ts"] }',
    "good.ts": "export const n: number = 1;\n",
    "bad.ts": 'export const n: number = "x";\n',
  });
  expect(await CHECKS.types(folder, ["good.ts"])).toBe("");
  expect(await CHECKS.types(folder, ["good.ts", "bad.ts"])).toMatch(/^bad\.ts\(1,14\): error TS2322/);
}, 120_000);
