import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { randomBytes } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CommandResult, SigningHost } from "../signing/host.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { askHidden } from "./hidden-prompt.ts";
import { findFiles } from "./inputs.ts";

/** A person may have to type a PIN or touch a token. */
const commandPatience = 5 * 60_000;

/** Scripts, keys and certificates: PowerShell itself would take minutes to parse a script of this size. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Signing's outside world on a real machine. */
export function createNodeSigningHost(): SigningHost {
  return {
    readFile: (path) => Promise.resolve(readPlainFile(path, LARGEST_FILE)),
    writeFile: (path, bytes) => attempt(() => replaceFile(path, bytes)),
    writeNewSecretFile: (path, bytes) => attempt(() => writeFile(path, bytes, { flag: "wx", mode: 0o600 })),
    getEnvironment: (name) => process.env[name],
    readStandardInput: async () => {
      const parts: Buffer[] = [];
      for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
      return new Uint8Array(Buffer.concat(parts));
    },
    askSecret: (question) => askHidden(question, process.stdin, (text) => void process.stderr.write(text)),
    run: runCommand,
    fetch: globalThis.fetch,
    now: () => new Date(),
    sleep: (milliseconds) => pause(milliseconds),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    getAzureToken: undefined,
  };
}

/** The scripts that are named: of a folder those in it and below, by name. A folder without any stays, and cannot be read. */
export async function expandScripts(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const stats = await stat(path).catch(() => undefined);
      if (stats?.isDirectory() !== true) return [path];
      const scripts = await findFiles({ pattern: "**/*.[pP][sS]1", folder: path });
      return scripts.length === 0 ? [path] : scripts.map((script) => join(path, relative(path, script)));
    }),
  );
  return found.flat();
}

/** Writes beside the file and renames, so that nobody ever sees half a script; rights stay as they were, and a link keeps pointing to its file. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode,
    () => 0o666,
  );
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: "wx", mode });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function attempt(write: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    return describeFileError(error);
  }
}

function describeFileError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "access is denied",
    EPERM: "access is denied",
    EISDIR: "it is a folder",
    EEXIST: "it exists already",
  };
  return known[String(code)] ?? (error instanceof Error ? error.message : "an unknown error");
}

/** Runs a program without a shell, so that nothing in an argument is special. Whatever goes wrong is told in the result. */
function runCommand(
  command: readonly string[],
  standardInput: Uint8Array,
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ exitCode: undefined, stdout: new Uint8Array(), stderr: describeFileError(error) });
    let child: ChildProcessWithoutNullStreams;
    try {
      child = spawn(program, args, { env: { ...process.env, ...environment }, timeout: commandPatience, windowsHide: true });
    } catch (error) {
      // Thrown, not emitted: an empty name, a NUL in an argument, and on Windows a batch file, which only cmd.exe can start.
      fail(error);
      return;
    }
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => stdout.push(part));
    child.stderr.on("data", (part: Buffer) => stderr.push(part));
    // A program that does not read its input closes it early; its exit code tells what matters.
    child.stdin.on("error", () => undefined);
    child.stdin.end(Buffer.from(standardInput));
    child.on("error", fail);
    child.on("close", (code) =>
      resolve({ exitCode: code ?? 1, stdout: new Uint8Array(Buffer.concat(stdout)), stderr: Buffer.concat(stderr).toString("utf8") }),
    );
  });
}
