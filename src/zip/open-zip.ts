import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { openPlainFile } from "../source/plain-file.ts";

/** Bytes that are read in any order. */
export interface ByteRanges {
  readonly size: number;
  /** The bytes from `start` up to `end`, which is not among them. */
  stream(start: number, end: number): Readable;
  close(): Promise<void>;
}

/** A file in a ZIP. Folders are none. */
export interface ZipMember {
  /** With forward slashes; it never leaves the folder that the ZIP would be unpacked to. */
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly isStored: boolean;
}

/** A ZIP whose list of files has been read. */
export interface OpenZip {
  readonly members: readonly ZipMember[];
  /** All bytes of a member. @throws ZipFault where it has more than `largest`, or others than the ZIP says. */
  read(member: ZipMember, largest: number): Promise<Buffer>;
  /** A part of a stored member, or all of any other. The stream fails with a ZipFault where the ZIP is broken. */
  stream(member: ZipMember, start?: number, end?: number): Promise<Readable>;
  close(): Promise<void>;
}

/** Why a ZIP cannot be read: a clause. */
export class ZipFault extends Error {}

/** More than any installer has; a list of so many takes a second or two. */
const MOST_MEMBERS = 100_000;

/**
 * A plain file, opened without waiting for whoever writes into a pipe.
 * @throws what opening a plain file throws.
 */
export async function openFileRanges(path: string): Promise<ByteRanges> {
  const { handle, size } = await openPlainFile(path);
  return { size, stream: (start, end) => Readable.from(readRange(handle, start, end), { objectMode: false }), close: () => handle.close() };
}

const PIECE_BYTES = 64 * 1024;

async function* readRange(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, end - position));
    const { bytesRead } = await handle.read(piece, 0, piece.length, position);
    if (bytesRead === 0) throw new ZipFault("it became shorter while it was read");
    yield piece.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/**
 * Opens a ZIP and reads its list of files. Closing it closes the bytes below.
 * @throws ZipFault, or what reading the bytes throws.
 */
export async function openZip(ranges: ByteRanges): Promise<OpenZip> {
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import("yauzl");
  class Reader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return ranges.stream(start, end);
    }
  }
  const entries = new Map<ZipMember, Entry>();
  const zip = await asFault(() => fromRandomAccessReaderPromise(new Reader(), ranges.size, { autoClose: false, lazyEntries: true }));
  if (zip.entryCount > MOST_MEMBERS) throw new ZipFault(`it lists ${zip.entryCount} files; up to ${MOST_MEMBERS} are read`);
  await asFault(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      const { fileName: name, uncompressedSize: size, compressedSize, compressionMethod } = entry;
      entries.set({ name, size, compressedSize, isStored: compressionMethod === 0 && !entry.isEncrypted() }, entry);
    }
  });
  const stream = async (member: ZipMember, start?: number, end?: number): Promise<Readable> => {
    const entry = entries.get(member);
    if (!entry) throw new ZipFault(`it has no file '${member.name}'`);
    return asFault(() => zip.openReadStreamPromise(entry, start === undefined ? {} : { start, end: end ?? member.size }));
  };
  return {
    members: [...entries.keys()],
    stream,
    read: async (member, largest) => {
      if (member.size > largest) throw new ZipFault(`'${member.name}' in it has ${member.size} bytes; up to ${largest} are read`);
      const pieces: Buffer[] = [];
      await asFault(async () => {
        for await (const piece of await stream(member)) pieces.push(piece as Buffer);
      });
      const bytes = Buffer.concat(pieces);
      if (crc32(bytes) !== entries.get(member)?.crc32) throw new ZipFault(`'${member.name}' in it is damaged: its checksum is another`);
      return bytes;
    },
    close: () => ranges.close(),
  };
}

/** What the library finds wrong, as a clause. Errors of the system keep what they are. */
async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipFault || !(error instanceof Error)) throw error;
    if ("syscall" in error) throw error;
    throw new ZipFault(describeZipError(error));
  }
}

/** The library's words, or zlib's; both are sentences about ZIPs that no person has to know. */
export function describeZipError(error: Error): string {
  const text = error.message.replace(/\.$/, "");
  if (/end of central directory/i.test(text)) return "it has no list of files at its end, so it is no ZIP, or its end is missing";
  return `it is no sound ZIP (${text})`;
}
