import { FormatFault } from "./file-bytes.ts";
import type { FileBytes } from "./file-bytes.ts";

/** A storage or stream. */
export interface CompoundEntry {
  /** As written, 16-bit units that need not be text. */
  readonly name: string;
  readonly kind: "storage" | "stream";
  readonly size: number;
  readonly firstSector: number;
}

const SIGNATURE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Whether a file begins as compound files do: MSI, MSP, MST, and old Office documents. */
export function isCompoundFile(start: Buffer): boolean {
  return start.subarray(0, 8).equals(SIGNATURE);
}

/** Sector numbers from here on are marks (2.1). */
const LARGEST_SECTOR = 0xfffffffa;
const NO_STREAM = 0xffffffff;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;

/** Of one stream: the largest table of real installers has a few MB. */
const LARGEST_STREAM = 64 * 1024 * 1024;

/** An MSI with 20,000 icons and scripts would have fewer. */
const MOST_ENTRIES = 100_000;

/**
 * A compound file ([MS-CFB]: learn.microsoft.com/openspecs/windows_protocols/ms-cfb). Only what is asked for is read, sector by sector: the libraries for it want the
 * whole file in memory, and an MSI carries its cabinets in it. Chains that go in circles, and sectors that lie outside, end in a FormatFault.
 */
export class CompoundFile {
  /** The class of the root: what kind of file it is. */
  readonly rootClass: string;
  /** The entries of the root storage. */
  readonly entries: readonly CompoundEntry[];
  private readonly file: FileBytes;
  private readonly sectorBytes: number;
  private readonly miniCutoff: number;
  private readonly tableSectors: readonly number[];
  private readonly tableCache = new Map<number, Buffer>();
  private readonly miniTable: readonly number[];
  private readonly miniSectors: readonly number[];

  constructor(file: FileBytes) {
    this.file = file;
    const header = file.read(0, 512);
    if (!isCompoundFile(header)) throw new FormatFault("it is no compound file");
    const version = header.readUInt16LE(26);
    const shift = header.readUInt16LE(30);
    if (!((version === 3 && shift === 9) || (version === 4 && shift === 12)) || header.readUInt16LE(32) !== 6)
      throw new FormatFault(`it is a compound file of an unknown version (${version}, sectors of 2^${shift} bytes)`);
    this.sectorBytes = 2 ** shift;
    this.miniCutoff = header.readUInt32LE(56);
    this.tableSectors = this.findTableSectors(header);
    const directory = this.readChain(header.readUInt32LE(48), undefined, MOST_ENTRIES * ENTRY_BYTES);
    const root = directory.subarray(0, ENTRY_BYTES);
    if (root.length < ENTRY_BYTES || root[66] !== 5) throw new FormatFault("its list of contents has no root");
    this.rootClass = toGuid(root.subarray(80, 96));
    this.miniSectors = this.listChain(root.readUInt32LE(116), root.readUInt32LE(120));
    this.miniTable = toNumbers(this.readChain(header.readUInt32LE(60), header.readUInt32LE(64) * this.sectorBytes, LARGEST_STREAM));
    this.entries = listEntries(directory, root.readUInt32LE(76), version);
  }

  /** A stream's bytes, at most `largest`. */
  read(entry: CompoundEntry, largest = LARGEST_STREAM): Buffer {
    if (entry.kind !== "stream") throw new FormatFault("a storage stands where a stream must");
    if (entry.size > Math.min(largest, this.file.size))
      throw new FormatFault(`a part of it has ${entry.size} bytes; up to ${largest} are read`);
    return entry.size < this.miniCutoff ? this.readMini(entry) : this.readChain(entry.firstSector, entry.size, largest);
  }

  private readMini({ firstSector, size }: CompoundEntry): Buffer {
    const bytes = Buffer.alloc(size);
    let sector = firstSector;
    for (let done = 0; done < size; done += MINI_SECTOR_BYTES) {
      const position = sector * MINI_SECTOR_BYTES;
      const holder = this.miniSectors[Math.floor(position / this.sectorBytes)];
      if (holder === undefined) throw new FormatFault("a small part of it leads outside");
      const offset = this.offsetOf(holder) + (position % this.sectorBytes);
      this.file.read(offset, Math.min(MINI_SECTOR_BYTES, size - done)).copy(bytes, done);
      sector = this.miniTable[sector] ?? LARGEST_SECTOR;
    }
    return bytes;
  }

