import { paramMessage } from "../message.ts";

/** RMD8xxx: signing and verification. */
export const signingDiagnostics = {
  RMD8001: { severity: "error", message: paramMessage`The certificate '${"subject"}' may not sign code: its extended key usage lacks code signing (1.3.6.1.5.5.7.3.3). Use a code-signing certificate.` },
} as const;
