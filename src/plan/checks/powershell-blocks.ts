import type { Value } from "../../checker/value.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import { lexPowerShell } from "../../syntax/powershell-lexer.ts";
import type { PsToken } from "../../syntax/powershell-lexer.ts";
import { parsePowerShell } from "../../syntax/powershell-parser.ts";
import type { Plan, PlanProperty } from "../plan.ts";

/** Commands that have no place in a block: they end the script without its summary line, build code from text, or ask a person. */
const FORBIDDEN: { readonly [word: string]: string } = {
  exit: "it would end the script without its summary line; use return or throw",
  "invoke-expression": "it runs text as code; write the code itself",
  iex: "it runs text as code; write the code itself",
  "read-host": "nobody is there to answer",
};

/** What becomes PowerShell, wherever it stands in the plan: it parses, is ASCII, and holds nothing that must not stand in a compiled script. */
export function checkPowerShell(plan: Plan): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) value.forEach(visit);
    else if (isCodeProperty(value)) diagnostics.push(...checkProperty(value));
    else for (const [key, inner] of Object.entries(value)) if (key !== "origin" && key !== "type") visit(inner);
  };
  visit(plan.steps);
  return diagnostics;
}

function isCodeProperty(value: object): value is PlanProperty {
  return "type" in value && "value" in value && "origin" in value && isCode(value.type as CatalogType);
}

function isCode(type: CatalogType): boolean {
  return type.kind === "powershell" || (type.kind === "list" && isCode(type.element));
}

function checkProperty({ name, value, origin }: PlanProperty): Diagnostic[] {
  const texts = value.kind === "constant" ? collectTexts(value.value) : undefined;
  const reasons = texts?.flatMap(checkText) ?? ["its text must be constant"];
  return reasons.map((reason) => createDiagnostic("RMD4020", origin.span, { block: name, reason }));
}

function collectTexts(value: Value): string[] {
  return value.kind === "string" ? [value.value] : value.kind === "list" ? value.elements.flatMap(collectTexts) : [];
}

function checkText(text: string): string[] {
  const reasons: string[] = [];
  const odd = text.search(/[^\x09\x0a\x0d\x20-\x7e]/);
  if (odd >= 0)
    reasons.push(
      `line ${lineOf(text, odd)}: only ASCII characters may stand in it; write others as [char]0x${text.charCodeAt(odd).toString(16).toUpperCase()}`,
    );
  const { error } = parsePowerShell(text);
  if (error && odd < 0) reasons.push(`line ${lineOf(text, error.offset)}: ${error.message}`);
  const { tokens } = lexPowerShell(text);
  if (tokens.every((token) => token.kind === "comment" || token.kind === "newline")) reasons.push("it is empty");
  for (const token of tokens) {
    const reason = token.kind === "word" && isCommand(text, token) ? FORBIDDEN[token.text.toLowerCase()] : undefined;
    if (reason !== undefined) reasons.push(`line ${lineOf(text, token.start)}: '${token.text}' may not stand here: ${reason}`);
  }
  return reasons;
}

function isCommand(text: string, token: PsToken): boolean {
  return !"-.:$".includes(text.charAt(token.start - 1)) || token.start === 0;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
