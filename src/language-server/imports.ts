import { findImportPath } from "../binder/import-node.ts";
import type { FileNode } from "../syntax/file.ts";

/** The path, from the project's root, that an import at an offset names. */
export function findImportedPath(file: FileNode, offset: number): string | undefined {
  const node = file.imports.find(({ path }) => path.span.start <= offset && offset <= path.span.end);
  return node && findImportPath(node, file.source.path).path;
}

/** A path as a file in a folder names it: with `./` or `../` before it. */
export function toRelative(folder: readonly string[], path: readonly string[]): string {
  let same = 0;
  while (same < folder.length && same < path.length - 1 && folder[same] === path[same]) same++;
  const up = folder.slice(same).map(() => "..");
  return [...(up.length === 0 ? ["."] : up), ...path.slice(same)].join("/");
}
