import { paramMessage } from "../message.ts";

/** RMD4xxx: what a remedy as a whole may say (LANGUAGE, Semantics). */
export const planDiagnostics = {
  RMD4001: { severity: "error", message: paramMessage`'${"resource"}' is ensured twice with different '${"property"}': ${"first"} and ${"second"}. Keep one, or put the earlier one under a guard that is false once the later one holds.` },
} as const;
