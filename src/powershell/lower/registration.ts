import type { PsStatement } from "../ast.ts";
import { psCommand, psNamed, psStatement, psVariable } from "../ast.ts";

/** What `-Register` and `-Unregister` take: the lines that begin them, the functions that they call by name, and what these must serve. */
export interface Registration {
  readonly statements: readonly PsStatement[];
  readonly functions: readonly string[];
  readonly uses: readonly string[];
}

const when = (parameter: string, then: PsStatement): PsStatement => ({
  kind: "if",
  branches: [{ condition: psVariable(parameter), body: [then] }],
});

/** Of a script that makes itself a scheduled task. */
export const registration: Registration = {
  statements: [
    when(
      "Register",
      psStatement(psCommand("Register-Remedy", psNamed("Every", psVariable("Every")), psNamed("AtStartup", psVariable("AtStartup")))),
    ),
    when("Unregister", psStatement(psCommand("Unregister-Remedy"))),
  ],
  functions: ["Register-Remedy", "Unregister-Remedy"],
  uses: [
    "Context.Registers",
    "Parameter.Duration",
    "File.Content",
    ...["Program", "Arguments", "EnsuredRunAs", "AtStartup", "Every"].map((property) => `ScheduledTask.${property}`),
  ],
};
