import { rmSync } from "node:fs";
import { generateAll } from "../src/build/generate.ts";
import { getBundleFolder } from "./cli/bundled.ts";
import { getTestFolder } from "./cli/test-folder.ts";
import { getScriptFolder } from "./powershell/script-files.ts";
import { GENERATED_VARIABLE } from "./entry/generated.ts";

/** Brings generated inputs (the built-in catalogue, the template library, the pages) up to date once before any test runs, where `npm test` has not just done so. */
export default async function setup(): Promise<() => void> {
  if (process.env[GENERATED_VARIABLE] === undefined) await generateAll();
  return () => {
    for (const folder of [getBundleFolder(process.pid), getScriptFolder(process.pid), getTestFolder(process.pid)])
      rmSync(folder, { recursive: true, force: true });
  };
}
