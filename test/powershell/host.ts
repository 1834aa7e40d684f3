import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { searchMachine } from "../../src/cli/find-powershell.ts";
import { createEngineCommand, ENGINE_ENVIRONMENT } from "../../src/simulator/engine.ts";
import { findPowerShell } from "../../src/simulator/powershell.ts";
import type { FoundPowerShell } from "../../src/simulator/powershell.ts";
import type { CommandLine } from "../../src/simulator/program-pool.ts";
import { hasProgram, MissingProgramError, requireProgram } from "../entry/requirements.ts";
import { findPrecompiled, precompile } from "./precompile.ts";

export interface RunOptions {
  /** The script is killed after so many milliseconds (default 60,000). */
  readonly timeLimitMs?: number;
  /** Further variables of the process. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunResult {
  /** As a shell sees it: the low 8 bits on Unix; undefined when the script was killed. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** A PowerShell for tests, and what else its processes are started with. */
export interface TestPowerShell extends CommandLine {
  /** The folder of packages in which the tool manifest's PowerShell is found. */
  readonly packages: string;
  /** Variables for a process that runs each script a few times only. */
  readonly environment: Readonly<Record<string, string>>;
}

let found: Promise<TestPowerShell> | undefined;

/**
 * The PowerShell that tests use: the one that the project's tool manifest pins, restored if need be, and compiled ahead where that has been done.
 * @throws MissingProgramError where it cannot be had.
 */
export function getPowerShell(): Promise<TestPowerShell> {
  return (found ??= findCompiled());
}

/** Compiles the PowerShell of the tests ahead, before they begin; says so where that cannot be done. It takes 25 processor seconds once, and saves more than that. */
export async function preparePowerShell(): Promise<void> {
  if (!hasProgram("dotnet")) return;
  try {
    await precompile(MACHINE.packages, (await findPinned()).leading[0] ?? "");
  } catch (error) {
    console.log(`PowerShell is not compiled ahead, so tests take longer: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const MACHINE = { ...searchMachine(PROJECT), variable: undefined };

async function findCompiled(): Promise<TestPowerShell> {
  const powershell = await findPinned();
  const packages = findPrecompiled(MACHINE.packages, powershell.leading[0] ?? "");
  const compiled = packages === undefined ? undefined : findPowerShell({ ...MACHINE, packages });
  if (packages === undefined || compiled?.kind !== "found") return { ...powershell, packages: MACHINE.packages, environment: {} };
  // What .NET would compile once more when it runs often is compiled already; what is left are the scripts, which run too seldom to be worth it.
  return { ...compiled, packages, environment: { DOTNET_JITMinOpts: "1" } };
}

async function findPinned(): Promise<FoundPowerShell> {
  requireProgram("dotnet");
  for (const restored of [false, true]) {
    const powershell = findPowerShell(MACHINE);
    if (powershell.kind === "found" && powershell.origin === "manifest") return powershell;
    if (!restored) await restorePowerShell();
  }
  throw new Error("'dotnet tool restore' did not bring the PowerShell that .config/dotnet-tools.json names to NuGet's folder of packages.");
}

/** The command line of a PowerShell that serves requests with a script of this folder. */
export async function getEngineCommand(script: string): Promise<CommandLine> {
  const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  return createEngineCommand(
    await getPowerShell(),
    path(script),
    process.platform === "win32" ? undefined : path("powershell.config.json"),
  );
}

/** Brings what the tool manifest names into NuGet's folder of packages. @throws MissingProgramError without the .NET SDK, or with what it says. */
async function restorePowerShell(): Promise<void> {
  try {
    await promisify(execFile)("dotnet", ["tool", "restore"], { cwd: PROJECT, env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1" } });
  } catch (error) {
    throw new MissingProgramError("dotnet", `'dotnet tool restore' said: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Runs a script in a process of its own, `pwsh -NoProfile -NonInteractive -File`, with arguments as on a command line (`["-Name", "value", "-Switch"]`).
 * For many runs use an engine pool (engine-pool.ts): twenty times as fast.
 */
export async function runScript(file: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  const { program, leading, environment } = await getPowerShell();
  const started = performance.now();
  const child = spawn(program, [...leading, "-NoProfile", "-NonInteractive", "-File", file, ...args], {
    env: { ...ENGINE_ENVIRONMENT, ...environment, ...process.env, NO_COLOR: "1", ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text.stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text.stderr += part));
  const limit = { passed: false };
  const timer = setTimeout(() => {
    limit.passed = true;
    child.kill("SIGKILL");
  }, options.timeLimitMs ?? 60_000);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearTimeout(timer));
  return { ...text, timedOut: limit.passed, exitCode: exitCode ?? undefined, durationMs: performance.now() - started };
}
