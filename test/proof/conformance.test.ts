import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../fuzz/random.ts";
import { startRecipeWindows } from "../simulator/recipe-support.ts";
import type { RecipeWindows } from "../simulator/recipe-support.ts";
import { compareRuns } from "./conformance-runs.ts";
import { compileSubjects } from "./conformance-subjects.ts";

/** Where the model is known to differ: `npm run prove:conformance` shows each. */
const KNOWN = new Set([
  // The simulated machine's facts and packages follow from one another, and the drawn ones do not.
  "examples/entra-provisioning-agent.remedy",
]);

/** Start states of each remedy; there are twenty times as many by the command. */
const STARTS = 12;

const subjects = (await compileSubjects()).filter(({ name }) => !KNOWN.has(name));
let started: RecipeWindows;

beforeAll(async () => {
  started = await startRecipeWindows();
});
afterAll(() => {
  started.close();
});

describe("the model says what the compiled scripts do from seeded start states", () => {
  test.each(subjects)("$name", async ({ recipe }) => {
    const { disagreements } = await compareRuns(recipe, { count: STARTS, random: createRandom(1) }, started);
    expect(disagreements).toEqual([]);
  });
});
