import type { Target } from "./target.ts";

const summary = { kind: "summary" } as const;

/**
 * One script for a person, a scheduled task or any tool that reads Windows Installer's exit codes: 3010 is ERROR_SUCCESS_REBOOT_REQUIRED,
 * 1603 ERROR_INSTALL_FAILURE, 1618 ERROR_INSTALL_ALREADY_RUNNING (Microsoft, "MsiExec.exe and InstMsi.exe error messages"); 20001 is ours.
 */
export const standalone: Target = {
  name: "standalone",
  summary: "one script that tests and repairs, with -WhatIf, for a console, a scheduled task or any deployment tool",
  passesParameters: true,
  carriesFiles: false,
  roles: [
    {
      role: "standalone",
      fileName: "ps1",
      maximumBytes: undefined,
      dialect: {
        compliant: { exitCode: 0, output: summary },
        noncompliant: { exitCode: 1, output: summary },
        blocked: { exitCode: 20001, output: summary },
        failed: { exitCode: 1603, output: summary },
        restartNeeded: { exitCode: 3010, output: summary },
        busy: { exitCode: 1618, output: summary },
      },
    },
  ],
};
