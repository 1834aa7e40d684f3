import { createHash } from "node:crypto";

/*
 * macOS starts no program on Apple silicon without a signature. One "ad hoc" names nobody and holds the hashes of the program's pages alone: what `codesign --sign -` makes, and Go's linker.
 * Formats: Apple's mach-o/loader.h and xnu's osfmk/kern/cs_blobs.h. Load commands are little-endian, signatures big-endian.
 */

const MAGIC_64 = 0xfeedfacf;
const HEADER = 32;
const LC_SEGMENT_64 = 0x19;
const LC_CODE_SIGNATURE = 0x1d;
const SIGNATURE_COMMAND = 16;
const PAGE = 4096;
/** What a segment's size in memory is a multiple of: pages of Apple silicon have 16 KB. */
const MEMORY_PAGE = 16_384;
const DIRECTORY = 88;
const SUPER_BLOB = 20;

interface Command {
  readonly kind: number;
  readonly offset: number;
  readonly size: number;
}

function readCommands(program: Buffer): Command[] {
  if (program.readUInt32LE(0) !== MAGIC_64) throw new Error("this is no 64-bit Mach-O program");
  const commands: Command[] = [];
  let offset = HEADER;
  for (let left = program.readUInt32LE(16); left > 0; left--) {
    const size = program.readUInt32LE(offset + 4);
    commands.push({ kind: program.readUInt32LE(offset), offset, size });
    offset += size;
  }
  return commands;
}

function findSegment(program: Buffer, name: string): number {
  const segment = readCommands(program).find(
    ({ kind, offset }) => kind === LC_SEGMENT_64 && program.toString("latin1", offset + 8, offset + 24).replace(/\0+$/, "") === name,
  );
  if (!segment) throw new Error(`the program has no segment ${name}`);
  return segment.offset;
}

/** The last segment holds the signature: it ends where the file does. */
function endLastSegment(program: Buffer, end: number): void {
  const segment = findSegment(program, "__LINKEDIT");
  const size = BigInt(end) - program.readBigUInt64LE(segment + 40);
  program.writeBigUInt64LE(size, segment + 48);
  const page = BigInt(MEMORY_PAGE);
  program.writeBigUInt64LE(((size + page - 1n) / page) * page, segment + 32);
}

/** A Mach-O program without its signature. */
export function withoutMacSignature(program: Buffer): Buffer {
  const command = readCommands(program).find(({ kind }) => kind === LC_CODE_SIGNATURE);
  if (!command) return program;
  const start = program.readUInt32LE(command.offset + 8);
  const plain = Buffer.from(program.subarray(0, start));
  const end = HEADER + plain.readUInt32LE(20);
  plain.copy(plain, command.offset, command.offset + command.size, end);
  plain.fill(0, end - command.size, end);
  plain.writeUInt32LE(plain.readUInt32LE(16) - 1, 16);
  plain.writeUInt32LE(plain.readUInt32LE(20) - command.size, 20);
  endLastSegment(plain, start);
  return plain;
}

/** The program with an ad-hoc signature under a name; it must have none. */
export function withMacSignature(program: Buffer, name: string): Buffer {
  const codeLimit = Math.ceil(program.length / 16) * 16;
  const pages = Math.ceil(codeLimit / PAGE);
  const identifier = Buffer.from(`${name}\0`);
  const hashOffset = DIRECTORY + identifier.length;
  const directoryLength = hashOffset + pages * 32;
  const length = SUPER_BLOB + directoryLength;
  const signed = Buffer.alloc(codeLimit + length);
  program.copy(signed);
  addSignatureCommand(signed, codeLimit, length);
  endLastSegment(signed, signed.length);
  const text = findSegment(signed, "__TEXT");

  const blob = signed.subarray(codeLimit);
  [0xfade0cc0, length, 1, 0, SUPER_BLOB].forEach((value, i) => blob.writeUInt32BE(value, i * 4));
  const directory = blob.subarray(SUPER_BLOB);
  const adHoc = 0x2;
  [0xfade0c02, directoryLength, 0x20400, adHoc, hashOffset, DIRECTORY, 0, pages, codeLimit].forEach((value, i) =>
    directory.writeUInt32BE(value, i * 4),
  );
  // 32 bytes of SHA-256 (type 2), no platform, pages of 2 to the 12th bytes.
  [32, 2, 0, 12].forEach((value, i) => directory.writeUInt8(value, 36 + i));
  directory.writeBigUInt64BE(signed.readBigUInt64LE(text + 40), 64);
  directory.writeBigUInt64BE(signed.readBigUInt64LE(text + 48), 72);
  const isMainProgram = 1n;
  directory.writeBigUInt64BE(isMainProgram, 80);
  identifier.copy(directory, DIRECTORY);
  hashPages(signed.subarray(0, codeLimit)).copy(directory, hashOffset);
  return signed;
}

/** The command that says where the signature is, behind the others: there is room before the first section. */
function addSignatureCommand(program: Buffer, start: number, length: number): void {
  const end = HEADER + program.readUInt32LE(20);
  if (!program.subarray(end, end + SIGNATURE_COMMAND).every((byte) => byte === 0))
    throw new Error("the program has no room for a signature");
  [LC_CODE_SIGNATURE, SIGNATURE_COMMAND, start, length].forEach((value, i) => program.writeUInt32LE(value, end + i * 4));
  program.writeUInt32LE(program.readUInt32LE(16) + 1, 16);
  program.writeUInt32LE(program.readUInt32LE(20) + SIGNATURE_COMMAND, 20);
}

/** The SHA-256 of each page, one after the other. */
export function hashPages(code: Buffer): Buffer {
  const hashes: Buffer[] = [];
  for (let at = 0; at < code.length; at += PAGE)
    hashes.push(
      createHash("sha256")
        .update(code.subarray(at, at + PAGE))
        .digest(),
    );
  return Buffer.concat(hashes);
}
