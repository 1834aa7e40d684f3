import type { CommandOutcome } from "./command-outcome.ts";

/** Prints a command's outcome, findings to standard error, and sets the exit code. */
export function finishCommand(outcome: CommandOutcome): void {
  for (const { severity, code, message } of outcome.diagnostics) process.stderr.write(`${severity} ${code}: ${message}\n`);
  process.stdout.write(outcome.stdout);
  process.exitCode = outcome.exitCode;
}
