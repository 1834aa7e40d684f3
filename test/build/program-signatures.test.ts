import { describe, expect, test } from "vitest";
import { hashPages, withMacSignature, withoutMacSignature } from "../../src/build/executables/mac-signature.ts";
import { withoutAuthenticode } from "../../src/build/executables/windows-signature.ts";

const LINK_EDIT = 16_384;

/** A Mach-O program of two segments, of which the second one ends where it does. */
function createMachO(size: number): Buffer {
  const program = Buffer.alloc(size, 7).fill(0, 0, 4096);
  [0xfeedfacf, 0, 0, 2, 2, 144, 0, 0].forEach((value, i) => program.writeUInt32LE(value, i * 4));
  const write = (at: number, name: string, offset: number, length: number): void => {
    program.writeUInt32LE(0x19, at);
    program.writeUInt32LE(72, at + 4);
    program.write(name, at + 8, "latin1");
    program.writeBigUInt64LE(BigInt(length), at + 32);
    program.writeBigUInt64LE(BigInt(offset), at + 40);
    program.writeBigUInt64LE(BigInt(length), at + 48);
  };
  write(32, "__TEXT", 0, LINK_EDIT);
  write(104, "__LINKEDIT", LINK_EDIT, size - LINK_EDIT);
  return program;
}

describe("the signature of a program for macOS", () => {
  const program = createMachO(20_000);
  const signed = withMacSignature(program, "remedyc");

  test("is ad hoc: it holds the hash of each page up to where it begins", () => {
    const command = 32 + 144;
    expect([0, 4].map((at) => signed.readUInt32LE(command + at))).toEqual([0x1d, 16]);
    const start = signed.readUInt32LE(command + 8);
    expect([start % 16, signed.length]).toEqual([0, start + signed.readUInt32LE(command + 12)]);
    const directory = signed.subarray(start + 20);
    expect(directory.readUInt32BE(0)).toBe(0xfade0c02);
    expect([directory.readUInt32BE(12), directory.readUInt32BE(28), directory.readUInt32BE(32)]).toEqual([2, 5, start]);
    expect(directory.toString("latin1", 88, 95)).toBe("remedyc");
    expect(directory.subarray(directory.readUInt32BE(16))).toEqual(hashPages(signed.subarray(0, start)));
    expect(hashPages(signed.subarray(0, start))).toHaveLength(5 * 32);
  });

  test("goes without a trace, but for what aligns it", () => {
    const plain = withoutMacSignature(signed);
    expect(plain.subarray(0, 16)).toEqual(program.subarray(0, 16));
    expect(plain.readUInt32LE(20)).toBe(144);
    expect(plain.subarray(176, program.length)).toEqual(program.subarray(176));
    expect(withoutMacSignature(plain)).toBe(plain);
    expect(() => withMacSignature(Buffer.alloc(5000), "x")).toThrow("no 64-bit Mach-O program");
  });
});

test("a program for Windows loses its maker's signature, which would no longer be true", () => {
  const plain = Buffer.alloc(1024);
  plain.writeUInt32LE(64, 0x3c);
  plain.writeUInt16LE(0x20b, 64 + 24);
  const entry = 64 + 24 + 112 + 32;
  const signed = Buffer.concat([plain, Buffer.from("signature")]);
  signed.writeUInt32LE(1024, entry);
  signed.writeUInt32LE(9, entry + 4);
  expect(withoutAuthenticode(signed)).toEqual(plain);
  expect(withoutAuthenticode(plain)).toBe(plain);
});
