import { getLineColumn } from "../source/source-file.ts";
import type { FileNode } from "./file.ts";
import { forEachChild } from "./visitor.ts";
import type { SyntaxNode } from "./visitor.ts";

/** Prints a syntax tree: one node a line, children indented, each with its place (`line:column-line:column`, the end exclusive) and its own words. */
export function printTree(node: SyntaxNode): string {
  const lines: string[] = [];
  printNode(node, 0, lines);
  if (node.kind === "file") printComments(node, lines);
  return `${lines.join("\n")}\n`;
}

function printNode(node: SyntaxNode, depth: number, lines: string[]): void {
  const words = describe(node);
  lines.push(`${"  ".repeat(depth)}${node.kind} ${place(node)}${words === "" ? "" : ` ${words}`}`);
  forEachChild(node, (child) => printNode(child, depth + 1, lines));
}

function place(node: Pick<SyntaxNode, "span">): string {
  const { file, start, end } = node.span;
  const from = getLineColumn(file, start);
  const to = getLineColumn(file, end);
  return `${from.line}:${from.column}-${to.line}:${to.column}`;
}

/** What a node says itself, besides its children. */
function describe(node: SyntaxNode): string {
  const documentation = "documentation" in node && node.documentation !== undefined ? `/// ${JSON.stringify(node.documentation)}` : "";
  switch (node.kind) {
    case "name":
      return node.text;
    case "binary":
      return node.operator;
    case "quantified":
      return node.quantifier;
    case "filter-argument":
      return node.operator;
    case "integer":
    case "boolean":
      return String(node.value);
    case "version":
      return node.parts.join(".");
    case "duration":
      return `${node.amount}${node.unit} = ${node.milliseconds} ms`;
    case "size":
      return `${node.amount}${node.unit} = ${node.bytes} bytes`;
    case "string":
      return node.form;
    case "text-part":
      return JSON.stringify(node.value);
    case "named-type":
    case "list-type":
      return node.optional ? "optional" : "";
    case "state":
      return node.presence ?? "";
    case "expect-outcome":
      return node.run;
    default:
      return documentation;
  }
}

function printComments(file: FileNode, lines: string[]): void {
  for (const comment of file.comments) {
    lines.push(`comment ${place({ span: comment.span })}${comment.ownLine ? " own line" : ""} ${JSON.stringify(comment.text)}`);
  }
}
