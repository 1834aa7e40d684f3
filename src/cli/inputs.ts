import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";

/** The files of a command: absolute, each once, in the order given (those of a pattern or a folder by name). */
export async function expandInputs(patterns: readonly string[], folder: string): Promise<WithDiagnostics<readonly string[]>> {
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const pattern of patterns) {
    const path = resolve(folder, pattern);
    // A name that exists is that file, even when it holds characters of a pattern: "fleet [old].remedy".
    if (existsSync(path) && !statSync(path).isDirectory()) files.add(path);
    else {
      const found = await findFiles(existsSync(path) ? { pattern: "**/*.remedy", folder: path } : { pattern, folder });
      if (found.length === 0) diagnostics.push(createDiagnostic("RMD7020", undefined, { pattern }));
      for (const file of found) files.add(file);
    }
  }
  return { value: [...files], diagnostics };
}

async function findFiles({ pattern, folder }: { readonly pattern: string; readonly folder: string }): Promise<string[]> {
  if (!/[*?[\]{}()!]/.test(pattern)) return [];
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
