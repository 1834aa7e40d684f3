import { installerDialect } from "./installer-dialect.ts";
import { requirementDialect } from "./requirement-dialect.ts";
import type { ExitAnswer, ExitDialect, Target } from "./target.ts";

const silent = (exitCode: number): ExitAnswer => ({ exitCode, output: { kind: "none" } });

/**
 * Ending with 0, a line means installed and silence not installed; any other code means that nobody can tell (Microsoft, "Create applications in Configuration
 * Manager", custom scripts to detect deployment types).
 */
const detection: ExitDialect = {
  compliant: { exitCode: 0, output: { kind: "summary" } },
  noncompliant: silent(0),
  blocked: silent(1),
  failed: silent(1),
  restartNeeded: silent(0),
  busy: silent(1),
};

/** The same page: a detection script has 32 KB at most. */
const MAXIMUM_DETECTION = 32 * 1024;

export const configmgrApplication: Target = {
  name: "configmgr.application",
  summary:
    "an application for Configuration Manager: install, uninstall, detection and requirement scripts, and a script that creates or updates it there",
  passesParameters: false,
  carries: "folder",
  roles: [
    { role: "detect", fileName: "detect.ps1", maximumBytes: MAXIMUM_DETECTION, dialect: detection },
    { role: "install", fileName: "install.ps1", maximumBytes: undefined, dialect: installerDialect },
    { role: "uninstall", fileName: "uninstall.ps1", maximumBytes: undefined, dialect: installerDialect },
    { role: "requirement", fileName: "requirement.ps1", maximumBytes: undefined, dialect: requirementDialect },
  ],
};
