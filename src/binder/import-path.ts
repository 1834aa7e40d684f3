/** What an import names, as a path from the project root; or why it names nothing. */
export type ImportTarget =
  | { readonly kind: "path"; readonly path: string }
  /** Above the project root, absolute, or on another machine. */
  | { readonly kind: "escape" }
  /** `\` between segments, which works on one system only. */
  | { readonly kind: "backslash"; readonly corrected: string }
  | { readonly kind: "empty" };

/** Resolves the text of an import against the file that holds it; both are relative to the project root, with `/` between segments. */
export function resolveImport(text: string, importer: string): ImportTarget {
  if (text.trim() === "") return { kind: "empty" };
  if (text.includes("\\")) return { kind: "backslash", corrected: text.replaceAll("\\", "/") };
  if (text.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return { kind: "escape" };
  const segments = importer.split("/").slice(0, -1);
  for (const segment of text.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return { kind: "escape" };
  }
  return segments.length === 0 ? { kind: "empty" } : { kind: "path", path: segments.join("/") };
}
