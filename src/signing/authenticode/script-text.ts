import { failWith, finding, succeed, type Outcome } from "../outcome.ts";

/** How a script file spells its text. UTF-16BE and unmarked non-ASCII are refused, so they have no form. */
export type ScriptForm = "ascii" | "utf-8-bom" | "utf-16le";

/** A script's text and the way back to its bytes. A byte order mark stays in the text as U+FEFF, because it is hashed too. */
export interface ScriptText {
  readonly form: ScriptForm;
  readonly text: string;
}

const hasPrefix = (bytes: Uint8Array, ...prefix: readonly number[]): boolean => prefix.every((byte, i) => bytes[i] === byte);

/**
 * Finds the form of a script and decodes it. Without a byte order mark only ASCII is taken: Windows then looks at the first 32 bytes
 * alone to choose between UTF-8 and the machine's code page, so the same file has different texts on different machines.
 */
export function decodeScript(bytes: Uint8Array, file: string): Outcome<ScriptText> {
  if (hasPrefix(bytes, 0xfe, 0xff)) return failWith(finding("RMD8011", { file }));
  if (hasPrefix(bytes, 0xff, 0xfe)) {
    if (bytes.length % 2 !== 0)
      return failWith(finding("RMD8012", { file, encoding: "UTF-16LE", detail: "half a character is at its end" }));
    return succeed({ form: "utf-16le", text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf16le") });
  }
  if (hasPrefix(bytes, 0xef, 0xbb, 0xbf)) {
    try {
      return succeed({ form: "utf-8-bom", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) });
    } catch {
      return failWith(finding("RMD8012", { file, encoding: "UTF-8", detail: "a byte sequence is not valid" }));
    }
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const foreign = /[^\x01-\x7f]/.exec(text);
  if (!foreign) return succeed({ form: "ascii", text });
  const line = text.slice(0, foreign.index).split("\n").length;
  if (foreign[0] === "\0")
    return failWith(
      finding("RMD8012", { file, encoding: "ASCII", detail: `line ${line} has a NUL byte, as UTF-16 without a byte order mark would` }),
    );
  return failWith(finding("RMD8008", { file, line }));
}

/** The bytes of a text in a form. The text brings its own byte order mark. */
export function encodeScript(text: string, form: ScriptForm): Uint8Array {
  return new Uint8Array(Buffer.from(text, form === "utf-16le" ? "utf16le" : "utf8"));
}

/** What Authenticode hashes: the text in UTF-16LE whatever the file's form, with the mark if the file has one, line ends untouched. */
export function hashedBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "utf16le"));
}
