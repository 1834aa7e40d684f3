import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the scripts of a test run lie, by the process that started its workers; the end of the run removes it. */
export function getScriptFolder(runner: number): string {
  return join(tmpdir(), `remedyc-scripts-${runner}`);
}

/**
 * Puts a script where an engine reads it and gives its path, which is the same for the same text: PowerShell keeps what it made of a file by its path and text
 * (ScriptBlock.Create, "cached script block"), so a script that runs again is compiled once.
 */
export function putScript(text: string): string {
  const folder = join(getScriptFolder(process.ppid), String(process.pid));
  const path = join(folder, `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.ps1`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return path;
}
