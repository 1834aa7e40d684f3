import { paramMessage } from "../message.ts";

/** RMD4xxx: what a remedy as a whole may say (LANGUAGE, Semantics). */
export const planDiagnostics = {
  RMD4001: { severity: "error", message: paramMessage`'${"resource"}' is ensured twice with different '${"property"}': ${"first"} and ${"second"}. Keep one, or put the earlier one under a guard that is false once the later one holds.` },
  RMD4010: { severity: "error", message: paramMessage`The path '${"path"}' is relative, and a script that runs as SYSTEM has no folder of its own. Begin it with a drive, a share or a %Variable%.` },
  RMD4020: { severity: "error", message: paramMessage`The PowerShell of '${"block"}' cannot stand in a script: ${"reason"}.` },
} as const;
