import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { MissingProgramError } from "../../entry/requirements.ts";
import type { RequiredProgram } from "../../entry/requirements.ts";

/** What a tool did. */
export interface ToolResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs an independent tool that these tests compare with. @throws MissingProgramError */
export function runTool(tool: RequiredProgram, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    execFile(tool, args, { encoding: "utf8", timeout: 120_000 }, (error, stdout, stderr) => {
      if (error && "code" in error && error.code === "ENOENT") reject(new MissingProgramError(tool));
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
