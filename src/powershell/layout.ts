import { widthOf } from "./document.ts";
import type { Doc, DocNode } from "./document.ts";

/** What is still to be printed, innermost and next at the end, each with its indentation. All of it is in groups that are on several lines. */
type Rest = { readonly doc: Doc; readonly indentation: number }[];

/**
 * Lays a document out in lines of at most `width` characters where its groups allow that. `indentation` is that of the place where the text will stand;
 * the first line has none. Lines end with LF and have no white space at their end, except before a literal line end.
 */
export function layOut(document: Doc, width: number, indentation: number): string {
  const rest: Rest = [{ doc: document, indentation }];
  const lines: string[] = [];
  let current = "";
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { doc } = next;
    if (typeof doc === "string") {
      current += doc;
      continue;
    }
    switch (doc.kind) {
      case "row":
        for (let i = doc.parts.length - 1; i >= 0; i--) rest.push({ doc: doc.parts[i] as Doc, indentation: next.indentation });
        break;
      case "indent":
        rest.push({ doc: doc.contents, indentation: next.indentation + 2 });
        break;
      case "group":
        if (fits(width - current.length - doc.width, rest)) current += flatten(doc);
        else rest.push({ doc: doc.contents, indentation: next.indentation });
        break;
      case "if-broken":
        current += doc.broken;
        break;
      case "line":
        lines.push(doc.literal ? current : trimBlanks(current));
        current = doc.literal ? "" : " ".repeat(next.indentation);
        break;
      default:
        doc satisfies never;
    }
  }
  lines.push(current);
  return lines.join("\n");
}

/** The line without spaces and tabs at its end; nearly none has any. */
function trimBlanks(text: string): string {
  return text.endsWith(" ") || text.endsWith("\t") ? text.replace(/[ \t]+$/, "") : text;
}

/** Whether what follows up to the next line end has `free` characters or less: a closing bracket belongs to the line that it ends. */
function fits(free: number, rest: Rest): boolean {
  let left = free;
  for (let i = rest.length - 1; left >= 0 && i >= 0; i--) {
    const measured = measureToLineEnd((rest[i] as Rest[number]).doc);
    left -= measured.width;
    if (measured.ends) break;
  }
  return left >= 0;
}

function measureToLineEnd(doc: Doc): { readonly width: number; readonly ends: boolean } {
  if (typeof doc === "string") return { width: doc.length, ends: false };
  switch (doc.kind) {
    case "row": {
      let width = 0;
      for (const part of doc.parts) {
        const measured = measureToLineEnd(part);
        width += measured.width;
        if (measured.ends) return { width, ends: true };
      }
      return { width, ends: false };
    }
    case "group":
    case "indent":
      return measureToLineEnd(doc.contents);
    case "if-broken":
      return { width: doc.broken.length, ends: false };
    case "line":
      return { width: 0, ends: true };
    default:
      return doc satisfies never;
  }
}

/** A document that has no line that must end, on one line. */
function flatten(doc: DocNode): string {
  switch (doc.kind) {
    case "row":
      return doc.parts.map((part) => (typeof part === "string" ? part : flatten(part))).join("");
    case "group":
    case "indent":
      return typeof doc.contents === "string" ? doc.contents : flatten(doc.contents);
    case "if-broken":
      return doc.flat;
    case "line":
      return " ".repeat(widthOf(doc));
    default:
      return doc satisfies never;
  }
}
