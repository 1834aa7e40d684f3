/**
 * Writes DER (ITU-T X.690), only what CMS, time stamps and certificates need. Every function gives a complete
 * tag-length-value, so values nest by plain calls: `sequence(integer(1), octetString(bytes))`.
 */

/** Joins byte strings. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

/** True when both hold the same bytes. Not in constant time: nothing compared in this room is secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Orders byte strings as DER orders the members of a SET OF (X.690, 11.6): bytewise, the shorter first when one is the other's beginning. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A value of any tag; the length is written in the fewest octets. */
export function encodeTlv(tag: number, content: Uint8Array): Uint8Array {
  const lengthOctets: number[] = [];
  if (content.length < 0x80) {
    lengthOctets.push(content.length);
  } else {
    for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) lengthOctets.unshift(rest % 256);
    lengthOctets.unshift(0x80 | lengthOctets.length);
  }
  return concatBytes([Uint8Array.of(tag, ...lengthOctets), content]);
}

/** SEQUENCE of finished members. */
export function sequence(...members: readonly Uint8Array[]): Uint8Array {
  return encodeTlv(0x30, concatBytes(members));
}

/** SET OF: the members are sorted. */
export function setOf(...members: readonly Uint8Array[]): Uint8Array {
  return encodeTlv(0x31, concatBytes([...members].sort(compareBytes)));
}

/** Constructed context tag `[number]`: EXPLICIT with one finished member, IMPLICIT with the members of the replaced SEQUENCE or SET. */
export function contextTag(number: number, ...members: readonly Uint8Array[]): Uint8Array {
  return encodeTlv(0xa0 | number, concatBytes(members));
}

/** INTEGER from a small non-negative number. */
export function integer(value: number): Uint8Array {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  return unsignedInteger(Uint8Array.from(octets));
}

/** INTEGER from unsigned big-endian octets: leading zeros go, and one comes back where the top bit would mean a minus. */
export function unsignedInteger(octets: Uint8Array): Uint8Array {
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start++;
  const trimmed = octets.subarray(start);
  return encodeTlv(0x02, (trimmed[0] ?? 0) & 0x80 ? concatBytes([Uint8Array.of(0), trimmed]) : trimmed);
}

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80);
    octets.push(...groups);
  }
  return encodeTlv(0x06, Uint8Array.from(octets));
}

/** OCTET STRING. */
export function octetString(octets: Uint8Array): Uint8Array {
  return encodeTlv(0x04, octets);
}

/** BIT STRING of whole octets, or with unused bits at the end. */
export function bitString(octets: Uint8Array, unusedBits = 0): Uint8Array {
  return encodeTlv(0x03, concatBytes([Uint8Array.of(unusedBits), octets]));
}

/** NULL. */
export function nullValue(): Uint8Array {
  return encodeTlv(0x05, new Uint8Array());
}

/** BOOLEAN. */
export function boolean(value: boolean): Uint8Array {
  return encodeTlv(0x01, Uint8Array.of(value ? 0xff : 0));
}

/** UTF8String. */
export function utf8String(text: string): Uint8Array {
  return encodeTlv(0x0c, new TextEncoder().encode(text));
}

/** A time as certificates write it (RFC 5280, 4.1.2.5): UTCTime through 2049, GeneralizedTime after; whole seconds, UTC. */
export function certificateTime(time: Date): Uint8Array {
  const digits = time
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:T]/g, "");
  const short = time.getUTCFullYear() < 2050;
  return encodeTlv(short ? 0x17 : 0x18, new TextEncoder().encode(short ? digits.slice(2) : digits));
}

/** AlgorithmIdentifier: with NULL as parameters, or without parameters, as the algorithm's own standard asks. */
export function algorithmIdentifier(oid: string, parameters: "null" | "absent"): Uint8Array {
  return parameters === "null" ? sequence(objectIdentifier(oid), nullValue()) : sequence(objectIdentifier(oid));
}
