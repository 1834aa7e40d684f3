import { createColors } from "picocolors";
import { showLines, showText } from "../../diagnostics/show-text.ts";
import { isPassed, sumFaults } from "../result.ts";
import type { ScenarioResult } from "../result.ts";

/** A line a scenario; what failed below it, with place, what was seen and the machine's difference. */
export function renderTestText(results: readonly ScenarioResult[], color: boolean): string {
  const colors = createColors(color);
  const lines = results.flatMap((result): string[] => {
    const passed = isPassed(result);
    const mark = passed ? colors.green("ok") : colors.red("FAILED");
    const faults = result.faults ? `, ${result.faults.effects} effects, ${result.faults.faults} faults` : "";
    const head = `${mark} ${result.scenario.remedy} (${result.target}): ${showText(result.scenario.title)} ${colors.dim(`(${result.runs} runs, ${Math.round(result.milliseconds)} ms${faults})`)}`;
    const failed = result.checks
      .filter((check) => !check.passed)
      .flatMap((check) => [
        `  ${colors.red("x")} ${showText(check.name)}${check.place === undefined ? "" : ` ${colors.dim(`[${showText(check.place)}]`)}`}`,
        ...indent(check.detail, 4),
      ]);
    const survivors = (result.faults?.survivors ?? []).flatMap((survivor) => [
      `  ${colors.red("x")} survived no fault:`,
      ...indent(survivor, 4),
    ]);
    return [head, ...failed, ...survivors];
  });
  return `${[...lines, countLine(results)].join("\n")}\n`;
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
