import { paramMessage } from "../message.ts";

/** Formatting: `remedyc fmt`. */
export const formattingDiagnostics = {
  RMD8701: { severity: "error", message: paramMessage`'${"path"}' is not formatted. 'remedyc fmt' does it.` },
  RMD8702: {
    severity: "error",
    message: paramMessage`'${"path"}' is not formatted, since it cannot be written: ${"reason"}. It stays as it was.`,
  },
  RMD8703: {
    severity: "error",
    message: paramMessage`'${"path"}' is not formatted, since Prettier's configuration for it cannot be used: ${"reason"}. Correct it, or take it away.`,
  },
} as const;
