import type { CommandOutcome } from "./command-outcome.ts";
import type { OutputFormat } from "./common-options.ts";

/** Prints a command's outcome and sets the exit code. */
export async function finishCommand(outcome: CommandOutcome, format: OutputFormat): Promise<void> {
  const { reportFindings } = await import("../report.ts");
  await reportFindings(outcome.diagnostics, format, outcome);
  process.exitCode = outcome.exitCode;
}
