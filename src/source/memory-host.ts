import type { CompilerHost, FileContent } from "./host.ts";

/** A host over a table of files, for tests and browsers: path (relative, with `/`) to text or bytes, or to what reading it shall give. */
export function createMemoryHost(files: Readonly<Record<string, string | Uint8Array | FileContent>>): CompilerHost {
  return {
    readFile(path) {
      const normalized = normalizePath(path);
      if (normalized === undefined) return { kind: "escape" };
      const file = Object.hasOwn(files, normalized) ? files[normalized] : undefined;
      if (file === undefined) return { kind: "missing" };
      if (typeof file === "string") return { kind: "bytes", bytes: new TextEncoder().encode(file) };
      return file instanceof Uint8Array ? { kind: "bytes", bytes: file } : file;
    },
  };
}

/** `a/./b/../c` as `a/c`; undefined when the path is absolute or leaves the root. */
function normalizePath(path: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of path.split(/[\\/]/)) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}
