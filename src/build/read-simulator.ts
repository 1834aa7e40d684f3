import { readFileSync } from "node:fs";
import { parseTemplate } from "../powershell/library.ts";
import { listTemplates } from "./read-templates.ts";
import type { SimulatorLibrary } from "../simulator/prelude.ts";

/** Reads the simulated Windows: `templates/simulator/` and every room's `simulated/`, by name. @throws Error when a file does not hold exactly the function of its name. */
export function readSimulator(): SimulatorLibrary {
  const files = listTemplates()
    .filter((file) => file.role.sort === "simulated")
    .sort((a, b) => (a.stem < b.stem ? -1 : 1));
  return {
    functions: files.map(({ path, place, stem }) => {
      const [found, ...more] = parseTemplate("platform", "any", readFileSync(path, "utf8"));
      if (found?.name !== stem || more.length > 0)
        throw new Error(`templates/${place} must hold the function of its name and nothing else`);
      return found;
    }),
  };
}
