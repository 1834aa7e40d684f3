import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { types } from "node:util";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { largestSourceFile } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import { validateConfig } from "./config.ts";
import type { RemedycConfig } from "./config.ts";
import { readJson } from "./json-text.ts";

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
    const file = readPlainFile(found, largestSourceFile);
    if ("error" in file) return fail(found, file.error);
    const read = found.endsWith(".json") ? readJson(readText(found)) : { value: await readModule(found) };
    if ("reason" in read) return fail(found, read.reason, read.offset);
    const checked = validateConfig(read.value);
    if ("config" in checked) return { value: { config: checked.config, path: found }, diagnostics: [] };
    return fail(found, checked.reason, checked.setting === undefined ? undefined : findSetting(found, checked.setting));
  } catch (error) {
    return fail(found, describeError(error), placeOf(error, found));
  }
}

/** Where a setting of a configuration file stands, as an offset; undefined where that cannot be told. */
export function findSetting(path: string, setting: string): number | undefined {
  const text = readText(path);
  const read = path.endsWith(".json") ? readJson(text) : undefined;
  if (read && "members" in read) return read.members.get(setting);
  const match = new RegExp(`^(.*?[{,\\s]|)(["']?)${setting.replace(/\W/g, "\\$&")}\\2\\s*:`, "m").exec(text);
  return match ? match.index + (match[1] ?? "").length : undefined;
}

/** The place of a setting of a configuration file; undefined where that cannot be told. */
export function settingSpan(path: string, setting: string): Span | undefined {
  const offset = findSetting(path, setting);
  return offset === undefined ? undefined : createSpan(path, offset);
}

/** RMD7030 at a place of the configuration file. */
export function configMistake(path: string, reason: string, offset: number | undefined): Diagnostic {
  const span = offset === undefined ? undefined : createSpan(path, offset);
  return createDiagnostic("RMD7030", span, { path, reason });
}

function createSpan(path: string, offset: number): Span {
  const text = readText(path);
  const word = /^(?:"[^"\n]*"|'[^'\n]*'|\w+|.)/u.exec(text.slice(offset))?.[0] ?? "";
  return { file: createSourceFile(basename(path), text, ""), start: offset, end: offset + word.length };
}

/** A byte order mark counts as a blank, so that places are those of the file. */
function readText(path: string): string {
  const file = readPlainFile(path, largestSourceFile);
  return "error" in file
    ? ""
    : Buffer.from(file.bytes)
        .toString("utf8")
        .replace(/^\uFEFF/, " ");
}

async function readModule(path: string): Promise<unknown> {
  // Node itself would do for JavaScript, but the bundle runs where Node's own import() is still an experiment.
  const { createJiti } = await import("jiti");
  const module = await createJiti(pathToFileURL(path).href, { interopDefault: false }).import<{ __esModule?: boolean; default?: unknown }>(
    path,
  );
  // A CommonJS file has its exports only.
  return types.isModuleNamespaceObject(module) || module.__esModule === true ? module.default : module;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.message.split("\n")[0] ?? "").replace(/^ParseError: /, "").trim();
}

/** The place of a mistake in a program text, where its parser tells it (`loc`), or the stack does. */
function placeOf(error: unknown, path: string): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const loc = (error as { readonly loc?: { readonly line?: number; readonly column?: number } }).loc;
  const [, line = String(loc?.line ?? ""), column = String((loc?.column ?? 0) + 1)] =
    new RegExp(`${path.replace(/\W/g, "\\$&")}:(\\d+):(\\d+)`).exec(`${error.message}\n${error.stack ?? ""}`) ?? [];
  if (line === "" || !existsSync(path)) return undefined;
  const start = createSourceFile(path, readText(path), "").lineStarts[Number(line) - 1];
  return start === undefined ? undefined : start + Number(column) - 1;
}

function fail(path: string, reason: string, offset?: number): WithDiagnostics<LoadedConfig> {
  return { value: { config: {}, path }, diagnostics: [configMistake(path, reason.replace(/\.$/, ""), offset)] };
}
