import { paramMessage } from "../message.ts";

/** What is compared with each other. */
export const comparingDiagnostics = {
  RMD8301: {
    severity: "error",
    message: paramMessage`Nothing is compared: what is wrong is in the old state, '${"path"}'. Compare with another one, or build it with the version of remedyc that it was written for.`,
  },
} as const;
