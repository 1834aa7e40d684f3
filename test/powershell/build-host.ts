import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { globSync } from "tinyglobby";

const run = promisify(execFile);

const folder = fileURLToPath(new URL("../powershell-host/", import.meta.url));
const output = join(folder, "bin", "Release", "net10.0", "remedyc-host.dll");
const stamp = join(folder, "bin", "sources.sha256");
const lock = join(folder, "bin", "build.lock");

/** Restoring packages over a slow line takes a minute; a lock older than this belongs to a build that died. */
const buildLimitMs = 300_000;

/**
 * The host's assembly (run it with `dotnet`), built when its sources are not those of the last build. Several test processes may ask at once:
 * one builds, the others wait.
 * @throws Error that names the package to install where there is no .NET SDK, or with the compiler's errors.
 */
export async function buildHost(): Promise<string> {
  const hash = hashOfSources();
  if (isCurrent(hash)) return output;
  mkdirSync(join(folder, "bin"), { recursive: true });
  const release = await acquireLock();
  try {
    if (!isCurrent(hash)) {
      await compile();
      writeFileSync(stamp, hash);
    }
  } finally {
    release();
  }
  return output;
}

function hashOfSources(): string {
  const files = globSync(["*.csproj", "**/*.cs"], { cwd: folder, ignore: ["bin/**", "obj/**"] }).sort();
  if (files.length === 0) throw new Error(`No sources of the PowerShell host in ${folder}.`);
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(folder, file)))
      .update("\0");
  return hash.digest("hex");
}

function isCurrent(hash: string): boolean {
  try {
    statSync(output);
    return readFileSync(stamp, "utf8") === hash;
  } catch {
    return false;
  }
}

async function acquireLock(): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
    if (lockIsStale()) rmSync(lock, { force: true });
    else await pause(200);
  }
}

function lockIsStale(): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > buildLimitMs;
  } catch {
    return false;
  }
}

async function compile(): Promise<void> {
  try {
    await run("dotnet", ["build", "-c", "Release", "-v", "quiet", "-nologo"], {
      cwd: folder,
      timeout: buildLimitMs,
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
    });
  } catch (error) {
    if (isCode(error, "ENOENT")) {
      throw new Error(
        "These tests run scripts on a PowerShell engine that the .NET SDK builds, and there is no `dotnet` on PATH. Install the .NET 10 SDK (Debian, Ubuntu: package dotnet-sdk-10.0; Windows: winget install Microsoft.DotNet.SDK.10).",
        { cause: error },
      );
    }
    const printed = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    throw new Error(`The PowerShell host in test/powershell-host does not build:\n${printed}`, { cause: error });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
