import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseTemplate } from "../powershell/library.ts";
import type { SimulatorLibrary } from "../simulator/prelude.ts";

const FOLDER = fileURLToPath(new URL("../../templates/simulator/", import.meta.url));

/** Reads `templates/simulator/`. @throws Error when a file does not hold exactly the function of its name. */
export function readSimulator(): SimulatorLibrary {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ps1"))
    .sort();
  return {
    functions: files.map((file) => {
      const [found, ...more] = parseTemplate("platform", "any", readFileSync(FOLDER + file, "utf8"));
      if (found === undefined || `${found.name}.ps1` !== file || more.length > 0)
        throw new Error(`templates/simulator/${file} must hold the function of its name and nothing else`);
      return found;
    }),
  };
}
