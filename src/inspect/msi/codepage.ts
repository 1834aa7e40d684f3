/** Code pages of Windows by the names that decoders know (encoding.spec.whatwg.org); 0 is ASCII, of which Windows-1252 is a superset. */
const NAMES: Readonly<Record<number, string>> = {
  0: "windows-1252",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  54936: "gb18030",
  65001: "utf-8",
};

const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

/** Text of a code page. What it has not is shown as the replacement character; an unknown code page is read as Windows-1252. */
export function decodeCodepage(bytes: Uint8Array, codepage: number): string {
  let decoder = decoders.get(codepage);
  if (!decoder) {
    const name = NAMES[codepage] ?? (codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : "windows-1252");
    decoder = new TextDecoder(name);
    decoders.set(codepage, decoder);
  }
  return decoder.decode(bytes);
}
