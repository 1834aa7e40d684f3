import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "./host.ts";
import type { RunOptions, RunResult } from "./host.ts";

/** Runs PowerShell source as a script file in a process of its own. */
export async function runScriptText(text: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-text-"));
  try {
    const file = join(folder, "script.ps1");
    writeFileSync(file, text);
    return await runScript(file, args, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
