import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { CHECKS } from "./checks.ts";
import { requireProgram } from "./requirements.ts";
import { listProjectFiles } from "./tracked-files.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

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
    "good.remedy": "let a = 1\n",
    "bad.remedy": "let a   = 1\n",
    "notes.unknown": "a   b",
  });
  const files = ["good.json", "ignored.json", "bad.json", "good.remedy", "bad.remedy", "notes.unknown"];
  expect(await CHECKS.format(folder, files)).toBe("not formatted (npm run format does it):\nbad.json\nbad.remedy\n");
});

/** Rules, and for each a text that breaks it. Should the types get lost one day, those that need them would find nothing, without a word. */
const OFFENCES: Readonly<Record<string, string>> = {
  "typescript(no-floating-promises)": "Promise.resolve(1);",
  "typescript(no-misused-promises)": "[1].forEach(async () => Promise.resolve());",
  "typescript(await-thenable)": "await [1].length;",
  "typescript(no-unsafe-assignment)": "export const unsafe = JSON.parse('1');",
  "typescript(no-unsafe-call)": "JSON.parse('1')();",
  "typescript(no-unsafe-member-access)": "JSON.parse('1').x;",
  "typescript(no-unnecessary-condition)": "export const always = (given: object): number => (given ? 1 : 2);",
  "typescript(switch-exhaustiveness-check)":
    "export function choose(given: 'a' | 'b') { switch (given) { case 'a': return 1; } return 2; }",
  "typescript(restrict-template-expressions)": "export const text = (given: { x: number }): string => `${given}`;",
  "typescript(no-deprecated)": "/** @deprecated */ const old = 1; export const older = old;",
  "typescript(consistent-type-imports)": "import { Other } from './other.ts'; export const other: Other = { x: 1 };",
  "typescript(TS2322)": 'export const n: number = "x";',
  "eslint(eqeqeq)": "export const loose = (given: string | null): boolean => given == 'a';",
  "eslint(no-unused-vars)": "const _left = 1;",
  "eslint(max-lines)": "export let n = 1;\n" + "n++;\n".repeat(400),
};
const HABITS = [
  "export const told = (n: number, is: boolean): string => `${n} ${is}`;",
  "export const units = (given: string): string[] => [...given];",
  "export const log = (): void => console.log('');",
  "export function choose(given: 'a' | 'b'): number { switch (given) { case 'a': return 1; default: return 2; } }",
];

it("the check of style finds what breaks a rule, with and without types, in the files that are given", async () => {
  const folder = createProject({
    "src/other.ts": "export interface Other { x: number }\n",
    "src/habits.ts": HABITS.join("\n"),
    "src/untracked.ts": "debugger;",
    "dist/built.ts": "debugger;",
    ...Object.fromEntries(Object.values(OFFENCES).map((text, i) => [`src/offence-${i}.ts`, text])),
  });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
  for (const name of [".oxlintrc.json", "tsconfig.json", "package.json"]) copyFileSync(join(PROJECT, name), join(folder, name));
  const offences = Object.keys(OFFENCES).map((_, i) => `src/offence-${i}.ts`);
  const found = await CHECKS.style(folder, [...offences, "src/other.ts", "src/habits.ts", "dist/built.ts", "text.remedy"]);
  const places = [...found.matchAll(/^src[/\\](\S+)\.ts:\d+:\d+: .*\[Error\/(.+)\]$/gm)].map(([, file, rule]) => `${rule} ${file}`);
  expect(places).toEqual(expect.arrayContaining(Object.keys(OFFENCES).map((rule, i) => `${rule} offence-${i}`)));
  expect(places.filter((place) => !place.includes(" offence-"))).toEqual([]);
  expect(found).not.toContain("debugger");
}, 120_000);
