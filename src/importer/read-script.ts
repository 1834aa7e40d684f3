import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decodeSource } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { hashHex } from "../source/sha256.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { SourceFile } from "../source/source-file.ts";

/** How large a script may be: Intune takes 200 KB, and what is larger than this is none that anybody wrote. */
const LARGEST_SCRIPT = 1024 * 1024;

/** A script as Windows PowerShell 5.1 reads it: by its byte order mark, else as UTF-8 where it is that, else in the code page of Western languages. */
export function readScript(path: string, shown: string): { readonly file: SourceFile } | { readonly diagnostic: Diagnostic } {
  const failed = (reason: string): { readonly diagnostic: Diagnostic } => ({
    diagnostic: createDiagnostic("RMD8839", undefined, { file: shown, reason }),
  });
  const read = readPlainFile(path, 64 * LARGEST_SCRIPT);
  if ("error" in read) return failed(read.error);
  const { bytes } = read;
  if (bytes.length > LARGEST_SCRIPT)
    return failed(`it has ${Math.ceil(bytes.length / 1024)} KB, and no script that Intune takes has more than 200 KB`);
  const decoded = decodeSource(shown, bytes);
  if (decoded.kind === "source") return decoded.source.text.trim() === "" ? failed("it is empty") : { file: decoded.source };
  if (decoded.kind === "invalid-utf8")
    return { file: createSourceFile(shown, new TextDecoder("windows-1252").decode(bytes), () => hashHex(bytes)) };
  return failed(decoded.kind === "binary" ? `it is no text: ${decoded.reason}` : "it is too large");
}
