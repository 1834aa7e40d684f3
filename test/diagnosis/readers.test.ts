import { describe, expect, test } from "vitest";
import { createMemorySource } from "../../src/diagnosis/readers/byte-source.ts";
import type { ByteSource } from "../../src/diagnosis/readers/byte-source.ts";
import { readEventFile } from "../../src/diagnosis/readers/evtx/event-file.ts";
import type { EventRecord } from "../../src/diagnosis/readers/evtx/event-file.ts";
import { readLines } from "../../src/diagnosis/readers/lines.ts";
import { createEventFile } from "./event-file.ts";

/** The lines, however few bytes each read gives. */
async function linesOf(
  bytes: Uint8Array,
  { step = 1 << 20, codePage = "windows-1252" } = {},
): Promise<{ readonly lines: string[]; readonly cut: number }> {
  const whole = createMemorySource(bytes);
  const source: ByteSource = { size: whole.size, read: (position, length) => whole.read(position, Math.min(length, step)) };
  const lines: string[] = [];
  const { cut } = await readLines(source, codePage, (text, number) => {
    lines.push(text);
    expect(number).toBe(lines.length);
  });
  return { lines, cut };
}

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const LINES = ["Error 1920. Service 'Contoso' failed", "Größe ändern", "日本語の行", "", "end 😀"];
const TEXT = LINES.join("\r\n");
const many = (line: string, count: number): string => `${line}\r\n`.repeat(count);

describe("lines of a log", () => {
  test.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["UTF-16LE with a mark", utf16(`\uFEFF${TEXT}`)],
    ["UTF-16LE without", utf16(TEXT)],
    ["UTF-16BE with a mark", utf16(`\uFEFF${TEXT}`, true)],
    ["UTF-16BE without", utf16(TEXT, true)],
  ])("in %s, whatever a read gives", async (_name, bytes) => {
    for (const step of [7, 1 << 20]) expect((await linesOf(bytes, { step })).lines).toEqual(LINES);
  });

  test("in a code page; one line of UTF-8 among them", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Gr\xf6\xdfe\r\n", "latin1"),
      Buffer.from("Größe\r\n"),
      Buffer.from([0x8d, 0x5f, 0x0d, 0x0a]),
    ]);
    expect((await linesOf(bytes)).lines.slice(0, 2)).toEqual(["Größe", "Größe"]);
    expect((await linesOf(bytes, { codePage: "shift_jis" })).lines[2]).toBe("浩");
  });

  test("zeros of a file that was never written to its end", async () => {
    const bytes = Buffer.concat([Buffer.from(many("a line", 1000)), Buffer.alloc(20_000), Buffer.from("\r\nafter it\r\n")]);
    const { lines } = await linesOf(bytes);
    expect(lines.filter((line) => line !== "")).toEqual([...Array.from({ length: 1000 }, () => "a line"), "after it"]);
  });

  test("programs that append in their own encoding, also at odd places", async () => {
    const narrow = Buffer.from(many("narrow line of a program", 3000));
    const wide = utf16(many("wide line of msiexec", 3000));
    for (const bytes of [
      Buffer.concat([narrow, Buffer.from("x\r\n"), wide, narrow]),
      Buffer.concat([wide, Buffer.from("x\r\n"), narrow, wide]),
    ]) {
      const { lines } = await linesOf(bytes);
      // the block in which it changes may lose some
      for (const line of ["narrow line of a program", "wide line of msiexec"])
        expect(lines.filter((one) => one === line).length).toBeGreaterThan(2600);
    }
  });

  test("a line of megabytes is cut, the next one is whole, and nothing is kept of it", async () => {
    let asked = 0;
    const source: ByteSource = {
      size: 8 << 20,
      read(position, length) {
        asked = Math.max(asked, length);
        const bytes = Buffer.alloc(length, "x");
        if (position + length >= 8 << 20) bytes.write("\nnext", length - 5);
        return Promise.resolve(bytes);
      },
    };
    const lines: string[] = [];
    const { cut } = await readLines(source, "windows-1252", (text) => void lines.push(text));
    expect(lines.map((line) => line.length)).toEqual([65_536, 4]);
    expect([cut, asked]).toEqual([1, 1 << 20]);
  });
});

async function recordsOf(bytes: Uint8Array) {
  const records: EventRecord[] = [];
  const facts = await readEventFile(createMemorySource(bytes), (record) => void records.push(record));
  return { ...facts, all: records };
}

const EVENTS = Array.from({ length: 120 }, (_, i) => ({
  source: i % 3 === 0 ? "MsiInstaller" : "Service Control Manager",
  id: 7000 + i,
  classic: i % 3 === 0,
  values: i === 5 ? [] : [`Größe ${i}`, "", "%%1069"].slice(0, 1 + (i % 3)),
}));

describe("records of an event log", () => {
  test("from several chunks, with what they say", async () => {
    const { records, damaged, all } = await recordsOf(createEventFile(EVENTS));
    expect([records, damaged]).toEqual([120, 0]);
    expect(all.map(({ number }) => number)).toEqual(EVENTS.map((_, i) => i + 1));
    expect(all.map(({ source, id, values }) => ({ source, id, values }))).toEqual(
      EVENTS.map(({ source, id, values }) => ({ source, id, values })),
    );
    expect(all[7]).toMatchObject({ computer: "PC-0815.corp.contoso.example", time: new Date("2026-11-23T12:00:30Z") });
  });

  test("cut off, or with a damaged chunk: what is whole is read, the rest is counted", async () => {
    const whole = createEventFile(EVENTS);
    const cut = await recordsOf(whole.subarray(0, 4096 + 65_536 + 9000));
    expect(cut.records).toBeGreaterThan(60);
    expect(cut.records).toBeLessThan(100);
    expect(cut.damaged).toBeGreaterThan(0);
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 4096, 4096 + 65_536);
    expect(await recordsOf(damaged)).toMatchObject({ records: 70, damaged: 1 });
    expect(await recordsOf(whole.subarray(0, 100))).toMatchObject({ records: 0, damaged: 1 });
  });

  test("hostile bytes end in an answer, and soon", async () => {
    const whole = createEventFile(EVENTS.slice(0, 12));
    let state = 42;
    const next = (most: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    let read = 0;
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i < 1 + (round % 8); i++) bytes[4096 + 512 + next(6000)] = [0, 0x0c, 0x0d, 0xff, next(256)][next(5)] ?? 0;
      const { records, damaged } = await recordsOf(bytes);
      expect(records + damaged).toBeLessThan(5000);
      read += records;
    }
    expect(read).toBeGreaterThan(300);
  });

  test("a template that names itself as a value does not go round for ever", async () => {
    const bytes = createEventFile([{ source: "A", id: 1, values: ["x"] }]);
    const chunk = bytes.subarray(4096);
    // the nested fragment's value begins with its own fragment header: let its template be that of the event around it
    const instance = chunk.indexOf(Buffer.from([0x0f, 1, 1, 0, 0x0c, 1, 5, 0, 0, 0]), 512);
    const nested = chunk.indexOf(Buffer.from([0x0f, 1, 1, 0, 0x0c, 1, 6, 0, 0, 0]), instance + 4);
    expect(nested).toBeGreaterThan(instance);
    chunk.writeUInt32LE(chunk.readUInt32LE(instance + 10), nested + 10);
    expect((await recordsOf(bytes)).records).toBeLessThanOrEqual(1);
  });
});
