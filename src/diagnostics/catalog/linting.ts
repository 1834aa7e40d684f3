import { paramMessage } from "../message.ts";

/** What compiles and still should not ship: a code for each rule of `src/linter/rules/`, and what is said of their switches and of the command. */
export const lintDiagnostics = {
  RMD6031: {
    severity: "note",
    message: paramMessage`No scenario of '${"remedy"}' expects 'blocked': what it says where it can do nothing was never looked at. Write one: 'expect fix blocked "…"'.`,
  },
  RMD6032: {
    severity: "warning",
    message: paramMessage`The scenario '${"title"}' tries the same as '${"other"}'. Remove one, or change what is given.`,
  },
  RMD6033: {
    severity: "warning",
    message: paramMessage`Everyone on the device may make files in '${"folder"}' and below, and this is run as SYSTEM. Keep it below '%ProgramFiles%'.`,
  },
  RMD6034: {
    severity: "warning",
    message: paramMessage`'${"what"}' is removed before anything has looked at '${"source"}', from which it comes again: where that is not there or not the right one, the device has neither. Put the removal into the block of the 'ensure' that installs, or a 'require file(…).is_trusted(…)' in front of it.`,
  },
  RMD6035: {
    severity: "warning",
    message: paramMessage`This condition looks for '${"name"}', and the next version has another name than '${"version"}': from then on it tells something else. Write a pattern without the version, and compare 'version' where it matters.`,
  },
  RMD6036: {
    severity: "warning",
    message: paramMessage`"${"text"}" tells nobody what is wrong or what to do. Name the thing and the action: "Install .NET Framework 4.7.1 or later."`,
  },
  RMD6037: {
    severity: "warning",
    message: paramMessage`This check reads ${"read"}, which nothing of the remedy changes: its fix is about ${"changed"} and never makes it true. Read what the fix changes, or change what is read.`,
  },
  RMD6038: {
    severity: "note",
    message: paramMessage`What this script does, ${"what"} says: then it is tested, undone and simulated by itself. 'remedyc import' shows how it is written.`,
  },
  RMD6039: {
    severity: "warning",
    message: paramMessage`This text has ${"length"} characters, and a script tells the first ${"limit"} of one item, so that the console's 2,048 hold several. Shorten it.`,
  },
  RMD6040: {
    severity: "warning",
    message: paramMessage`The line of a run is plain ASCII, and shows '?' for each ${"characters"} here. Write it otherwise.`,
  },
  RMD6041: {
    severity: "warning",
    message: paramMessage`This text seems to hold ${"what"}: everybody who reads the file, the script or its log has it. Change it, and let the device read it: 'secret.env("NAME")' or 'secret.dpapi('path')'.`,
  },
  RMD6042: {
    severity: "warning",
    message: paramMessage`What comes from '${"address"}' can be read and changed on its way. Write https://.`,
  },
  RMD6043: {
    severity: "note",
    message: paramMessage`The parameter '${"name"}' says nothing of itself. Write '/// …' above it: it becomes the help of the script.`,
  },
  RMD6044: {
    severity: "warning",
    message: paramMessage`Two scenarios of '${"remedy"}' have the title '${"title"}', and reports tell neither from the other. Give one of them another title.`,
  },
  RMD6045: { severity: "note", message: paramMessage`'${"text"}' is '${"better"}'. Write that.` },
  RMD6091: {
    severity: "warning",
    message: paramMessage`'${"text"}' switches nothing off: it lacks its form or its reason. Write '// lint: off RULE because "…"'.`,
  },
  RMD6092: {
    severity: "warning",
    message: paramMessage`The rule '${"name"}' finds nothing here, so there is nothing to switch off. Remove the comment.`,
  },
  RMD6093: { severity: "warning", message: paramMessage`There is no rule '${"name"}'. ${"hint"}` },
  RMD6094: {
    severity: "error",
    message: paramMessage`'${"path"}' is not repaired, since it cannot be written: ${"reason"}. It stays as it was.`,
  },
  RMD6095: {
    severity: "error",
    message: paramMessage`There are ${"found"} warnings, more than the ${"most"} of --max-warnings. Repair them, or switch a rule off with its reason.`,
  },
  RMD6096: {
    severity: "error",
    message: paramMessage`'${"path"}' would not compile with its repairs (${"code"}), so it stays as it was. Make them by hand.`,
  },
} as const;
