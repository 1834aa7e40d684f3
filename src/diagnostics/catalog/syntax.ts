import { paramMessage } from "../message.ts";

/** RMD1xxx: reading files, tokens and grammar. */
export const syntaxDiagnostics = {
  RMD1001: { severity: "error", message: paramMessage`${"expected"} expected, found ${"found"}.` },
} as const;
