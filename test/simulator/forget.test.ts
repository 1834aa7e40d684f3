import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGuid, packGuid } from "../../src/simulator/products.ts";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

/*
 * `ensure package … absent { forget: true }` on the simulated Windows: of a product that Windows Installer cannot remove, exactly what is registered of it goes.
 */

const AGENT = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}";
const TOOL = "{7D1E4A90-33C8-4B0F-8B51-9E2F6C7D0002}";
const UPGRADE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}";
const MACHINE = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer";
const CLASSES = "HKLM\\SOFTWARE\\Classes\\Installer";
const OWN = `${MACHINE}\\UserData\\S-1-5-18`;
/** Keys in which the two products have a value each. */
const SHARED = [
  `${OWN}\\Components\\${packGuid(createGuid("a component of many products"))}`,
  `${MACHINE}\\UpgradeCodes\\${packGuid(UPGRADE)}`,
  `${CLASSES}\\UpgradeCodes\\${packGuid(UPGRADE)}`,
];

/** What the registry must show of a product. */
const keysOf = (code: string, presence: string): string =>
  [
    ...SHARED.map((key) => `expect registry_value('${key}', "${packGuid(code)}") ${presence}`),
    `expect registry_value('${OWN}\\Components\\${packGuid(createGuid(`component ${code}`))}', "${packGuid(code)}") ${presence}`,
    `expect registry_key('${OWN}\\Products\\${packGuid(code)}') ${presence}`,
    `expect registry_key('${CLASSES}\\Products\\${packGuid(code)}') ${presence}`,
    `expect registry_key('${CLASSES}\\Features\\${packGuid(code)}') ${presence}`,
    `expect registry_key('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}') ${presence}`,
  ].join("\n  ");

const remedy = (name: string, body: string): string =>
  `remedy ${name} {\n  title: "A sample"\n  version: 1.0.0\n  targets: [standalone]\n  step one "One" {\n${body}\n  }\n}\n`;

const scenario = (title: string, name: string, given: string, expected: string): string => `
scenario "${title}" for ${name} {
  given {
    service("Agent") { state: running, account: 'NT SERVICE\\Agent', path: 'C:\\Program Files\\Contoso Agent\\Agent.exe' }
    service("Helper") { state: running, account: 'CONTOSO\\svc', path: 'C:\\Program Files\\Contoso Agent\\Helper.exe' }
    service("Guest") { state: running, account: 'NT SERVICE\\Guest', path: 'C:\\Program Files\\Contoso Agent Two\\Guest.exe' }
    package("Contoso Agent") { product_code: "${AGENT}", upgrade_code: "${UPGRADE}", services: ["Agent", "Helper", "Guest"], ${given} }
    package("Contoso Tool") { product_code: "${TOOL}", upgrade_code: "${UPGRADE}" }
    user_right("SeServiceLogonRight") { includes: ['NT SERVICE\\ALL SERVICES', 'CONTOSO\\svc'] }
  }
  ${expected}
}
`;

const FORGETS = remedy("forgets", 'ensure package("Contoso Agent") absent { forget: true }');
const FORGETS_SERVICES = remedy(
  "forgets_services",
  'ensure package("Contoso Agent") absent { forget: true, provides: [service("Agent"), service("Helper"), service("Guest"), service("None")] }',
);
const DOES_NOT = remedy("does_not", 'ensure package("Contoso Agent") absent');

/** Title, the remedy, what is wrong with the product, and what must come of it. */
const SCENARIOS: readonly (readonly [title: string, remedy: string, name: string, given: string, expected: string])[] = [
  [
    "the package is gone",
    FORGETS,
    "forgets",
    "cached_package: false",
    `expect fix succeeded
  ${keysOf(AGENT, "absent")}
  ${keysOf(TOOL, "present")}
  expect file('C:\\Program Files\\Contoso Agent\\Agent.exe') present
  expect service("Agent") { state: running }
  expect package("Contoso Tool") present`,
  ],
  [
    "the package is gone, and its services are known",
    FORGETS_SERVICES,
    "forgets_services",
    "cached_package: false",
    `expect fix succeeded
  ${keysOf(AGENT, "absent")}
  expect service("Agent") absent
  expect service("Helper") { state: running }
  expect service("Guest") { state: running }`,
  ],
  [
    "Windows Installer does not know it any more",
    FORGETS,
    "forgets",
    "removal_exit_code: 1605",
    `expect fix succeeded
  ${keysOf(AGENT, "absent")}
  ${keysOf(TOOL, "present")}`,
  ],
  [
    "Windows Installer can remove it",
    FORGETS_SERVICES,
    "forgets_services",
    "view: 64",
    `expect fix succeeded
  ${keysOf(AGENT, "absent")}
  ${keysOf(TOOL, "present")}
  expect service("Helper") absent
  expect file('C:\\Program Files\\Contoso Agent\\Agent.exe') absent`,
  ],
  [
    "its removal fails for another reason",
    FORGETS_SERVICES,
    "forgets_services",
    "removal_exit_code: 1603",
    `expect fix failed
  ${keysOf(AGENT, "present")}
  expect service("Agent") { state: running }`,
  ],
  [
    "nobody asked to forget it",
    DOES_NOT,
    "does_not",
    "cached_package: false",
    `expect fix failed
  ${keysOf(AGENT, "present")}`,
  ],
];

let runner: RecipeRunner;
const recipes = new Map<string, CompiledRecipe>();
beforeAll(async () => {
  for (const [title, text, name, given, expected] of SCENARIOS)
    recipes.set(title, await compileRecipeText(text + scenario(title, name, given, expected)));
  runner = await startRecipeRunner();
});
afterAll(() => runner.close());

function recipeOf(title: string): CompiledRecipe {
  const recipe = recipes.get(title);
  if (!recipe) throw new Error(`there is no scenario '${title}'`);
  return recipe;
}

describe("a product that Windows Installer cannot remove", { timeout: 240_000 }, () => {
  test.each(SCENARIOS)("%s", async (title) => expect(await runner.failuresOf(recipeOf(title), title, "standalone")).toEqual([]));

  test("the reason is told where it is not forgotten", async () => {
    const summaries = async (title: string): Promise<string[]> => runner.summariesOf(recipeOf(title), title, "standalone");
    expect(await summaries("nobody asked to forget it")).toEqual([
      expect.stringMatching(/^FAILED .*removal of Contoso Agent returned 1612 \(the installation source/),
    ]);
    expect(await summaries("its removal fails for another reason")).toEqual([
      expect.stringMatching(/^FAILED .*removal of Contoso Agent returned 1603/),
    ]);
  });

  test("a run that is killed, or one of whose calls fails, is carried on by the next", async () => {
    const title = "the package is gone, and its services are known";
    // What a script keeps for itself is written as by every other remedy, whose tests try faults there.
    const { faults, survivors } = await runner.faultsOf(recipeOf(title), title, "standalone", (_, { about }) => about === "machine");
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(25);
  });
});
