import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../fuzz/random.ts";
import { startRecipeWindows } from "../simulator/recipe-support.ts";
import type { RecipeWindows } from "../simulator/recipe-support.ts";
import { compareRuns } from "./conformance-runs.ts";
import { compileKinds } from "./conformance-subjects.ts";

/** Start states of each kind, those that show most, a remediation from each; `npm run prove:conformance` runs more, with detections and second runs. */
const STARTS = 8;

const kinds = await compileKinds();
let started: RecipeWindows;

beforeAll(async () => {
  started = await startRecipeWindows();
});
afterAll(() => {
  started.close();
});

describe("the model of each kind says what its functions do from start states that show most", () => {
  test.each(kinds)("$name", async ({ recipe }) => {
    const { starts, disagreements } = await compareRuns(recipe, { count: STARTS, random: createRandom(1), isShort: true }, started);
    expect(starts).toBeGreaterThan(0);
    expect(disagreements).toEqual([]);
  });
});
