import type { ByteSource } from "../byte-source.ts";
import { BinaryXml, DamagedError } from "./binary-xml.ts";
import type { Element } from "./binary-xml.ts";
import { readFileTime } from "./values.ts";

/*
 * A file of an event log: a header of 4,096 bytes and chunks of 65,536, each with its own names and templates (documentation of libevtx, "Windows XML Event Log (EVTX)"). The number
 * of chunks in the header is not believed: of a machine that was switched off it is old. What is damaged is passed over and counted.
 */

const HEADER = 4096;
const CHUNK = 65_536;
const FIRST_RECORD = 512;
const RECORD_HEADER = 24;

/** One record, as far as rules and `--redact` need it. */
export interface EventRecord {
  readonly number: number;
  readonly time: Date | undefined;
  readonly source: string;
  readonly id: number;
  readonly computer: string;
  readonly values: readonly string[];
}

export interface EventFileFacts {
  readonly records: number;
  /** Chunks and records that could not be read. */
  readonly damaged: number;
}

export function isEventFile(head: Buffer): boolean {
  return head.toString("latin1", 0, 8) === "ElfFile\0";
}

/** Gives the records of a file one by one, in its order. */
export async function readEventFile(source: ByteSource, give: (record: EventRecord) => void): Promise<EventFileFacts> {
  let records = 0;
  // even an empty log has a chunk
  let damaged = source.size < HEADER + CHUNK ? 1 : 0;
  for (let position = HEADER; position < source.size; position += CHUNK) {
    const chunk = await source.read(position, Math.min(CHUNK, source.size - position));
    if (isEmpty(chunk)) continue;
    if (chunk.length < FIRST_RECORD || chunk.toString("latin1", 0, 8) !== "ElfChnk\0") {
      damaged++;
      continue;
    }
    if (chunk.length < CHUNK) damaged++;
    const found = readChunk(chunk, give);
    records += found.records;
    damaged += found.damaged;
  }
  return { records, damaged };
}

/** Space that was set aside. */
function isEmpty(chunk: Buffer): boolean {
  return chunk.length < 8 || chunk.readBigUInt64LE(0) === 0n;
}

function readChunk(chunk: Buffer, give: (record: EventRecord) => void): EventFileFacts {
  const xml = new BinaryXml(chunk);
  const free = chunk.readUInt32LE(48);
  const end = free > FIRST_RECORD && free <= chunk.length ? free : chunk.length;
  let records = 0;
  let damaged = 0;
  for (let at = FIRST_RECORD; at + RECORD_HEADER <= end;) {
    const size = chunk.readUInt32LE(at + 4);
    if (end === chunk.length && chunk.readUInt32LE(at) === 0) break;
    if (chunk.readUInt32LE(at) !== 0x2a2a || size < RECORD_HEADER + 4 || at + size > chunk.length) {
      damaged++;
      // the next record may be whole
      const next = chunk.indexOf("2a2a0000", at + 4, "hex");
      if (next < 0) break;
      at = next;
      continue;
    }
    try {
      give(toRecord(xml.read(at + RECORD_HEADER), Number(chunk.readBigUInt64LE(at + 8)), readFileTime(chunk, at + 16)));
      records++;
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      damaged++;
    }
    at += size;
  }
  return { records, damaged };
}

function toRecord(event: Element, number: number, time: Date | undefined): EventRecord {
  const system = event.children.find(({ name }) => name === "System");
  const find = (name: string): Element | undefined => system?.children.find((child) => child.name === name);
  const provider = find("Provider")?.attributes;
  const data = event.children.find(({ name }) => name === "EventData");
  return {
    number,
    time,
    source: provider?.get("Name") ?? provider?.get("EventSourceName") ?? "",
    id: Number(find("EventID")?.texts[0] ?? 0),
    computer: find("Computer")?.texts[0] ?? "",
    values: (data?.children ?? []).filter(({ name }) => name === "Data").flatMap(({ texts }) => (texts.length === 0 ? [""] : texts)),
  };
}
