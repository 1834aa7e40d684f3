import { installerDialect } from "./installer-dialect.ts";
import type { Target } from "./target.ts";

/** One script for a person, a scheduled task or any tool that reads Windows Installer's exit codes. */
export const standalone: Target = {
  name: "standalone",
  summary: "one script that tests and repairs, with -WhatIf, for a console, a scheduled task or any deployment tool",
  passesParameters: true,
  carries: undefined,
  roles: [{ role: "standalone", fileName: "ps1", maximumBytes: undefined, dialect: installerDialect }],
};
