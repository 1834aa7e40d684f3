import { paramMessage } from "../message.ts";

/** RMD6xxx: resource kinds that users declare. */
export const resourceKindDiagnostics = {
  RMD6001: { severity: "error", message: paramMessage`The resource kind '${"kind"}' has no function '${"function"}'. Write it in '${"file"}'.` },
} as const;
