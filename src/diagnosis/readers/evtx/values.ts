/** 100 nanoseconds since 1601. */
export function readFileTime(bytes: Buffer, at: number): Date | undefined {
  const time = new Date(Number(bytes.readBigUInt64LE(at) / 10_000n) - 11_644_473_600_000);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** A value as text; several where it is a list. The types: [MS-EVEN6] 2.2.12 and the documentation of libevtx, "value types". Of an unknown type nothing. */
export function readValue(bytes: Buffer, type: number, start: number, size: number): readonly string[] {
  const at = (need: number, read: () => string): readonly string[] => (size < need ? [] : [read()]);
  switch (type) {
    case 0x01:
      return [trimZeros(bytes.toString("utf16le", start, start + size))];
    case 0x02:
      return [trimZeros(bytes.toString("latin1", start, start + size))];
    case 0x03:
      return at(1, () => `${bytes.readInt8(start)}`);
    case 0x04:
      return at(1, () => `${bytes.readUInt8(start)}`);
    case 0x05:
      return at(2, () => `${bytes.readInt16LE(start)}`);
    case 0x06:
      return at(2, () => `${bytes.readUInt16LE(start)}`);
    case 0x07:
      return at(4, () => `${bytes.readInt32LE(start)}`);
    case 0x08:
      return at(4, () => `${bytes.readUInt32LE(start)}`);
    case 0x09:
      return at(8, () => `${bytes.readBigInt64LE(start)}`);
    case 0x0a:
      return at(8, () => `${bytes.readBigUInt64LE(start)}`);
    case 0x0d:
      return at(1, () => (bytes.readUInt8(start) === 0 ? "false" : "true"));
    case 0x11:
      return at(8, () => readFileTime(bytes, start)?.toISOString() ?? "");
    case 0x13:
      return at(8, () => readSid(bytes, start, size));
    case 0x14:
      return at(4, () => `0x${bytes.readUInt32LE(start).toString(16)}`);
    case 0x15:
      return at(8, () => `0x${bytes.readBigUInt64LE(start).toString(16)}`);
    case 0x81:
      return trimZeros(bytes.toString("utf16le", start, start + size))
        .split("\0")
        .slice(0, 100);
    default:
      return [];
  }
}

function trimZeros(text: string): string {
  return text.replace(/\0+$/, "");
}

function readSid(bytes: Buffer, start: number, size: number): string {
  const count = Math.min(bytes.readUInt8(start + 1), 15, (size - 8) >> 2);
  const parts = Array.from({ length: count }, (_, i) => bytes.readUInt32LE(start + 8 + 4 * i));
  return ["S", bytes.readUInt8(start), bytes.readUIntBE(start + 2, 6), ...parts].join("-");
}
