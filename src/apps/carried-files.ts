import { join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { findNameFault } from "../intunewin/file-names.ts";
import type { Plan, PlanEnsure } from "../plan/plan.ts";
import { collectEnsures } from "../plan/provides.ts";
import { describeReadError, measurePlainFile } from "../source/plain-file.ts";

/** A file that goes to devices beside a script. */
export interface CarriedFile {
  /** Its path from there, with `\`. */
  readonly name: string;
  /** Where it is on this machine. */
  readonly path: string;
  readonly size: number;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Size and hash of files that have been read, by path: several targets and remedies may carry the same. */
export type ReadFiles = Map<string, ReturnType<typeof measurePlainFile>>;

/**
 * The files that the scripts of an app install from: they lie in `folder` (that of the remedy), are plain files, and have the hash that the remedy asks for. Sorted
 * by name. Each file is read once, in pieces.
 */
export async function findCarriedFiles(
  plans: readonly Plan[],
  folder: string,
  read: ReadFiles,
): Promise<WithDiagnostics<readonly CarriedFile[]>> {
  const found = new Map<string, CarriedFile>();
  const diagnostics: Diagnostic[] = [];
  for (const ensure of plans.flatMap((plan) => collectEnsures(plan.steps))) {
    for (const { value, origin } of ensure.means) {
      if (value.kind !== "carried") continue;
      const fault = findNameFault(value.path);
      if (fault !== undefined) {
        diagnostics.push(createDiagnostic("RMD5011", origin.span, { path: value.path, reason: `its path ${fault}` }));
        continue;
      }
      const path = join(folder, ...value.path.split("\\"));
      try {
        const measured = read.get(path) ?? measurePlainFile(path);
        read.set(path, measured);
        const { size, sha256 } = await measured;
        const wanted = wantedHash(ensure);
        if (wanted !== undefined && wanted !== sha256)
          diagnostics.push(createDiagnostic("RMD5012", origin.span, { path: value.path, found: sha256 }));
        else found.set(value.path.toLowerCase(), { name: value.path, path, size, sha256 });
      } catch (error) {
        diagnostics.push(createDiagnostic("RMD5011", origin.span, { path: value.path, reason: `${describeReadError(error)} (${path})` }));
      }
    }
  }
  return { value: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}

/** The hash that the script asks for, where it is known when compiling. */
function wantedHash(ensure: PlanEnsure): string | undefined {
  const value = [...ensure.means, ...ensure.states].find((property) => property.name === "sha256")?.value;
  return value?.kind === "constant" && value.value.kind === "string" ? value.value.value.toLowerCase() : undefined;
}
