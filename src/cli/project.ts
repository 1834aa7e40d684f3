import { dirname, resolve } from "node:path";
import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { configMistake, findSetting, loadConfig } from "../config/load-config.ts";
import type { RemedycConfig } from "../config/config.ts";
import type { GivenParameter } from "../parameters/given.ts";
import { describeRefusal } from "../../grammar/parse-source.ts";
import { decodeSource, largestSourceFile } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import type { SourceFile } from "../source/source-file.ts";
import { findTarget, targetNames } from "../targets/targets.ts";
import type { TargetName } from "../targets/target.ts";
import type { BuildInputArguments, CommonArguments } from "./commands/common-options.ts";
import { chooseRoot, expandInputs, toProjectPath } from "./inputs.ts";

/** What a command works on: the root, and the files in the compiler's spelling. */
export interface Project {
  readonly root: string;
  readonly files: readonly string[];
  readonly config: RemedycConfig;
  /** The folder to which paths of the configuration are relative: its own. */
  readonly configFolder: string;
  /** The configuration file itself, absolute; undefined without one. */
  readonly configPath: string | undefined;
}

/** Finds configuration, root and files of a command started in `folder`. */
export async function openProject(options: CommonArguments, folder: string): Promise<WithDiagnostics<Project>> {
  const loaded = await loadConfig(folder, options.config === undefined ? undefined : resolve(folder, options.config));
  const { config, path } = loaded.value;
  const base = path === undefined ? folder : dirname(path);
  const given = options.files.length > 0 ? { patterns: options.files, folder } : { patterns: config.files ?? [], folder: base };
  const expanded = hasErrors(loaded.diagnostics) ? { value: [], diagnostics: [] } : await expandInputs(given.patterns, given.folder);
  const root = options.root !== undefined ? resolve(folder, options.root) : path !== undefined ? base : chooseRoot(expanded.value, folder);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics, ...expanded.diagnostics];
  const unknown = config.targets?.find((name) => !findTarget(name));
  if (unknown !== undefined && path !== undefined) {
    const closest = findClosest(unknown, targetNames);
    const guess = closest === undefined ? "" : `; did you mean '${closest}'`;
    diagnostics.push(
      configMistake(
        path,
        `'targets' names '${unknown}', which this version does not build${guess}; there are ${targetNames.join(", ")}`,
        findSetting(path, "targets"),
      ),
    );
  }
  const files = expanded.value.flatMap((file) => {
    const projectPath = toProjectPath(file, root);
    if (projectPath === undefined) diagnostics.push(createDiagnostic("RMD7023", undefined, { path: file, root }));
    return projectPath ?? [];
  });
  return { value: { root, files, config, configFolder: base, configPath: path }, diagnostics };
}

/** The targets that a command is asked for, by the command line or else the configuration; undefined: those that each remedy names. */
export function chooseTargets(options: BuildInputArguments, config: RemedycConfig): TargetName[] | undefined {
  return (options.target ?? config.targets)?.flatMap((name) => findTarget(name)?.name ?? []);
}

/** Parameters of a command: those of the configuration first, then files, then `--set`; later ones win. */
export async function readParameters(
  options: BuildInputArguments,
  project: Project,
  folder: string,
): Promise<WithDiagnostics<readonly GivenParameter[]>> {
  const given: GivenParameter[] = [];
  const diagnostics: Diagnostic[] = [];
  const { root, config } = project;
  const files = listParameterFiles(options, project, folder);
  if (files.length > 0) {
    const { readParameterFile } = await import("../parameters/read-file.ts");
    for (const file of files) {
      const read = readSource(file, toProjectPath(file, root) ?? file);
      diagnostics.push(...read.diagnostics);
      if (!read.value) continue;
      const parsed = readParameterFile(read.value);
      diagnostics.push(...parsed.diagnostics);
      given.push(...parsed.value);
    }
  }
  for (const text of [...Object.entries(config.set ?? {}).map(([name, value]) => `${name}=${value}`), ...(options.set ?? [])]) {
    const [, remedy, name, value] = /^(?:([A-Za-z]\w*)\.)?([A-Za-z]\w*)=([\s\S]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) diagnostics.push(createDiagnostic("RMD7005", undefined, { text }));
    else given.push({ remedy, name, value, span: undefined });
  }
  return { value: given, diagnostics };
}

/** The parameter files of a command, absolute, in the order in which they count. */
export function listParameterFiles(options: BuildInputArguments, { config, configFolder }: Project, folder: string): string[] {
  return [
    ...(config.params ?? []).map((file) => resolve(configFolder, file)),
    ...(options.params ?? []).map((file) => resolve(folder, file)),
  ];
}

function readSource(file: string, shown: string): WithDiagnostics<SourceFile | undefined> {
  const read = readPlainFile(file, largestSourceFile);
  if ("error" in read)
    return { value: undefined, diagnostics: [createDiagnostic("RMD7021", undefined, { path: shown, reason: read.error })] };
  const decoded = decodeSource(shown, read.bytes);
  return decoded.kind === "source"
    ? { value: decoded.source, diagnostics: [] }
    : { value: undefined, diagnostics: [describeRefusal(shown, decoded)] };
}
