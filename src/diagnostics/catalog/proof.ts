import { paramMessage } from "../message.ts";

/** RMD90xx: what `remedyc prove` refutes, by property, and what it cannot go by. `what` says in one line what is wrong. */
export const proofDiagnostics = {
  RMD9001: { severity: "warning", message: paramMessage`'${"remedy"}' does not come to rest: ${"what"}.` },
  RMD9002: { severity: "warning", message: paramMessage`'${"remedy"}' is not idempotent: ${"what"}.` },
  RMD9003: { severity: "warning", message: paramMessage`Detection and remediation of '${"remedy"}' disagree: ${"what"}.` },
  RMD9004: { severity: "warning", message: paramMessage`'${"remedy"}' undoes what it has done: ${"what"}.` },
  RMD9005: { severity: "warning", message: paramMessage`'${"remedy"}' does not carry on after a run that was killed: ${"what"}.` },
  RMD9006: { severity: "warning", message: paramMessage`'${"remedy"}' tries for ever what does not help: ${"what"}.` },
  RMD9007: { severity: "warning", message: paramMessage`'${"remedy"}' may leave something broken: ${"what"}.` },
  RMD9008: { severity: "error", message: paramMessage`'${"remedy"}' breaks a promise: ${"what"}.` },
  RMD9009: {
    severity: "warning",
    message: paramMessage`'${"remedy"}' is not proved: the budget ended before all was looked at of ${"about"}.${"advice"} Raise '--budget', or part the remedy.`,
  },
  RMD9010: {
    severity: "note",
    message: paramMessage`'${"remedy"}' accepts that '${"property"}' need not hold, but it does. The line with 'accept' can go.`,
  },
  RMD9011: {
    severity: "error",
    message: paramMessage`What the resource kind '${"kind"}' says of itself for proofs contradicts itself: ${"reason"}. Take one of the two out.`,
  },
  RMD9015: {
    severity: "warning",
    message: paramMessage`'${"remedy"}' is not proved: as much was kept in memory as a proof may keep before all was looked at of ${"about"}.${"advice"} Part the remedy, or look at less with '--calm'.`,
  },
  RMD9016: {
    severity: "warning",
    message: paramMessage`No run of '${"remedy"}' can break the promise '${"title"}': the remedy changes nothing that it reads. Promise something about what a statement changes, or remove it.`,
  },
} as const;
