import { existsSync } from "node:fs";
import { join } from "node:path";

/** How remedyc is started: a program with arguments before those of the command. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** What its environment has besides. */
  readonly environment: { readonly [name: string]: string };
}

/**
 * The remedyc of a folder: the one that the setting names, else the folder's own, else the one that the extension brings. A `.cjs` runs in `runtime`, the Node.js of
 * the editor.
 */
export function findProgram(setting: string, folder: string | undefined, extensionFolder: string, runtime: string): Program {
  const own = folder === undefined ? undefined : join(folder, "node_modules", "remedyc", "dist", "remedyc.cjs");
  const path = setting !== "" ? setting : own !== undefined && existsSync(own) ? own : join(extensionFolder, "remedyc", "remedyc.cjs");
  return /\.[cm]?js$/.test(path)
    ? { command: runtime, args: [path], environment: { ELECTRON_RUN_AS_NODE: "1" } }
    : { command: path, args: [], environment: {} };
}
