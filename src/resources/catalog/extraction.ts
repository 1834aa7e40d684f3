import type ts from "typescript";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { DiagnosticCode, DiagnosticDetails } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";

/** The TypeScript compiler API. It is handed in, because loading it takes a quarter of a second and built-in kinds do not need it. */
export type TypeScript = typeof ts;

/** What the parts of the extraction share while they read one file. */
export interface Extraction {
  readonly ts: TypeScript;
  readonly source: SourceFile;
  readonly tree: ts.SourceFile;
  /** Names of the vocabulary as this file calls them -> as `language.ts` does (`import { Key as K }`). */
  readonly vocabulary: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, ts.TypeAliasDeclaration>;
  readonly interfaces: ReadonlyMap<string, ts.InterfaceDeclaration>;
  readonly diagnostics: Diagnostic[];
}

/** Where a node stands in the source, without the comments before it. */
export function getSpan(extraction: Extraction, node: ts.Node): Span {
  return { file: extraction.source, start: node.getStart(extraction.tree), end: node.end };
}

/** The source text of a node on one line. */
export function getText(extraction: Extraction, node: ts.Node): string {
  const text = node.getText(extraction.tree).replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Notes a finding at a node. */
export function report<C extends DiagnosticCode>(
  extraction: Extraction,
  code: C,
  node: ts.Node,
  args: Parameters<typeof createDiagnostic<C>>[2],
  details: DiagnosticDetails = {},
): void {
  extraction.diagnostics.push(createDiagnostic(code, getSpan(extraction, node), args, details));
}

/** The name by which the vocabulary knows a type reference; undefined when it is none of it. */
export function findVocabularyName(extraction: Extraction, name: ts.EntityName | ts.Expression): string | undefined {
  return extraction.ts.isIdentifier(name) ? extraction.vocabulary.get(name.text) : undefined;
}
