import { readValue } from "./values.ts";

/*
 * Binary XML of event logs: [MS-EVEN6] 2.2.12 "BinXml" (https://learn.microsoft.com/openspecs/windows_protocols/ms-even6), and for what only the files have, the documentation of
 * libevtx (https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc). Names and templates stand once in a chunk, and are named by
 * their offset in it. Everything is counted: a damaged or hostile chunk ends in a DamagedError, never in a loop.
 */

export class DamagedError extends Error {}

/** An element, as far as events need it. */
export interface Element {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: Element[];
  /** Its texts: several where a value is a list. */
  readonly texts: string[];
}

/** What one record may make: no event has nearly as many. */
const MOST_NODES = 20_000;
const DEEPEST = 40;

interface Value {
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Reads the elements of one record of a chunk. */
export class BinaryXml {
  readonly #chunk: Buffer;
  #at = 0;
  #nodes = 0;

  constructor(chunk: Buffer) {
    this.#chunk = chunk;
  }

  /** The root element of what begins at an offset. */
  read(offset: number): Element {
    this.#at = offset;
    this.#nodes = 0;
    const root = createElement("");
    this.#fragment(root, [], 0);
    const [first] = root.children;
    if (!first) throw new DamagedError("a record holds no element");
    return first;
  }

  /** Tokens until the end of the fragment or of the element that is open. */
  #fragment(parent: Element, values: readonly Value[], depth: number): void {
    if (depth > DEEPEST) throw new DamagedError("elements lie too deep in each other");
    for (;;) {
      if (++this.#nodes > MOST_NODES) throw new DamagedError("a record has too many elements");
      const token = this.#byte();
      switch (token & 0xbf) {
        case 0x00:
        case 0x04:
          return;
        case 0x01:
          this.#element(parent, values, depth, (token & 0x40) !== 0);
          break;
        case 0x05:
          this.#byte();
          parent.texts.push(this.#text(this.#word()));
          break;
        case 0x07:
        case 0x0b:
          parent.texts.push(this.#text(this.#word()));
          break;
        case 0x08:
          parent.texts.push(String.fromCharCode(this.#word()));
          break;
        case 0x09:
        case 0x0a:
          this.#name();
          break;
        case 0x0c:
          // all that its fragment holds
          this.#template(parent, depth);
          return;
        case 0x0d:
        case 0x0e:
          parent.texts.push(...this.#substitution(parent, values, depth));
          break;
        case 0x0f:
          this.#skip(3);
          break;
        default:
          throw new DamagedError(`a record has the unknown token 0x${token.toString(16)}`);
      }
    }
  }

  #element(parent: Element, values: readonly Value[], depth: number, hasAttributes: boolean): void {
    this.#skip(6);
    const element = createElement(this.#name());
    if (hasAttributes) this.#skip(4);
    for (;;) {
      if (++this.#nodes > MOST_NODES) throw new DamagedError("a record has too many elements");
      const token = this.#byte();
      if (token === 0x03) break;
      if (token === 0x02) {
        this.#fragment(element, values, depth + 1);
        break;
      }
      if ((token & 0x0f) !== 0x06) throw new DamagedError("an element does not end");
      const name = this.#name();
      element.attributes.set(name, this.#attribute(values));
    }
    parent.children.push(element);
  }

  /** The one token that is an attribute's value. */
  #attribute(values: readonly Value[]): string {
    const token = this.#byte();
    if ((token & 0x0f) === 0x05) {
      this.#byte();
      return this.#text(this.#word());
    }
    if (token === 0x0d || token === 0x0e) return this.#substitution(undefined, values, 0).join(" ");
    throw new DamagedError("an attribute has no value");
  }

  #substitution(parent: Element | undefined, values: readonly Value[], depth: number): readonly string[] {
    const value = values[this.#word()];
    this.#byte();
    if (!value || value.size === 0) return [];
    if (value.type !== 0x21) return readValue(this.#chunk, value.type, value.start, value.size);
    if (!parent) return [];
    const after = this.#at;
    this.#at = value.start;
    this.#fragment(parent, [], depth + 1);
    this.#at = after;
    return [];
  }

  #template(parent: Element, depth: number): void {
    this.#skip(5);
    const offset = this.#long();
    let definition = offset;
    if (offset === this.#at) {
      this.#skip(20);
      const size = this.#long();
      this.#skip(size);
    }
    definition += 24;
    const values = this.#values();
    const after = this.#at;
    this.#at = definition;
    this.#fragment(parent, values, depth + 1);
    this.#at = after;
  }

  #values(): readonly Value[] {
    const count = this.#long();
    if (count > 4096) throw new DamagedError("a record has too many values");
    const kinds: { readonly size: number; readonly type: number }[] = [];
    for (let i = 0; i < count; i++) {
      kinds.push({ size: this.#word(), type: this.#byte() });
      this.#byte();
    }
    return kinds.map(({ size, type }) => {
      const start = this.#at;
      this.#skip(size);
      return { type, start, size };
    });
  }

  /** A name by its offset; the first time it is used it stands right here. */
  #name(): string {
    const offset = this.#long();
    if (offset === this.#at) {
      this.#skip(6);
      const length = this.#word();
      const name = this.#text(length);
      this.#skip(2);
      return name;
    }
    this.#need(offset, 8);
    const length = this.#chunk.readUInt16LE(offset + 6);
    this.#need(offset + 8, 2 * length);
    return this.#chunk.toString("utf16le", offset + 8, offset + 8 + 2 * length);
  }

  #text(length: number): string {
    const start = this.#at;
    this.#skip(2 * length);
    return this.#chunk.toString("utf16le", start, this.#at);
  }

  #byte(): number {
    this.#need(this.#at, 1);
    return this.#chunk.readUInt8(this.#at++);
  }

  #word(): number {
    this.#need(this.#at, 2);
    this.#at += 2;
    return this.#chunk.readUInt16LE(this.#at - 2);
  }

  #long(): number {
    this.#need(this.#at, 4);
    this.#at += 4;
    return this.#chunk.readUInt32LE(this.#at - 4);
  }

  #skip(count: number): void {
    this.#need(this.#at, count);
    this.#at += count;
  }

  #need(offset: number, count: number): void {
    if (offset < 0 || offset + count > this.#chunk.length) throw new DamagedError("a record leads out of its chunk");
  }
}

function createElement(name: string): Element {
  return { name, attributes: new Map(), children: [], texts: [] };
}
