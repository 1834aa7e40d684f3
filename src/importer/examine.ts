import { sortDiagnostics, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { checkAgreement } from "./findings/agreement.ts";
import { checkDanger } from "./findings/danger.ts";
import { found } from "./findings/finding.ts";
import type { Check, Examined, Half } from "./findings/finding.ts";
import { checkLanguage } from "./findings/language.ts";
import { checkOutput } from "./findings/output.ts";
import { checkSurroundings } from "./findings/surroundings.ts";
import { checkVerdict } from "./findings/verdict.ts";
import { readPair } from "./pair.ts";
import { parseScript } from "./syntax/parse.ts";

const CHECKS: readonly Check[] = [checkAgreement, checkVerdict, checkOutput, checkSurroundings, checkDanger, checkLanguage];

/** Reads a pair and says what is wrong with it. Nothing of it is run. `isReadable` is false where one of the two is no PowerShell. */
export function examine(
  detect: SourceFile,
  remediate: SourceFile | undefined,
): { readonly examined: Examined; readonly findings: readonly Diagnostic[]; readonly isReadable: boolean } {
  const detection: Half = { role: "detection", file: detect, script: parseScript(detect.text) };
  const remediation: Half | undefined = remediate && { role: "remediation", file: remediate, script: parseScript(remediate.text) };
  const halves = remediation ? [detection, remediation] : [detection];
  const errors = halves.flatMap((half) =>
    half.script.errors.slice(0, 3).map((error) => found("RMD8820", half, error, { reason: error.message })),
  );
  const examined: Examined = { detection, remediation, pair: readPair(detection.script, remediation?.script) };
  const findings = errors.length > 0 ? errors : CHECKS.flatMap((check) => check(examined));
  return { examined, findings: sortDiagnostics(uniqueDiagnostics(findings)), isReadable: errors.length === 0 };
}
