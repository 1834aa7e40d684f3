/**
 * Reads DER strictly (X.690): definite lengths in the fewest octets, low tag numbers, nothing after the value. The lenient
 * forms of BER are refused, since every one of them is a second spelling of the same signature.
 */

/** Raised by this file's functions, and caught where an encoding is taken in: `parse…` functions turn it into a finding. */
export class DerError extends Error {}

/** One value: its tag octet, content octets, and all of its octets as they stand in the input. */
export interface DerNode {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly raw: Uint8Array;
}

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Reads the value that starts at `offset`; what follows it is the caller's. */
export function readNodeAt(bytes: Uint8Array, offset: number): DerNode {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError("a value ends too early");
  if ((tag & 0x1f) === 0x1f) throw new DerError("a tag has more than one octet");
  let start = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0) throw new DerError("a length is indefinite");
    if (count > 4) throw new DerError("a length has more than four octets");
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError("a length is not written in the fewest octets");
    start += count;
  }
  if (start + length > bytes.length) throw new DerError("a value is longer than what holds it");
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(offset, start + length) };
}

/** Reads exactly one value that fills the input. */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readNodeAt(bytes, 0);
  if (node.raw.length !== bytes.length) throw new DerError("there are octets after the value");
  return node;
}

/** The members of a constructed value, after a check of its tag. */
export function readMembers(node: DerNode | undefined, tag: number, what: string): DerNode[] {
  const { content } = expectTag(node, tag, what);
  const members: DerNode[] = [];
  for (let offset = 0; offset < content.length;) {
    const member = readNodeAt(content, offset);
    members.push(member);
    offset += member.raw.length;
  }
  return members;
}

/** The value itself when it is there and has the tag. */
export function expectTag(node: DerNode | undefined, tag: number, what: string): DerNode {
  if (!node) throw new DerError(`${what} is missing`);
  if (node.tag !== tag) throw new DerError(`${what} has tag 0x${node.tag.toString(16)} instead of 0x${tag.toString(16)}`);
  return node;
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function readObjectIdentifier(node: DerNode | undefined, what: string): string {
  const { content } = expectTag(node, derTags.objectIdentifier, what);
  if (content.length === 0 || (content[content.length - 1] ?? 0) & 0x80) throw new DerError(`${what} is not an object identifier`);
  const arcs: number[] = [];
  let value = 0;
  let fresh = true;
  for (const octet of content) {
    if (fresh && octet === 0x80) throw new DerError(`${what} has a padded arc`);
    value = value * 128 + (octet & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) throw new DerError(`${what} has an arc that is too large`);
    fresh = (octet & 0x80) === 0;
    if (fresh) {
      arcs.push(value);
      value = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join(".");
}

/** The content octets of an INTEGER in the fewest octets (two's complement). */
export function readIntegerOctets(node: DerNode | undefined, what: string): Uint8Array {
  const { content } = expectTag(node, derTags.integer, what);
  const [first, second = 0] = content;
  if (first === undefined) throw new DerError(`${what} is an empty number`);
  if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new DerError(`${what} is not written in the fewest octets`);
  }
  return content;
}

/** A small non-negative INTEGER. */
export function readSmallInteger(node: DerNode | undefined, what: string): number {
  const octets = readIntegerOctets(node, what);
  if (octets.length > 4 || (octets[0] ?? 0) & 0x80) throw new DerError(`${what} is out of range`);
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

/** UTCTime or GeneralizedTime in UTC; DER allows a fraction of a second in the latter. */
export function readTime(node: DerNode | undefined, what: string): Date {
  const isShort = node?.tag === derTags.utcTime;
  const { content } = expectTag(node, isShort ? derTags.utcTime : derTags.generalizedTime, what);
  const match = /^(\d{2,4}?)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(new TextDecoder("latin1").decode(content));
  if (!match || match[1]?.length !== (isShort ? 2 : 4)) throw new DerError(`${what} is not a time in UTC`);
  const [, year = "", month, day, hour, minute, second, fraction = ""] = match;
  // RFC 5280, 4.1.2.5.1: two-digit years from 50 on belong to the last century.
  const fullYear = isShort ? (Number(year) >= 50 ? `19${year}` : `20${year}`) : year;
  const time = new Date(`${fullYear}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(time.getTime())) throw new DerError(`${what} is not a date`);
  return time;
}

/** The result of `read`, or the detail of its `DerError`; any other error goes on. */
export function tryDer<T>(read: () => T): { readonly value: T } | { readonly detail: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof DerError) return { detail: error.message };
    throw error;
  }
}
