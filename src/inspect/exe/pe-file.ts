import { createHash } from "node:crypto";
import { FormatFault } from "../file-bytes.ts";
import type { FileBytes } from "../file-bytes.ts";
import type { Architecture } from "../inspection.ts";

export interface PeSection {
  readonly name: string;
  readonly address: number;
  readonly offset: number;
  readonly size: number;
}

/** Machines (learn.microsoft.com/windows/win32/debug/pe-format, "Machine Types"). */
const MACHINES: Readonly<Record<number, Architecture>> = {
  0x14c: "x86",
  0x1c0: "arm",
  0x1c4: "arm",
  0x200: "ia64",
  0x8664: "x64",
  0xaa64: "arm64",
};

/** Windows takes 96 sections at most. */
const MOST_SECTIONS = 96;
const MOST_RESOURCES = 4096;
const LARGEST_RESOURCE = 1024 * 1024;
const LARGEST_SIGNATURE = 4 * 1024 * 1024;

/** Types of resources (learn.microsoft.com/windows/win32/menurc/resource-types). */
export const RESOURCE = { data: 10, version: 16, manifest: 24 } as const;

/** A Windows program: its headers, sections and resources (learn.microsoft.com/windows/win32/debug/pe-format). Only what is asked for is read. */
export class PeFile {
  readonly architecture: Architecture;
  readonly sections: readonly PeSection[];
  /** Where what is not part of the program begins: installers carry their files there. */
  readonly overlayOffset: number;
  private readonly file: FileBytes;
  private readonly checksumOffset: number;
  private readonly directoryOffset: number;
  private readonly directoryCount: number;

  constructor(file: FileBytes) {
    this.file = file;
    const start = file.readUpTo(0, 64);
    if (start.toString("latin1", 0, 2) !== "MZ" || start.length < 64) throw new FormatFault("it is no Windows program");
    const at = start.readUInt32LE(60);
    const header = file.read(at, 24);
    if (header.toString("latin1", 0, 4) !== "PE\0\0") throw new FormatFault("it is a program for DOS, or damaged: it has no PE header");
    this.architecture = MACHINES[header.readUInt16LE(4)] ?? "unknown";
    const sectionCount = header.readUInt16LE(6);
    const optionalSize = header.readUInt16LE(20);
    if (sectionCount > MOST_SECTIONS) throw new FormatFault(`it has ${sectionCount} sections; Windows takes ${MOST_SECTIONS}`);
    const optional = file.read(at + 24, optionalSize);
    const magic = optionalSize >= 112 ? optional.readUInt16LE(0) : 0;
    if (magic !== 0x10b && magic !== 0x20b) throw new FormatFault("its optional header is missing or of an unknown kind");
    const directories = magic === 0x10b ? 96 : 112;
    this.checksumOffset = at + 24 + 64;
    this.directoryOffset = at + 24 + directories;
    this.directoryCount = Math.min(optional.readUInt32LE(directories - 4), Math.floor((optionalSize - directories) / 8));
    const table = file.read(at + 24 + optionalSize, sectionCount * 40);
    this.sections = Array.from({ length: sectionCount }, (_, i) => {
      const section = table.subarray(i * 40, i * 40 + 40);
      const name = section.toString("latin1", 0, 8).replace(/\0[^]*$/, "");
      return { name, address: section.readUInt32LE(12), size: section.readUInt32LE(16), offset: section.readUInt32LE(20) };
    });
    this.overlayOffset = Math.min(file.size, Math.max(0, ...this.sections.map(({ offset, size }) => (size > 0 ? offset + size : 0))));
  }

  /** The PKCS #7 data of its Authenticode signature, the first if there are several ("Attribute Certificate Table"). */
  readSignature(): Buffer | undefined {
    const place = this.findSignature();
    if (!place) return undefined;
    const header = this.file.read(place.offset, 8);
    const length = header.readUInt32LE(0);
    if (header.readUInt16LE(6) !== 2 || length < 8 || length > Math.min(place.size, LARGEST_SIGNATURE))
      throw new FormatFault("its signature is damaged");
    return this.file.read(place.offset + 8, length - 8);
  }

  private findSignature(): { readonly offset: number; readonly size: number } | undefined {
    const [offset, size] = this.readDirectory(4);
    return size > 0 ? { offset, size } : undefined;
  }

  /** The Authenticode digest: everything but the checksum, the place of the signature, and the signature (Windows Authenticode Portable Executable Signature Format). */
  computeDigest(hash: string): string {
    const signature = this.findSignature();
    const entry = this.directoryOffset + 4 * 8;
    const end = signature?.offset ?? this.file.size;
    const sum = createHash(hash);
    this.file.hash(sum, 0, this.checksumOffset);
    this.file.hash(sum, this.checksumOffset + 4, entry);
    this.file.hash(sum, entry + 8, end);
    this.file.hash(sum, end + (signature?.size ?? 0), this.file.size);
    return sum.digest("hex").toUpperCase();
  }

  /** The bytes of a resource of a type, and with that number where one is given; the first language that there is. */
  readResource(type: number, id?: number): Buffer | undefined {
    const [address, size] = this.readDirectory(2);
    const section = size > 0 ? this.findSection(address) : undefined;
    if (!section) return undefined;
    const start = section.offset + address - section.address;
    let budget = MOST_RESOURCES;
    const list = (offset: number): { readonly id: number; readonly to: number }[] => {
      const header = this.file.read(start + offset, 16);
      const count = header.readUInt16LE(12) + header.readUInt16LE(14);
      if ((budget -= count) < 0) throw new FormatFault(`it has more than ${MOST_RESOURCES} resources`);
      const entries = this.file.read(start + offset + 16, count * 8);
      return Array.from({ length: count }, (_, i) => ({ id: entries.readUInt32LE(i * 8), to: entries.readUInt32LE(i * 8 + 4) }));
    };
    const folder = (entry: { readonly to: number } | undefined): number | undefined =>
      entry && entry.to >= 0x80000000 ? entry.to - 0x80000000 : undefined;
    const names = folder(list(0).find((entry) => entry.id === type));
    if (names === undefined) return undefined;
    const languages = folder(list(names).find((entry) => id === undefined || entry.id === id));
    if (languages === undefined) return undefined;
    const leaf = list(languages)[0];
    if (!leaf || leaf.to >= 0x80000000) return undefined;
    const data = this.file.read(start + leaf.to, 8);
    const holder = this.findSection(data.readUInt32LE(0));
    if (!holder) return undefined;
    return this.file.read(holder.offset + data.readUInt32LE(0) - holder.address, Math.min(data.readUInt32LE(4), LARGEST_RESOURCE));
  }

  private readDirectory(index: number): readonly [address: number, size: number] {
    if (index >= this.directoryCount) return [0, 0];
    const entry = this.file.read(this.directoryOffset + index * 8, 8);
    return [entry.readUInt32LE(0), entry.readUInt32LE(4)];
  }

  private findSection(address: number): PeSection | undefined {
    return this.sections.find((section) => address >= section.address && address < section.address + section.size);
  }
}
