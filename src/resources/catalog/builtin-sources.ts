import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../", import.meta.url));

/** The folders of the built-in kinds, by name: those of `src/resources` that hold an interface of the folder's name (`user-right/user-right.ts`). */
export function listKindFolders(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(`${FOLDER}${name}/${name}.ts`))
    .sort();
}

/** The files that declare the built-in kinds, relative to `src/resources`. */
export function listBuiltinSources(): readonly string[] {
  return listKindFolders().map((name) => `${name}/${name}.ts`);
}
