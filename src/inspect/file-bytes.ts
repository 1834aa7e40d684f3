import type { Hash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import { openPlainFileSync } from "../source/plain-file.ts";

const PIECE_BYTES = 256 * 1024;

/** Why a file is not what its form says: a clause. */
export class FormatFault extends Error {}

/** It is sound, but nothing that is looked into: what it is. */
export class OtherForm extends Error {}

/** A plain file, of which small parts are read at any place: an installer may have gigabytes. */
export class FileBytes {
  readonly size: number;
  private readonly source: number | Buffer;

  private constructor(source: number | Buffer, size: number) {
    this.source = source;
    this.size = size;
  }

  /** Bytes that are in memory already. */
  static of(bytes: Buffer): FileBytes {
    return new FileBytes(bytes, bytes.length);
  }

  /** @throws what the system throws, or NoPlainFile where it is a folder, a pipe or a device. Opening never waits for a writer. */
  static open(path: string): FileBytes {
    const { fd, size } = openPlainFileSync(path);
    return new FileBytes(fd, size);
  }

  /** Exactly so many bytes. @throws FormatFault where the file ends before. */
  read(offset: number, length: number): Buffer {
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > this.size)
      throw new FormatFault(
        `it ends after ${this.size} bytes, though a part of ${length} bytes must stand at ${offset}; it may be cut short`,
      );
    if (typeof this.source !== "number") return this.source.subarray(offset, offset + length);
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
      const read = readSync(this.source, bytes, done, length - done, offset + done);
      if (read === 0) throw new FormatFault("it became shorter while it was read");
      done += read;
    }
    return bytes;
  }

  /** Adds the bytes from `start` up to `end` to a hash, through one small buffer. */
  hash(sum: Hash, start: number, end: number): void {
    if (typeof this.source !== "number") {
      sum.update(this.source.subarray(start, end));
      return;
    }
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    for (let at = start; at < end;) {
      const read = readSync(this.source, piece, 0, Math.min(piece.length, end - at), at);
      if (read === 0) throw new FormatFault("it became shorter while it was read");
      sum.update(piece.subarray(0, read));
      at += read;
    }
  }

  /** As many of the bytes as there are. */
  readUpTo(offset: number, length: number): Buffer {
    return this.read(Math.min(offset, this.size), Math.min(length, Math.max(0, this.size - offset)));
  }

  close(): void {
    if (typeof this.source === "number") closeSync(this.source);
  }
}
