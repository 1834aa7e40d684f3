import { writeFileSync } from "node:fs";
import { DefaultReporter } from "vitest/node";
import type { SerializedError, TestCase, TestModule, TestRunEndReason } from "vitest/node";

/** How many tests there were, by what came of them; an error outside of all tests, and a file that does not load, are a failure. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The variable that names a file for the counts, as JSON. */
export const COUNTS_VARIABLE = "REMEDYC_TEST_COUNTS";

/** One line a file, what failed in full at the end, and what tests print as they print it. */
export default class Reporter extends DefaultReporter {
  override printTestCase(moduleState: Parameters<DefaultReporter["printTestCase"]>[0], test: TestCase): void {
    if (test.result().state === "failed") super.printTestCase(moduleState, test);
  }

  override printTestSuite(): void {
    // A suite's title stands in the line of each test that failed.
  }

  override onUserConsoleLog(log: Parameters<DefaultReporter["onUserConsoleLog"]>[0]): void {
    (log.type === "stdout" ? process.stdout : process.stderr).write(log.content);
  }

  override onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: TestRunEndReason): void {
    super.onTestRunEnd(modules, errors, reason);
    const path = process.env[COUNTS_VARIABLE];
    if (path !== undefined) writeFileSync(path, JSON.stringify(count(modules, errors)));
  }
}

function count(modules: readonly TestModule[], errors: readonly SerializedError[]): Counts {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const broken = modules.filter(
    (module) => module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0),
  );
  const number = (state: (typeof states)[number]): number => states.filter((each) => each === state).length;
  return { passed: number("passed"), failed: number("failed") + broken.length + errors.length, skipped: number("skipped") };
}
