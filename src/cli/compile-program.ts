import { runBuild } from "./build.ts";
import { runCheck } from "./check.ts";
import { readPlainLine } from "./command-line/plain-line.ts";
import { reportDefect } from "./defect.ts";
import { NeedsWholeProgram } from "./needs-whole-program.ts";
import { watchOutput } from "./streams.ts";

/**
 * The small one of the two bundled programs, for the command lines that most starts are: what it does not have (yargs, signing, kinds of one's own, the other commands) would be read at each
 * start. Gives false, having done nothing, where the line needs the whole program.
 */
export async function compile(args: readonly string[]): Promise<boolean> {
  const line = readPlainLine(args);
  if (!line) return false;
  watchOutput();
  process.exitCode = undefined;
  try {
    process.exitCode = line.command === "build" ? await runBuild(line.options, process.cwd()) : await runCheck(line.options, process.cwd());
  } catch (error) {
    if (error instanceof NeedsWholeProgram) return false;
    process.exitCode = reportDefect(error);
  }
  return true;
}
