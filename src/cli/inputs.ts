import { existsSync, readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";

/** What makes a name a pattern. */
const PATTERN = /[*?[\]{}()!]/;

/** The files of a command: absolute, each once, in the order given (those of a pattern or a folder by name). */
export async function expandInputs(patterns: readonly string[], folder: string): Promise<WithDiagnostics<readonly string[]>> {
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const pattern of patterns) {
    const path = resolve(folder, pattern);
    // A name that exists is that file, even when it holds characters of a pattern: "fleet [old].remedy".
    if (existsSync(path) && !statSync(path).isDirectory()) files.add(path);
    else {
      const found = existsSync(path)
        ? (listRemedies(path) ?? (await findFiles({ pattern: "**/*.remedy", folder: path })))
        : await findFiles({ pattern, folder });
      if (found.length === 0)
        diagnostics.push(
          existsSync(path)
            ? createDiagnostic("RMD7029", undefined, { path: pattern })
            : createDiagnostic("RMD7020", undefined, {
                what: PATTERN.test(pattern) ? `No file matches '${pattern}'` : `There is no file or folder '${pattern}'`,
                hint: `${suggestSlashes(pattern, folder)}Give a .remedy file, or a pattern in quotes such as "fleet/**/*.remedy".`,
              }),
        );
      for (const file of found) files.add(file);
    }
  }
  return { value: [...files], diagnostics };
}

/**
 * The `.remedy` files below a folder as the pattern `**\/*.remedy` finds them, without loading what understands patterns, which takes longer than
 * compiling several files. Undefined when there is a link, which only that one follows.
 */
function listRemedies(folder: string): string[] | undefined {
  const files: string[] = [];
  const folders = [folder];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entry of readEntries(path)) {
      if (entry.isSymbolicLink()) return undefined;
      if (entry.name.startsWith(".")) continue;
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") folders.push(inner);
      } else if (entry.isFile() && entry.name.endsWith(".remedy")) files.push(inner.replaceAll(sep, "/"));
    }
  }
  return files.sort();
}

/** A folder that may not be read holds nothing for us. */
function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The files that a pattern finds below a folder: absolute, by name; none where it is no pattern. Not those of `node_modules`, nor of hidden folders. */
export async function findFiles({ pattern, folder }: { readonly pattern: string; readonly folder: string }): Promise<string[]> {
  if (!PATTERN.test(pattern)) return [];
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern.replaceAll("\\", "/"), { cwd: folder, absolute: true, onlyFiles: true, ignore: ["**/node_modules/**"] });
  return found.sort();
}

/** `path` as the compiler names it: relative to the root, `/` between segments; undefined when it is not below the root. */
export function toProjectPath(path: string, root: string): string | undefined {
  const way = relative(root, path);
  return way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep).join("/");
}

/** The project root when none is named: the current folder when it holds all files, else the deepest folder that does. */
export function chooseRoot(files: readonly string[], folder: string): string {
  const [first, ...rest] = files;
  if (first === undefined || files.every((file) => toProjectPath(file, folder) !== undefined)) return folder;
  let root = dirname(first);
  while (root !== dirname(root) && rest.some((file) => toProjectPath(file, root) === undefined)) root = dirname(root);
  return root;
}

/** A Windows path on a system where a backslash is a part of a name. */
function suggestSlashes(pattern: string, folder: string): string {
  const right = pattern.replaceAll("\\", "/");
  return right !== pattern && existsSync(resolve(folder, right)) ? `Folders are separated by '/' here: '${right}'. ` : "";
}
