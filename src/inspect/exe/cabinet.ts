import { inflateRawSync } from "node:zlib";
import { FormatFault } from "../file-bytes.ts";
import type { FileBytes } from "../file-bytes.ts";

/** A block holds 32 KB of what it holds, whatever it says. */
const BLOCK_BYTES = 32 * 1024;

/**
 * The bytes of a file in a cabinet that begins at `offset` ([MS-CAB]: learn.microsoft.com/openspecs/exchange_server_protocols/ms-cab). Undefined where there is none with that name, or where it
 * is compressed otherwise than not at all or with MSZIP. A file that is said to be larger than `largest` is a FormatFault.
 */
export function readCabinetFile(file: FileBytes, offset: number, wanted: string, largest: number): Buffer | undefined {
  const header = file.read(offset, 36);
  if (header.toString("latin1", 0, 4) !== "MSCF") throw new FormatFault("its cabinet is damaged");
  const folderCount = header.readUInt16LE(26);
  const fileCount = header.readUInt16LE(28);
  const flags = header.readUInt16LE(30);
  let at = offset + 36;
  let folderExtra = 0;
  let blockExtra = 0;
  if (flags & 4) {
    const reserve = file.read(at, 4);
    folderExtra = reserve.readUInt8(2);
    blockExtra = reserve.readUInt8(3);
    at += 4 + reserve.readUInt16LE(0);
  }
  // Cabinets that belong to a series name their neighbours; those of setup programs do not.
  if (flags & 3 || folderCount === 0) return undefined;
  const entry = findEntry(file, offset + header.readUInt32LE(16), fileCount, wanted);
  if (!entry || entry.folder >= folderCount) return undefined;
  if (entry.size > largest) throw new FormatFault(`'${wanted}' in its cabinet has ${entry.size} bytes; up to ${largest} are read`);
  const folder = file.read(at + entry.folder * (8 + folderExtra), 8);
  const method = folder.readUInt16LE(6) & 0xf;
  if (method > 1) return undefined;
  const end = entry.start + entry.size;
  if (end > 4 * largest) return undefined;
  return readFolder(file, offset + folder.readUInt32LE(0), {
    blocks: folder.readUInt16LE(4),
    isCompressed: method === 1,
    blockExtra,
    end,
  }).subarray(entry.start, end);
}

interface CabinetEntry {
  readonly size: number;
  readonly start: number;
  readonly folder: number;
}

function findEntry(file: FileBytes, offset: number, count: number, wanted: string): CabinetEntry | undefined {
  let at = offset;
  for (let left = count; left > 0; left--) {
    const entry = file.readUpTo(at, 16 + 257);
    const nameEnd = entry.indexOf(0, 16);
    if (entry.length < 18 || nameEnd < 0) throw new FormatFault("its cabinet is damaged");
    if (entry.toString("latin1", 16, nameEnd) === wanted)
      return { size: entry.readUInt32LE(0), start: entry.readUInt32LE(4), folder: entry.readUInt16LE(8) };
    at += nameEnd + 1;
  }
  return undefined;
}

/** The beginning of a folder, as far as `end`. Each block of MSZIP may refer to the 32 KB before it. */
function readFolder(
  file: FileBytes,
  offset: number,
  {
    blocks,
    isCompressed,
    blockExtra,
    end,
  }: { readonly blocks: number; readonly isCompressed: boolean; readonly blockExtra: number; readonly end: number },
): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  let dictionary = Buffer.alloc(0);
  let at = offset;
  for (let left = blocks; left > 0 && length < end; left--) {
    const header = file.read(at, 8);
    const data = file.read(at + 8 + blockExtra, header.readUInt16LE(4));
    const part = isCompressed ? inflateBlock(data, dictionary) : data;
    parts.push(part);
    length += part.length;
    dictionary = Buffer.concat([dictionary, part]).subarray(-BLOCK_BYTES);
    at += 8 + blockExtra + data.length;
  }
  if (length < end) throw new FormatFault("its cabinet ends too early");
  return Buffer.concat(parts);
}

function inflateBlock(data: Buffer, dictionary: Buffer): Buffer {
  if (data.toString("latin1", 0, 2) !== "CK") throw new FormatFault("its cabinet is damaged");
  try {
    return inflateRawSync(data.subarray(2), { maxOutputLength: BLOCK_BYTES, ...(dictionary.length > 0 ? { dictionary } : {}) });
  } catch {
    throw new FormatFault("its cabinet is damaged");
  }
}
