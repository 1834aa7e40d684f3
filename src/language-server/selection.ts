import type { SelectionRange } from "vscode-languageserver-types";
import type { FileNode } from "../syntax/file.ts";
import { toRange } from "./positions.ts";
import { findPath } from "./tree.ts";

/** What an editor selects step by step from an offset outwards: each node around it. */
export function findSelection(file: FileNode, offset: number): SelectionRange {
  let selection: SelectionRange | undefined;
  let previous = "";
  for (const { span } of findPath(file, offset)) {
    const place = `${span.start} ${span.end}`;
    if (place === previous) continue;
    previous = place;
    selection = { range: toRange(span), ...(selection ? { parent: selection } : {}) };
  }
  return selection ?? { range: toRange(file.span) };
}
