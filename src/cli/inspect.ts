import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inspectFile } from "../inspect/inspect-file.ts";
import type { InspectedFile } from "../inspect/inspection.ts";
import { describeInspection } from "../inspect/inspection-json.ts";
import { tellInspection } from "../inspect/tell-inspection.ts";
import type { InspectArguments } from "./commands/inspect.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** Runs `remedyc inspect`; gives the exit code. */
export async function runInspect({ files, format }: InspectArguments): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const inspected: InspectedFile[] = [];
  for (const file of new Map(files.map((path) => [resolve(path), path])).values()) {
    const outcome = await inspectFile(file);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value) inspected.push(outcome.value);
  }
  const text = inspected.map(tellInspection).join("\n");
  await reportFindings(diagnostics, format, { text, json: { files: inspected.map(describeInspection) } });
  return exitCodeOf(diagnostics);
}
