import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import type { GateFile } from "./gate.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every template that there is, named by its path in the project. */
export function readTemplates(): readonly GateFile[] {
  return globSync(["templates/**/*.ps1"], { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(`${root}${name}`, "utf8") }));
}
