import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { examine } from "../examine.ts";
import { findPairs } from "../find-pairs.ts";
import { readScript } from "../read-script.ts";

/** A pair with what is wrong with it. */
export interface AuditedPair {
  readonly name: string;
  readonly detect: string;
  readonly remediate: string | undefined;
  readonly findings: readonly Diagnostic[];
}

export interface Audit {
  readonly pairs: readonly AuditedPair[];
  /** Scripts that belong to no pair by their names. */
  readonly others: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** Looks at all pairs among scripts. `shown` says how a path is shown. */
export function auditPairs(scripts: readonly string[], shown: (path: string) => string): Audit {
  const { pairs, others } = findPairs(scripts);
  const audited = pairs.map(({ name, detect, remediate }): AuditedPair => {
    const first = readScript(detect, shown(detect));
    const second = remediate === undefined ? undefined : readScript(remediate, shown(remediate));
    const findings: Diagnostic[] = [];
    if ("diagnostic" in first) findings.push(first.diagnostic);
    if (second && "diagnostic" in second) findings.push(second.diagnostic);
    if (!("diagnostic" in first) && !(second && "diagnostic" in second)) findings.push(...examine(first.file, second?.file).findings);
    if (remediate === undefined) findings.push(createDiagnostic("RMD8842", undefined, { file: shown(detect) }));
    return { name, detect: shown(detect), remediate: remediate === undefined ? undefined : shown(remediate), findings };
  });
  return { pairs: audited, others: others.map(shown), findings: audited.flatMap(({ findings }) => findings) };
}

/** How many findings of a severity there are. */
export function countOf(findings: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
