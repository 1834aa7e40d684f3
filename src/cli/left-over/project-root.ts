import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/**
 * What tells the project roots of one output folder apart: a hash of the way from that folder to the root. It is the same wherever a project lies as a
 * whole, and shows nothing of the machine, not even where the output folder is elsewhere.
 */
export function identifyRoot(root: string, out: string): string {
  const way = relative(realPathOfFuture(out), realPathOfFuture(root)).split(sep).join("/");
  return createHash("sha256").update(way).digest("hex").slice(0, 16);
}

/**
 * The root of that identity, of those that a command started in another folder of the same project takes: the root of this build, and every folder above
 * the files that it builds. Undefined when it is none of them: then another project wrote into the output folder.
 */
export function findRoot(identity: string, root: string, out: string, files: readonly string[]): string | undefined {
  const candidates = new Set([root, ...files.flatMap((file) => foldersAbove(resolve(root, file)))]);
  return [...candidates].find((candidate) => identifyRoot(candidate, out) === identity);
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}

/** The real path of something that may not exist yet: links and the case of names are resolved as far as it does. */
function realPathOfFuture(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOfFuture(parent), basename(path));
  }
}
