import type { TextEdit } from "vscode-languageserver-types";
import { formatText } from "../formatter/format.ts";
import type { Layout } from "../formatter/format.ts";
import { createSourceFile } from "../source/source-file.ts";
import { toRange } from "./positions.ts";

/** The edit that formats a whole document; none where it is formatted already, or has syntax errors. */
export function formatDocument(path: string, text: string, layout?: Layout): TextEdit[] {
  const { value } = formatText(path, text, layout);
  if (value === undefined || value === text) return [];
  return [{ range: toRange({ file: createSourceFile(path, text, ""), start: 0, end: text.length }), newText: value }];
}
