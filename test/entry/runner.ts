import { TestRunner } from "vitest";
import type { RunnerTask, RunnerTestCase, RunnerTestSuite } from "vitest";

/** Vitest's runner, with tests that miss a program counted as skipped: whichever way they came to it, also in a hook. */
export default class Runner extends TestRunner {
  override onAfterRunTask(test: RunnerTestCase): void {
    skipIfMissing(test);
    super.onAfterRunTask(test);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    skipIfMissing(suite);
    await super.onAfterRunSuite(suite);
  }
}

function skipIfMissing(task: RunnerTask): void {
  const errors = task.result?.errors ?? [];
  if (!task.result || errors.length === 0 || !errors.every(({ name }) => name === "MissingProgramError")) return;
  task.mode = "skip";
  task.result = { ...task.result, state: "skip", errors: [] };
}
