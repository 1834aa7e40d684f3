import type { OutputScript } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../plan/plan.ts";
import type { App } from "./app-files.ts";
import { version } from "./version.ts";

const isPublished = ({ plan: { target } }: OutputScript): boolean => target === "configmgr.application" || target === "configmgr.baseline";

/** The scripts of a build, and behind those for Configuration Manager the one with which an administrator publishes them. */
export async function addPublishers(outputs: readonly OutputScript[], apps: readonly App[], isSigned: boolean): Promise<OutputScript[]> {
  if (!outputs.some(isPublished)) return [...outputs];
  const [{ default: parts }, { createPublisher }] = await Promise.all([
    import("../generated/publishers.json", { with: { type: "json" } }),
    import("../publishing/configmgr.ts"),
  ]);
  const groups = new Map<string, OutputScript[]>();
  for (const output of outputs) {
    const { remedy, target } = output.plan;
    const key = `${target}/${remedy.name}`;
    groups.set(key, [...(groups.get(key) ?? []), output]);
  }
  return [...groups.values()].flatMap((scripts) => {
    if (!scripts.every(isPublished)) return scripts;
    const carried = apps.find((app) => scripts.some((script) => app.scripts.includes(script)))?.carried ?? [];
    return [...scripts, createPublisher({ scripts, carried, isSigned }, { parts, compilerVersion: version })];
  });
}

/** Remedies of one title have one name in Configuration Manager; both places are shown. */
export function findSameTitles(outputs: readonly OutputScript[]): Diagnostic[] {
  const first = new Map<string, Plan["remedy"]>();
  return outputs.filter(isPublished).flatMap(({ plan }) => {
    const { remedy, target } = plan;
    // Configuration Manager ignores case in names.
    const key = `${target} ${remedy.title.toLowerCase()}`;
    const other = first.get(key);
    if (!other) first.set(key, remedy);
    if (!other || other.name === remedy.name) return [];
    return [
      createDiagnostic(
        "RMD5014",
        remedy.origin.span,
        { first: other.name, second: remedy.name, title: remedy.title, target },
        { related: [{ message: "The other remedy is here.", span: other.origin.span }] },
      ),
    ];
  });
}
