import type { Coverage } from "../../coverage/coverage.ts";
import { describeCheck, isPassed, sumFaults } from "../result.ts";
import type { ScenarioResult } from "../result.ts";

/** The results as plain data. */
export function toTestJson(results: readonly ScenarioResult[], coverages: readonly Coverage[]): object {
  return {
    passed: results.filter(isPassed).length,
    failed: results.filter((result) => !isPassed(result)).length,
    faults: sumFaults(results) ?? null,
    coverage: coverages,
    scenarios: results.map((result) => ({
      title: result.scenario.title,
      remedy: result.scenario.remedy,
      target: result.target,
      file: result.scenario.origin.span.file.path,
      passed: isPassed(result),
      milliseconds: Math.round(result.milliseconds),
      runs: result.runs,
      checks: result.checks.map((check) => ({ name: check.name, place: check.place, passed: check.passed, detail: describeCheck(check) })),
      faults: result.faults ?? null,
    })),
  };
}
