/** How the bytes of a log are letters; `narrow` is UTF-8 or a code page, which is told line by line. */
export type Encoding = "narrow" | "utf-16le" | "utf-16be";

/** Which it is, by its first bytes. msiexec writes UTF-16LE with a mark or, through `/L*v+`, without. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const { even, odd } = countZeros(head, 0);
  if (odd > head.length / 8 && even <= odd / 4) return "utf-16le";
  if (even > head.length / 8 && odd <= even / 4) return "utf-16be";
  return "narrow";
}

/** Zero bytes at even and at odd places of the file; half of each letter of English text in UTF-16 is one. */
export function countZeros(bytes: Uint8Array, position: number): { readonly even: number; readonly odd: number } {
  const counts = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1))
    counts[(position + at) & 1] = (counts[(position + at) & 1] ?? 0) + 1;
  return { even: counts[0] ?? 0, odd: counts[1] ?? 0 };
}

/** Gives the letters of a line of bytes that is not ASCII: UTF-8 where it is that, else of the code page. */
export function createNarrowDecoder(codePage: string): (latin1: string) => string {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const other = new TextDecoder(codePage);
  return (latin1) => {
    const bytes = Buffer.from(latin1, "latin1");
    try {
      return utf8.decode(bytes);
    } catch {
      return other.decode(bytes);
    }
  };
}
