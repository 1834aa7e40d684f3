/** Of the data directories of a PE file the one with the signatures, each with an offset and a length. */
const CERTIFICATES = 4;

/** A PE file (Microsoft's "PE Format" tells it) without its Authenticode signatures, which the injected part would make invalid. */
export function withoutAuthenticode(program: Buffer): Buffer {
  const optionalHeader = program.readUInt32LE(0x3c) + 24;
  const isPlus = program.readUInt16LE(optionalHeader) === 0x20b;
  const entry = optionalHeader + (isPlus ? 112 : 96) + CERTIFICATES * 8;
  const [offset, length] = [program.readUInt32LE(entry), program.readUInt32LE(entry + 4)];
  if (length === 0) return program;
  const plain = Buffer.from(program.subarray(0, offset + length === program.length ? offset : program.length));
  plain.fill(0, entry, entry + 8);
  return plain;
}
