import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** A file to write: its path relative to the output folder, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes all files or none: every byte goes into a staging folder inside the output folder first (so a full disk shows before anything is
 * replaced), then the files are renamed into place. Existing files of the same names are replaced, others are left alone.
 * Returns why it failed; undefined when it did not.
 */
export function writeOutputs(folder: string, files: readonly OutputFile[]): Diagnostic | undefined {
  let staging: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    staging = mkdtempSync(join(folder, ".remedyc-"));
    for (const file of files) {
      const target = join(staging, file.path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, file.bytes);
    }
    for (const file of files) {
      const target = join(folder, file.path);
      mkdirSync(dirname(target), { recursive: true });
      if (isFolder(target)) throw Object.assign(new Error(), { code: "EISDIR", path: target });
    }
    for (const file of files) renameSync(join(staging, file.path), join(folder, file.path));
    return undefined;
  } catch (error) {
    return createDiagnostic("RMD7022", undefined, { path: folder, reason: describeWriteError(error) });
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  ENOTDIR: "a part of it is a file",
  EEXIST: "it is a file",
  EISDIR: "a folder has the name of a file to be written",
  ENAMETOOLONG: "its name is too long",
};

function describeWriteError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error && error.message !== "" ? error.message : "an unknown error");
}
