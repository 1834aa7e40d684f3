import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { ImportNode } from "../syntax/file.ts";
import { resolveImport } from "./import-path.ts";

/** The path that an import names, from the project root. A path with `\` is reported and read as if `/` stood there. */
export function findImportPath(node: ImportNode, importer: string): { readonly path?: string; readonly diagnostic?: Diagnostic } {
  let text = "";
  for (const part of node.path.parts) {
    if (part.kind === "interpolation") return { diagnostic: createDiagnostic("RMD2104", part.span, {}) };
    text += part.value;
  }
  const target = resolveImport(text, importer);
  switch (target.kind) {
    case "path":
      return { path: target.path };
    case "escape":
      return { diagnostic: createDiagnostic("RMD2102", node.path.span, { path: text }) };
    case "empty":
      return { diagnostic: createDiagnostic("RMD2101", node.path.span, { path: text }) };
    case "backslash": {
      const suggestion = { title: "Write '/' between the folders.", edits: [{ span: node.path.span, text: `"${target.corrected}"` }] };
      const diagnostic = createDiagnostic("RMD2107", node.path.span, { corrected: target.corrected }, { suggestion });
      const corrected = resolveImport(target.corrected, importer);
      return corrected.kind === "path" ? { path: corrected.path, diagnostic } : { diagnostic };
    }
    default:
      return target satisfies never;
  }
}
