import { builders } from "prettier/doc";
import type { Doc } from "prettier";
import type { FileNode } from "../syntax/file.ts";
import type { NodeOfKind, SyntaxKind, SyntaxNode } from "../syntax/visitor.ts";
import type { Cursor, ItemGap } from "./cursor.ts";

const { group, hardline, indent, line, softline } = builders;

/** A printer for each kind of node. It prints its tokens in the order in which they stand. */
export type Printers = { readonly [K in SyntaxKind]: (node: NodeOfKind<K>, p: Printer) => Doc };

/** How the items of a block stand. */
interface BlockStyle {
  /** Between two items on one line. */
  readonly comma: Doc;
  /** Inside of the signs on one line. */
  readonly padding: Doc;
  /** Whether each item has a line of its own. */
  readonly isBroken: boolean;
}

/** What all printers share: the tokens, the printers of the other chapters, and blocks of items. */
export class Printer {
  private readonly cursor: Cursor;
  private readonly printers: Printers;

  constructor(cursor: Cursor, printers: Printers) {
    this.cursor = cursor;
    this.printers = printers;
  }

  print(node: SyntaxNode): Doc {
    // The table is indexed by the node's own kind, which the type checker cannot follow through the union.
    const printer = this.printers[node.kind] as (node: SyntaxNode, p: Printer) => Doc;
    return printer(node, this);
  }

  /** The next token. */
  token(): Doc {
    return this.cursor.token();
  }

  /** A separator before the next token; a comment that stands there takes its place. */
  gap(separator: Doc): Doc {
    return this.cursor.gap(separator);
  }

  /** Tokens and nodes with one space between them; `undefined` is a token. */
  words(...parts: readonly (SyntaxNode | undefined)[]): Doc[] {
    return parts.flatMap((part, i) => [i === 0 ? "" : this.gap(" "), part ? this.print(part) : this.token()]);
  }

  /** A node as it is written. */
  verbatim(node: SyntaxNode): Doc {
    return this.cursor.verbatim(node.span.end);
  }

  isAt(image: string): boolean {
    return this.cursor.isAt(image);
  }

  /** `{ … }` of statements: on one line where a single one was written so that holds no block itself. */
  statements(nodes: readonly SyntaxNode[]): Doc {
    return this.block(nodes, (isLineBroken) => ({
      comma: "",
      padding: line,
      isBroken: isLineBroken || nodes.length > 1 || nodes.some(holdsBlock),
    }));
  }

  /** `{ … }` of a remedy: each member has a line of its own. */
  members(nodes: readonly SyntaxNode[]): Doc {
    return this.block(nodes, () => ({ comma: "", padding: line, isBroken: true }));
  }

  /** `{ … }` of what commas may separate: on one line where it was written so and fits. */
  properties(nodes: readonly SyntaxNode[]): Doc {
    return this.block(nodes, (isBroken) => ({ comma: builders.ifBreak("", ","), padding: line, isBroken }));
  }

  /** `[…]`: on one line where it was written so and fits. */
  list(nodes: readonly SyntaxNode[]): Doc {
    return this.block(nodes, (isBroken) => ({ comma: ",", padding: softline, isBroken }));
  }

  /** `(…)`: on one line where it fits. */
  argumentList(nodes: readonly SyntaxNode[]): Doc {
    return this.block(nodes, () => ({ comma: ",", padding: softline, isBroken: false }));
  }

  /** What a file consists of, to its end. */
  file(file: FileNode): Doc {
    const nodes = [...file.imports, ...file.declarations];
    const printed = nodes.map((node, i) => {
      const gap = this.cursor.itemGap(i === 0);
      return [...gap.comments, i > 0 || gap.isBroken ? lineEnd(gap) : "", this.item(node, gap)];
    });
    const rest = this.cursor.itemGap(nodes.length === 0).comments;
    const isEmpty = printed.length === 0 && rest.length === 0;
    return isEmpty ? "" : [...printed, ...rest, hardline];
  }

  private item(node: SyntaxNode, gap: ItemGap): Doc {
    return gap.isKept ? this.verbatim(node) : this.print(node);
  }

  private block(nodes: readonly SyntaxNode[], styleOf: (isLineBroken: boolean) => BlockStyle): Doc {
    const open = this.token();
    const style = styleOf(this.cursor.isLineBroken());
    const items: Doc[] = [];
    nodes.forEach((node, i) => {
      const gap = this.cursor.itemGap(i === 0);
      const separator = gap.isBroken || gap.isSpaced || style.isBroken ? lineEnd(gap) : i === 0 ? style.padding : line;
      items.push(i === 0 ? "" : style.comma, ...gap.comments, separator, this.item(node, gap));
    });
    const rest = this.cursor.itemGap(nodes.length === 0);
    const close = this.token();
    if (nodes.length === 0 && !rest.isBroken) return [open, close];
    const end = style.isBroken || rest.isBroken ? hardline : style.padding;
    return group([open, indent([...items, ...rest.comments]), end, close]);
  }
}

function lineEnd(gap: ItemGap): Doc {
  return gap.isSpaced ? [hardline, hardline] : hardline;
}

/** What has a block of statements of its own. */
function holdsBlock(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "when":
    case "each":
    case "with":
    case "check":
    case "step":
    case "uninstall":
    case "on-failure":
      return true;
    case "ensure":
      return node.otherwise !== undefined;
    default:
      return false;
  }
}
