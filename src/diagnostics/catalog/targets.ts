import { paramMessage } from "../message.ts";

/** RMD5xxx: targets, limits and output. */
export const targetDiagnostics = {
  RMD5001: { severity: "error", message: paramMessage`The script '${"script"}' has ${"size"} bytes; the target ${"target"} takes at most ${"limit"}. Split the remedy.` },
} as const;
