import { MAXIMUM_SCRIPT_BYTES } from "./intune-remediation.ts";
import type { ExitAnswer, Target } from "./target.ts";

const summary = { kind: "summary" } as const;
/** Intune runs a script that ended with another code than 0 again at the next three check-ins, and keeps its error stream (Microsoft, "Use PowerShell scripts on Windows devices in Intune"). */
const again: ExitAnswer = { exitCode: 1, output: { kind: "summary", onError: true } };

export const intunePlatformScript: Target = {
  name: "intune.platform_script",
  summary:
    "one script that repairs, for Intune's scripts that run once on each device (Devices, Scripts and remediations, Platform scripts)",
  passesParameters: false,
  carries: undefined,
  roles: [
    {
      role: "remediate",
      fileName: "ps1",
      maximumBytes: MAXIMUM_SCRIPT_BYTES,
      dialect: {
        compliant: { exitCode: 0, output: summary },
        noncompliant: again,
        blocked: again,
        failed: again,
        restartNeeded: { exitCode: 0, output: summary },
        busy: again,
      },
    },
  ],
};
