import { paramMessage } from "../message.ts";

/** What is said of pairs that people wrote by hand. */
export const importDiagnostics = {
  RMD8820: {
    severity: "error",
    message: paramMessage`This is no PowerShell: ${"reason"}. No remedy is written; repair the script, then import it again.`,
  },
  RMD8821: {
    severity: "warning",
    message: paramMessage`Detection and fix disagree on ${"what"}: the detection is content with '${"detected"}', the fix makes '${"fixed"}'. One of the two is wrong.`,
  },
  RMD8822: {
    severity: "warning",
    message: paramMessage`The detection tests ${"what"}, which the fix never changes: what it finds stays as it is, and is found again.`,
  },
  RMD8823: {
    severity: "warning",
    message: paramMessage`The fix changes ${"what"}, which the detection never tests: where only that is wrong nothing happens.`,
  },
  RMD8824: { severity: "warning", message: paramMessage`An error reads as compliant: ${"reason"}. End with 1, and say what failed.` },
  RMD8825: { severity: "warning", message: paramMessage`The exit code says nothing: ${"reason"}.` },
  RMD8826: { severity: "warning", message: paramMessage`This is never reached: what stands before it ends the ${"what"}.` },
  RMD8827: { severity: "warning", message: paramMessage`Intune does not show this: ${"reason"}.` },
  RMD8828: {
    severity: "warning",
    message: paramMessage`'${"what"}' is whose the script runs as: with Intune's usual setting that is SYSTEM, nobody's profile. Run it with the signed-in credentials, or go over the profiles.`,
  },
  RMD8829: {
    severity: "note",
    message: paramMessage`In 32-bit PowerShell, which is Intune's default, '${"what"}' is another place (${"other"}). Choose 'Run script in 64-bit PowerShell'.`,
  },
  RMD8830: {
    severity: "warning",
    message: paramMessage`A secret stands in the script: ${"what"}. Whoever reads the script or its log on a device has it; change it, and let the device read it from where it is kept.`,
  },
  RMD8831: {
    severity: "warning",
    message: paramMessage`What '${"what"}' downloads is run without a look at its hash or signature: whoever can change it there runs code as SYSTEM.`,
  },
  RMD8832: {
    severity: "warning",
    message: paramMessage`Win32_Product checks and may repair every Windows Installer product whenever it is asked, which takes minutes and changes the device. Read the uninstall entries of the registry.`,
  },
  RMD8833: {
    severity: "warning",
    message: paramMessage`'${"what"}' waits for a person, and nobody is there: the script hangs until Intune ends it.`,
  },
  RMD8834: { severity: "warning", message: paramMessage`${"reason"}.` },
  RMD8835: {
    severity: "warning",
    message: paramMessage`'${"what"}' restarts the device at once, whatever somebody has open. Ask for a restart instead.`,
  },
  RMD8836: { severity: "warning", message: paramMessage`Only PowerShell 7 knows ${"what"}, and Intune runs Windows PowerShell 5.1.` },
  RMD8837: { severity: "warning", message: paramMessage`What runs here cannot be read: ${"reason"}.` },
  RMD8838: { severity: "warning", message: paramMessage`'${"what"}' is gone, or is going: ${"instead"}.` },
  RMD8839: { severity: "error", message: paramMessage`'${"file"}' cannot be read: ${"reason"}.` },
  RMD8840: { severity: "error", message: paramMessage`No remedy is written of '${"file"}': ${"reason"}.` },
  RMD8841: {
    severity: "error",
    message: paramMessage`There is no detection script in '${"folder"}'. Name a folder whose scripts say by name what they are: detect.ps1 and remediate.ps1, App_Detection.ps1 and App_Remediation.ps1, Detect-App.ps1 and Remediate-App.ps1.`,
  },
  RMD8842: {
    severity: "note",
    message: paramMessage`The detection script '${"file"}' has no remediation beside it that its name tells: it only reports.`,
  },
  RMD8843: { severity: "error", message: paramMessage`'${"file"}' cannot be written: ${"reason"}. Nothing was changed.` },
} as const;
