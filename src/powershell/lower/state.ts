import type { Plan } from "../../plan/plan.ts";
import type { ExitAnswer, Target, TargetRole } from "../../targets/target.ts";
import type { PsExpression, PsHashtableEntry, PsStatement } from "../ast.ts";
import { psLiteral, psVariable } from "../ast.ts";
import { integerLiteral } from "../literals.ts";
import { text } from "./context.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { LowerContext } from "./context.ts";
import { literalKey } from "./values.ts";

/** The table in which a script keeps all of its state; the engine adds what changes while it runs. */
export function lowerState(plan: Plan, target: Target, role: TargetRole, items: readonly string[], context: LowerContext): PsStatement {
  const { remedy } = plan;
  const named: readonly PsHashtableEntry[] = [
    { key: "Name", value: text(remedy.name) },
    { key: "Version", value: text(remedy.version) },
  ];
  const accounts: readonly PsHashtableEntry[] = [...context.accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sid, name]) => ({ key: literalKey(sid), value: text(name) }));
  const entries =
    role.role === "detect"
      ? detectionEntries(named, accounts, plan, role)
      : repairEntries(named, accounts, plan, target, role, items, context);
  return { kind: "assign", variable: "Remedy", value: table(entries) };
}

/** What a detection knows of itself: its name, whose marks it reads, names of accounts, and the words that its channel expects where it reads one. */
function detectionEntries(
  named: readonly PsHashtableEntry[],
  accounts: readonly PsHashtableEntry[],
  plan: Plan,
  role: TargetRole,
): PsHashtableEntry[] {
  const tokens = lowerTokens(role);
  return [
    ...named,
    { key: "Context", value: text(plan.remedy.context) },
    { key: "Accounts", value: table(accounts) },
    ...(tokens.length === 0 ? [] : [{ key: "Tokens", value: table(tokens) }]),
  ];
}

/** The word of each outcome where the channel reads one. */
function lowerTokens({ dialect: { compliant, noncompliant, blocked, failed } }: TargetRole): PsHashtableEntry[] {
  return Object.entries({ COMPLIANT: compliant, NONCOMPLIANT: noncompliant, BLOCKED: blocked, FAILED: failed }).flatMap(
    ([key, { output }]) => (output.kind === "token" ? [{ key, value: text(output.token) }] : []),
  );
}

function repairEntries(
  named: readonly PsHashtableEntry[],
  accounts: readonly PsHashtableEntry[],
  { remedy, fingerprint, parameters }: Plan,
  target: Target,
  role: TargetRole,
  items: readonly string[],
  context: LowerContext,
): PsHashtableEntry[] {
  const passed = role.role === "standalone" ? parameters : [];
  return [
    ...named,
    { key: "Title", value: text(remedy.title) },
    { key: "Role", value: text(role.role) },
    { key: "Target", value: text(target.name) },
    { key: "Context", value: text(remedy.context) },
    { key: "Fingerprint", value: text(fingerprint) },
    { key: "Items", value: { kind: "array", elements: items.map(text) } },
    { key: "Accounts", value: table(accounts) },
    ...(context.secrets.size === 0
      ? []
      : [{ key: "Secrets", value: { kind: "array", elements: [...context.secrets].sort().map(text) } } satisfies PsHashtableEntry]),
    {
      key: "Parameters",
      value: table(
        passed.map((parameter) => ({ key: toPascalCase(parameter.name), value: psVariable(toPascalCase(parameter.name)) })),
        true,
      ),
    },
    { key: "Dialect", value: table(lowerDialect(role)) },
  ];
}

function table(entries: readonly PsHashtableEntry[], ordered = false): PsExpression {
  return { kind: "hashtable", ordered, entries };
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
