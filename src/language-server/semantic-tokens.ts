import type { CheckedProgram, Symbol } from "../checker/checked-program.ts";
import { getLineColumn } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { walk } from "../syntax/visitor.ts";
import type { SyntaxNode } from "../syntax/visitor.ts";

/** The types of tokens, in the order in which the protocol counts them. */
export const TOKEN_TYPES = ["class", "property", "enumMember", "parameter", "variable", "function", "method", "namespace", "type"] as const;
/** `readonly`: what cannot change. `declaration`: where a name is declared. `defaultLibrary`: what the language brings along. */
export const TOKEN_MODIFIERS = ["declaration", "readonly", "defaultLibrary"] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

interface NameToken {
  readonly start: number;
  readonly length: number;
  readonly type: TokenType;
  readonly isDeclaration: boolean;
}

const BY_SYMBOL: { readonly [K in Symbol["kind"]]: TokenType } = {
  remedy: "namespace",
  part: "function",
  param: "parameter",
  formal: "parameter",
  let: "variable",
  element: "variable",
  "resource-kind": "class",
  "enum-member": "enumMember",
  "secret-store": "class",
  changed: "variable",
};

/** The names of a file by what they stand for, encoded as the protocol has it (five numbers each, relative to the one before). `range` are offsets. */
export function encodeSemanticTokens(
  program: CheckedProgram,
  file: FileNode,
  range?: { readonly start: number; readonly end: number },
): number[] {
  const tokens = listTokens(program, file).filter(({ start }) => !range || (start >= range.start && start < range.end));
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, length, type, isDeclaration } of tokens) {
    const at = getLineColumn(file.source, start);
    const deltaLine = at.line - 1 - line;
    const column = at.column - 1;
    const modifiers = (isDeclaration ? 1 : 0) | (type === "variable" || type === "parameter" ? 2 : 0) | (type === "class" ? 4 : 0);
    data.push(deltaLine, deltaLine === 0 ? column - character : column, length, TOKEN_TYPES.indexOf(type), modifiers);
    line = at.line - 1;
    character = column;
  }
  return data;
}

function listTokens(program: CheckedProgram, file: FileNode): NameToken[] {
  const tokens: NameToken[] = [];
  walk(file, (node, parent) => {
    if (node.kind !== "name" || node.text === "" || node.span.end <= node.span.start) return undefined;
    const type = typeOf(program, node, parent);
    if (type) {
      const isDeclaration = parent !== undefined && DECLARING.has(parent.kind) && "name" in parent && parent.name === node;
      tokens.push({ start: node.span.start, length: node.span.end - node.span.start, type, isDeclaration });
    }
    return undefined;
  });
  return tokens.sort((a, b) => a.start - b.start);
}

const DECLARING: ReadonlySet<SyntaxNode["kind"]> = new Set(["remedy", "part", "let", "formal", "each", "quantified", "step"]);

function typeOf(
  program: CheckedProgram,
  node: Extract<SyntaxNode, { readonly kind: "name" }>,
  parent: SyntaxNode | undefined,
): TokenType | undefined {
  const symbol = program.symbols.get(node);
  if (symbol) return BY_SYMBOL[symbol.kind];
  switch (parent?.kind) {
    case "entry":
    case "member":
    case "named-argument":
    case "filter-argument":
      return "property";
    case "named-type":
      return "type";
    case "action":
      return "method";
    case "step":
      return "namespace";
    case "name-expression":
      return program.types.get(parent)?.kind === "enum" ? "enumMember" : undefined;
    case "expect-outcome":
      return "enumMember";
    default:
      return undefined;
  }
}
