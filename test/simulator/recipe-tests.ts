import { afterAll, beforeAll, expect, test } from "vitest";
import { createKindFaultSample, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

/** What tests run of a recipe for one kind: its scripts differ between targets by nothing that is the kind's. */
const TARGET = "intune.remediation";

/**
 * The tests of a recipe for one kind (or one target), in the `describe` around the call: every scenario is as it says, and the fix of those in `withFaults` stands each fault at one call of each
 * function but those of the engine. `withFaults`: the title of a scenario -> of how many faults more than so many must have been tried.
 */
export function testRecipe(recipe: CompiledRecipe, withFaults: Readonly<Record<string, number>>, target = TARGET): void {
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(recipe.scenarios.map(({ title }) => title))(
    "%s",
    async (title) => {
      expect(await runner.failuresOf(recipe, title, target)).toEqual([]);
    },
    120_000,
  );

  test.each(Object.entries(withFaults))(
    "stands every fault: %s",
    async (title, more) => {
      const { faults, survivors } = await runner.faultsOf(recipe, title, target, createKindFaultSample().choose);
      expect(survivors).toEqual([]);
      expect(faults).toBeGreaterThan(more);
    },
    300_000,
  );
}
