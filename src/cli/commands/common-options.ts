import { resolve } from "node:path";
import type { Argv } from "yargs";

/** How findings are printed. */
export type OutputFormat = "text" | "json" | "sarif";

/** Options that all commands over remedies share. */
export interface CommonArguments {
  readonly files: readonly string[];
  readonly format: OutputFormat;
  readonly root: string | undefined;
  readonly config: string | undefined;
}

/** Declares `files`, `--format`, `--root` and `--config`. */
export function addCommonOptions<T>(yargs: Argv<T>, describeFiles: string) {
  return yargs
    .positional("files", { type: "string", array: true, default: [] as readonly string[], describe: describeFiles })
    .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How findings are printed" })
    .option("root", {
      type: "string",
      describe:
        "Project root: imports may not leave it, and paths are shown relative to it (default: the folder of the configuration file, or the current folder)",
    })
    .option("config", { type: "string", describe: "Configuration file (default: remedyc.config.ts, .js or .json in the current folder)" });
}

/** Options that decide what is built of the files. */
export interface BuildInputArguments {
  readonly target: readonly string[] | undefined;
  readonly set: readonly string[] | undefined;
  readonly params: readonly string[] | undefined;
}

/** Declares `--target`, `--set` and `--params`. */
export function addBuildInputOptions<T>(yargs: Argv<T>, targets: readonly string[]) {
  return yargs
    .option("target", {
      type: "string",
      array: true,
      requiresArg: true,
      choices: targets,
      describe: "Only these targets (default: those that the remedy names)",
    })
    .option("set", { type: "string", array: true, requiresArg: true, describe: "A parameter: name=value, or remedy.name=value" })
    .option("params", { type: "string", array: true, requiresArg: true, describe: "A file with parameters (YAML or JSON)" });
}

export function resolveFrom(folder: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(folder, path);
}
