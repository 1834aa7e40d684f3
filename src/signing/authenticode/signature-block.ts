import { failWith, finding, succeed, type Outcome } from "../outcome.ts";

/** A script's text cut in two: what is signed, and the signature (DER), absent from an unsigned script. */
export interface SplitScript {
  readonly content: string;
  readonly signature: Uint8Array | undefined;
}

const beginLine = "# SIG # Begin signature block";
const endLine = "# SIG # End signature block";
const base64PerLine = 64;

/** Characters of a block: real ones have up to 30,000, with long chains and a time stamp. */
const largestBlock = 1024 * 1024;

/** Anything that a reader, or a more lenient parser than ours, could take for a marker. */
const markerLike = /^[^\S\r\n]*#[^\S\r\n]*SIG[^\S\r\n]*#[^\S\r\n]*(begin|end)[^\S\r\n]+signature[^\S\r\n]+block/gimu;

/** The one spelling of the block that we write and accept: it starts with the line break that parts it from the content. */
export function writeBlock(signature: Uint8Array): string {
  const base64 = Buffer.from(signature).toString("base64");
  const lines: string[] = [];
  for (let i = 0; i < base64.length; i += base64PerLine) lines.push(`# ${base64.slice(i, i + base64PerLine)}`);
  return `\r\n${[beginLine, ...lines, endLine].join("\r\n")}\r\n`;
}

/**
 * Finds the signature block. Strict: one block at the most, at the end of the file, spelt exactly as `writeBlock` spells the same
 * signature; otherwise one signature would have many files, and text could hide behind or inside a block.
 */
export function splitScript(text: string, file: string): Outcome<SplitScript> {
  const markers = [...text.matchAll(markerLike)];
  const begins = markers.filter((marker) => marker[1]?.toLowerCase() === "begin");
  const ends = markers.filter((marker) => marker[1]?.toLowerCase() === "end");
  const [begin] = begins;
  const [end] = ends;
  if (!begin && !end) return succeed({ content: text, signature: undefined });
  if (begins.length > 1 || ends.length > 1) return failWith(finding("RMD8009", { file }));
  if (!begin) return failWith(damaged(file, "it has an End line but no Begin line"));
  if (!end || end.index < begin.index) return failWith(damaged(file, "it has a Begin line but no End line after it"));
  if (text.slice(begin.index - 2, begin.index) !== "\r\n") return failWith(damaged(file, "the line before it does not end with CR LF"));
  const afterEnd = text.slice(end.index).replace(/^.*/u, "");
  if (afterEnd.trim() !== "") return failWith(finding("RMD8010", { file }));

  if (text.length - begin.index > largestBlock) return failWith(damaged(file, `it has more than ${largestBlock} characters`));
  const content = text.slice(0, begin.index - 2);
  const block = text.slice(begin.index - 2);
  const base64 = text
    .slice(begin.index, end.index)
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join("");
  const signature = new Uint8Array(Buffer.from(base64, "base64"));
  if (signature.length === 0) return failWith(damaged(file, "it is empty"));
  if (writeBlock(signature) !== block)
    return failWith(
      damaged(file, "its lines are not exactly the Begin line, base64 in lines of 64 characters, and the End line, each with CR LF"),
    );
  return succeed({ content, signature });
}

const damaged = (file: string, detail: string) => finding("RMD8013", { file, detail });
