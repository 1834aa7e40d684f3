import type { KindChecks } from "../../checker/kind-checks.ts";
import { patternOf } from "../../source/wildcards.ts";

export const checks: KindChecks = {
  isGivenByAddress: true,
  suggestSeveral: (name, path) => (name === "path" ? suggestEach(path) : undefined),
};

/** `C:\Logs\*.log` as what goes over these files. */
function suggestEach(path: string): string | undefined {
  const [, folder, name = ""] = /^([^*?'"]+)[\\/]([^\\/'"]+)$/.exec(path) ?? [];
  if (folder === undefined) return undefined;
  const pattern = `^${patternOf(name)}$`.replace(/^\^\.\*/, "").replace(/\.\*\$$/, "");
  const filter = pattern === "" ? "" : `, name matches '${pattern}'`;
  return `several are 'each f in file(folder: '${folder}'${filter}) { … }'`;
}
