import type { FileNode } from "../syntax/file.ts";
import { forEachChild } from "../syntax/visitor.ts";
import type { SyntaxNode } from "../syntax/visitor.ts";

/** The nodes that an offset lies in, the file first and the innermost last. Behind the last character of a node is in it, too, where nothing else begins. */
export function findPath(file: FileNode, offset: number): SyntaxNode[] {
  const path: SyntaxNode[] = [file];
  for (;;) {
    let inner: SyntaxNode | undefined;
    forEachChild(path.at(-1) ?? file, (child) => {
      const { start, end } = child.span;
      if (start <= offset && offset <= end && (!inner || inner.span.end <= start || child.span.start < child.span.end)) inner = child;
    });
    if (!inner) return path;
    path.push(inner);
  }
}
