import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

/*
 * An exit code that counts as success while the state is still wrong: the line has the state, the code and what it means.
 */

const remedy = (body: string, given: string): string => `
remedy sample {
  title: "A sample"
  version: 1.0.0
  targets: [standalone]
  step one "One" {
    ${body}
  }
}
scenario "it" for sample {
  given { ${given} }
  expect fix failed
}
`;
const INSTALL = `source: '%ProgramFiles%\\Install\\runtime.exe', signed_by: "CN=Contoso", arguments: ["/quiet"], success_codes: [1638]`;
const SETUP = "file('%ProgramFiles%\\Install\\runtime.exe') { exit_code: 1638, signed_by: \"CN=Contoso\" }";
const NEWER = "runtime\\.exe returned 1638 \\(another version of the product is already installed\\)";
const UNKNOWN = "removal of Contoso Tools returned 1605 \\(Windows Installer does not know that product for this account\\)";

const SAMPLES: Readonly<Record<string, readonly [source: string, line: string]>> = {
  "an installation": [
    remedy(`ensure package("Contoso Runtime") present { ${INSTALL} }`, SETUP),
    `still so after the fix: no package Contoso Runtime is installed; ${NEWER}`,
  ],
  "an installation among actions": [
    remedy(`check "it is there" { file('C:\\x.txt').exists } fix { ensure package("Contoso Runtime") present { ${INSTALL} } }`, SETUP),
    `still so after the fix: no package Contoso Runtime is installed; ${NEWER}`,
  ],
  "a removal": [
    remedy(`ensure package("Contoso Tools") absent { success_codes: [1605] }`, `package("Contoso Tools") { removal_exit_code: 1605 }`),
    `still so after the fix: installed: Contoso Tools.*; ${UNKNOWN}`,
  ],
  "a removal whose code is none of success": [
    remedy(`ensure package("Contoso Tools") absent`, `package("Contoso Tools") { removal_exit_code: 1605 }`),
    `one: ${UNKNOWN}(?!; cause)`,
  ],
};

let runner: RecipeRunner;
const recipes = new Map<string, CompiledRecipe>();
beforeAll(async () => {
  for (const [title, [source]] of Object.entries(SAMPLES)) recipes.set(title, await compileRecipeText(source));
  runner = await startRecipeRunner();
});
afterAll(() => runner.close());

describe("what an installer returned is told where the state is still wrong", { timeout: 240_000 }, () => {
  test.each(Object.entries(SAMPLES))("%s", async (title, [, line]) => {
    const recipe = recipes.get(title);
    if (!recipe) throw new Error(`there is no scenario '${title}'`);
    expect(await runner.summariesOf(recipe, "it", "standalone")).toEqual([expect.stringMatching(new RegExp(line))]);
  });
});
