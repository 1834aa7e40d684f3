import { paramMessage } from "../message.ts";

/** RMD5xxx: targets, limits and output. */
export const targetDiagnostics = {
  RMD5001: {
    severity: "error",
    message: paramMessage`The script '${"script"}' has ${"size"} bytes; the target ${"target"} takes at most ${"limit"}: ${"parts"}. Split the remedy where its largest statements belong together least.`,
  },
  RMD5003: {
    severity: "error",
    message: paramMessage`The source '${"path"}' is a relative path, but the target ${"target"} carries no files. Give an absolute path, for instance '%ProgramFiles%\\Install\\setup.exe', or where an address may stand, https://… with its sha256.`,
  },
  RMD5004: {
    severity: "error",
    message: paramMessage`The parameter '${"name"}' cannot be a parameter of a script: PowerShell or the script itself uses that name. Choose another one.`,
  },
  RMD5005: {
    severity: "error",
    message: paramMessage`The parameters '${"name"}' and '${"other"}' are the same in PowerShell, which ignores case and underscores here. Choose another name for one.`,
  },
  RMD5007: {
    severity: "error",
    message: paramMessage`Two remedies write '${"file"}'. Rename one of them, or build them into different folders.`,
  },
  RMD5008: {
    severity: "error",
    message: paramMessage`'${"script"}' needs the PowerShell function '${"function"}', which does not exist. Write it in the .ps1 beside the kind's declaration.`,
  },
  RMD5009: {
    severity: "warning",
    message: paramMessage`Remedy '${"remedy"}' has no block 'uninstall', and an app of ${"target"} must have an uninstall command: it gets one that only fails. Add 'uninstall { … }' with what is to be gone then, or an empty one where there is nothing to take away.`,
  },
  RMD5010: {
    severity: "warning",
    message: paramMessage`No target of remedy '${"remedy"}' has an uninstall script, so this block does nothing. Add the target 'intune.win32' or 'configmgr.application', or remove the block.`,
  },
  RMD5011: {
    severity: "error",
    message: paramMessage`The file '${"path"}' cannot be carried beside the scripts: ${"reason"}. A relative source lies beside the remedy, or below.`,
  },
  RMD5012: {
    severity: "error",
    message: paramMessage`The file '${"path"}' has the SHA-256 ${"found"}, so no device would take it. Correct 'sha256', or put the right file there.`,
  },
  RMD5013: {
    severity: "error",
    message: paramMessage`The '${"property"}' has ${"size"} characters; an application of Configuration Manager takes at most ${"limit"}. Shorten it, and say the rest in the text above the remedy.`,
  },
  RMD5014: {
    severity: "warning",
    message: paramMessage`Remedies '${"first"}' and '${"second"}' have the same title '${"title"}', which is their name in Configuration Manager (${"target"}): the second one that is published is refused. Give one of them another title.`,
  },
  RMD5016: {
    severity: "error",
    message: paramMessage`Remedy '${"remedy"}' has 'context: user', but the task that the script of ${"target"} registers runs as SYSTEM, which is no signed-in user. Remove 'context: user' and put what is each user's into 'each u in profile() { … }', or take the target 'standalone' or 'intune.remediation'.`,
  },
} as const;
