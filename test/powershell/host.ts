import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildHost } from "./build-host.ts";

/** A command line that takes `-NoProfile -NonInteractive -File script.ps1`, as pwsh does. */
export interface PowerShellCommand {
  readonly command: string;
  /** What comes before PowerShell's own arguments. */
  readonly leading: readonly string[];
}

export interface RunOptions {
  /** The script is killed after so many milliseconds (default 60,000). */
  readonly timeLimitMs?: number;
  /** Working directory of the script. */
  readonly workingDirectory?: string;
  /** Variables on top of this process's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunResult {
  /** The whole 32-bit code, as Windows would see it; undefined when the script was killed. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

/** The PowerShell that tests use: the host of test/powershell-host, built if need be. */
export async function getPowerShell(): Promise<PowerShellCommand> {
  return { command: "dotnet", leading: [await buildHost()] };
}

/**
 * Runs a script in a process of its own, as `pwsh -NoProfile -NonInteractive -File` would, with arguments as on a command line
 * (`["-Name", "value", "-Switch", "-Other:$false"]`). For many runs use an engine pool (engine-pool.ts): twenty times as fast.
 */
export async function runScript(file: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  const powershell = await getPowerShell();
  const scratch = mkdtempSync(join(tmpdir(), "remedyc-run-"));
  const exitCodeFile = join(scratch, "exit-code");
  const started = performance.now();
  try {
    const child = spawn(powershell.command, [...powershell.leading, "-NoProfile", "-NonInteractive", "-File", file, ...args], {
      ...(options.workingDirectory === undefined ? {} : { cwd: options.workingDirectory }),
      env: { ...process.env, ...options.environment, REMEDYC_HOST_EXITCODE_FILE: exitCodeFile },
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
    const shellCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }).finally(() => clearTimeout(timer));
    return {
      ...text,
      timedOut: limit.passed,
      exitCode: limit.passed ? undefined : readExitCode(exitCodeFile, shellCode),
      durationMs: performance.now() - started,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A shell sees 8 bits of an exit code; the host writes all of them to a file. A script that ends the process itself bypasses that. */
function readExitCode(file: string, shellCode: number | null): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return shellCode ?? undefined;
  }
}
