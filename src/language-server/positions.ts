import type { Position, Range } from "vscode-languageserver-types";
import { getLineColumn } from "../source/source-file.ts";
import type { SourceFile, Span } from "../source/source-file.ts";

/** A span as an editor counts: lines and UTF-16 units from 0. */
export function toRange({ file, start, end }: Span): Range {
  return { start: toPosition(file, start), end: toPosition(file, end) };
}

/** The offset of an editor's position; one behind the end of its line, or of the file, gives that end. */
export function toOffset(file: SourceFile, { line, character }: Position): number {
  const start = file.lineStarts[line];
  if (start === undefined) return file.text.length;
  const lineEnd = (file.lineStarts[line + 1] ?? file.text.length + 1) - 1;
  const end = file.text[lineEnd] === "\n" && file.text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
  return Math.min(start + character, Math.max(start, end));
}

function toPosition(file: SourceFile, offset: number): Position {
  const { line, column } = getLineColumn(file, offset);
  return { line: line - 1, character: column - 1 };
}

/** The offsets of an editor's range. */
export function toOffsets(file: SourceFile, { start, end }: Range): { readonly start: number; readonly end: number } {
  return { start: toOffset(file, start), end: toOffset(file, end) };
}
