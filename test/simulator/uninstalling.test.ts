import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

/*
 * Products as real machines have them: known to Windows Installer and in no list, with an entry of a setup's own, with uninstall commands without quotation marks or
 * whose program is gone.
 */

const CODE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}";
const PACKED = "25B7C9C5B1C685D40A4EB2B1D8A50010";
const UPGRADE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}";
const CLASSES = "HKLM\\SOFTWARE\\Classes\\Installer";
const UNINSTALL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
const EDITOR = "C:\\Program Files\\Contoso Editor\\uninstall.exe";

const value = (key: string, name: string, data: string): string => `registry_value('${key}', "${name}") { data: ${data} }`;
const known = `${value(`${CLASSES}\\UpgradeCodes\\25B7C9C5B1C685D40A4EB2B1D8A500FF`, PACKED, '""')}
    ${value(`${CLASSES}\\Products\\${PACKED}`, "ProductName", '"Contoso Tool"')}`;
const own = (command: string): string => `${value(`${UNINSTALL}\\Studio 20`, "DisplayName", '"Contoso Studio"')}
    ${value(`${UNINSTALL}\\Studio 20`, "UninstallString", `'${command}'`)}`;
const removed = "expect detect noncompliant\n  expect fix succeeded";

/** Title, what is ensured, the machine, and what must come of it. */
const SCENARIOS: readonly (readonly [title: string, statement: string, given: string, expected: string])[] = [
  [
    "no uninstall entry, by its product code",
    `ensure package(product_code: "${CODE}") absent`,
    known,
    `${removed}\n  expect registry_key('${CLASSES}\\Products\\${PACKED}') absent`,
  ],
  [
    "no uninstall entry, by its upgrade code and version",
    `ensure package(upgrade_code: "${UPGRADE}", version < 2.8) absent`,
    `${known}\n    ${value(`${CLASSES}\\Products\\${PACKED}`, "Version", "33882113")}`,
    `${removed}\n  expect registry_key('${CLASSES}\\Products\\${PACKED}') absent`,
  ],
  [
    "no uninstall entry, and nobody knows the version",
    `ensure package(upgrade_code: "${UPGRADE}", version < 2.8) absent`,
    known,
    "expect detect blocked\n  expect fix blocked",
  ],
  [
    "no uninstall entry, in a version that may stay",
    `ensure package(upgrade_code: "${UPGRADE}", version < 2.8) absent`,
    `package("Contoso Tool") { version: 2.8, upgrade_code: "${UPGRADE}", listed: false }`,
    "expect detect compliant",
  ],
  [
    "taken out of the list",
    `ensure package(product_code: "${CODE}") present { source: 'C:\\Setup\\tool.msi', signed_by: "CN=Contoso" }`,
    `package("Contoso Tool") { product_code: "${CODE}", listed: false }`,
    "expect detect compliant",
  ],
  ["an entry of its own, /X", 'ensure package("Contoso Studio") absent', own(`MsiExec.exe /X${CODE}`), removed],
  [
    "an entry of its own, /I, with arguments",
    `ensure package("Contoso Studio") absent { remove_arguments: ["/X${CODE}", "/qn"] }`,
    own(`MsiExec.exe /I${CODE}`),
    removed,
  ],
  [
    "an entry of its own whose product is gone",
    'ensure package("Contoso Studio") absent { forget: true }',
    `${own(`MsiExec.exe /X${CODE}`)}\n    package("Contoso Tool") { product_code: "${CODE}", removal_exit_code: 1605 }`,
    `${removed}\n  expect registry_key('${UNINSTALL}\\Studio 20') absent`,
  ],
  [
    "a command without quotation marks",
    'ensure package("Contoso Editor") absent { remove_arguments: ["/S"] }',
    `package("Contoso Editor") { installer: exe, uninstall_command: '${EDITOR}' }\n    file('${EDITOR}') { size: 1MB }`,
    `${removed}\n  expect package("Contoso Editor") absent`,
  ],
  [
    "an entry of a program, value by value",
    'ensure package("Contoso Studio") absent { remove_arguments: ["/S"] }',
    `${own(`"${EDITOR}" /x`)}\n    file('${EDITOR}') { size: 1MB }`,
    removed,
  ],
  [
    "gone, without quotation marks",
    'ensure package("Contoso Editor") absent { remove_arguments: ["/S"] }',
    `package("Contoso Editor") { installer: exe, uninstall_command: '${EDITOR}' }`,
    "expect detect noncompliant\n  expect fix blocked",
  ],
  [
    "gone, with quotation marks",
    'ensure package("Contoso Editor") absent { remove_arguments: ["/S"] }',
    `package("Contoso Editor") { installer: exe, uninstall_command: '"${EDITOR}"' }`,
    "expect detect noncompliant\n  expect fix blocked",
  ],
  [
    "no quiet command",
    'ensure package("Contoso Editor") absent',
    'package("Contoso Editor") { installer: exe, quiet_uninstall_command: none }',
    "expect detect noncompliant\n  expect fix blocked",
  ],
  [
    "no uninstall command at all",
    'ensure package("Contoso Editor") absent { remove_arguments: ["/S"] }',
    'package("Contoso Editor") { installer: exe, uninstall_command: none, quiet_uninstall_command: none }',
    "expect detect noncompliant\n  expect fix blocked",
  ],
  [
    "three of one name, each of another sort or view",
    'ensure package("Contoso Editor") absent',
    'package("Contoso Editor") { installer: exe }\n    package("Contoso Editor") { installer: msi, view: 64 }\n    package("Contoso Editor") { installer: msi, view: 32, product_code: "{11111111-2222-4333-8444-555555555555}" }',
    `${removed}\n  expect package("Contoso Editor") absent`,
  ],
  [
    "a removal that counts after a restart, of which Windows keeps a note",
    'ensure package("Contoso Studio") absent',
    'package("Contoso Studio") { removal_exit_code: 3010 }',
    'expect detect noncompliant\n  expect fix restart_needed\n  expect package("Contoso Studio") absent',
  ],
  [
    "a setup file of a given version",
    `ensure package("Contoso Tool", version >= 3.0) { source: 'C:\\Setup\\tool.msi', signed_by: "CN=Contoso" }`,
    `package("Contoso Tool") { version: 2.0 }\n    file('C:\\Setup\\tool.msi') { version: 4.2 }`,
    `${removed}\n  expect package("Contoso Tool", version == 4.2) present`,
  ],
  [
    "a setup file of too old a version",
    `ensure package("Contoso Tool", version >= 3.0) { source: 'C:\\Setup\\tool.msi', signed_by: "CN=Contoso" }`,
    `file('C:\\Setup\\tool.msi') { version: 2.9 }`,
    "expect detect noncompliant\n  expect fix failed",
  ],
];

