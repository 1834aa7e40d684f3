/** What a program is made of: a builder beside the reader, so that both have to agree with the specification. */
export interface ProgramParts {
  readonly machine?: number;
  /** Further sections by name. */
  readonly sections?: Readonly<Record<string, Buffer>>;
  /** Resources by type and number. */
  readonly resources?: readonly { readonly type: number; readonly id: number; readonly data: Buffer }[];
  readonly overlay?: Buffer;
}

const ALIGNMENT = 512;
const PAGE = 4096;
const roundUp = (size: number, to: number): number => Math.ceil(size / to) * to;

/** A PE32 program with headers of 512 bytes, its sections, and what follows them. */
export function buildProgram({ machine = 0x14c, sections = {}, resources = [], overlay = Buffer.alloc(0) }: ProgramParts): Buffer {
  const parts = Object.entries(sections).map(([name, data]) => ({ name, data }));
  const address = (index: number): number => PAGE * (index + 1);
  if (resources.length > 0) parts.push({ name: ".rsrc", data: buildResources(resources, address(parts.length)) });
  const header = Buffer.alloc(ALIGNMENT);
  header.write("MZ", 0, "latin1");
  header.writeUInt32LE(64, 60);
  header.write("PE\0\0", 64, "latin1");
  header.writeUInt16LE(machine, 68);
  header.writeUInt16LE(parts.length, 70);
  header.writeUInt16LE(224, 84);
  header.writeUInt16LE(0x0102, 86);
  header.writeUInt16LE(0x10b, 88);
  header.writeUInt32LE(PAGE, 88 + 32);
  header.writeUInt32LE(ALIGNMENT, 88 + 36);
  header.writeUInt32LE(PAGE * (parts.length + 2), 88 + 56);
  header.writeUInt32LE(ALIGNMENT, 88 + 60);
  header.writeUInt32LE(16, 88 + 92);
  let offset = ALIGNMENT;
  const bodies = parts.map(({ name, data }, i) => {
    const at = 88 + 224 + i * 40;
    const body = Buffer.alloc(roundUp(data.length, ALIGNMENT));
    data.copy(body);
    header.write(name, at, "latin1");
    header.writeUInt32LE(data.length, at + 8);
    header.writeUInt32LE(address(i), at + 12);
    header.writeUInt32LE(body.length, at + 16);
    header.writeUInt32LE(offset, at + 20);
    if (name === ".rsrc") {
      header.writeUInt32LE(address(i), 88 + 96 + 16);
      header.writeUInt32LE(data.length, 88 + 96 + 20);
    }
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, ...bodies, overlay]);
}

/** Three levels: type, number, language; each level a directory of 16 bytes and 8 for each entry. */
function buildResources(resources: NonNullable<ProgramParts["resources"]>, address: number): Buffer {
  const directory = (id: number, to: number): Buffer => {
    const bytes = Buffer.alloc(24);
    bytes.writeUInt16LE(1, 14);
    bytes.writeUInt32LE(id, 16);
    bytes.writeUInt32LE(to, 20);
    return bytes;
  };
  const root = Buffer.alloc(16 + resources.length * 8);
  root.writeUInt16LE(resources.length, 14);
  const rest: Buffer[] = [];
  let at = root.length;
  for (const [i, { type, id, data }] of resources.entries()) {
    root.writeUInt32LE(type, 16 + i * 8);
    root.writeUInt32LE(0x80000000 + at, 16 + i * 8 + 4);
    const leaf = Buffer.alloc(16);
    leaf.writeUInt32LE(address + at + 64, 0);
    leaf.writeUInt32LE(data.length, 4);
    const padded = Buffer.concat([data, Buffer.alloc(roundUp(data.length, 8) - data.length)]);
    rest.push(directory(id, 0x80000000 + at + 24), directory(1033, at + 48), leaf, padded);
    at += 64 + padded.length;
  }
  return Buffer.concat([root, ...rest]);
}

/** A version resource with one table of texts. */
export function buildVersion(texts: Readonly<Record<string, string>>): Buffer {
  const block = (name: string, value: Buffer, isText: boolean, children: readonly Buffer[] = []): Buffer => {
    const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(roundUp(bytes.length, 4) - bytes.length)]);
    const body = Buffer.concat([pad(Buffer.concat([Buffer.alloc(6), Buffer.from(`${name}\0`, "utf16le")])), pad(value), ...children]);
    body.writeUInt16LE(body.length, 0);
    body.writeUInt16LE(isText ? value.length / 2 : value.length, 2);
    body.writeUInt16LE(isText ? 1 : 0, 4);
    return body;
  };
  const strings = Object.entries(texts).map(([name, text]) => block(name, Buffer.from(`${text}\0`, "utf16le"), true));
  const table = block("040904b0", Buffer.alloc(0), true, strings);
  return block("VS_VERSION_INFO", Buffer.alloc(52), false, [block("StringFileInfo", Buffer.alloc(0), true, [table])]);
}

/** The section of a bundle, and its program: the cabinet follows the sections. */
export function buildBundle(cabinet: Buffer, parts: ProgramParts = {}): Buffer {
  const section = Buffer.alloc(52);
  section.writeUInt32LE(0x00f14300, 0);
  section.writeUInt32LE(2, 4);
  Buffer.from("78563412-3412-3412-1234-123456789abc".replaceAll("-", ""), "hex").copy(section, 8);
  section.writeUInt32LE(1, 40);
  section.writeUInt32LE(1, 44);
  section.writeUInt32LE(cabinet.length, 48);
  const size = buildProgram({ ...parts, sections: { ".wixburn": section } }).length;
  section.writeUInt32LE(size, 24);
  return buildProgram({ ...parts, sections: { ".wixburn": section }, overlay: cabinet });
}

/** A cabinet with one file, its blocks as they are given. */
export function buildCabinet(name: string, size: number, blocks: readonly Buffer[], method: number): Buffer {
  const entry = Buffer.concat([Buffer.alloc(16), Buffer.from(`${name}\0`, "latin1")]);
  entry.writeUInt32LE(size, 0);
  const header = Buffer.alloc(36 + 8);
  header.write("MSCF", 0, "latin1");
  header.writeUInt32LE(44, 16);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(1, 28);
  header.writeUInt32LE(44 + entry.length, 36);
  header.writeUInt16LE(blocks.length, 40);
  header.writeUInt16LE(method, 42);
  const data = blocks.flatMap((block) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(block.length, 4);
    head.writeUInt16LE(Math.min(32768, size), 6);
    return [head, block];
  });
  return Buffer.concat([header, entry, ...data]);
}
