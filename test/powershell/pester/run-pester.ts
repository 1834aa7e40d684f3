import { join } from "node:path";
import { MissingProgramError, requireProgram } from "../../entry/requirements.ts";
import { getSharedEngine } from "../engine-pool.ts";
import { restorePackage } from "../restore.ts";

/** What came of one test of a Pester file, or of what stands around tests. */
export interface PesterOutcome {
  /** The Pester file, absolute. */
  readonly file: string;
  /** Its `Describe`, `Context` and `It`, joined by dots. */
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Why it failed; empty when it did not, or when its setup did. */
  readonly message: string;
  /** Where it failed, innermost first: lines `at <code>, <file>:<line>`. */
  readonly trace: string;
}

const PROJECT_FILE = join(import.meta.dirname, "pester.csproj");
const MARKER = ">>> pester ";
/** For all files together, on a machine that does much else. */
const TIME_LIMIT_MS = 300_000;

/**
 * Runs Pester files in one go on the engine that tests share: a process of its own would cost its start and all that PowerShell compiles anew.
 * @throws MissingProgramError where Pester or PowerShell cannot be had.
 */
export async function runPester(files: readonly string[]): Promise<readonly PesterOutcome[]> {
  const module = await getPester();
  const engine = await getSharedEngine();
  const run = await engine.run({
    file: join(import.meta.dirname, "run-pester.ps1"),
    parameters: { Module: module, Files: files },
    timeLimitMs: TIME_LIMIT_MS,
  });
  const line = run.stdout.find((each) => each.startsWith(MARKER));
  if (line === undefined) throw new Error(`Pester did not come to its end: ${run.failure}\n${[...run.stdout, ...run.stderr].join("\n")}`);
  return JSON.parse(line.slice(MARKER.length)) as readonly PesterOutcome[];
}

/** The outcome of a failed test as an error that names its place in the Pester file or the template. */
export function createPesterError({ file, message, trace }: PesterOutcome): Error {
  const error = new Error(message === "" ? "failed without a message of its own" : message);
  const frames = [...trace.matchAll(/^at (.*), (.+):(\d+)$/gm)].map(([, code, path, line]) => `    at ${code} (${path}:${line}:1)`);
  error.stack = [`Error: ${error.message}`, ...(frames.length > 0 ? frames : [`    at ${file}:1:1`])].join("\n");
  return error;
}

/** Pester's module as the project file pins it, restored into NuGet's folder of packages if need be. */
async function getPester(): Promise<string> {
  requireProgram("dotnet");
  const module = "tools/Pester.psd1";
  try {
    return join(await restorePackage(PROJECT_FILE, "Pester", module), module);
  } catch (error) {
    console.log(`missing: Pester, which tests templates; those tests are left out. Get it: dotnet restore ${PROJECT_FILE}`);
    throw new MissingProgramError("dotnet", error instanceof Error ? error.message : String(error));
  }
}
