import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** The bytes of a file, or why they cannot be had: a clause. */
export type PlainFile = { readonly bytes: Uint8Array } | { readonly error: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EISDIR: "it is a folder",
  ELOOP: "its links form a circle",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EBUSY: "another program uses it",
};

/** Why a file cannot be had, in a clause without its end. */
export function describeReadError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (code === "" ? "it cannot be opened" : `the system reports ${code}`);
}

/**
 * Reads a plain file of at most `largest` bytes. A pipe, a device or a folder is none: opening never waits for a writer (Windows, which has no such pipes, has no such flag either), and what is looked at is what
 * was opened. Never throws.
 */
export function readPlainFile(path: string, largest: number): PlainFile {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { error: "it is a folder" };
    if (!stats.isFile()) return { error: "it is a device or a pipe" };
    if (stats.size > largest) return { error: `it has ${stats.size} bytes; at most ${largest} are read` };
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { error: describeReadError(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
