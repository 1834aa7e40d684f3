import type { ExitAnswer, ExitDialect } from "./target.ts";

const silent: ExitAnswer = { exitCode: 1, output: { kind: "none" } };

/** Everything that the script writes is the value that the channel compares; one that ends with another code than 0 is for no device. */
export const requirementDialect: ExitDialect = {
  compliant: { exitCode: 0, output: { kind: "summary" } },
  noncompliant: silent,
  blocked: silent,
  failed: silent,
  restartNeeded: silent,
  busy: silent,
};
