import { join, relative } from "node:path";
import { globSync } from "tinyglobby";
import { describe, test } from "vitest";
import { MissingProgramError } from "../entry/requirements.ts";
import { createPesterError, runPester } from "../powershell/pester/run-pester.ts";

/* Every test of every Pester file here, as a test of its own. They run while Vitest collects tests, and are told afterwards. */

const files = globSync(["**/*.Tests.ps1"], { cwd: import.meta.dirname }).sort();
const outcomes = await runPester(files.map((file) => join(import.meta.dirname, file))).catch((error: unknown) => {
  if (error instanceof MissingProgramError) return error;
  throw error;
});

if (outcomes instanceof MissingProgramError) {
  test("Pester runs", () => {
    throw outcomes;
  });
} else {
  describe.each(files)("%s", (file) => {
    const own = outcomes.filter((outcome) => relative(import.meta.dirname, outcome.file).replaceAll("\\", "/") === file);
    for (const outcome of own) {
      test(outcome.name, ({ skip }) => {
        if (outcome.state === "failed") throw createPesterError(outcome);
        skip(outcome.state === "skipped", "skipped by Pester");
      });
    }
  });
}
