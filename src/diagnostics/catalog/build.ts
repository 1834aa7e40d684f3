import { paramMessage } from "../message.ts";

/** RMD7xxx: what a build is given: parameters, parameter files, configuration, folders. */
export const buildDiagnostics = {
  RMD7001: { severity: "error", message: paramMessage`There is no parameter '${"name"}' in '${"remedy"}'.${"hint"}` },
  RMD7002: {
    severity: "error",
    message: paramMessage`The value given for the parameter '${"name"}' of '${"remedy"}' does not fit: ${"expected"} expected.`,
  },
  RMD7003: {
    severity: "error",
    message: paramMessage`The parameter '${"name"}' of '${"remedy"}' has no default and was given no value. Give one with --set ${"name"}=value or in a parameter file.`,
  },
  RMD7004: { severity: "error", message: paramMessage`Values are given for '${"remedy"}', and no such remedy is built.${"hint"}` },
  RMD7005: { severity: "error", message: paramMessage`'${"text"}' is no parameter. Write name=value, or remedy.name=value.` },
  RMD7010: { severity: "error", message: paramMessage`'${"file"}' is no YAML or JSON: ${"reason"}.` },
  RMD7011: { severity: "error", message: paramMessage`A parameter file holds 'name: value' lines; '${"file"}' holds something else.` },
  RMD7012: { severity: "error", message: paramMessage`The value of '${"name"}' is neither a single value nor a list of values.` },
  RMD7020: { severity: "error", message: paramMessage`${"what"}. ${"hint"}` },
  RMD7021: { severity: "error", message: paramMessage`'${"path"}' cannot be read: ${"reason"}.` },
  RMD7022: { severity: "error", message: paramMessage`The output folder '${"path"}' cannot be written: ${"reason"}. Nothing was changed.` },
  RMD7023: {
    severity: "error",
    message: paramMessage`'${"path"}' is outside the project root '${"root"}'. Start remedyc in the folder above it, or name that folder with --root.`,
  },
  RMD7024: {
    severity: "error",
    message: paramMessage`No file was given. Name .remedy files, folders or patterns, or list them under 'files' in remedyc.config.json.`,
  },
  RMD7025: {
    severity: "warning",
    message: paramMessage`'${"file"}' is left over from an earlier build: ${"reason"}. Remove it with --clean.`,
  },
  RMD7026: {
    severity: "warning",
    message: paramMessage`'${"file"}' is left over from an earlier build (${"reason"}), and --clean leaves it alone: ${"obstacle"}. Delete it yourself when nobody needs it.`,
  },
  RMD7027: {
    severity: "warning",
    message: paramMessage`'${"path"}' does not say what earlier builds wrote: ${"reason"}. What is left over of them is neither told nor removed; look through the folder yourself once. The list begins anew with this build.`,
  },
  RMD7028: {
    severity: "note",
    message: paramMessage`'${"file"}' is older than its source: '${"source"}' or an import of it has changed since, and this build wrote other targets only. Build without --target to write it anew.`,
  },
  RMD7029: {
    severity: "error",
    message: paramMessage`There is no remedy in '${"path"}' or below: no file ends in .remedy. Name the folder that has some.`,
  },
  RMD7030: { severity: "error", message: paramMessage`The configuration file '${"path"}' cannot be used: ${"reason"}.` },
  RMD7031: {
    severity: "error",
    message: paramMessage`The output folder '${"path"}' has backslashes, which on this system are a part of its name. Write '${"right"}'.`,
  },
  RMD7032: {
    severity: "error",
    message: paramMessage`Nothing is built: ${"files"} no remedy. Parts are built with the remedies that import them; name those. 'remedyc check' looks at parts alone.`,
  },
  RMD7040: { severity: "error", message: paramMessage`There is no diagnostic '${"code"}'.${"hint"}` },
  RMD7041: {
    severity: "error",
    message: paramMessage`There is no file, resource kind or diagnostic '${"name"}'.${"hint"} 'remedyc explain' alone lists what can be explained.`,
  },
  RMD7050: { severity: "error", message: paramMessage`There is no PowerShell to run on: ${"looked"}. ${"repair"}.` },
  RMD7051: {
    severity: "error",
    message: paramMessage`There is no scenario to run${"filter"}. Write 'scenario "…" for remedy { given … expect … }' beside the remedy.`,
  },
  RMD7052: {
    severity: "error",
    message: paramMessage`The scenarios of '${"file"}' would run the functions of ${"scripts"} on this computer: Windows is simulated for remedyc's own functions only. Read them, then allow it with --allow-custom.`,
  },
  RMD7053: {
    severity: "error",
    message: paramMessage`The scenarios of '${"remedy"}' cover ${"percent"} %, less than the ${"least"} % of --min-coverage. 'remedyc test --coverage' lists what they do not cover, 'remedyc test --generate' writes scenarios for it.`,
  },
  RMD7054: { severity: "error", message: paramMessage`The scenarios cannot be written to '${"path"}': ${"reason"}. Nothing was changed.` },
  RMD7099: {
    severity: "error",
    message: paramMessage`Internal error: ${"reason"}. This is a defect of remedyc; please report it with the input that shows it.`,
  },
} as const;
