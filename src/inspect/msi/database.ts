import type { CompoundEntry, CompoundFile } from "../compound-file.ts";
import { FormatFault } from "../file-bytes.ts";
import { decodeCodepage } from "./codepage.ts";

/** A cell: text, number, or nothing. What a stream holds is not read; its cell is the text "(binary)". */
export type Cell = string | number | undefined;

/** A row by the names of its columns. */
export type Row = { readonly [column: string]: Cell };

interface Column {
  readonly name: string;
  readonly kind: "text" | "binary" | "int16" | "int32";
  readonly bytes: number;
}

/** Of one table, as many as a large installer has files. */
const MOST_ROWS = 200_000;

/** Bits of a column's type, and how cells are laid out: learned from Wine's dlls/msi/table.c and msipriv.h, since Microsoft documents the tables but not their form on disk. */
const STRING_BIT = 0x0800;
const NULLABLE_BIT = 0x1000;
const BINARY_TYPE = 0x0900;

/** The tables of a Windows Installer database (MSI, MSP, MST). */
export class MsiDatabase {
  /** 0 where texts are ASCII alone. */
  readonly codepage: number;
  private readonly file: CompoundFile;
  private readonly strings: readonly string[];
  private readonly streams: ReadonlyMap<string, CompoundEntry>;
  private readonly referenceBytes: number;
  private readonly columns: ReadonlyMap<string, readonly Column[]>;

  constructor(file: CompoundFile) {
    this.file = file;
    this.streams = new Map(file.entries.filter(({ kind }) => kind === "stream").map((entry) => [decodeStreamName(entry.name), entry]));
    const pool = this.readStream("!_StringPool");
    if (pool.length < 4) throw new FormatFault("it has no table of texts, so it is no Windows Installer database");
    const head = pool.readUInt32LE(0);
    // The highest bit says that there are more texts than two bytes can count.
    this.referenceBytes = head >= 0x80000000 ? 3 : 2;
    this.codepage = head & 0x7fffffff;
    this.strings = readStrings(pool, this.readStream("!_StringData"), this.codepage);
    this.columns = this.readColumns();
  }

  get tableNames(): readonly string[] {
    return [...this.columns.keys()];
  }

  /** The streams that are no tables, by their decoded names. */
  get streamNames(): readonly string[] {
    return [...this.streams.keys()].filter((name) => !name.startsWith("!"));
  }

  /** A stream that is no table, by its decoded name; empty where there is none. */
  readStream(name: string, largest?: number): Buffer {
    const entry = this.streams.get(name);
    return entry ? this.file.read(entry, largest) : Buffer.alloc(0);
  }

  /** All rows of a table; none where it is missing or empty. */
  rows(table: string): Row[] {
    const columns = this.columns.get(table);
    return columns ? this.readRows(`!${table}`, columns) : [];
  }

  private readColumns(): Map<string, Column[]> {
    const reference = { kind: "text", bytes: this.referenceBytes } as const;
    const rows = this.readRows("!_Columns", [
      { name: "Table", ...reference },
      { name: "Number", kind: "int16", bytes: 2 },
      { name: "Name", ...reference },
      { name: "Type", kind: "int16", bytes: 2 },
    ]);
    const tables = new Map<string, Map<number, Column>>();
    for (const { Table: table, Number: number, Name: name, Type: type } of rows) {
      if (typeof table !== "string" || typeof number !== "number" || typeof name !== "string" || typeof type !== "number")
        throw new FormatFault("its description of tables is damaged");
      const columns = tables.get(table) ?? new Map<number, Column>();
      columns.set(number, this.toColumn(name, type));
      tables.set(table, columns);
    }
    const inOrder = (columns: Map<number, Column>): Column[] =>
      [...columns].sort(([one], [other]) => one - other).map(([, column]) => column);
    return new Map([...tables].map(([table, columns]) => [table, inOrder(columns)]));
  }

  private toColumn(name: string, type: number): Column {
    if ((type & 0xffff & ~NULLABLE_BIT & ~0x2000) === BINARY_TYPE) return { name, kind: "binary", bytes: 2 };
    if (type & STRING_BIT) return { name, kind: "text", bytes: this.referenceBytes };
    return (type & 0xff) === 4 ? { name, kind: "int32", bytes: 4 } : { name, kind: "int16", bytes: 2 };
  }

  /** A table lies column by column: first all cells of the first column. */
  private readRows(stream: string, columns: readonly Column[]): Row[] {
    const bytes = this.readStream(stream);
    const width = columns.reduce((sum, column) => sum + column.bytes, 0);
    const count = Math.floor(bytes.length / width);
    if (count > MOST_ROWS) throw new FormatFault(`its table ${stream.slice(1)} has ${count} rows; up to ${MOST_ROWS} are read`);
    const rows = Array.from({ length: count }, (): { [column: string]: Cell } => Object.create(null) as { [column: string]: Cell });
    let start = 0;
    for (const column of columns) {
      for (const [i, row] of rows.entries()) row[column.name] = this.readCell(bytes, start + i * column.bytes, column);
      start += count * column.bytes;
    }
    return rows;
  }

  /** Numbers are written with their highest bit turned round, so that 0 can mean nothing. */
  private readCell(bytes: Buffer, at: number, { kind, bytes: width }: Column): Cell {
    const value = bytes.readUIntLE(at, width);
    if (value === 0) return undefined;
    switch (kind) {
      case "text": {
        const text = this.strings[value];
        if (text === undefined) throw new FormatFault(`it refers to text ${value}, and has ${this.strings.length - 1}`);
        return text;
      }
      case "binary":
        return "(binary)";
      case "int16":
        return value - 0x8000;
      case "int32":
        return value - 0x80000000;
      default:
        return kind satisfies never;
    }
  }
}

/**
 * The texts by number, from 1. The pool has a length and a count of uses for each, two bytes each; a text of 64 KB and more has the upper half of
 * its length in an entry before it (github.com/wine-mirror/wine, dlls/msi/string.c, msi_load_string_table).
 */
function readStrings(pool: Buffer, data: Buffer, codepage: number): string[] {
  const strings = [""];
  let at = 0;
  for (let entry = 4; entry + 4 <= pool.length; entry += 4) {
    let length = pool.readUInt16LE(entry);
    const uses = pool.readUInt16LE(entry + 2);
    if (length === 0 && uses > 0 && entry + 8 <= pool.length) {
      entry += 4;
      length = uses * 65536 + pool.readUInt16LE(entry);
    }
    if (at + length > data.length) throw new FormatFault("its table of texts is damaged");
    strings.push(decodeCodepage(data.subarray(at, at + length), codepage));
    at += length;
  }
  return strings;
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";

/** Names of streams are packed, two characters in one; "!" marks a table (Wine, dlls/msi/table.c, decode_streamname). */
export function decodeStreamName(name: string): string {
  let text = "";
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit >= 0x3800 && unit < 0x4800) text += `${ALPHABET[(unit - 0x3800) & 0x3f] ?? ""}${ALPHABET[(unit - 0x3800) >> 6] ?? ""}`;
    else if (unit >= 0x4800 && unit < 0x4840) text += ALPHABET[unit - 0x4800] ?? "";
    else if (unit === 0x4840 && i === 0) text += "!";
    else text += name[i] ?? "";
  }
  return text;
}
