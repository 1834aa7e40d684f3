import type { ExitDialect } from "./target.ts";

const summary = { kind: "summary" } as const;

/**
 * The exit codes of Windows Installer, which every deployment tool reads: 3010 is ERROR_SUCCESS_REBOOT_REQUIRED, 1603 ERROR_INSTALL_FAILURE, 1618
 * ERROR_INSTALL_ALREADY_RUNNING (Microsoft, "MsiExec.exe and InstMsi.exe error messages"); 20001 is ours: no run helps until a person acts.
 */
export const installerDialect: ExitDialect = {
  compliant: { exitCode: 0, output: summary },
  noncompliant: { exitCode: 1, output: summary },
  blocked: { exitCode: 20001, output: summary },
  failed: { exitCode: 1603, output: summary },
  restartNeeded: { exitCode: 3010, output: summary },
  busy: { exitCode: 1618, output: summary },
};
