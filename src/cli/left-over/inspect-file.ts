import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { join } from "node:path";

/** A file of an earlier build as it is now: gone, as that build wrote it, or something that is not ours to remove, with the reason. */
export type FileState = { readonly kind: "missing" } | { readonly kind: "intact" } | { readonly kind: "kept"; readonly obstacle: string };

/**
 * Looks at a file below the output folder without following a link, neither as the file nor on the way to it: what a link leads to was not written by a
 * build into this folder, or lies outside it.
 */
export function inspectFile(out: string, path: string, sha256: string): FileState {
  const segments = path.split("/");
  try {
    for (let length = 1; length < segments.length; length++) {
      const folder = segments.slice(0, length).join("/");
      const stats = lstat(join(out, folder));
      if (stats?.isSymbolicLink() === true) return { kind: "kept", obstacle: `its folder '${folder}' is a link` };
      if (stats?.isDirectory() !== true) return { kind: "missing" };
    }
    const stats = lstat(join(out, path));
    if (!stats) return { kind: "missing" };
    if (stats.isSymbolicLink()) return { kind: "kept", obstacle: "it is a link now" };
    if (!stats.isFile()) return { kind: "kept", obstacle: "it is no file now" };
    return hashFile(join(out, path)) === sha256 ? { kind: "intact" } : { kind: "kept", obstacle: "it was changed since" };
  } catch (error) {
    return { kind: "kept", obstacle: `it cannot be read (${describe(error)})` };
  }
}

/** True when something has that name, be it a link. */
export function exists(path: string): boolean {
  try {
    return lstat(path) !== undefined;
  } catch {
    // What cannot be looked at is not known to be gone.
    return true;
  }
}

/** True when both names are those of one file: where case does not count, "Disk.ps1" and "disk.ps1" are. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [lstat(one), lstat(other)];
    return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

/** Undefined when there is none. File numbers of Windows need more than the 53 bits of a number. */
function lstat(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (describe(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Piece by piece: whatever lies under that name now may be large. */
function hashFile(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(256 * 1024);
  const file = openSync(path, "r");
  try {
    for (let length; (length = readSync(file, piece)) > 0;) hash.update(piece.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

function describe(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "the reason is unknown";
}
