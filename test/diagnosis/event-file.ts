/** An event of a file that is made for a test. */
export interface SampleEvent {
  readonly source: string;
  readonly id: number;
  readonly time?: string;
  readonly computer?: string;
  /** A classic event has its texts in one value; others have an element for each. */
  readonly classic?: boolean;
  readonly values: readonly string[];
}

/*
 * Makes a .evtx file as Windows writes it, as far as its documentation tells (libevtx, "Windows XML Event Log (EVTX)"): names and templates stand where they are used first in a chunk, and
 * EventData is binary XML within a value. Checksums are left out, as nobody checks them here.
 */

/** Bytes that grow, with offsets from the beginning of a chunk. */
class Writer {
  readonly bytes: number[] = [];
  readonly names = new Map<string, number>();
  readonly templates = new Map<string, number>();
  readonly buckets = new Map<number, number>();
  u8(...values: readonly number[]): this {
    this.bytes.push(...values.map((value) => value & 0xff));
    return this;
  }
  u16(value: number): this {
    return this.u8(value, value >> 8);
  }
  u32(value: number): this {
    return this.u16(value & 0xffff).u16(value >>> 16);
  }
  u64(value: bigint): this {
    return this.u32(Number(value & 0xffffffffn)).u32(Number(value >> 32n));
  }
  text(value: string): this {
    return this.u8(...Buffer.from(value, "utf16le"));
  }
  set32(at: number, value: number): void {
    this.bytes.splice(at, 4, value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff);
  }
  name(name: string): this {
    const known = this.names.get(name);
    if (known !== undefined) return this.u32(known);
    this.names.set(name, this.bytes.length + 4);
    let hash = 0;
    for (const letter of name) hash = (Math.imul(hash, 65599) + letter.charCodeAt(0)) >>> 0;
    // the chunk's table of names: the newest of a bucket, which leads to the next
    const bucket = 128 + 4 * ((hash & 0xffff) % 64);
    const next = this.buckets.get(bucket) ?? 0;
    this.buckets.set(bucket, this.bytes.length + 4);
    return this.u32(this.bytes.length + 4)
      .u32(next)
      .u16(hash & 0xffff)
      .u16(name.length)
      .text(name)
      .u16(0);
  }
}

type Part = { readonly text: string } | { readonly value: number; readonly type: number };
interface Tag {
  readonly name: string;
  readonly attributes?: readonly (readonly [string, Part])[];
  readonly inside?: readonly (Tag | Part)[];
}

function writePart(out: Writer, part: Part): void {
  if ("text" in part) out.u8(0x05, 0x01).u16(part.text.length).text(part.text);
  else out.u8(0x0d).u16(part.value).u8(part.type);
}

function writeTag(out: Writer, { name, attributes = [], inside = [] }: Tag): void {
  out.u8(attributes.length > 0 ? 0x41 : 0x01).u16(0xffff);
  const size = out.bytes.length;
  out.u32(0).name(name);
  if (attributes.length > 0) {
    const list = out.bytes.length;
    out.u32(0);
    attributes.forEach(([key, part], i) => {
      out.u8(i < attributes.length - 1 ? 0x46 : 0x06).name(key);
      writePart(out, part);
    });
    out.set32(list, out.bytes.length - list - 4);
  }
  if (inside.length === 0) out.u8(0x03);
  else {
    out.u8(0x02);
    for (const one of inside) {
      if ("name" in one) writeTag(out, one);
      else writePart(out, one);
    }
    out.u8(0x04);
  }
  out.set32(size, out.bytes.length - size - 4);
}

/** An instance of a template: its definition the first time, then the values. */
function writeTemplate(
  out: Writer,
  id: string,
  root: Tag,
  values: readonly { readonly type: number; readonly write: (out: Writer) => void }[],
): void {
  out.u8(0x0f, 1, 1, 0, 0x0c, 1).u32(id.length);
  const known = out.templates.get(id);
  if (known !== undefined) out.u32(known);
  else {
    const at = out.bytes.length + 4;
    out.templates.set(id, at);
    out.u32(at).u32(0).u32(id.length).u32(0).u32(0).u32(0);
    const size = out.bytes.length;
    out.u32(0).u8(0x0f, 1, 1, 0);
    writeTag(out, root);
    out.u8(0x00);
    out.set32(size, out.bytes.length - size - 4);
  }
  out.u32(values.length);
  const kinds = out.bytes.length;
  for (const { type } of values) out.u16(0).u8(type, 0);
  values.forEach(({ write }, i) => {
    const start = out.bytes.length;
    write(out);
    const length = out.bytes.length - start;
    out.bytes.splice(kinds + 4 * i, 2, length & 0xff, length >> 8);
  });
}