  /** The sectors of the sector table: 109 of them in the header, others in a chain of their own. */
  private findTableSectors(header: Buffer): number[] {
    const count = header.readUInt32LE(44);
    if (count * this.sectorBytes > this.file.size) throw new FormatFault("its table of sectors is larger than itself");
    const found = toNumbers(header.subarray(76, 512)).filter((sector) => sector < LARGEST_SECTOR);
    let next = header.readUInt32LE(68);
    for (let left = header.readUInt32LE(72); left > 0 && next < LARGEST_SECTOR && found.length < count; left--) {
      const numbers = toNumbers(this.file.read(this.offsetOf(next), this.sectorBytes));
      next = numbers.pop() ?? LARGEST_SECTOR;
      for (const sector of numbers) if (sector < LARGEST_SECTOR) found.push(sector);
    }
    return found.slice(0, count);
  }

  private nextSector(sector: number): number {
    const perSector = this.sectorBytes / 4;
    const index = Math.floor(sector / perSector);
    let table = this.tableCache.get(index);
    if (!table) {
      const place = this.tableSectors[index];
      if (place === undefined) throw new FormatFault("a part of it leads to a sector that is not there");
      table = this.file.read(this.offsetOf(place), this.sectorBytes);
      this.tableCache.set(index, table);
    }
    return table.readUInt32LE((sector % perSector) * 4);
  }

  /** The sectors of a chain that holds so many bytes, or all of it. */
  private listChain(first: number, size: number | undefined, largest = this.file.size): number[] {
    const most = Math.ceil(Math.min(size ?? largest, this.file.size) / this.sectorBytes);
    const sectors: number[] = [];
    for (let sector = first; sector < LARGEST_SECTOR; sector = this.nextSector(sector)) {
      if (sectors.length >= most) {
        if (size !== undefined) break;
        throw new FormatFault("a chain of sectors in it has no end, or its list of contents is too long");
      }
      sectors.push(sector);
    }
    if (size !== undefined && sectors.length * this.sectorBytes < size) throw new FormatFault("a part of it ends too early");
    return sectors;
  }

  private readChain(first: number, size: number | undefined, largest: number): Buffer {
    if (size !== undefined && size > largest) throw new FormatFault(`a part of it has ${size} bytes; up to ${largest} are read`);
    const sectors = this.listChain(first, size, largest);
    const length = size ?? sectors.length * this.sectorBytes;
    const bytes = Buffer.alloc(length);
    for (const [i, sector] of sectors.entries()) {
      const wanted = Math.min(this.sectorBytes, length - i * this.sectorBytes);
      this.file.read(this.offsetOf(sector), wanted).copy(bytes, i * this.sectorBytes);
    }
    return bytes;
  }

  /** The header takes the place of a sector. */
  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorBytes;
  }
}

/** The members of the root are a tree (2.6.4); its order does not matter here. */
function listEntries(directory: Buffer, first: number, version: number): CompoundEntry[] {
  const entries: CompoundEntry[] = [];
  const seen = new Set<number>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === NO_STREAM || seen.has(id)) continue;
    seen.add(id);
    const at = id * ENTRY_BYTES;
    if (at + ENTRY_BYTES > directory.length) throw new FormatFault("its list of contents names what it has not");
    const entry = directory.subarray(at, at + ENTRY_BYTES);
    const kind = entry[66] === 1 ? "storage" : entry[66] === 2 ? "stream" : undefined;
    const nameLength = entry.readUInt16LE(64);
    if (!kind || nameLength < 2 || nameLength > 64) throw new FormatFault("its list of contents is damaged");
    // The upper half of the size means nothing in version 3, and may hold anything.
    const size = entry.readUInt32LE(120) + (version === 4 ? entry.readUInt32LE(124) * 2 ** 32 : 0);
    entries.push({ name: entry.toString("utf16le", 0, nameLength - 2), kind, size, firstSector: entry.readUInt32LE(116) });
    waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72));
  }
  return entries;
}

function toNumbers(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4));
}

/** A GUID as Windows writes it, from the 16 bytes in which it lies in memory. */
export function toGuid(bytes: Buffer): string {
  const hex = (start: number, end: number): string => bytes.toString("hex", start, end);
  const first = bytes.readUInt32LE(0).toString(16).padStart(8, "0");
  const [second, third] = [4, 6].map((at) => bytes.readUInt16LE(at).toString(16).padStart(4, "0"));
  return `{${first}-${second}-${third}-${hex(8, 10)}-${hex(10, 16)}}`.toUpperCase();
}
