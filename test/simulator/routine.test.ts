import { afterAll, beforeAll, expect, test } from "vitest";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

const REMEDY = `remedy fresh_names {
  title: "Names are looked up afresh"
  version: 1.0.0
  targets: [intune.remediation, configmgr.baseline, standalone]
  step cache "Flush what DNS has found" {
    check "The DNS cache is fresh" every 7d fix { flush dns }
  }
}
scenario "never done" for fresh_names {
  expect detect noncompliant
  expect fix succeeded
  expect detect compliant
  restart
  expect detect compliant
}
`;

let runner: RecipeRunner;
let recipe: CompiledRecipe;
beforeAll(async () => {
  runner = await startRecipeRunner();
  recipe = await compileRecipeText(REMEDY);
});
afterAll(() => {
  runner.close();
});

test.each(["intune.remediation", "configmgr.baseline", "standalone"])(
  "what is due by its time alone is done once, %s",
  async (target) => {
    expect(await runner.failuresOf(recipe, "never done", target)).toEqual([]);
  },
  120_000,
);

test("it stands every fault", async () => {
  const { faults, survivors } = await runner.faultsOf(recipe, "never done", "intune.remediation");
  expect(survivors).toEqual([]);
  expect(faults).toBeGreaterThan(10);
}, 120_000);
