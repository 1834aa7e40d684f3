import { expect, test } from "vitest";
import { appendToSource } from "../../src/cli/append-to-source.ts";
import { decodeSource } from "../../src/source/decode.ts";

const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Buffer])[] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with a byte order mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16, little endian", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16, big endian", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
];

test.each(ENCODINGS)("what is put behind the end of a source is in its encoding: %s", (_, encode) => {
  for (const [source, whole] of [
    ["// Prüfung ✓\r\n", "// Prüfung ✓\r\n\r\n// größer 𝄞\r\n// als\r\n"],
    ["// Prüfung ✓\n", "// Prüfung ✓\n\n// größer 𝄞\n// als\n"],
    ["// no line end", "// no line end\n\n// größer 𝄞\n// als\n"],
    ["", "\n// größer 𝄞\n// als\n"],
  ] as const) {
    const appended = appendToSource(encode(source), "// größer 𝄞\n// als\n");
    expect(Buffer.from(appended).equals(encode(whole))).toBe(true);
    expect(decodeSource("a.remedy", appended)).toMatchObject({ kind: "source", source: { text: whole } });
  }
});
