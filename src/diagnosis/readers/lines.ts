import type { ByteSource } from "./byte-source.ts";
import { countZeros, createNarrowDecoder, detectEncoding } from "./encoding.ts";
import type { Encoding } from "./encoding.ts";

/** Bytes that are read at a time. */
const CHUNK = 1 << 20;
/** What is one encoding: a log may change it on the way, when programs append to it in their own. */
const BLOCK = 4096;
/** What is looked at of a line. */
export const LONGEST_LINE = 65_536;

export interface TextFacts {
  readonly encoding: Encoding;
  readonly lines: number;
  readonly cut: number;
}

/** Gives the lines of a log one by one; memory stays the same whatever the size of the log or of a line. */
export async function readLines(source: ByteSource, codePage: string, give: (text: string, number: number) => void): Promise<TextFacts> {
  const encoding = detectEncoding(await source.read(0, 65_536));
  const splitter = new LineSplitter(give, createNarrowDecoder(codePage));
  const decoder = new BlockDecoder(encoding, splitter);
  for (let position = 0; position < source.size;) {
    const bytes = await source.read(position, Math.min(CHUNK, source.size - position));
    if (bytes.length === 0) break;
    decoder.push(bytes, position);
    position += bytes.length;
  }
  decoder.end();
  return { encoding, lines: splitter.lines, cut: splitter.cut };
}

/** Turns bytes into text block by block. */
class BlockDecoder {
  readonly #base: Encoding;
  readonly #splitter: LineSplitter;
  /** Where a letter of two bytes begins, in the numbering of the file: at even or odd places. */
  #parity = 0;
  /** What the block before was; a few bytes decide nothing. */
  #wide: boolean;
  /** The first half of a letter, at the end of what was pushed before. */
  #half: number | undefined;

  constructor(base: Encoding, splitter: LineSplitter) {
    this.#base = base;
    this.#wide = base !== "narrow";
    this.#splitter = splitter;
  }

  push(bytes: Buffer, position: number): void {
    // nearly always: no zero at all in narrow text
    if (this.#base === "narrow" && !bytes.includes(0)) {
      this.#narrow(bytes);
      return;
    }
    let from = 0;
    let wide = false;
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.subarray(at, at + BLOCK);
      const before = this.#parity;
      const is = this.#isWide(block, position + at);
      if (at > from && (is !== wide || before !== this.#parity)) {
        this.#decode(bytes.subarray(from, at), position + from, wide, before);
        from = at;
      }
      wide = is;
    }
    this.#decode(bytes.subarray(from), position + from, wide, this.#parity);
  }

  end(): void {
    this.#splitter.end();
  }

  /** Whether a block has letters of two bytes; sets where they begin. */
  #isWide(block: Buffer, position: number): boolean {
    if (block.length >= 512) this.#wide = this.#look(block, position);
    return this.#wide;
  }

  #look(block: Buffer, position: number): boolean {
    if (!block.includes(0)) return false;
    const { even, odd } = countZeros(block, position);
    const [more, less] = even > odd ? [even, odd] : [odd, even];
    // few letters below 256 (Japanese, Chinese): as before
    if (more <= block.length / 16) return this.#base !== "narrow";
    if (less > more / 4) return false;
    const high = even > odd ? 0 : 1;
    this.#parity = this.#base === "utf-16be" ? high : high ^ 1;
    return true;
  }

  #decode(bytes: Buffer, position: number, wide: boolean, parity: number): void {
    if (bytes.length === 0) return;
    if (!wide) {
      this.#half = undefined;
      this.#narrow(bytes);
      return;
    }
    let units = bytes;
    if ((position & 1) !== parity) {
      const half = this.#half;
      if (half === undefined) units = bytes.subarray(1);
      else units = Buffer.concat([Buffer.of(half), bytes]);
    }
    this.#half = units.length % 2 === 1 ? units[units.length - 1] : undefined;
    const whole = units.subarray(0, units.length & ~1);
    const little = this.#base === "utf-16be" ? Buffer.from(whole).swap16() : whole;
    this.#splitter.push(little.toString("utf16le"), false);
  }

  #narrow(bytes: Buffer): void {
    this.#splitter.push(bytes.toString("latin1"), true);
  }
}

/** Cuts text into lines. */
class LineSplitter {
  readonly #give: (text: string, number: number) => void;
  readonly #decode: (latin1: string) => string;
  #rest = "";
  #restNarrow = true;
  /** The line's head was given, and the rest of it is passed over. */
  #skipping = false;
  #end = false;
  lines = 0;
  cut = 0;

  constructor(give: (text: string, number: number) => void, decode: (latin1: string) => string) {
    this.#give = give;
    this.#decode = decode;
  }

  push(text: string, narrow: boolean): void {
    const all = this.#rest === "" ? text : this.#rest + text;
    const isNarrow = narrow && (this.#rest === "" || this.#restNarrow);
    let from = 0;
    for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", from)) {
      if (this.#skipping) this.#skipping = false;
      else this.#line(all, from, at, from === 0 ? isNarrow : narrow);
      from = at + 1;
    }
    this.#rest = this.#skipping ? "" : all.slice(from);
    this.#restNarrow = from === 0 ? isNarrow : narrow;
    if (this.#rest.length > LONGEST_LINE) {
      this.#line(this.#rest, 0, this.#rest.length, this.#restNarrow);
      this.#rest = "";
      this.#skipping = true;
    }
  }

  end(): void {
    if (!this.#end && this.#rest !== "" && !this.#skipping) this.#line(this.#rest, 0, this.#rest.length, this.#restNarrow);
    this.#end = true;
  }

  #line(all: string, from: number, to: number, narrow: boolean): void {
    this.lines++;
    let end = all.charCodeAt(to - 1) === 13 && to > from ? to - 1 : to;
    if (end - from > LONGEST_LINE) {
      end = from + LONGEST_LINE;
      this.cut++;
    }
    let text = all.slice(from, end);
    if (this.lines === 1) text = text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "");
    if (narrow) {
      if (text.includes("\0")) text = text.replaceAll("\0", "").replace(/\r$/, "");
      if (/[\u0080-\u00ff]/.test(text)) text = this.#decode(text);
    }
    this.#give(text, this.lines);
  }
}
