import { paramMessage } from "../message.ts";

/** RMD4xxx: what a remedy as a whole may say (LANGUAGE, Semantics). */
export const planDiagnostics = {
  RMD4001: {
    severity: "error",
    message: paramMessage`'${"resource"}' is ensured twice with different '${"property"}': ${"first"} and ${"second"}. Keep one, or put the earlier one under a guard that is false once the later one holds.`,
  },
  RMD4010: {
    severity: "error",
    message: paramMessage`The path '${"path"}' is relative, and a script that runs as SYSTEM has no folder of its own. Begin it with a drive, a share or a %Variable%.`,
  },
  RMD4011: {
    severity: "error",
    message: paramMessage`Nothing is written or removed at '${"path"}': ${"reason"}, and a script that runs as SYSTEM takes no path that can be read in two ways. Write the path itself.`,
  },
  RMD4012: { severity: "error", message: paramMessage`Nothing is downloaded from '${"url"}': ${"reason"}.` },
  RMD4013: {
    severity: "error",
    message: paramMessage`What comes from '${"url"}' is used with full rights, and must be known whoever sends it. Add 'sha256' to the block.`,
  },
  RMD4014: {
    severity: "warning",
    message: paramMessage`Remedy '${"remedy"}' only says when to restart, which no detection asks for: it is compliant on every machine, and its fix never runs. To report what should be restarted, write 'require … else "…"'.`,
  },
  RMD4020: { severity: "error", message: paramMessage`The PowerShell of '${"block"}' cannot stand in a script: ${"reason"}.` },
  RMD4022: {
    severity: "error",
    message: paramMessage`'${"text"}' names several things, and a reading is of one. Say which '${"key"}' is read.`,
  },
  RMD4023: {
    severity: "error",
    message: paramMessage`'${"kind"}' is changed by SYSTEM alone, and this remedy runs as the signed-in user: it would be blocked on every device. Remove 'context: user', or put it into a remedy of its own.`,
  },
  RMD4090: {
    severity: "error",
    message: paramMessage`'${"text"}' cannot become PowerShell: ${"reason"}. Write the PowerShell itself, with texts that stand in the source.`,
  },
  RMD4091: {
    severity: "error",
    message: paramMessage`The function '${"function"}' of '${"file"}' cannot stand in a script: ${"reason"}. Correct it.`,
  },
  RMD4092: {
    severity: "error",
    message: paramMessage`'${"name"}' is the name of a device of Windows, and no file can have it: the scripts are named after the remedy. Choose another name.`,
  },
  RMD4093: {
    severity: "error",
    message: paramMessage`This becomes ${"count"} statements, and a remedy may have ${"limit"}: what 'use' and 'each' stand for is multiplied here. Use fewer, or split the remedy.`,
  },
  RMD4094: {
    severity: "error",
    message: paramMessage`'${"path"}' cannot be compiled: something in it, or in what it imports, lies too deep in itself, or leads through too many others ('let', 'use', parentheses, blocks). Shorten that.`,
  },
  RMD4095: {
    severity: "error",
    message: paramMessage`This becomes too much: what a 'let' or an argument stands for is put in its place wherever it is named, and here that multiplies. Name it less often.`,
  },

  RMD4101: { severity: "error", message: paramMessage`'${"kind"}' cannot be ensured.${"hint"}` },
  RMD4102: {
    severity: "error",
    message: paramMessage`'${"kind"}' cannot be '${"word"}': it is told by what it should be, '{ ${"example"}: … }'.${"hint"}`,
  },
  RMD4103: { severity: "error", message: paramMessage`Nothing is said of '${"text"}'.${"hint"}` },
  RMD4104: {
    severity: "error",
    message: paramMessage`'${"text"}' is to be absent, so its '${"name"}' cannot be ensured. Remove '${"name"}', or remove 'absent'.`,
  },
  RMD4105: {
    severity: "error",
    message: paramMessage`A script needs both a test and a fix: ${"missing"} is missing. Without both it would not be idempotent.`,
  },
  RMD4106: {
    severity: "error",
    message: paramMessage`'${"text"}' is run with full rights, so it must be known. Add 'signed_by' (the signer's whole subject) or 'sha256'.`,
  },
  RMD4107: { severity: "error", message: paramMessage`'${"kind"}' cannot be told to '${"verb"}'.${"hint"}` },
  RMD4108: {
    severity: "error",
    message: paramMessage`'${"verb"}' only reads, and nothing would hear it here. Move it into 'on failure { … }'.`,
  },
  RMD4109: {
    severity: "error",
    message: paramMessage`'${"kind"}' cannot be stopped and started again. 'with … stopped' takes ${"stoppable"}.`,
  },
  RMD4110: {
    severity: "error",
    message: paramMessage`'${"word"}' goes over a list or over things that are found on the device; '${"text"}' is ${"type"}.${"hint"}`,
  },
  RMD4111: { severity: "error", message: paramMessage`'${"text"}' stands for every ${"kind"} of the machine. Say which: ${"how"}.` },
  RMD4112: { severity: "error", message: paramMessage`'on failure' belongs to a step. Move it to the end of the step.` },
  RMD4113: {
    severity: "error",
    message: paramMessage`'reboot' cannot stand inside '${"block"}': one restart serves the whole remedy. Move it behind the block.`,
  },
  RMD4114: {
    severity: "warning",
    message: paramMessage`The fixes of step '${"step"}' may make its own guard false, and then this restart is forgotten. Move 'reboot' into a step of its own behind it.`,
  },
  RMD4115: {
    severity: "error",
    message: paramMessage`'${"text"}' is nobody's hive here: the remedy runs as SYSTEM. Put it into 'each u in profile() { … }', or write 'context: user'.`,
  },
  RMD4116: { severity: "error", message: paramMessage`Remedy '${"remedy"}' lacks ${"missing"}. Add it below the remedy's name.` },
  RMD4117: { severity: "error", message: paramMessage`A remedy has no entry '${"name"}'.${"hint"}` },
  RMD4118: { severity: "error", message: paramMessage`Unknown target '${"name"}'.${"hint"}` },
  RMD4119: { severity: "warning", message: paramMessage`The target '${"name"}' is named twice. Remove one.` },
  RMD4120: { severity: "warning", message: paramMessage`The ${"what"} does nothing: it has no ${"missing"}. Add one, or remove it.` },
  RMD4121: { severity: "error", message: paramMessage`The scenario ${"title"} expects nothing, so it cannot fail. Add 'expect …'.` },
  RMD4122: {
    severity: "error",
    message: paramMessage`'${"text"}' may stand for several, but a scenario describes single things. ${"how"}`,
  },
  RMD4123: {
    severity: "error",
    message: paramMessage`'${"name"}' of ${"kind"} only tells a fix what to do; a machine does not have it. Remove it.`,
  },
  RMD4124: {
    severity: "error",
    message: paramMessage`'${"text"}' is absent, so it has no '${"name"}'. Remove '${"name"}', or remove 'absent'.`,
  },
  RMD4125: {
    severity: "error",
    message: paramMessage`A value can be given to a property or a fact, and '${"text"}' is neither. ${"hint"}`,
  },
  RMD4126: { severity: "error", message: paramMessage`'${"name"}' serves '${"word"}' alone. Remove it, or ensure '${"text"}' ${"word"}.` },
  RMD4127: {
    severity: "warning",
    message: paramMessage`No machine of the simulation knows the account '${"account"}', and the remedy does not name it: a service cannot log on as it. Write 'computer { domain_accounts: [${"text"}] }' beside it ('managed_accounts', 'local_accounts'; 'missing_accounts' where it is to be gone).`,
  },
  RMD4128: {
    severity: "error",
    message: paramMessage`'${"path"}' is no program by its full path. Name an .exe file, for instance '%SystemRoot%\\System32\\w32tm.exe'; its arguments stand beside it ('arguments: […]'), PATH is not searched, and scripts and documents are not run.`,
  },
  RMD4129: { severity: "error", message: paramMessage`'${"name"}' and '${"text"}' exclude each other: ${"reason"}. Remove one of them.` },
  RMD4130: { severity: "error", message: paramMessage`The promise ${"title"} lacks ${"missing"}. ${"how"}` },
  RMD4131: {
    severity: "error",
    message: paramMessage`There is a promise ${"title"} for '${"remedy"}' already: a report would not tell them apart. Give one of them another title.`,
  },
  RMD4132: { severity: "error", message: paramMessage`'${"text"}' is ${"value"}, so ${"why"}. ${"how"}` },
  RMD4133: {
    severity: "warning",
    message: paramMessage`Remedy '${"remedy"}' does not name ${"resource"}, so nothing can be shown of it.${"hint"}`,
  },
  RMD4134: {
    severity: "error",
    message: paramMessage`'changed' is about the items above it, and a promise stands behind none. Say what must be so of the resources themselves.`,
  },
  RMD4135: {
    severity: "error",
    message: paramMessage`'${"property"}' is accepted without a reason. Write why this remedy need not have it.`,
  },
  RMD4136: { severity: "error", message: paramMessage`'${"property"}' is accepted twice. Remove one.` },
  RMD4139: {
    severity: "error",
    message: paramMessage`Every line holds an empty text, so it expects nothing. Write what the reason must hold, or nothing behind the outcome.`,
  },
  RMD4150: { severity: "error", message: paramMessage`'${"name"}' is no type that a requirement is compared in.${"hint"}` },
  RMD4151: {
    severity: "error",
    message: paramMessage`'${"condition"}' cannot be compared as ${"type"} by the channel: ${"reason"}. Without 'as ${"type"}' the script compares it itself.`,
  },
  RMD4152: {
    severity: "error",
    message: paramMessage`'${"date"}' is no date. Write it as "2026-01-31", which begins at midnight in UTC, or with the time as "2026-01-31T08:30Z".`,
  },
} as const;
