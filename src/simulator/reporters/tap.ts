import { coverageLine } from "../../coverage/coverage.ts";
import type { Coverage } from "../../coverage/coverage.ts";
import { showText } from "../../diagnostics/show-text.ts";
import { describeCheck, isPassed } from "../result.ts";
import type { ScenarioResult } from "../result.ts";
import { countLine } from "./text.ts";

/** Test Anything Protocol, version 14 (testanything.org): a test point a scenario, what failed in its YAML block, the counts and the coverage as comments. */
export function renderTap(results: readonly ScenarioResult[], coverages: readonly Coverage[]): string {
  const points = results.flatMap((result, i): string[] => {
    const name = `${result.scenario.remedy} (${result.target}): ${showText(result.scenario.title)}`
      .replaceAll("\\", "\\\\")
      .replaceAll("#", "\\#");
    const failed = [
      ...result.checks.filter((check) => !check.passed).map((check) => `${check.name}: ${describeCheck(check)}`),
      ...(result.faults?.survivors ?? []),
    ];
    const details = failed.length === 0 ? [] : ["  ---", "  failed:", ...failed.map((text) => `    - ${JSON.stringify(text)}`), "  ..."];
    return [`${isPassed(result) ? "ok" : "not ok"} ${i + 1} - ${name}`, ...details];
  });
  return `${["TAP version 14", `1..${results.length}`, ...points, `# ${countLine(results)}`, ...coverages.map((one) => `# ${coverageLine(one)}`)].join("\n")}\n`;
}
