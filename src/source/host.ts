/**
 * All that the compiler asks of the outside world. The Node host reads disks, a test's host a table, a browser's host whatever it has;
 * paths are relative to the project root with `/` between segments.
 */
export interface CompilerHost {
  /** The file's bytes, or why they cannot be had. Never throws. */
  readFile(path: string): FileContent;
}

/** What reading a file gave. `escape`: the path (or a link on its way) leaves the project root. */
export type FileContent =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "missing" }
  | { readonly kind: "escape" }
  | { readonly kind: "unreadable"; readonly reason: string };
