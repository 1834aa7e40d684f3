import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { largestSourceFile } from "./decode.ts";
import type { CompilerHost, FileContent } from "./host.ts";

/**
 * A host that reads the files below `root`. A path that leaves the root, be it by `..`, by being absolute or by a link on its way, gives
 * `escape`; a file larger than any source may be is not read whole.
 */
export function createNodeHost(root: string): CompilerHost {
  const whole = resolve(root);
  // The root stays where it is while a host lives; asking for each of a fleet's files is asking hundreds of times.
  let real: string | undefined;
  return { readFile: (path) => readBelow(whole, () => (real ??= realpathSync.native(whole)), path) };
}

function readBelow(root: string, findRealRoot: () => string, path: string): FileContent {
  // A NUL ends a path in the operating system's view but not in ours.
  if (path.includes("\0")) return { kind: "unreadable", reason: "its name has a NUL character" };
  const target = resolve(root, path);
  if (isAbsolute(path) || !isBelow(root, target)) return { kind: "escape" };
  try {
    const realTarget = realpathSync.native(target);
    if (!isBelow(findRealRoot(), realTarget)) return { kind: "escape" };
    const stats = statSync(realTarget);
    if (stats.isDirectory()) return { kind: "unreadable", reason: "it is a folder" };
    if (!stats.isFile()) return { kind: "unreadable", reason: "it is a device or a pipe" };
    if (stats.size > largestSourceFile)
      return { kind: "unreadable", reason: `it has ${stats.size} bytes; a source file may have at most ${largestSourceFile}` };
    return { kind: "bytes", bytes: new Uint8Array(readFileSync(realTarget)) };
  } catch (error) {
    return describeFailure(error);
  }
}

function isBelow(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "access is denied",
  EPERM: "access is denied",
  ELOOP: "its links form a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  EISDIR: "it is a folder",
  EIO: "the disk reports an error",
};

function describeFailure(error: unknown): FileContent {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  return { kind: "unreadable", reason: reasons[code] ?? (code === "" ? "it cannot be opened" : `the system reports ${code}`) };
}
