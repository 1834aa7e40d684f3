import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { types } from "node:util";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { validateConfig } from "./config.ts";
import type { RemedycConfig } from "./config.ts";

const NAMES = ["remedyc.config.ts", "remedyc.config.js", "remedyc.config.json"] as const;

/** A configuration and the file that it came from; an empty one without a file. */
export interface LoadedConfig {
  readonly config: RemedycConfig;
  readonly path: string | undefined;
}

/** Loads the named file (absolute), or the one in `folder` if there is any. */
export async function loadConfig(folder: string, path: string | undefined): Promise<WithDiagnostics<LoadedConfig>> {
  const found = path ?? NAMES.map((name) => join(folder, name)).find(existsSync);
  if (found === undefined) return { value: { config: {}, path: undefined }, diagnostics: [] };
  try {
    const checked = validateConfig(await readModule(found));
    if ("config" in checked) return { value: { config: checked.config, path: found }, diagnostics: [] };
    return fail(found, checked.reason);
  } catch (error) {
    return fail(found, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

async function readModule(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8")) as unknown;
  // Node itself would do for JavaScript, but the bundle runs where Node's own import() is still an experiment.
  const { createJiti } = await import("jiti");
  const module = await createJiti(pathToFileURL(path).href, { interopDefault: false }).import<{ __esModule?: boolean; default?: unknown }>(
    path,
  );
  // A CommonJS file has its exports only.
  return types.isModuleNamespaceObject(module) || module.__esModule === true ? module.default : module;
}

function fail(path: string, reason: string): WithDiagnostics<LoadedConfig> {
  return { value: { config: {}, path }, diagnostics: [createDiagnostic("RMD7030", undefined, { path, reason })] };
}
