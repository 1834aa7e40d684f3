import { parseFile } from "../../grammar/parser.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createSourceFile, getLineColumn, getSpanText } from "../../src/source/source-file.ts";
import type { FileNode } from "../../src/syntax/file.ts";
import { walk } from "../../src/syntax/visitor.ts";
import type { NodeOfKind, SyntaxKind } from "../../src/syntax/visitor.ts";

/** Parses a text that must be right. */
export function parseRight(text: string): FileNode {
  const { value, diagnostics } = parseFile(createSourceFile("test.remedy", text, ""));
  if (diagnostics.length > 0) throw new Error(diagnostics.map((found) => `${found.code} ${found.message}`).join("\n"));
  return value;
}

/** Parses statements as those of a step. */
export function parseStatements(text: string): FileNode {
  return parseRight(`remedy r {\n  step s "S" {\n${text}\n  }\n}\n`);
}

/** Parses an expression as the value of a name. */
export function parseValue(text: string): NodeOfKind<"let"> {
  return find(parseRight(`let x = ${text}\n`), "let");
}

/** The first node of a kind; a test fails without one. */
export function find<K extends SyntaxKind>(file: FileNode, kind: K): NodeOfKind<K> {
  let found: NodeOfKind<K> | undefined;
  walk(file, (node) => {
    if (!found && node.kind === kind) found = node as NodeOfKind<K>;
    return !found;
  });
  if (!found) throw new Error(`There is no ${kind}.`);
  return found;
}

/** What a file's diagnostics are, each as `line:column code text-of-the-span`. */
export function listMistakes(text: string): string[] {
  return parseFile(createSourceFile("test.remedy", text, "")).diagnostics.map(describe);
}

export function diagnose(text: string): readonly Diagnostic[] {
  return parseFile(createSourceFile("test.remedy", text, "")).diagnostics;
}

/** The text after all suggestions of its diagnostics are applied. */
export function applySuggestions(text: string): string {
  const edits = diagnose(text).flatMap((found) => found.suggestion?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text);
}

function describe(found: Diagnostic): string {
  if (!found.span) return found.code;
  const { line, column } = getLineColumn(found.span.file, found.span.start);
  return `${line}:${column} ${found.code} ${getSpanText(found.span)}`.trimEnd();
}
