import { hashHex } from "./sha256.ts";
import { createSourceFile } from "./source-file.ts";
import type { SourceFile, Span } from "./source-file.ts";

/**
 * The largest source file in bytes. Ten thousand resources take about 1.5 MB; what is much larger is no remedy but a mistaken path, and is
 * refused before memory is spent on it.
 */
export const largestSourceFile = 5 * 1024 * 1024;

/** What decoding gave: a source file, or why the bytes are none. */
export type DecodedSource =
  | { readonly kind: "source"; readonly source: SourceFile }
  | { readonly kind: "too-large"; readonly size: number }
  | { readonly kind: "binary"; readonly reason: string }
  /** `span` is the first character that could not be read, in a text that shows replacement characters for such. */
  | { readonly kind: "invalid-utf8"; readonly offset: number; readonly byte: number; readonly span: Span };

/** Decodes a source file: UTF-8 with or without byte order mark, UTF-16 (either order) with one. `path` is relative to the project root. */
export function decodeSource(path: string, bytes: Uint8Array): DecodedSource {
  if (bytes.length > largestSourceFile) return { kind: "too-large", size: bytes.length };
  const hash = (): string => hashHex(bytes);
  const wide = findWideOrder(bytes);
  if (wide) {
    if (bytes.length % 2 === 1 || isUtf32(bytes)) return { kind: "binary", reason: "its bytes are neither UTF-8 nor UTF-16" };
    return { kind: "source", source: createSourceFile(path, decodeUtf16(bytes.subarray(2), wide === "little"), hash) };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return {
      kind: "binary",
      reason: looksLikeUtf16(bytes) ? "it seems to be UTF-16 without a byte order mark" : `it has a NUL byte at offset ${nul}`,
    };
  try {
    return { kind: "source", source: createSourceFile(path, new TextDecoder("utf-8", { fatal: true }).decode(bytes), hash) };
  } catch {
    return findInvalidUtf8(path, bytes, hash);
  }
}

/** The bytes of a text in the encoding of a source that was decoded, with a byte order mark where that has one. */
export function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const wide = findWideOrder(original);
  if (!wide) {
    const hasMark = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf;
    return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
  }
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((code, i) =>
    view.setUint16(2 * i, code, wide === "little"),
  );
  return bytes;
}

/** In which order the bytes of a UTF-16 source stand, by its byte order mark; undefined for UTF-8. */
export function findWideOrder(bytes: Uint8Array): "little" | "big" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "little";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "big";
  return undefined;
}

/** The byte order mark of UTF-32 in little-endian order begins with that of UTF-16. */
function isUtf32(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
}

/** Text of Western languages in UTF-16 has a NUL in every other byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 200);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  return sample.length >= 4 && Math.max(even, odd) > sample.length * 0.4 && Math.min(even, odd) < sample.length * 0.05;
}

/** Half surrogates are kept: the parser reports them with their place. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) {
    const codes: number[] = [];
    for (let j = i; j < Math.min(i + 8192, bytes.length); j += 2) codes.push(view.getUint16(j, littleEndian));
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join("");
}

function findInvalidUtf8(path: string, bytes: Uint8Array, hash: () => string): DecodedSource {
  const offset = findInvalidByte(bytes);
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, offset)).length;
  const file = createSourceFile(path, new TextDecoder("utf-8").decode(bytes), hash);
  return { kind: "invalid-utf8", offset, byte: bytes[offset] ?? 0, span: { file, start, end: start + 1 } };
}

/** The offset of the first byte of the first sequence that is not well-formed UTF-8 (The Unicode Standard, table 3-7). */
function findInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] as number;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    const second = bytes[i + 1] ?? 0;
    if (
      (first === 0xe0 && second < 0xa0) ||
      (first === 0xed && second > 0x9f) ||
      (first === 0xf0 && second < 0x90) ||
      (first === 0xf4 && second > 0x8f)
    )
      return i;
    for (let j = 1; j < length; j++) if (((bytes[i + j] ?? 0) & 0xc0) !== 0x80) return i;
    i += length;
  }
  return bytes.length;
}
