/** Blocks within blocks: a real one is three deep. */
const DEEPEST = 6;

/** Texts of a version resource by name: `ProductName`, `FileVersion`, … (learn.microsoft.com/windows/win32/menurc/vs-versioninfo). What is damaged is left out. */
export function readVersionInfo(bytes: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  readBlock(bytes, 0, bytes.length, 0, texts);
  return texts;
}

/** A block: its length, its value's length and kind, its name, then its value and further blocks, each at a multiple of four bytes. Gives where the next may begin. */
function readBlock(bytes: Buffer, at: number, end: number, depth: number, texts: Map<string, string>): number {
  if (at + 8 > end) return end;
  const length = bytes.readUInt16LE(at);
  const valueLength = bytes.readUInt16LE(at + 2);
  const isText = bytes.readUInt16LE(at + 4) === 1;
  const stop = Math.min(end, at + length);
  if (length < 8 || depth > DEEPEST) return end;
  const nameEnd = findEnd(bytes, at + 6, stop);
  const name = bytes.toString("utf16le", at + 6, nameEnd);
  const valueAt = align(nameEnd + 2);
  // The length of a text is in characters, where makers have not written it in bytes.
  const valueEnd = Math.min(stop, valueAt + valueLength * (isText ? 2 : 1));
  if (isText && depth > 2 && valueAt < stop && !texts.has(name)) {
    const text = bytes.toString("utf16le", valueAt, findEnd(bytes, valueAt, valueEnd)).trim();
    if (text !== "") texts.set(name, text);
  }
  if (depth <= 2)
    for (let next = align(isText ? valueAt : valueEnd); next < stop; next = align(next))
      next = readBlock(bytes, next, stop, depth + 1, texts);
  return align(stop);
}

function findEnd(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at + 1 < end && bytes.readUInt16LE(at) !== 0) at += 2;
  return at;
}

function align(offset: number): number {
  return (offset + 3) & ~3;
}
