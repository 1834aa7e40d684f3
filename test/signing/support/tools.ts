import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Debian packages of the independent tools that these tests compare with. */
const packages = { osslsigncode: "osslsigncode", openssl: "openssl", dotnet: "dotnet-sdk-10.0" } as const;

/** What a tool did. */
export interface ToolResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a tool; where it is missing the test fails with the name of the package to install. */
export function runTool(tool: keyof typeof packages, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    execFile(tool, args, { encoding: "utf8", timeout: 120_000 }, (error, stdout, stderr) => {
      if (error && "code" in error && error.code === "ENOENT") reject(new Error(`${tool} is missing: apt-get install ${packages[tool]}`));
      else resolve({ exitCode: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}

/** A folder of its own for a test file, removed at its end. */
export function createScratchFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-signing-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Works through a list with a few tasks at a time, so that waiting for a tool's process does not leave a processor idle. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
