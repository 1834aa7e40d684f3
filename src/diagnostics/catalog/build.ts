import { paramMessage } from "../message.ts";

/** RMD7xxx: what a build is given: parameters, parameter files, configuration, folders. */
export const buildDiagnostics = {
  RMD7001: { severity: "error", message: paramMessage`There is no parameter '${"name"}' in '${"remedy"}'.${"hint"}` },
} as const;
