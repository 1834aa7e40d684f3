import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeSource, largestSourceFile } from "../../src/source/decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
const text = (bytes: Uint8Array): string | undefined => {
  const decoded = decodeSource("a.remedy", bytes);
  return decoded.kind === "source" ? decoded.source.text : undefined;
};

describe("decoding a source", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(text(utf8("let x = 'ä😀'"))).toBe("let x = 'ä😀'");
    expect(text(utf8("\ufefflet x = 1"))).toBe("let x = 1");
    expect(text(new Uint8Array())).toBe("");
  });

  it("reads UTF-16 of both orders, more than one piece long, half surrogates kept", () => {
    const long = "let x = 'ä😀'\n".repeat(2000);
    expect(text(wide(long, true))).toBe(long);
    expect(text(wide(long, false))).toBe(long);
    expect(text(wide("a\ud800", true))).toBe("a\ud800");
  });

  it("hashes the bytes as they were read", () => {
    const bytes = utf8("\ufefflet x = 1");
    expect(decodeSource("a.remedy", bytes)).toMatchObject({
      source: { path: "a.remedy", sha256: createHash("sha256").update(bytes).digest("hex") },
    });
  });

  it("refuses what is no text, with the reason", () => {
    const reason = (bytes: Uint8Array): string => {
      const decoded = decodeSource("a", bytes);
      return decoded.kind === "binary" ? decoded.reason : decoded.kind;
    };
    expect(reason(utf8("a\0b"))).toBe("it has a NUL byte at offset 1");
    expect(reason(wide("let x = 1", true).subarray(2))).toBe("it seems to be UTF-16 without a byte order mark");
    expect(reason(new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toBe("its bytes are neither UTF-8 nor UTF-16");
    expect(reason(new Uint8Array([0xfe, 0xff, 0]))).toBe("its bytes are neither UTF-8 nor UTF-16");
  });

  it.each([
    ["a lone continuation", [0x61, 0x80], 1],
    ["an overlong form", [0xc0, 0xaf], 0],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
    ["beyond the last character", [0xf4, 0x90, 0x80, 0x80], 0],
    ["cut off", [0x61, 0x62, 0xe2, 0x82], 2],
    ["Windows-1252", [0xc3, 0xa4, 0xe4, 0x20], 2],
  ])("finds the first byte that is not UTF-8: %s", (_, bytes, offset) => {
    const decoded = decodeSource("a", new Uint8Array(bytes));
    expect(decoded).toMatchObject({ kind: "invalid-utf8", offset, byte: bytes[offset] });
    expect(decoded.kind === "invalid-utf8" && decoded.span.file.text.charAt(decoded.span.start)).toBe("\ufffd");
  });

  it("refuses files beyond the limit, and takes those up to it", () => {
    expect(decodeSource("a", new Uint8Array(largestSourceFile + 1)).kind).toBe("too-large");
    expect(decodeSource("a", new Uint8Array(largestSourceFile).fill(32)).kind).toBe("source");
  });
});
