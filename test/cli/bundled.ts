import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the workers of a test run keep their bundles, by the process that started them: below node_modules, where a bundle finds the packages that it leaves outside. */
export function getBundleFolder(runner: number): string {
  return join(PROJECT, "node_modules", ".cache", `remedyc-bundle-${runner}`);
}

/**
 * The bundled command line as it is published, made of the sources once by each worker that starts processes: one starts in a tenth of the time that the sources take.
 * Gives the folder with `remedyc.cjs`; the end of the test run removes it.
 */
export function getBundle(): string {
  const folder = join(getBundleFolder(process.ppid), String(process.pid));
  if (existsSync(join(folder, "remedyc.cjs"))) return folder;
  const script = `import(${JSON.stringify(new URL("../../src/build/bundle.ts", import.meta.url).href)}).then((m) => m.bundle(${JSON.stringify(folder)}))`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), "--eval", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the command line cannot be bundled: ${stderr}`);
  return folder;
}
