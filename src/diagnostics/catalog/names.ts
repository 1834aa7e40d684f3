import { paramMessage } from "../message.ts";

/** RMD2xxx: names, declarations and imports. */
export const nameDiagnostics = {
  RMD2001: { severity: "error", message: paramMessage`Unknown ${"kind"} '${"name"}'.${"hint"}` },
} as const;
