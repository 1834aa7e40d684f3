import type { ExitDialect, Target } from "./target.ts";

const summary = { kind: "summary" } as const;

/** Any exit code but 0 starts the remediation script, and makes that one count as failed (Intune "Remediations"; measured behaviour agrees). */
const dialect: ExitDialect = {
  compliant: { exitCode: 0, output: summary },
  noncompliant: { exitCode: 1, output: summary },
  blocked: { exitCode: 1, output: summary },
  failed: { exitCode: 1, output: summary },
  // Remediations may not restart Windows and 3010 would count as failed: the restart is named in the text.
  restartNeeded: { exitCode: 0, output: summary },
  busy: { exitCode: 1, output: summary },
};

/**
 * Of a remediation Intune keeps the error stream alone (`remediationScriptError`; Microsoft Graph, resource type deviceHealthScriptDeviceState), and after one
 * that ended with other than 0 no detection runs that would say more.
 */
const unresolved = { exitCode: 1, output: { kind: "summary", onError: true } } as const;
const remediationDialect: ExitDialect = { ...dialect, noncompliant: unresolved, blocked: unresolved, failed: unresolved, busy: unresolved };

/** Microsoft documents 200 KB for a remediation's scripts, and for those that run once. */
export const MAXIMUM_SCRIPT_BYTES = 200 * 1024;

export const intuneRemediation: Target = {
  name: "intune.remediation",
  summary: "a detection and a remediation script for Intune Remediations (Windows 10 and 11 clients)",
  passesParameters: false,
  carries: undefined,
  roles: [
    { role: "detect", fileName: "detect.ps1", maximumBytes: MAXIMUM_SCRIPT_BYTES, dialect },
    { role: "remediate", fileName: "remediate.ps1", maximumBytes: MAXIMUM_SCRIPT_BYTES, dialect: remediationDialect },
  ],
};
