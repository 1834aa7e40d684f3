import { spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

/** Options of a process that is to end with all that it has started: on Unix it leads a group of its own, which Ctrl-C in a terminal does not reach. */
export const OWN_GROUP = { detached: process.platform !== "win32" } as const;

/**
 * Ends a process that was started with OWN_GROUP, and its children: what is started as PowerShell may be a shim or a script of somebody's that starts it. Waits for
 * nothing, so that the end of this process can do it.
 */
export function endTree({ pid }: ChildProcess): void {
  // It could not be started.
  if (pid === undefined) return;
  if (process.platform === "win32") {
    const taskkill = join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "taskkill.exe");
    spawnSync(taskkill, ["/PID", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended by itself.
  }
}
