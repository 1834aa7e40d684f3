import type ts from "typescript";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { TypeScript } from "./extraction.ts";

/** Parses a TypeScript file in memory: no library, no resolution of imports, no disk. Syntax errors become diagnostics at their place. */
export function parseTypeScript(ts: TypeScript, source: SourceFile): WithDiagnostics<ts.SourceFile> {
  const fileName = "/kinds.ts";
  const tree = ts.createSourceFile(fileName, source.text, { languageVersion: ts.ScriptTarget.ES2023 }, true, ts.ScriptKind.TS);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === fileName ? tree : undefined),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => name === fileName,
    readFile: (name) => (name === fileName ? source.text : undefined),
  };
  // A program is the public way to a file's syntax errors; without library and resolution it costs a millisecond.
  const program = ts.createProgram({ rootNames: [fileName], options: { noLib: true, noResolve: true, types: [] }, host });
  const diagnostics = program.getSyntacticDiagnostics(tree).map((fault) => {
    const span = { file: source, start: fault.start, end: fault.start + fault.length };
    const text = ts.flattenDiagnosticMessageText(fault.messageText, " ");
    return createDiagnostic("RMD6003", span, { reason: text.endsWith(".") ? text : `${text}.` });
  });
  return { value: tree, diagnostics };
}
