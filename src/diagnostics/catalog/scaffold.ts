import { paramMessage } from "../message.ts";

/** RMD86xx: what 'remedyc init' is asked to write. Holes: `option` is one of its options, without dashes. */
export const scaffoldDiagnostics = {
  RMD8601: { severity: "error", message: paramMessage`--${"option"} cannot be ${"what"}: ${"reason"}` },
  RMD8602: {
    severity: "error",
    message: paramMessage`Nobody can be asked, since this is no terminal, and there is no answer to ${"options"}. Give these options.`,
  },
  RMD8603: { severity: "error", message: paramMessage`'${"file"}' exists already. Name another file, or replace it with --force.` },
  RMD8604: { severity: "error", message: paramMessage`No remedy can be made of '${"file"}': ${"reason"}.` },
  RMD8605: { severity: "warning", message: paramMessage`'${"file"}' is to be completed: ${"what"}.` },
  RMD8606: { severity: "error", message: paramMessage`There is no recipe '${"name"}'.${"hint"} 'remedyc init --list' lists them.` },
  RMD8607: { severity: "error", message: paramMessage`--${"option"} has no meaning here: ${"reason"}.` },
  RMD8608: { severity: "error", message: paramMessage`'${"file"}' cannot be the file of a remedy: ${"reason"}.` },
  RMD8609: { severity: "error", message: paramMessage`Nothing was written, since the remedy would not compile: ${"reason"}` },
} as const;
