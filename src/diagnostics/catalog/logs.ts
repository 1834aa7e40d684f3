import { paramMessage } from "../message.ts";

/** RMD85xx: logs that are read by 'remedyc diagnose'. Holes: `file` is a log. */
export const logDiagnostics = {
  RMD8500: { severity: "error", message: paramMessage`'${"file"}' cannot be read: ${"reason"}.` },
  RMD8501: {
    severity: "error",
    message: paramMessage`'${"file"}' is a damaged event log: none of its records can be read. Export it anew: wevtutil epl System System.evtx.`,
  },
  RMD8502: {
    severity: "warning",
    message: paramMessage`'${"file"}' is damaged or cut off: ${"damaged"} of its parts cannot be read, ${"records"} records can. What it says of the failure may be missing.`,
  },
  RMD8503: {
    severity: "error",
    message: paramMessage`'${"file"}' is no log that is known: no line is one of Windows Installer, a bundle (Burn), CMTrace, PSAppDeployToolkit or remedyc, and it is no event log.`,
  },
  RMD8504: {
    severity: "error",
    message: paramMessage`No cause was found: the logs ${"what"}. Give the verbose log of the setup and the event logs of that hour as well.`,
  },
  RMD8505: {
    severity: "warning",
    message: paramMessage`'${"file"}' has lines of more than 65,536 characters (${"lines"}): of those only the beginning was looked at.`,
  },
  RMD8506: { severity: "error", message: paramMessage`There is no log in '${"path"}': no file there ends in .log, .jsonl, .txt or .evtx.` },
  RMD8507: {
    severity: "error",
    message: paramMessage`There is no encoding '${"name"}'. Write one such as windows-1252, windows-1251 or shift_jis.`,
  },
  RMD8508: { severity: "error", message: paramMessage`The report cannot be written to '${"file"}': ${"reason"}.` },
  RMD8509: {
    severity: "error",
    message: paramMessage`No log was given. Name files, folders or patterns: verbose logs of Windows Installer, logs of bundles, of Intune, of Configuration Manager, and .evtx.`,
  },
  RMD8510: {
    severity: "error",
    message: paramMessage`'${"file"}' is packed (${"archive"}). Unpack it into a folder and give that: remedyc diagnose FOLDER.`,
  },
} as const;
