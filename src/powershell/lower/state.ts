import type { Plan } from "../../plan/plan.ts";
import type { ExitAnswer, Target, TargetRole } from "../../targets/target.ts";
import type { PsExpression, PsHashtableEntry, PsStatement } from "../ast.ts";
import { psLiteral, psVariable } from "../ast.ts";
import { integerLiteral } from "../literals.ts";
import { text } from "./context.ts";
import { pascalCase } from "../names.ts";
import type { LowerContext } from "./context.ts";
import { literalKey } from "./values.ts";

/** The table in which a script keeps all of its state; the engine adds what changes while it runs. */
export function lowerState(plan: Plan, target: Target, role: TargetRole, items: readonly string[], context: LowerContext): PsStatement {
  const { remedy } = plan;
  const table = (entries: readonly PsHashtableEntry[], ordered = false): PsExpression => ({ kind: "hashtable", ordered, entries });
  const accounts = [...context.accounts].sort(([a], [b]) => (a < b ? -1 : 1));
  const parameters = role.role === "standalone" ? plan.parameters : [];
  return {
    kind: "assign",
    variable: "Remedy",
    value: table([
      { key: "Name", value: text(remedy.name) },
      { key: "Version", value: text(remedy.version) },
      { key: "Title", value: text(remedy.title) },
      { key: "Role", value: text(role.role) },
      { key: "Target", value: text(target.name) },
      { key: "Context", value: text(remedy.context) },
      { key: "Fingerprint", value: text(plan.fingerprint) },
      { key: "Items", value: { kind: "array", elements: items.map(text) } },
      { key: "Accounts", value: table(accounts.map(([sid, name]) => ({ key: literalKey(sid), value: text(name) }))) },
      ...(context.secrets.size === 0
        ? []
        : [{ key: "Secrets", value: { kind: "array", elements: [...context.secrets].sort().map(text) } } satisfies PsHashtableEntry]),
      {
        key: "Parameters",
        value: table(
          parameters.map((parameter) => ({ key: pascalCase(parameter.name), value: psVariable(pascalCase(parameter.name)) })),
          true,
        ),
      },
      { key: "Dialect", value: table(lowerDialect(role)) },
    ]),
  };
}

function lowerDialect(role: TargetRole): PsHashtableEntry[] {
  const { compliant, noncompliant, blocked, failed, restartNeeded, busy } = role.dialect;
  const answer = (key: string, { exitCode, output }: ExitAnswer): PsHashtableEntry => ({
    key,
    value: { kind: "array", elements: [psLiteral(integerLiteral(exitCode)), text(outputText(output))] },
  });
  return [
    answer("compliant", compliant),
    answer("noncompliant", noncompliant),
    answer("blocked", blocked),
    answer("failed", failed),
    answer("restart", restartNeeded),
    answer("busy", busy),
  ];
}

/** As Write-Answer reads it. */
function outputText(output: ExitAnswer["output"]): string {
  switch (output.kind) {
    case "token":
      return `token:${output.token}`;
    case "summary":
      return output.onError ? "summary+error" : "summary";
    case "none":
      return "none";
  }
}
