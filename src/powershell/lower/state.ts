import type { Plan } from "../../plan/plan.ts";
import type { ExitAnswer, Target, TargetRole } from "../../targets/target.ts";
import type { PsExpression, PsHashtableEntry } from "../ast.ts";
import { psLiteral, psVariable } from "../ast.ts";
import { integerLiteral, stringLiteral } from "../literals.ts";
import { printStatements } from "../printer.ts";
import type { StateEntry } from "../run-state.ts";
import { text } from "./context.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { LowerContext } from "./context.ts";
import { literalKey } from "./values.ts";

/** What is known when compiling of the table in which a script keeps all of its state; a script holds what it reads of it. */
export function lowerState(plan: Plan, target: Target, role: TargetRole, items: readonly string[], context: LowerContext): StateEntry[] {
  const { remedy, fingerprint } = plan;
  const isUser = remedy.context === "user";
  const accounts = [...context.accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sid, name]): PsHashtableEntry => ({ key: literalKey(sid), value: text(name) }));
  const shared = [
    entry("Name", text(remedy.name)),
    entry("Version", text(remedy.version)),
    entry("Context", text(remedy.context)),
    entry("Hive", text(isUser ? "HKCU" : "HKLM")),
    entry("Accounts", table(accounts)),
  ];
  if (role.role === "detect" || role.role === "requirement") return [...shared, entry("Tokens", table(lowerTokens(role)))];
  const passed = role.role === "standalone" ? plan.parameters : [];
  const parameters = passed.map(({ name }): PsHashtableEntry => ({ key: toPascalCase(name), value: psVariable(toPascalCase(name)) }));
  return [
    ...shared,
    entry("Title", text(remedy.title)),
    entry("Role", text(role.role)),
    entry("Target", text(target.name)),
    ...folderEntries(remedy.name, isUser),
    entry("Fingerprint", text(fingerprint)),
    foldedEntry("Items", items),
    ...(context.secrets.size === 0 ? [] : [entry("Secrets", list([...context.secrets].sort()))]),
    entry("Parameters", table(parameters, true)),
    entry("Dialect", table(lowerDialect(role))),
  ];
}

/** Where a script keeps its lock and journal, and its log: a remedy of the user in the user's profile. Names of remedies are words. */
function folderEntries(name: string, isUser: boolean): StateEntry[] {
  const inFolder = (key: string, folder: string, path: string): StateEntry => ({
    key,
    text: `${key} = "$(Get-OwnFolder '${folder}')\\${path}"`,
  });
  if (!isUser) return [inFolder("State", "ProgramFiles", `Remedyc\\${name}`), inFolder("Logs", "Windows", "Logs\\Remedyc")];
  return [inFolder("State", "LocalApplicationData", `Remedyc\\${name}`), inFolder("Logs", "LocalApplicationData", `Remedyc\\${name}`)];
}

/** The word of each outcome where the channel reads one. */
function lowerTokens({ dialect: { compliant, noncompliant, blocked, failed } }: TargetRole): PsHashtableEntry[] {
  return Object.entries({ COMPLIANT: compliant, NONCOMPLIANT: noncompliant, BLOCKED: blocked, FAILED: failed }).flatMap(
    ([key, { output }]) => (output.kind === "token" ? [{ key, value: text(output.token) }] : []),
  );
}

/** The exit code of each outcome of a repair; each writes its summary, and where one goes to the error stream, too, all do that end with another code than 0. */
function lowerDialect({ dialect }: TargetRole): PsHashtableEntry[] {
  const { compliant, noncompliant, blocked, failed, restartNeeded, busy } = dialect;
  const answers: readonly ExitAnswer[] = Object.values(dialect);
  const isOnError = answers.some(({ output }) => output.kind === "summary" && output.onError);
  return Object.entries({ compliant, noncompliant, blocked, failed, restart: restartNeeded, busy }).map(([key, { exitCode, output }]) => {
    if (output.kind !== "summary" || (output.onError ?? false) !== (isOnError && exitCode !== 0))
      throw new Error(`no script can answer '${key}' like that`);
    return { key, value: psLiteral(integerLiteral(exitCode)) };
  });
}

function list(texts: readonly string[]): PsExpression {
  return { kind: "array", elements: texts.map(text) };
}

/** Longest line of a list in the table. */
const WIDTH = 140;

/** `Items = @(…)` with as many texts in a line as there is room for. */
function foldedEntry(key: string, texts: readonly string[]): StateEntry {
  const lines: string[] = [];
  for (const one of texts.map((each, i) => `${stringLiteral(each)}${i < texts.length - 1 ? "," : ""}`)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + one.length + 1 <= WIDTH) lines[lines.length - 1] = `${last} ${one}`;
    else lines.push(one);
  }
  const [first, ...more] = lines;
  const body = more.length > 0 ? `\n      ${lines.join("\n      ")}\n    ` : (first ?? "");
  return { key, text: `${key} = @(${body})` };
}

function table(entries: readonly PsHashtableEntry[], ordered = false): PsExpression {
  return { kind: "hashtable", ordered, entries };
}

/** `Name = 'sample'`, an assignment without the mark of a variable. */
function entry(key: string, value: PsExpression): StateEntry {
  return {
    key,
    text: printStatements([{ kind: "assign", variable: key, value }], 2)
      .trimStart()
      .slice(1),
  };
}
