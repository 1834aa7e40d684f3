import { paramMessage } from "../message.ts";

/** RMD3xxx: types and values. */
export const typeDiagnostics = {
  RMD3001: { severity: "error", message: paramMessage`${"expected"} expected here, but this is ${"found"}.` },
} as const;
