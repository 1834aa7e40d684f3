import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getSharedEngine } from "./engine-pool.ts";
import type { EngineResult } from "./engine-pool.ts";

/** Runs PowerShell source as a script file on the engine that tests share. */
export async function runScriptText(text: string): Promise<EngineResult> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-text-"));
  try {
    const file = join(folder, "script.ps1");
    writeFileSync(file, text);
    return await (await getSharedEngine()).run({ file });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
