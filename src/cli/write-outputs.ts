import {
  closeSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** A file to write: its path relative to the output folder, and its bytes, piece by piece; or a file that is copied, or one on the same disk that becomes it. */
export type OutputFile = { readonly path: string } & (
  { readonly pieces: readonly Uint8Array[] } | { readonly copyOf: string } | { readonly moved: string }
);

/**
 * Writes all files or none: every byte goes into a staging folder inside the output folder first (so a full disk shows before anything is
 * replaced), then the files are renamed into place, and back again when one of them cannot be. Existing files of the same names are replaced,
 * those of `removals` (paths as those of files) go, with the folders that are empty then; others are left alone. It never yields, so no other code sees a
 * half. Returns why it failed; undefined when it did not.
 */
export function writeOutputs(folder: string, files: readonly OutputFile[], removals: readonly string[] = []): Diagnostic | undefined {
  /** What takes back each thing done so far. */
  const undo: (() => void)[] = [];
  try {
    makeFolder(folder, undo);
    const staging = mkdtempSync(join(folder, ".remedyc-"));
    const removeStaging = (): void => rmSync(staging, { recursive: true, force: true });
    undo.push(removeStaging);
    const at = (state: "new" | "old", path: string): string => join(staging, state, path);
    const folders = new Set(files.map((file) => dirname(file.path)));
    for (const state of ["new", "old"]) for (const path of folders) mkdirSync(join(staging, state, path), { recursive: true });
    for (const path of removals) mkdirSync(dirname(at("old", path)), { recursive: true });
    for (const file of files) stage(file, at("new", file.path));
    for (const path of folders) makeFolder(join(folder, path), undo);
    // Before the manifest, the last of the files, is replaced: should the machine stop between the two, the old one still knows what was not removed.
    for (const path of removals) moveAside(join(folder, path), at("old", path), undo);
    for (const { path } of files) replaceFile(at("new", path), join(folder, path), at("old", path), undo);
    attempt(removeStaging);
    for (const path of removals) removeEmptyFolders(folder, dirname(path));
    return undefined;
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    return createDiagnostic("RMD7022", undefined, { path: folder, reason: describeWriteError(error) });
  }
}

function stage(file: OutputFile, path: string): void {
  if ("pieces" in file) writePieces(path, file.pieces);
  else if ("moved" in file) renameSync(file.moved, path);
  else copyFileSync(file.copyOf, path);
}

function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function makeFolder(path: string, undo: (() => void)[]): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  undo.push(() => {
    // Only folders of ours that are empty: somebody else may have put a file there meanwhile.
    for (let made = path; made.length >= first.length; made = dirname(made)) rmdirSync(made);
  });
}

function replaceFile(fresh: string, target: string, old: string, undo: (() => void)[]): void {
  moveAside(target, old, undo);
  renameSync(fresh, target);
  undo.push(() => rmSync(target, { force: true }));
}

function moveAside(target: string, old: string, undo: (() => void)[]): void {
  const existing = lstatSync(target, { throwIfNoEntry: false });
  if (existing?.isDirectory() === true) throw Object.assign(new Error(), { code: "EISDIR" });
  if (!existing) return;
  renameSync(target, old);
  undo.push(() => renameSync(old, target));
}

/** Goes up from a folder (relative to the output folder, which stays). Only empty folders can be removed so; one that cannot does no harm. */
function removeEmptyFolders(root: string, path: string): void {
  for (let folder = path; folder !== "."; folder = dirname(folder)) attempt(() => rmdirSync(join(root, folder)));
}

/** Taking back goes as far as it can. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The reason that is told is the first one.
  }
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: "access is denied",
  EPERM: "access is denied",
  EBUSY: "another program uses a file in it",
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