const text = (value: string) => ({ type: 0x01, write: (out: Writer) => void out.text(value) });
const word = (value: number) => ({ type: 0x06, write: (out: Writer) => void out.u16(value) });
const toFileTime = (time: Date): bigint => (BigInt(time.getTime()) + 11_644_473_600_000n) * 10_000n;

const EVENT: Tag = {
  name: "Event",
  attributes: [["xmlns", { text: "http://schemas.microsoft.com/win/2004/08/events/event" }]],
  inside: [
    {
      name: "System",
      inside: [
        { name: "Provider", attributes: [["Name", { value: 0, type: 0x01 }]] },
        { name: "EventID", attributes: [["Qualifiers", { value: 1, type: 0x06 }]], inside: [{ value: 2, type: 0x06 }] },
        { name: "TimeCreated", attributes: [["SystemTime", { value: 3, type: 0x11 }]] },
        { name: "Computer", inside: [{ value: 4, type: 0x01 }] },
        { name: "Security", attributes: [["UserID", { value: 5, type: 0x13 }]] },
      ],
    },
    { value: 6, type: 0x21 },
  ],
};

function writeRecord(out: Writer, number: number, event: SampleEvent): void {
  const time = new Date(event.time ?? "2026-11-23T12:00:30Z");
  const start = out.bytes.length;
  out.u32(0x2a2a).u32(0).u64(BigInt(number)).u64(toFileTime(time));
  const data = (inner: Writer): void => {
    if (event.classic === true) {
      const root: Tag = { name: "EventData", inside: [{ name: "Data", inside: [{ value: 0, type: 0x81 }] }, { name: "Binary" }] };
      writeTemplate(inner, "classic", root, [
        { type: 0x81, write: (to) => void to.text(event.values.map((value) => `${value}\0`).join("")) },
      ]);
      return;
    }
    const inside = event.values.map((_, i): Tag => ({
      name: "Data",
      attributes: [["Name", { text: `param${i + 1}` }]],
      inside: [{ value: i, type: 0x01 }],
    }));
    writeTemplate(inner, `data ${event.values.length}`, { name: "EventData", inside }, event.values.map(text));
  };
  writeTemplate(out, "event", EVENT, [
    text(event.source),
    word(0xc000),
    word(event.id),
    { type: 0x11, write: (to) => void to.u64(toFileTime(time)) },
    text(event.computer ?? "PC-0815.corp.contoso.example"),
    { type: 0x13, write: (to) => void to.u8(1, 1, 0, 0, 0, 0, 0, 5).u32(18) },
    { type: 0x21, write: data },
  ]);
  out.u8(0x00);
  while ((out.bytes.length - start) % 8 !== 4) out.u8(0);
  out.u32(out.bytes.length - start + 4);
  out.set32(start + 4, out.bytes.length - start);
}

/** The file with these events, so many in a chunk. */
export function createEventFile(events: readonly SampleEvent[], perChunk = 50): Buffer {
  const chunks: Buffer[] = [];
  for (let first = 0; first < events.length; first += perChunk) {
    const out = new Writer();
    out.u8(...Buffer.from("ElfChnk\0"));
    const own = events.slice(first, first + perChunk);
    for (const number of [first + 1, first + own.length]) out.u64(BigInt(number));
    for (const number of [first + 1, first + own.length]) out.u64(BigInt(number));
    out.u32(128);
    while (out.bytes.length < 512) out.u8(0);
    own.forEach((event, i) => {
      writeRecord(out, first + i + 1, event);
    });
    out.set32(48, out.bytes.length);
    for (const [at, offset] of out.buckets) out.set32(at, offset);
    const chunk = Buffer.alloc(65_536);
    chunk.set(out.bytes);
    chunks.push(chunk);
  }
  const head = Buffer.alloc(4096);
  head.write("ElfFile\0", "latin1");
  head.writeBigUInt64LE(BigInt(Math.max(0, chunks.length - 1)), 16);
  head.writeBigUInt64LE(BigInt(events.length + 1), 24);
  head.writeUInt32LE(128, 32);
  head.writeUInt16LE(1, 36);
  head.writeUInt16LE(3, 38);
  head.writeUInt16LE(4096, 40);
  head.writeUInt16LE(chunks.length, 42);
  return Buffer.concat([head, ...chunks]);
}
