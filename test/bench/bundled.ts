import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { PROJECT } from "./cases.ts";

/** Loads a file of this folder bundled, as what is published is: run from its sources it would keep the name of every function that it makes, which costs a fifth. */
export async function loadBundled<T>(name: string): Promise<T> {
  const folder = mkdtempSync(join(PROJECT, "node_modules", ".cache-bench-"));
  const outfile = join(folder, `${name}.mjs`);
  try {
    await build({
      entryPoints: [join(PROJECT, "test", "bench", `${name}.ts`)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    return (await import(pathToFileURL(outfile).href)) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
