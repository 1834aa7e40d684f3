import { InsertTextFormat, MarkupKind } from "vscode-languageserver-types";
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver-types";
import type { CheckedProgram } from "../../checker/checked-program.ts";
import type { FileNode } from "../../syntax/file.ts";
import { createSourceFile } from "../../source/source-file.ts";
import { findCursor } from "../cursor.ts";
import type { Cursor } from "../cursor.ts";
import { findNamesInScope } from "../names-in-scope.ts";
import type { NamesInScope } from "../names-in-scope.ts";
import { toRange } from "../positions.ts";
import { listChoices } from "./choices.ts";
import { listTexts } from "./texts.ts";

/** What can be chosen at a place. */
export interface Choice {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is inserted, where it is not the label. */
  readonly insert?: string;
  /** Whether that has the places of a snippet of the protocol. */
  readonly isSnippet?: true;
  /** What is compared with what has been typed, where it is not the label. */
  readonly filter?: string;
  /** Later ones stand behind, in the order in which they are given otherwise. */
  readonly rank?: number;
}

/** What completion looks at: the place, and what is known of the file. */
export interface CompletionContext {
  readonly cursor: Cursor;
  readonly program: CheckedProgram;
  readonly names: NamesInScope;
  /** Files that an import can name, relative to the file. */
  readonly importable: readonly string[];
}

/** What can stand at an offset of a file, in the order in which it is shown. */
export function complete(program: CheckedProgram, file: FileNode, offset: number, importable: readonly string[]): CompletionItem[] {
  const cursor = findCursor(file.source, offset);
  const context = { cursor, program, names: findNamesInScope(program, file, offset), importable };
  const choices = cursor.quotes === undefined ? listChoices(context) : listTexts(context);
  const source = createSourceFile(file.source.path, file.source.text, "");
  const range = toRange({ file: source, start: cursor.start, end: Math.max(cursor.end, offset) });
  return choices.map((choice, i) => toItem(choice, range, i));
}

function toItem(
  { label, kind, detail, documentation, insert, isSnippet, filter, rank = 0 }: Choice,
  range: Range,
  index: number,
): CompletionItem {
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(filter === undefined ? {} : { filterText: filter }),
    sortText: `${rank}${String(index).padStart(5, "0")}`,
    textEdit: { range, newText: insert ?? label },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}
