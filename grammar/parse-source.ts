import { createDiagnostic } from "../src/diagnostics/catalog.ts";
import { hasErrors } from "../src/diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../src/diagnostics/diagnostic.ts";
import { decodeSource, largestSourceFile } from "../src/source/decode.ts";
import type { DecodedSource } from "../src/source/decode.ts";
import type { FileNode, ParsedFile } from "../src/syntax/file.ts";
import { mistakeLimit } from "./lexical-mistakes.ts";
import { parseFile } from "./parser.ts";

/** Decodes and parses a file's bytes. Undefined when they are no text; a file that declares nothing is an error, since nothing can come of it. */
export function parseSource(path: string, bytes: Uint8Array): WithDiagnostics<FileNode | undefined> {
  const decoded = decodeSource(path, bytes);
  return decoded.kind === "source"
    ? judgeParsed(parseFile(decoded.source))
    : { value: undefined, diagnostics: [describeRefusal(path, decoded)] };
}

/** What is told of a parsed file: of very many mistakes the first, and that there are more; and where nothing is declared, that. */
export function judgeParsed({ value, diagnostics }: ParsedFile): ParsedFile {
  const { path } = value.source;
  if (diagnostics.length > mistakeLimit) {
    const shown = diagnostics.slice(0, mistakeLimit);
    return { value, diagnostics: [...shown, createDiagnostic("RMD1057", shown.at(-1)?.span, { path, limit: mistakeLimit })] };
  }
  if (value.declarations.length > 0 || hasErrors(diagnostics)) return { value, diagnostics };
  return { value, diagnostics: [...diagnostics, createDiagnostic("RMD1056", { ...value.span, end: 0 }, { path })] };
}

/** Why bytes are no source, as a diagnostic. */
export function describeRefusal(path: string, refusal: Exclude<DecodedSource, { kind: "source" }>): Diagnostic {
  switch (refusal.kind) {
    case "too-large":
      return createDiagnostic("RMD1055", undefined, { path, size: refusal.size, limit: largestSourceFile });
    case "binary":
      return createDiagnostic("RMD1053", undefined, { path, reason: refusal.reason });
    case "invalid-utf8": {
      const byte = refusal.byte.toString(16).toUpperCase().padStart(2, "0");
      return createDiagnostic("RMD1054", refusal.span, { path, offset: refusal.offset, byte });
    }
    default:
      return refusal satisfies never;
  }
}
