/**
 * What the printer lays out (Wadler, "A prettier printer", 2003, in the form that Prettier gave it): text, places where a line may end, and
 * groups, which are printed on one line when they fit. Each node knows how wide it is on one line; Infinity where a line must end.
 */
export type Doc = string | DocNode;

export type DocNode =
  | { readonly kind: "row"; readonly parts: readonly Doc[]; readonly width: number }
  | { readonly kind: "group" | "indent"; readonly contents: Doc; readonly width: number }
  /** Nothing or a space (its width) while its group is on one line, else a line end; behind a `literal` one no indentation follows and no white space is cut before it. */
  | { readonly kind: "line"; readonly literal: boolean; readonly width: number }
  | { readonly kind: "if-broken"; readonly broken: string; readonly flat: string; readonly width: number };

/** A line end, or a space while the group is on one line. */
export const line: Doc = { kind: "line", literal: false, width: 1 };
/** A line end, or nothing while the group is on one line. */
export const softLine: Doc = { kind: "line", literal: false, width: 0 };
/** A line end in any case: all groups around it are on several lines. */
export const hardLine: Doc = { kind: "line", literal: false, width: Infinity };
/** A line end inside a text of several lines: what is on the next line stands at the margin. */
export const literalLine: Doc = { kind: "line", literal: true, width: Infinity };

export function widthOf(doc: Doc): number {
  return typeof doc === "string" ? doc.length : doc.width;
}

/** Parts one after the other. Most of a script is text without a place where a line may end: that becomes one string here. */
export function row(parts: readonly Doc[]): Doc {
  const joined: Doc[] = [];
  for (const part of parts) append(joined, part);
  if (joined.length === 1) return joined[0] as Doc;
  let width = 0;
  for (const part of joined) width += widthOf(part);
  return { kind: "row", parts: joined, width };
}

function append(joined: Doc[], part: Doc): void {
  if (typeof part !== "string") {
    if (part.kind === "row") for (const inner of part.parts) append(joined, inner);
    else joined.push(part);
    return;
  }
  const last = joined.at(-1);
  if (typeof last === "string") joined[joined.length - 1] = last + part;
  else joined.push(part);
}

/** Documents with a separator between them. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  const parts: Doc[] = [];
  for (const [i, doc] of docs.entries()) {
    if (i > 0) parts.push(separator);
    parts.push(doc);
  }
  return row(parts);
}

/** On one line when it fits, else every line in it that is in no inner group ends. */
export function group(parts: readonly Doc[]): Doc {
  const contents = row(parts);
  return typeof contents === "string" ? contents : { kind: "group", contents, width: contents.width };
}

/** Lines that end in it are followed by two more spaces. */
export function indent(parts: readonly Doc[]): Doc {
  const contents = row(parts);
  return { kind: "indent", contents, width: widthOf(contents) };
}

/** One text when the group around it is on several lines, another when it is on one. */
export function ifBroken(broken: string, flat: string): Doc {
  return { kind: "if-broken", broken, flat, width: flat.length };
}
