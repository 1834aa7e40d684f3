import { paramMessage } from "../message.ts";

/** Installers that are looked into, and packages that are made of them. */
export const installerDiagnostics = {
  RMD8101: { severity: "error", message: paramMessage`'${"file"}' cannot be read: ${"detail"}. Check the path and its rights.` },
  RMD8102: { severity: "error", message: paramMessage`'${"file"}' cannot be written: ${"detail"}. Check the folder and its rights.` },
  RMD8103: { severity: "error", message: paramMessage`The package cannot hold '${"name"}': ${"reason"}. Rename it, or leave it out.` },
  RMD8104: {
    severity: "error",
    message: paramMessage`'${"file"}' is no sound .intunewin package: ${"detail"}. Get it again from where it comes from, or make it anew.`,
  },
  RMD8105: {
    severity: "error",
    message: paramMessage`The content of '${"file"}' is not what was packed: ${"detail"}. Do not deploy it; get it again from where it comes from.`,
  },
  RMD8106: {
    severity: "error",
    message: paramMessage`'${"file"}' is none of the files that are looked into: it is ${"what"}. Name an MSI, MSP, EXE, MSIX or .intunewin file.`,
  },
  RMD8107: {
    severity: "error",
    message: paramMessage`'${"file"}' is no sound ${"form"}: ${"detail"}. Get it again from where it comes from.`,
  },
} as const;
