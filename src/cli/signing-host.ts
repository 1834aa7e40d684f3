import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { CommandResult, SigningHost } from "../signing/host.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { askHidden } from "./hidden-prompt.ts";
import { findFiles } from "./inputs.ts";
import { betweenWrites } from "./interrupts.ts";
import { describeFileError, replaceFiles, writeSecretFiles } from "./replace-files.ts";

/** A person may have to type a PIN or touch a token. */
const commandPatience = 5 * 60_000;

/** Scripts, keys and certificates: PowerShell itself would take minutes to parse a script of this size. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Signing's outside world on a real machine. */
export function createNodeSigningHost(): SigningHost {
  return {
    readFile: (path) => Promise.resolve(readPlainFile(path, LARGEST_FILE)),
    replaceFiles: (files) => betweenWrites(() => Promise.resolve(replaceFiles(files))),
    writeSecretFiles: (files) => betweenWrites(() => Promise.resolve(writeSecretFiles(files))),
    getEnvironment: (name) => process.env[name],
    readStandardInput: async (largest) => {
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of process.stdin) {
        parts.push(Buffer.from(part as Uint8Array));
        length += parts.at(-1)?.length ?? 0;
        if (length > largest) return undefined;
      }
      return new Uint8Array(Buffer.concat(parts));
    },
    // A terminal whose echo is off gets it back also where an interruption ends the process.
    askSecret: (question) => betweenWrites(() => askHidden(question, process.stdin, (text) => void process.stderr.write(text))),
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

/** A signature or a certificate; a program that writes more is not what it is taken for. */
const LARGEST_ANSWER = 1024 * 1024;

/** Runs a program without a shell, so that nothing in an argument is special. Whatever goes wrong is told in the result. It ends with this process. */
function runCommand(
  command: readonly string[],
  standardInput: Uint8Array,
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return betweenWrites(() => waitForCommand(command, standardInput, environment));
}

function waitForCommand(
  [program = "", ...args]: readonly string[],
  standardInput: Uint8Array,
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ exitCode: undefined, stdout: new Uint8Array(), stderr: describeFileError(error) });
    let child: ChildProcessWithoutNullStreams;
    try {
      child = spawn(program, args, { env: { ...process.env, ...environment }, windowsHide: true });
    } catch (error) {
      // Thrown, not emitted: an empty name, a NUL in an argument, and on Windows a batch file, which only cmd.exe can start.
      fail(error);
      return;
    }
    // What it has started itself may keep its output open.
    const end = (): void => {
      child.kill("SIGKILL");
      child.stdout.destroy();
      child.stderr.destroy();
    };
    process.on("exit", end);
    const timer = setTimeout(end, commandPatience);
    const collect = (stream: Readable): readonly Buffer[] => {
      const parts: Buffer[] = [];
      let length = 0;
      stream.on("data", (part: Buffer) => {
        length += part.length;
        if (length > LARGEST_ANSWER) end();
        else parts.push(part);
      });
      return parts;
    };
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    // A program that does not read its input closes it early; its exit code tells what matters.
    child.stdin.on("error", () => undefined);
    child.stdin.end(Buffer.from(standardInput));
    child.on("error", fail);
    child.on("close", (code) => {
      clearTimeout(timer);
      process.off("exit", end);
      resolve({ exitCode: code ?? 1, stdout: new Uint8Array(Buffer.concat(stdout)), stderr: Buffer.concat(stderr).toString("utf8") });
    });
  });
}
