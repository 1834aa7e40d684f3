import type { ExitAnswer, TargetRole } from "../targets/target.ts";
import type { SimulationResult } from "./machine.ts";

/** What a run came to, in a scenario's words, and its summary line. */
export interface RunOutcome {
  readonly outcome: string;
  /** The summary line, or the token that the channel reads. */
  readonly line: string;
}

const DETECTED: { readonly [word: string]: string } = {
  COMPLIANT: "compliant",
  NONCOMPLIANT: "noncompliant",
  BLOCKED: "blocked",
  FAILED: "failed",
  FIXED: "failed",
};
const FIXED: { readonly [word: string]: string } = {
  COMPLIANT: "succeeded",
  FIXED: "succeeded",
  RESTART: "restart_needed",
  BLOCKED: "blocked",
  FAILED: "failed",
  NONCOMPLIANT: "failed",
};

/**
 * Reads a run's outcome as the channel would: from its last line of output; `restart needed` in a run that fixes is an outcome of its own. The line
 * says so, too, where something else is blocked or failed, which comes before it: only the exit code tells these apart.
 */
export function readOutcome(run: SimulationResult, role: TargetRole, isFix: boolean): RunOutcome {
  const line = run.output.at(-1) ?? "";
  if (run.failure !== "") return { outcome: "crashed", line: run.failure };
  const word = /^[A-Z]+(?= )/.exec(line)?.[0] ?? findToken(line, role) ?? findSilent(run, role);
  if (word === undefined) return { outcome: "no summary line", line };
  const asksForRestart = /(?:\||;) restart needed(?:;|$)|restart first/.test(line);
  if (isFix && asksForRestart && run.exitCode === role.dialect.restartNeeded.exitCode) return { outcome: "restart_needed", line };
  return { outcome: (isFix ? FIXED : DETECTED)[word] ?? word, line };
}

/** A baseline's discovery answers with one word. */
function findToken(line: string, role: TargetRole): string | undefined {
  const answers: readonly (readonly [string, ExitAnswer])[] = Object.entries(role.dialect);
  return answers.find(([, { output }]) => output.kind === "token" && output.token === line)?.[0].toUpperCase();
}

/** An application's detection is silent where it is not installed, and where nobody can tell: the exit code says which. */
function findSilent({ output, exitCode }: SimulationResult, role: TargetRole): string | undefined {
  if (output.length > 0) return undefined;
  const answers: readonly (readonly [string, ExitAnswer])[] = Object.entries(role.dialect);
  return answers.find(([, answer]) => answer.output.kind === "none" && answer.exitCode === exitCode)?.[0].toUpperCase();
}
