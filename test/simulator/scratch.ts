import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScriptStore } from "../../src/simulator/simulated-windows.ts";

/** A folder for scripts of a test; each text is written once, so the engine compiles it once. */
export function createScratch(): ScriptStore & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-recipes-"));
  const paths = new Map<string, string>();
  return {
    put(name, text) {
      const known = paths.get(text);
      if (known !== undefined) return known;
      const path = join(folder, `${paths.size}-${name.replaceAll("/", "-")}`);
      writeFileSync(path, text, "latin1");
      paths.set(text, path);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
