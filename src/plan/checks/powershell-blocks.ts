import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { lexPowerShell } from "../../syntax/powershell-lexer.ts";
import type { PsToken } from "../../syntax/powershell-lexer.ts";
import type { Plan, PlanProperty } from "../plan.ts";
import { visitPlan } from "../provides.ts";

/** Commands that have no place in a block: they end the script without its summary line, build code from text, or ask a person. */
const FORBIDDEN: { readonly [word: string]: string } = {
  exit: "it would end the script without its summary line; use return or throw",
  "invoke-expression": "it runs text as code; write the code itself",
  iex: "it runs text as code; write the code itself",
  "read-host": "nobody is there to answer",
};

/** The `test` and `fix` of `script(…)`: complete PowerShell, ASCII, without what must not stand in a compiled script. */
export function checkPowerShell(plan: Plan): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure") return;
    const keys = node.resource.kind === "named" ? node.resource.keys : [];
    for (const property of [...keys, ...node.states, ...node.means]) {
      if (property.type.kind === "powershell") diagnostics.push(...checkBlock(property));
    }
  });
  return diagnostics;
}

function checkBlock(property: PlanProperty): Diagnostic[] {
  const { value, origin } = property;
  if (value.kind !== "constant" || value.value.kind !== "string") {
    return [createDiagnostic("RMD4020", origin.span, { block: property.name, reason: "its text must be constant" })];
  }
  const text = value.value.value;
  const { tokens, errors } = lexPowerShell(text);
  const reasons = errors.map((error) => `line ${lineOf(text, error.offset)}: ${error.message}`);
  const odd = text.search(/[^\x09\x0a\x0d\x20-\x7e]/);
  if (odd >= 0)
    reasons.push(
      `line ${lineOf(text, odd)}: only ASCII characters may stand in it; write others as [char]0x${text.charCodeAt(odd).toString(16).toUpperCase()}`,
    );
  if (tokens.every((token) => token.kind === "comment" || token.kind === "newline")) reasons.push("it is empty");
  for (const token of tokens) {
    const reason = token.kind === "word" && isCommand(text, token) ? FORBIDDEN[token.text.toLowerCase()] : undefined;
    if (reason !== undefined) reasons.push(`line ${lineOf(text, token.start)}: '${token.text}' may not stand here: ${reason}`);
    const later = laterSyntax(text, token);
    if (later !== undefined) reasons.push(`line ${lineOf(text, token.start)}: ${later}`);
  }
  return reasons.map((reason) => createDiagnostic("RMD4020", origin.span, { block: property.name, reason }));
}

function isCommand(text: string, token: PsToken): boolean {
  return !"-.:$".includes(text.charAt(token.start - 1)) || token.start === 0;
}

/** Operators that Windows PowerShell 5.1 does not have (about_Operators, about_Pipeline_Chain_Operators of PowerShell 7). */
function laterSyntax(text: string, token: PsToken): string | undefined {
  if (token.kind !== "other") return undefined;
  const pair = text.slice(token.start, token.start + 2);
  if (pair === "&&" || pair === "||" || pair === "??") return `Windows PowerShell 5.1 has no '${pair}'; use if`;
  return undefined;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
