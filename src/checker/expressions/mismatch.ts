import type { DiagnosticDetails } from "../../diagnostics/catalog.ts";
import { findClosest } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import { findConstantText } from "../constant-text.ts";
import type { CheckContext } from "../context.ts";
import type { Type } from "../type.ts";
import { describeMembers } from "../types/describe.ts";
import { stripOptional } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";

/** What to say of a value that does not fit its place. */
export type Mismatch =
  | { readonly code: "RMD3001"; readonly hint: string; readonly details: DiagnosticDetails }
  | { readonly code: "RMD3021" | "RMD3022"; readonly text: string; readonly details: DiagnosticDetails };

/** Finds the usual reason why a value of one type stands where another is expected, with the edit that repairs it. */
export function explainMismatch(context: CheckContext, expression: Expression, from: Type, expected: Expected): Mismatch {
  const to = expected.kind === "optional" ? expected.of : expected;
  const actual = stripOptional(from);
  const text = getSpanText(expression.span);
  if (to.kind === "secret") return { code: "RMD3022", text: actual.kind, details: {} };
  if (actual.kind === "secret") return { code: "RMD3021", text, details: {} };
  if ((to.kind === "list" || to.kind === "list-of") && actual.kind !== "list") {
    return replace(expression, " Write it in brackets.", `[${text}]`);
  }
  if (expression.kind === "integer") return explainInteger(expression, to, text);
  if (actual.kind === "none") return hint(" Make the type optional with '?', or write a value.");
  if (to.kind === "enum" && expression.kind === "version" && namesOf(to).includes(text))
    return replace(expression, " Write it in quotes.", `"${text}"`);
  const constant = expression.kind === "string" ? findConstantText(context, expression) : undefined;
  if (constant !== undefined) return explainText(expression, constant, to);
  if (actual.kind === "resource" && to.kind !== "resource-of" && to.kind !== "resource") {
    const key = to.kind === "registry_path" ? actual.resourceKind.keys.find((candidate) => candidate.type.kind === to.kind) : undefined;
    const property = key?.name ?? actual.resourceKind.properties.find((candidate) => candidate.role !== "means")?.name ?? "exists";
    return hint(` Name one of its properties, for example '${text}.${to.kind === "bool" ? "exists" : property}'.`);
  }
  if (to.kind === "enum") {
    const word = actual.kind === "bool" ? findClosest(text, namesOf(to)) : undefined;
    return word === undefined ? hint(` Write ${describeMembers(to, true)}.`) : replace(expression, ` Write '${word}'.`, word);
  }
  return hint("");
}

function namesOf(to: Type & { readonly kind: "enum" }): string[] {
  return to.members.map((member) => member.name);
}

function explainInteger(expression: Expression & { readonly kind: "integer" }, to: Expected, text: string): Mismatch {
  if (to.kind === "enum") return hint(` Write ${describeMembers(to, true)}.`);
  if (to.kind === "version") return replace(expression, ` Write '${text}.0'.`, `${text}.0`);
  if (to.kind === "duration") return hint(` Write a unit: '${text}s', '${text}m', '${text}h' or '${text}d'.`);
  if (to.kind === "size") return hint(` Write a unit: '${text}KB', '${text}MB' or '${text}GB'.`);
  if (to.kind === "bool" && (expression.value === 0 || expression.value === 1)) {
    const word = expression.value === 1 ? "true" : "false";
    return replace(expression, ` Write '${word}'.`, word);
  }
  if (to.kind === "string" || to.kind === "path") return replace(expression, " Write it in quotes.", `"${text}"`);
  return hint("");
}

function explainText(expression: Expression, text: string, to: Expected): Mismatch {
  if (to.kind === "version" && /^\d+$/.test(text)) return replace(expression, ` Write '${text}.0', without quotes.`, `${text}.0`);
  const bare =
    (to.kind === "int" && /^-?(?:\d+|0x[0-9A-Fa-f]+)$/.test(text)) ||
    (to.kind === "version" && /^\d+(?:\.\d+){1,3}$/.test(text)) ||
    (to.kind === "bool" && /^(?:true|false)$/.test(text)) ||
    (to.kind === "duration" && /^\d+(?:ms|s|m|h|d)$/.test(text)) ||
    (to.kind === "size" && /^\d+(?:KB|MB|GB|TB)$/.test(text));
  if (to.kind === "enum") {
    const names = namesOf(to);
    const word = names.includes(text) ? text : findClosest(text, names);
    return word === undefined
      ? hint(` Write ${describeMembers(to, true)}, without quotes.`)
      : replace(expression, ` Write '${word}', without quotes.`, word);
  }
  return bare ? replace(expression, " Write it without quotes.", text) : hint("");
}

function hint(text: string): Mismatch {
  return { code: "RMD3001", hint: text, details: {} };
}

function replace(expression: Expression, text: string, by: string): Mismatch {
  return {
    code: "RMD3001",
    hint: text,
    details: { suggestion: { title: `Write '${by}'.`, edits: [{ span: expression.span, text: by }] } },
  };
}
