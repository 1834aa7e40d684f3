import { createColors } from "picocolors";
import { coverageLine, uncoveredLines } from "../../coverage/coverage.ts";
import type { Coverage } from "../../coverage/coverage.ts";
import { showLines, showText } from "../../diagnostics/show-text.ts";
import { isPassed, sumFaults } from "../result.ts";
import type { ScenarioCheck, ScenarioResult } from "../result.ts";

/**
 * A line a scenario and target. Below one that failed: the reason for all of it first, then each check with its place and what was seen, and the machine's difference,
 * which is told once where several targets have the same. Behind the counts the coverage of each remedy, with what is not covered where that is asked for.
 */
export function renderTestText(
  results: readonly ScenarioResult[],
  coverages: readonly Coverage[],
  color: boolean,
  tellsUncovered = false,
): string {
  const colors = createColors(color);
  const told = new Map<string, string>();
  const lines = results.flatMap((result): string[] => {
    const passed = isPassed(result);
    const mark = passed ? colors.green("ok") : colors.red("FAILED");
    const faults = result.faults ? `, ${result.faults.effects} effects, ${result.faults.faults} faults` : "";
    const head = `${mark} ${result.scenario.remedy} (${result.target}): ${showText(result.scenario.title)} ${colors.dim(`(${result.runs} runs, ${Math.round(result.milliseconds)} ms${faults})`)}`;
    const failures = result.checks.filter((check) => !check.passed);
    const failed = failures.flatMap((check) => {
      const place = check.place === undefined ? "" : ` ${colors.dim(`[${showText(check.place)}]`)}`;
      return [
        `  ${colors.red("x")} ${showText(check.name)}${place}`,
        ...indent(check.detail, 4),
        ...indent(tellDifference(check, result, told), 4),
      ];
    });
    const survivors = (result.faults?.survivors ?? []).flatMap((survivor) => [
      `  ${colors.red("x")} survived no fault:`,
      ...indent(survivor, 4),
    ]);
    const reason = findReason(failures);
    return [head, ...(reason === undefined ? [] : [`  ${colors.bold(reason)}`]), ...failed, ...survivors];
  });
  const covered = coverages.flatMap((coverage) => [
    coverageLine(coverage),
    ...(tellsUncovered ? uncoveredLines(coverage).map((line) => showText(line)) : []),
  ]);
  return `${[...lines, countLine(results), ...covered].join("\n")}\n`;
}

/**
 * The reason that explains the others, where it is not the first that is told: what failed or is blocked, in the words of the script's summary behind
 * the name of the remedy. What is not as expected before it, or behind, mostly follows from that.
 */
function findReason(failures: readonly ScenarioCheck[]): string | undefined {
  const index = failures.findIndex(({ detail }) => /^it came to [a-z_ ]+: (?:FAILED|BLOCKED) /.test(detail));
  return index < 1 ? undefined : / \| (.+)$/m.exec(failures[index]?.detail ?? "")?.[1];
}

/** A check's difference; where another target of the scenario had the same, which one. */
function tellDifference(check: ScenarioCheck, { scenario, target }: ScenarioResult, told: Map<string, string>): string {
  if (check.difference === "") return "";
  const key = JSON.stringify([scenario.origin.span.file.path, scenario.origin.span.start, check.name, check.difference]);
  const other = told.get(key);
  if (other !== undefined) return `(the same changes as for ${other})`;
  told.set(key, target);
  return check.difference;
}

/** `20 scenarios passed, 1 failed; 34 effects, 136 faults, 0 survivors` */
export function countLine(results: readonly ScenarioResult[]): string {
  const passed = results.filter(isPassed).length;
  const sum = sumFaults(results);
  const faults = sum ? `; ${sum.effects} effects, ${sum.faults} faults, ${sum.survivors.length} not survived` : "";
  return `${passed} scenario${passed === 1 ? "" : "s"} passed, ${results.length - passed} failed${faults}`;
}

function indent(text: string, by: number): string[] {
  return text === ""
    ? []
    : showLines(text)
        .split("\n")
        .map((line) => " ".repeat(by) + line);
}
