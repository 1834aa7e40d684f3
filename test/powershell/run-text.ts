import { getSharedEngine } from "./engine-pool.ts";
import type { EngineResult } from "./engine-pool.ts";
import { putScript } from "./script-files.ts";

/** Runs PowerShell source as a script file on the engine that tests share. */
export async function runScriptText(text: string): Promise<EngineResult> {
  return (await getSharedEngine()).run({ file: putScript(text) });
}
