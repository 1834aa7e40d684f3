import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Stats } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

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

/** A path leads to something that is no plain file: a clause. */
export class NoPlainFile extends Error {}

/** Why a file cannot be had, in a clause without its end. */
export function describeReadError(error: unknown): string {
  if (error instanceof NoPlainFile) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (code === "" ? "it cannot be opened" : `the system reports ${code}`);
}

/** Whether an error says that a file cannot be had, and is no defect. */
export function isReadError(error: unknown): boolean {
  return error instanceof NoPlainFile || (error instanceof Error && "syscall" in error);
}

/** Opening never waits for a writer (Windows, which has no such pipes, has no such flag either), and what is looked at is what was opened. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

function sizeOf(stats: Stats): number {
  if (stats.isFile()) return stats.size;
  throw new NoPlainFile(stats.isDirectory() ? "it is a folder" : "it is a device or a pipe");
}

/** Opens a plain file: who asks closes it. @throws what the system throws, or NoPlainFile where it is a folder, a pipe or a device. */
export function openPlainFileSync(path: string): { readonly fd: number; readonly size: number } {
  const fd = openSync(path, FLAGS);
  try {
    return { fd, size: sizeOf(fstatSync(fd)) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** The same for who reads piece by piece. */
export async function openPlainFile(path: string): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const handle = await open(path, FLAGS);
  try {
    return { handle, size: sizeOf(await handle.stat()) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The bytes that a plain file has, and their SHA-256 in lower-case hexadecimal; whatever their number, memory holds a piece. @throws as opening it does. */
export async function measurePlainFile(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const { handle } = await openPlainFile(path);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const piece of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      size += piece.length;
    }
    return { size, sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

/** Reads a plain file of at most `largest` bytes; a pipe, a device or a folder is none. Never throws. */
export function readPlainFile(path: string, largest: number): PlainFile {
  let file: number | undefined;
  try {
    const { fd, size } = openPlainFileSync(path);
    file = fd;
    if (size > largest) return { error: `it has ${size} bytes; at most ${largest} are read` };
    const bytes = new Uint8Array(size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) read = readSync(fd, bytes, length, bytes.length - length, length);
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { error: describeReadError(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
