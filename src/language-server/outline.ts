import { FoldingRangeKind, SymbolKind } from "vscode-languageserver-types";
import type { DocumentSymbol, FoldingRange } from "vscode-languageserver-types";
import type { Declaration, FileNode } from "../syntax/file.ts";
import { toRange } from "./positions.ts";

const KINDS: { readonly [kind in Declaration["kind"]]: SymbolKind } = {
  remedy: SymbolKind.Module,
  part: SymbolKind.Function,
  let: SymbolKind.Constant,
  scenario: SymbolKind.Event,
  promise: SymbolKind.Property,
};

/** The declarations of a file, for an editor's outline; those whose name could not be read are left out. */
export function listSymbols({ declarations }: FileNode): DocumentSymbol[] {
  return declarations.flatMap((node) => {
    const title = "title" in node ? node.title.span : node.name.span;
    const name = title.file.text.slice(title.start, title.end).replace(/^"|"$/g, "");
    return name.trim() === ""
      ? []
      : [{ name, detail: node.kind, kind: KINDS[node.kind], range: toRange(node.span), selectionRange: toRange(title) }];
  });
}

/** What an editor can fold: each declaration of several lines. */
export function listFoldings({ declarations }: FileNode): FoldingRange[] {
  return declarations.flatMap(({ span }) => {
    const { start, end } = toRange(span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region }] : [];
  });
}
