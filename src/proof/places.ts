import type { Within } from "./kind-model.ts";

/** A file or folder lies in the folders above it, which its fix makes; what lies in a folder counts for it. */
export const inFolder: Within = { kind: "directory", by: "path", makes: true, opens: ["file_count", "size", "oldest_file_age"] };

/** A part of a text file: its fix leaves the rest of the file, and makes none unless a means asks for that. */
export function partOfFile(makes?: string): Within {
  return { ...ofFile, ...(makes === undefined ? {} : { makes }) };
}

const ofFile: Within = {
  kind: "file",
  by: "path",
  isWhole: true,
  opens: ["content", "sha256", "size", "age"],
  openedBy: ["content", "sha256"],
};
