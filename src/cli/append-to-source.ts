import { encodeLike, findWideOrder } from "../source/decode.ts";

/** A source with a text behind its end, after an empty line: in the encoding that the source has, its lines ended as its own are. */
export function appendToSource(bytes: Uint8Array, text: string): Uint8Array {
  const wide = findWideOrder(bytes);
  const source = new TextDecoder(wide === undefined ? "utf-8" : wide === "little" ? "utf-16le" : "utf-16be").decode(bytes);
  const end = source.includes("\r\n") ? "\r\n" : "\n";
  const isEnded = source === "" || source.endsWith("\n");
  return encodeLike(`${source}${isEnded ? "" : end}${end}${text.replaceAll("\n", end)}`, bytes);
}