let runner: RecipeRunner;
const recipes = new Map<string, CompiledRecipe>();
beforeAll(async () => {
  for (const [title, statement, given, expected] of SCENARIOS)
    recipes.set(
      title,
      await compileRecipeText(
        `remedy sample {\n  title: "A sample"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n    ${statement}\n  }\n}\nscenario "${title}" for sample {\n  given {\n    ${given}\n  }\n  ${expected}\n}\n`,
      ),
    );
  runner = await startRecipeRunner();
});
afterAll(() => runner.close());

function recipeOf(title: string): CompiledRecipe {
  const recipe = recipes.get(title);
  if (!recipe) throw new Error(`there is no scenario '${title}'`);
  return recipe;
}

describe("products as machines have them", { timeout: 120_000 }, () => {
  test.each(SCENARIOS)("%s", async (title) => expect(await runner.failuresOf(recipeOf(title), title, "intune.remediation")).toEqual([]));

  test("the reasons are told", async () => {
    const summaries = async (title: string): Promise<string[]> => runner.summariesOf(recipeOf(title), title, "intune.remediation");
    for (const title of ["gone, without quotation marks", "gone, with quotation marks"])
      expect(await summaries(title)).toContainEqual(
        expect.stringContaining(`removal of Contoso Editor: the uninstall program does not exist: ${EDITOR}`),
      );
    expect(await summaries("no uninstall command at all")).toContainEqual(
      expect.stringContaining("removal of Contoso Editor: it has no uninstall command"),
    );
    expect(await summaries("no uninstall entry, and nobody knows the version")).toContainEqual(
      expect.stringContaining("Contoso Tool is installed, and whether it is meant cannot be told: it has no DisplayVersion"),
    );
    expect(await summaries("a setup file of too old a version")).toContainEqual(
      expect.stringContaining("no package Contoso Tool whose version >= 3.0 is installed"),
    );
  });
});
