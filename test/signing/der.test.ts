import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareBytes,
  encodeTlv,
  integer,
  objectIdentifier,
  sequence,
  setOf,
  unsignedInteger,
  utf8String,
} from "../../src/signing/asn1/der-writer.ts";
import {
  DerError,
  derTags,
  readDer,
  readIntegerOctets,
  readMembers,
  readObjectIdentifier,
  readSmallInteger,
  readTime,
} from "../../src/signing/asn1/der-reader.ts";

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));
const show = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("the writer", () => {
  it.each([
    // X.690, 8.19.5 gives { 2 999 3 } as 06 03 88 37 03.
    ["2.999.3", "0603883703"],
    ["1.2.840.113549.1.7.2", "06092a864886f70d010702"],
  ])("writes the object identifier %s", (dotted, expected) => {
    expect(show(objectIdentifier(dotted))).toBe(expected);
  });

  it.each([
    [0, "020100"],
    [127, "02017f"],
    [128, "02020080"],
    [0x10000, "0203010000"],
  ])("writes the number %i in the fewest octets", (value, expected) => {
    expect(show(integer(value))).toBe(expected);
  });

  it("drops leading zeros of an unsigned number and keeps it positive", () => {
    expect(show(unsignedInteger(hex("0000ff")))).toBe("020200ff");
  });

  it.each([
    [127, "047f"],
    [128, "048180"],
    [256, "04820100"],
  ])("writes the length %i in the fewest octets", (length, head) => {
    expect(show(encodeTlv(0x04, new Uint8Array(length))).startsWith(head)).toBe(true);
  });

  it("sorts a SET OF whatever the order of its members", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 })), (contents) => {
        const members = contents.map((content) => encodeTlv(0x04, content));
        expect(setOf(...members)).toEqual(setOf(...[...members].reverse()));
        expect(readMembers(readDer(setOf(...members)), derTags.set, "the set").map((node) => node.raw)).toEqual(
          [...members].sort(compareBytes),
        );
      }),
    );
  });
});

describe("the reader", () => {
  it.each([
    ["an indefinite length", "3080 0000"],
    ["a length in more octets than it needs", "04 8101 00"],
    ["a long length with a leading zero", `04 820080 ${"00".repeat(128)}`],
    ["a value that is cut off", "3003 0201"],
    ["a member that reaches beyond its holder", "3003 0202 01"],
    ["octets after the value", "0500 00"],
    ["a tag of several octets", "1f81 0100"],
    ["nothing", ""],
    ["a length of five octets", "04 850000000001 00"],
  ])("refuses %s", (_, encoding) => {
    expect(() => readMembers(readDer(hex(encoding)), derTags.sequence, "the value")).toThrow(DerError);
  });

  it.each(["02020001", "0202ff80", "0200"])("refuses the padded or empty number %s", (encoding) => {
    expect(() => readIntegerOctets(readDer(hex(encoding)), "the number")).toThrow(DerError);
  });

  it.each(["06028001", "060188", "0600"])("refuses the malformed object identifier %s", (encoding) => {
    expect(() => readObjectIdentifier(readDer(hex(encoding)), "the identifier")).toThrow(DerError);
  });

  it("reads back every object identifier that it writes", () => {
    const arcs = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(fc.nat(), { maxLength: 8 }));
    fc.assert(
      fc.property(arcs, ([first, second, rest]) => {
        const dotted = [first, second, ...rest].join(".");
        expect(readObjectIdentifier(readDer(objectIdentifier(dotted)), "the identifier")).toBe(dotted);
      }),
    );
  });

  it("reads back every small number that it writes", () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(readSmallInteger(readDer(integer(value)), "the number")).toBe(value);
      }),
    );
  });

  it.each([
    [0x17, "491231235959Z", "2049-12-31T23:59:59.000Z"],
    [0x17, "500101000000Z", "1950-01-01T00:00:00.000Z"],
    [0x18, "20260102030405.25Z", "2026-01-02T03:04:05.250Z"],
  ])("reads a time with tag %i: %s", (tag, text, expected) => {
    expect(readTime(readDer(encodeTlv(tag, new TextEncoder().encode(text))), "the time").toISOString()).toBe(expected);
  });

  it.each([
    [0x17, "20260102030405Z"],
    [0x17, "2601020304Z"],
    [0x18, "260102030405Z"],
    [0x18, "20260102030405+0100"],
    [0x18, "20260102030405.50Z"],
    [0x18, "20261302030405Z"],
  ])("refuses a time that DER does not know, tag %i: %s", (tag, text) => {
    expect(() => readTime(readDer(encodeTlv(tag, new TextEncoder().encode(text))), "the time")).toThrow(DerError);
  });

  it("never fails otherwise than by its own error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readMembers(readDer(sequence(utf8String("x"), bytes)), derTags.sequence, "the value");
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
