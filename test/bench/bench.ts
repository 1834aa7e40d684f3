import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { BUILDS, EMPTY, GROWTH, MEMORY, PROJECT } from "./cases.ts";
import { isWanted, parseOptions, USAGE, UsageError } from "./options.ts";
import { COMMANDS, measureReport } from "./run.ts";
import { SECTIONS } from "./sections.ts";
import { renderMarkdown, renderText } from "./table.ts";

/** Everything that is no part of the table, so that the table can go into a file or a pipe. */
function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs the bench as the command line says; gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const names = [...BUILDS, GROWTH, ...MEMORY]
    .map(({ name }) => name)
    .concat(
      SECTIONS.flatMap((section) => section.names),
      COMMANDS.map(({ name }) => `memory, ${name}`),
    );
  if (![EMPTY.name, ...names].some((name) => isWanted(name, options))) {
    throw new UsageError(
      `--only "${options.only ?? ""}" is in the name of no row. These are the rows:\n${names.map((name) => `  ${name}`).join("\n")}`,
    );
  }
  // A second Ctrl-C ends the process as it always would.
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interruption.abort());
  const folder = mkdtempSync(join(tmpdir(), "remedyc bench "));
  try {
    const results = await measureReport(options, { folder, signal: interruption.signal, report });
    process.stdout.write((options.markdown ? renderMarkdown : renderText)(results));
    const file = options.json === undefined ? join(PROJECT, ".bench", "results.json") : resolve(options.json);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
    return results.failures.length > 0 ? 1 : 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    report("Interrupted.");
    return 130;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  report(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
