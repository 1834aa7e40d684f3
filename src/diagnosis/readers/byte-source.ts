import { openPlainFile } from "../../source/plain-file.ts";

/** Bytes that are read piece by piece. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer at the end. The result may be overwritten by the next call. */
  read(position: number, length: number): Promise<Buffer>;
}

/** What lies in memory. */
export function createMemorySource(bytes: Uint8Array): ByteSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: all.length, read: (position, length) => Promise.resolve(all.subarray(position, position + length)) };
}

/** Opens a file for the time that `use` needs it. It may grow meanwhile, as logs do: what comes after its size of now is not read. */
export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const { handle, size } = await openPlainFile(path);
  try {
    let buffer = Buffer.alloc(0);
    return await use({
      size,
      async read(position, length) {
        if (buffer.length < length) buffer = Buffer.allocUnsafe(length);
        const { bytesRead } = await handle.read(buffer, 0, length, position);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
