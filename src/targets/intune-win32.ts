import { installerDialect } from "./installer-dialect.ts";
import { requirementDialect } from "./requirement-dialect.ts";
import type { ExitAnswer, ExitDialect, Target } from "./target.ts";

const line = (exitCode: number): ExitAnswer => ({ exitCode, output: { kind: "summary" } });

/** Installed is an app whose script ends with 0, writes something, and writes nothing to the error stream (Microsoft, "Add a Win32 app", detection rules). */
const detection: ExitDialect = {
  compliant: line(0),
  noncompliant: line(1),
  blocked: line(1),
  failed: line(1),
  restartNeeded: line(1),
  busy: line(1),
};

export const intuneWin32: Target = {
  name: "intune.win32",
  summary:
    "an app for Intune: install, uninstall, detection and requirement scripts, its settings, and the .intunewin that carries them with its files",
  passesParameters: false,
  carries: "package",
  comparesRequirements: true,
  roles: [
    { role: "detect", fileName: "detect.ps1", maximumBytes: undefined, dialect: detection },
    { role: "install", fileName: "install.ps1", maximumBytes: undefined, dialect: installerDialect },
    { role: "uninstall", fileName: "uninstall.ps1", maximumBytes: undefined, dialect: installerDialect },
    { role: "requirement", fileName: "requirement.ps1", maximumBytes: undefined, dialect: requirementDialect },
  ],
};
