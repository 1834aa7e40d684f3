import { FoldingRangeKind, SymbolKind } from "vscode-languageserver-types";
import type { DocumentSymbol, FoldingRange } from "vscode-languageserver-types";
import type { FileNode } from "../syntax/file.ts";
import { getSpanText } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import { walk } from "../syntax/visitor.ts";
import type { SyntaxNode } from "../syntax/visitor.ts";
import { toRange } from "./positions.ts";

/** What an outline shows of a node: how it is called, and where that stands. */
interface Entry {
  readonly title: Span;
  readonly symbol: SymbolKind;
  /** Where the name alone does not tell. */
  readonly name?: string;
  readonly children: readonly SyntaxNode[];
}

/** The declarations of a file and what they hold, for an editor's outline; those whose name could not be read are left out. */
export function listSymbols({ declarations }: FileNode): DocumentSymbol[] {
  return declarations.flatMap(toSymbol);
}

function toSymbol(node: SyntaxNode): DocumentSymbol[] {
  const entry = describe(node);
  if (!entry) return [];
  const name = (entry.name ?? getSpanText(entry.title)).replace(/^["']|["']$/g, "");
  if (name.trim() === "") return [];
  const children = entry.children.flatMap(toSymbol);
  return [
    {
      name,
      detail: node.kind,
      kind: entry.symbol,
      range: toRange(node.span),
      selectionRange: toRange(entry.title),
      ...(children.length > 0 ? { children } : {}),
    },
  ];
}

function describe(node: SyntaxNode): Entry | undefined {
  switch (node.kind) {
    case "remedy":
      return { title: node.name.span, symbol: SymbolKind.Module, children: node.members };
    case "part":
      return { title: node.name.span, symbol: SymbolKind.Function, children: node.body.statements };
    case "let":
      return { title: node.name.span, symbol: SymbolKind.Constant, children: [] };
    case "param":
      return { title: node.formal.name.span, symbol: SymbolKind.Variable, children: [] };
    case "step":
      return { title: node.name.span, symbol: SymbolKind.Method, name: getSpanText(node.title.span), children: node.body.statements };
    case "scenario":
      return { title: node.title.span, symbol: SymbolKind.Event, children: [] };
    case "promise":
      return { title: node.title.span, symbol: SymbolKind.Property, children: [] };
    case "ensure":
      return { title: node.state.resource.span, symbol: SymbolKind.Object, children: node.otherwise?.statements ?? [] };
    case "check":
      return { title: node.title.span, symbol: SymbolKind.Object, children: [] };
    case "uninstall":
      return { title: node.keyword, symbol: SymbolKind.Method, children: node.body.statements };
    default:
      return undefined;
  }
}

/** What an editor can fold: each node in braces or brackets over several lines, and runs of comments of their own. */
export function listFoldings(file: FileNode): FoldingRange[] {
  const foldings = new Map<number, FoldingRange>();
  walk(file, ({ kind, span }) => {
    if (kind === "file") return undefined;
    const { start, end } = toRange(span);
    if (end.line > start.line && !foldings.has(start.line))
      foldings.set(start.line, { startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region });
    return undefined;
  });
  return [...foldings.values(), ...foldComments(file)];
}

function foldComments({ comments }: FileNode): FoldingRange[] {
  const runs: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (const { span, ownLine } of comments) {
    if (!ownLine) continue;
    const { start, end } = toRange(span);
    const last = runs.at(-1);
    if (last && last.endLine + 1 === start.line) last.endLine = end.line;
    else runs.push({ startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Comment });
  }
  return runs.filter(({ startLine, endLine }) => endLine > startLine);
}
