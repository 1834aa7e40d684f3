import type { Coverage } from "../coverage/coverage.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showLines, toJsonText } from "../diagnostics/show-text.ts";
import type { ScenarioResult } from "../simulator/result.ts";
import type { TestArguments } from "./commands/test.ts";
import { reportFindings, wantsColor } from "./report.ts";

/** What a run of `remedyc test` found. */
export interface TestRun {
  readonly results: readonly ScenarioResult[];
  /** Of each remedy that was tested. */
  readonly coverages: readonly Coverage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints what a run found: results, unless the sources have errors, where the reporter has them, with what is too little covered behind them. */
export async function reportTests({ results, coverages, diagnostics }: TestRun, argv: TestArguments): Promise<void> {
  await reportFindings(diagnostics, argv.format, { text: "", json: {} });
  if (hasErrors(diagnostics)) return;
  // What is written for a file is all that standard output has then.
  const stream = argv.generate && !argv.write ? process.stderr : process.stdout;
  stream.write(await render(results, coverages, argv, wantsColor(stream)));
  const found = findUncovered(coverages, argv["min-coverage"]);
  if (found.length > 0) await reportFindings(found, argv.format, { text: "", json: {} });
}

/** What is less covered than it is asked for. */
export function findUncovered(coverages: readonly Coverage[], least: number | undefined): readonly Diagnostic[] {
  return coverages.flatMap(({ remedy, percent }) =>
    least !== undefined && percent < least
      ? [createDiagnostic("RMD7053", undefined, { remedy, percent: String(percent), least: String(least) })]
      : [],
  );
}

async function render(
  results: readonly ScenarioResult[],
  coverages: readonly Coverage[],
  { reporter, coverage, generate }: TestArguments,
  color: boolean,
): Promise<string> {
  switch (reporter) {
    case "text": {
      const { renderTestText } = await import("../simulator/reporters/text.ts");
      return renderTestText(results, coverages, color, coverage || generate);
    }
    case "tap": {
      const { renderTap } = await import("../simulator/reporters/tap.ts");
      return showLines(renderTap(results, coverages));
    }
    case "junit": {
      const { renderJunit } = await import("../simulator/reporters/junit.ts");
      return showLines(await renderJunit(results, coverages));
    }
    case "json": {
      const { toTestJson } = await import("../simulator/reporters/json.ts");
      return `${toJsonText(toTestJson(results, coverages))}\n`;
    }
    default:
      return reporter satisfies never;
  }
}
