import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { toProjectPath } from "../inputs.ts";
import type { EarlierFile } from "../manifest.ts";
import { findPathFault, showManifestText } from "./output-path.ts";

/** Far more than the manifest of ten thousand remedies has. */
const LARGEST_MANIFEST = 128 * 1024 * 1024;

/** A file as the manifest remembers it. What one build found left over stays so until another writes it again. */
export interface RememberedFile {
  readonly file: EarlierFile;
  readonly wasLeftOver: boolean;
}

/** Says why a manifest cannot be believed. */
class ManifestFault extends Error {}

/**
 * The files that earlier builds wrote into the output folder, as its manifest tells them: those of the last build, and those that it remembered of builds
 * before. One wrong entry makes the whole untrustworthy: then there are none, and a warning says why. `shown` is the manifest's path for that.
 */
export function readEarlierFiles(out: string, shown: string): WithDiagnostics<readonly RememberedFile[]> {
  try {
    const bytes = readBounded(join(out, "manifest.json"));
    return { value: bytes === undefined ? [] : toRememberedFiles(parse(bytes)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ManifestFault)) throw error;
    return { value: [], diagnostics: [createDiagnostic("RMD7027", undefined, { path: shown, reason: error.message })] };
  }
}

/** Undefined when there is none: a first build. */
function readBounded(path: string): Uint8Array | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isSymbolicLink()) throw new ManifestFault("it is a link");
    if (!stats.isFile()) throw new ManifestFault("it is no file");
    if (stats.size > LARGEST_MANIFEST) throw new ManifestFault(`it has ${stats.size} bytes; a manifest is read up to ${LARGEST_MANIFEST}`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ManifestFault) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // The output folder is a file, or lies below one: writing will say so.
    if (code === "ENOTDIR") return undefined;
    throw new ManifestFault(code === "EACCES" || code === "EPERM" ? "access is denied" : `it cannot be read (${code})`);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    // An editor may have put a byte order mark before it, which the decoder takes away.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ManifestFault("it is no JSON");
  }
}

type Fields = { readonly [field: string]: unknown };

function toRememberedFiles(manifest: unknown): RememberedFile[] {
  if (!isObject(manifest) || typeof manifest["compiler"] !== "string" || !manifest["compiler"].startsWith("remedyc "))
    throw new ManifestFault("remedyc did not write it");
  if (manifest["files"] === undefined) throw new ManifestFault("it is of a version of remedyc that did not list files");
  const { root } = manifest;
  if (!isRoot(root)) throw new ManifestFault("'root' is missing or has the wrong form");
  const byPath = new Map<string, RememberedFile>();
  for (const list of ["files", "earlier", "leftOver"] as const) {
    const entries = manifest[list];
    if (!Array.isArray(entries)) throw new ManifestFault(`'${list}' is missing or is no list`);
    for (const [i, entry] of entries.entries()) {
      const file = toEarlierFile(entry, list === "files" ? root : undefined, `entry ${i + 1} of '${list}'`);
      // The latest build to write a file is listed first.
      if (!byPath.has(file.path)) byPath.set(file.path, { file, wasLeftOver: list === "leftOver" });
    }
  }
  return [...byPath.values()];
}

function toEarlierFile(entry: unknown, ownRoot: string | undefined, place: string): EarlierFile {
  if (!isObject(entry)) throw new ManifestFault(`${place} is no object`);
  const { path, sha256, target, source, sourcesSha256, root = ownRoot } = entry;
  if (typeof path !== "string") throw new ManifestFault(`${place} has no 'path'`);
  const fault = findPathFault(path);
  if (fault !== undefined) throw new ManifestFault(`${place} has the path '${showManifestText(path)}', which ${fault}`);
  const wrong = (field: string): ManifestFault => new ManifestFault(`'${field}' of ${place} is missing or has the wrong form`);
  if (!isHash(sha256)) throw wrong("sha256");
  if (typeof target !== "string") throw wrong("target");
  if (typeof source !== "string" || !isBelowRoot(source)) throw wrong("source");
  if (!isHash(sourcesSha256)) throw wrong("sourcesSha256");
  if (!isRoot(root)) throw wrong("root");
  return { path, sha256, target, source, sourcesSha256, root };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isRoot(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

/** Sources are only looked for; yet a path such as `\\server\share` would make Windows log on to that server. */
function isBelowRoot(source: string): boolean {
  const root = resolve("/root");
  return !source.includes("\0") && toProjectPath(resolve(root, source), root) !== undefined;
}
