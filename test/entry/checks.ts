import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, getFileInfo, resolveConfig } from "prettier";
import * as remedies from "../../src/formatter/plugin.ts";
import { listProjectFiles } from "./tracked-files.ts";

/** A static check: gives what is wrong with the files (paths relative to the project) as text, empty when nothing is. */
type Check = (project: string, files: readonly string[]) => string | Promise<string>;

/** The package gives no path to its program. */
const OXLINT = fileURLToPath(new URL("../../node_modules/oxlint/bin/oxlint", import.meta.url));

/** Remedies are formatted as their own plugin has them. */
const plugins = [remedies];

/** The static checks by name. Each keeps a processor busy, so they run as processes of their own: `tsx test/entry/checks.ts NAME`. */
export const CHECKS: Readonly<Record<"style" | "format", Check>> = {
  /** Types and rules, by the project's own .oxlintrc.json and tsconfig.json: oxlint finds both where it is started. */
  style(project, files) {
    const sources = files.filter((file) => /\.[jt]s$/.test(file));
    const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [OXLINT, "--format=unix", ...sources], {
      cwd: project,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    return status === 0 ? "" : `${stdout}${stderr}oxlint ended with ${signal ?? status}\n`;
  },

  async format(project, files) {
    const wrong = await Promise.all(
      files.map(async (file) => {
        const path = join(project, file);
        const { ignored, inferredParser } = await getFileInfo(path, { ignorePath: join(project, ".prettierignore"), plugins });
        if (ignored || inferredParser === null) return [];
        return (await check(await readFile(path, "utf8"), { ...(await resolveConfig(path)), filepath: path, plugins })) ? [] : [file];
      }),
    );
    const list = wrong.flat();
    return list.length === 0 ? "" : `not formatted (npm run format does it):\n${list.join("\n")}\n`;
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const found = await CHECKS[process.argv[2] as keyof typeof CHECKS](project, listProjectFiles(project));
  process.stdout.write(found);
  process.exitCode = found === "" ? 0 : 1;
}
