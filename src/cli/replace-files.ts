import { randomBytes } from "node:crypto";
import { accessSync, constants, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { dirname } from "node:path";
import { NoPlainFile } from "../source/plain-file.ts";
import type { FileBytes, WriteFailure } from "../signing/host.ts";

/**
 * Replaces files, all or none; nobody ever sees half of one. Each is written beside its place first and renamed then; rights stay as they were, and a link keeps
 * pointing to its file. It never yields, so that no interruption comes between two.
 */
export function replaceFiles(files: readonly FileBytes[]): WriteFailure | undefined {
  const staged: { readonly target: string; readonly before: Uint8Array | undefined; readonly mode: number; readonly fresh: string }[] = [];
  let replaced = 0;
  let current = "";
  try {
    for (const { path, bytes } of files) {
      current = path;
      const target = findTarget(path);
      const stats = requirePlainFile(target);
      const before = stats && readFileSync(target);
      const mode = stats?.mode ?? 0o666;
      staged.push({ target, before, mode, fresh: nameBeside(target) });
      writeFileSync(staged.at(-1)?.fresh ?? "", bytes, { flag: "wx", mode });
    }
    for (const { target, fresh } of staged) {
      current = files[replaced]?.path ?? "";
      renameSync(fresh, target);
      replaced++;
    }
    return undefined;
  } catch (error) {
    for (const { fresh } of staged) attempt(() => rmSync(fresh, { force: true }));
    for (const { target, before, mode } of staged.slice(0, replaced)) attempt(() => putBack(target, before, mode));
    return { path: current, error: describeFileError(error) };
  }
}

/** Why a file could not be replaced now, in a clause, for who would look for it long before there is anything to write; undefined where nothing stands in the way. */
export function findWriteObstacle(path: string): string | undefined {
  try {
    const target = findTarget(path);
    requirePlainFile(target);
    accessSync(dirname(target), constants.W_OK);
    return undefined;
  } catch (error) {
    return describeFileError(error);
  }
}

/** Makes files that only their owner may read, all or none; none replaces one. It never yields either. */
export function writeSecretFiles(files: readonly FileBytes[]): WriteFailure | undefined {
  const made: string[] = [];
  for (const { path, bytes } of files) {
    try {
      writeFileSync(path, bytes, { flag: "wx", mode: 0o600 });
      made.push(path);
    } catch (error) {
      for (const file of made) attempt(() => rmSync(file, { force: true }));
      return { path, error: describeFileError(error) };
    }
  }
  return undefined;
}

/** What is at a path, if anything is. Of a device or a pipe nobody would read the end. */
function requirePlainFile(path: string): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) throw new NoPlainFile(stats.isDirectory() ? "it is a folder" : "it is no plain file");
  return stats;
}

function findTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function nameBeside(path: string): string {
  return `${path}.${randomBytes(6).toString("hex")}.tmp`;
}

function putBack(target: string, before: Uint8Array | undefined, mode: number): void {
  if (before === undefined) {
    rmSync(target, { force: true });
    return;
  }
  const fresh = nameBeside(target);
  writeFileSync(fresh, before, { flag: "wx", mode });
  renameSync(fresh, target);
}

/** Taking back goes as far as it can; the reason that is told is the first one. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // What stands in the way here does so for what was told.
  }
}

/** Why a file or a program cannot be had, in a sentence without its end. */
export function describeFileError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "access is denied",
    EPERM: "access is denied",
    EISDIR: "it is a folder",
    EEXIST: "it exists already",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EBUSY: "another program uses it",
  };
  return known[String(code)] ?? (error instanceof Error ? error.message : "an unknown error");
}
