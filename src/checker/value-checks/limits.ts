import type { Limits } from "../../resources/catalog/model.ts";
import type { Suggestion } from "../../diagnostics/diagnostic.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import { findConstantText, findListedValues, findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { foldExpression } from "../fold.ts";
import type { Type } from "../type.ts";
import { stripOptional } from "../types/operations.ts";
import { numberOf, showValue } from "../values.ts";
import { findAddressFault, findNetworkFault } from "./ip-network.ts";

/** Compares a constant with the documented limits of its place; of a list, each element. `what` names the place: `'timeout' of service`. */
export function checkLimits(context: CheckContext, expression: Expression, type: Type, limits: Limits, what: string): void {
  if (Object.keys(limits).length === 0) return;
  const origin = findOrigin(context, expression);
  const plain = stripOptional(type);
  for (const value of findListedValues(context, origin) ?? []) checkLimits(context, value, type, limits, what);
  const complain = (value: string, reason: string, suggestion?: Suggestion): void =>
    report(
      context,
      "RMD3107",
      origin.span,
      {
        what,
        value: value.length > 60 ? `${value.slice(0, 57)}…` : value,
        // With what to write, nobody needs to read a pattern.
        reason: suggestion && limits.format === undefined ? "" : `: ${reason}${limits.source === undefined ? "" : ` (${limits.source})`}`,
        repair: suggestion?.title ?? "Change it.",
      },
      suggestion === undefined ? {} : { suggestion },
    );
  switch (origin.kind) {
    case "list":
      for (const element of origin.elements) checkLimits(context, element, plain.kind === "list" ? plain.element : plain, limits, what);
      return;
    case "string": {
      const text = findConstantText(context, origin);
      // A variable makes the length of a path unknown; an empty path has been reported as such.
      if (text === undefined || (plain.kind === "path" && (text === "" || text.includes("%")))) return;
      if (limits.minLength !== undefined && text.length < limits.minLength)
        complain(text, `at least ${limits.minLength} ${limits.minLength === 1 ? "character is" : "characters are"} needed`);
      else if (limits.maxLength !== undefined && text.length > limits.maxLength)
        complain(text, `it has ${text.length} characters, at most ${limits.maxLength} are allowed`);
      else if (limits.pattern !== undefined && !new RegExp(limits.pattern, "i").test(text))
        complain(
          text,
          `it must fit the pattern ${limits.pattern}`,
          suggestFit(text, new RegExp(limits.pattern, "i"), limits.fit ?? [], origin.span),
        );
      else if (limits.format !== undefined) {
        const fault = (limits.format === "ip_address" ? findAddressFault : findNetworkFault)(text);
        if (!fault) return;
        const { reason, meant } = fault;
        complain(
          text,
          reason,
          meant === undefined ? undefined : { title: `Write '${meant}'.`, edits: [{ span: origin.span, text: `"${meant}"` }] },
        );
      }
      return;
    }
    case "integer":
      checkNumber(origin.value, String(origin.value), limits, complain);
      return;
    case "duration":
      checkNumber(origin.milliseconds, `${origin.amount}${origin.unit}`, limits, complain, (milliseconds) =>
        showValue({ kind: "duration", milliseconds }),
      );
      return;
    case "size":
      checkNumber(origin.bytes, `${origin.amount}${origin.unit}`, limits, complain);
      return;
    case "binary":
      if (origin.operator === "+" || origin.operator === "-") {
        const value = numberOf(foldExpression(origin, context, () => undefined));
        if (value !== undefined) checkNumber(value, getSpanText(origin.span), limits, complain);
      }
      if (origin.operator !== "??") return;
      checkLimits(context, origin.left, type, limits, what);
      checkLimits(context, origin.right, type, limits, what);
      return;
    case "version":
    case "boolean":
    case "none":
    case "missing":
    case "parenthesized":
    case "name-expression":
    case "member":
    case "call":
    case "not":
    case "quantified":
      return;
    default:
      origin satisfies never;
  }
}

/** Limits of durations are in milliseconds, those of sizes in bytes. */
function checkNumber(
  value: number,
  text: string,
  limits: Limits,
  complain: (value: string, reason: string) => void,
  format: (limit: number) => string = String,
): void {
  if (limits.oneOf && !limits.oneOf.includes(value))
    complain(text, `it must be ${[...limits.oneOf, ...(limits.every === undefined ? [] : [`'${limits.every}'`])].join(" or ")}`);
  else if (limits.minimum !== undefined && value < limits.minimum) complain(text, `the least is ${format(limits.minimum)}`);
  else if (limits.maximum !== undefined && value > limits.maximum) complain(text, `the most is ${format(limits.maximum)}`);
}

/**
 * What was meant, where a sign more or less makes it fit: what the catalogue has for the place (an account of the computer without what its name begins with, a code
 * without its braces), a section with its brackets, a drive with what follows it.
 */
function suggestFit(text: string, pattern: RegExp, forms: readonly string[], span: Span): Suggestion | undefined {
  const fit = [
    ...forms.flatMap((form) => complete(text, form)),
    text.trim(),
    text.replace(/^\[(.*)\]$/, "$1"),
    text.replace(/\\$/, ""),
  ].find((candidate) => candidate !== "" && !candidate.includes("'") && pattern.test(candidate));
  return fit === undefined ? undefined : { title: `Write '${fit}'.`, edits: [{ span, text: `'${fit}'` }] };
}

/** A text in a form, `*` being the text; `hex`: its digits without the blanks, colons and marks of writing direction of the dialogue that they were copied from. */
function complete(text: string, form: string): string[] {
  if (form !== "hex") {
    // a SID is no name that lacks a sign
    return text === "" || /^S-1-/i.test(text) ? [] : [form.replace("*", () => text)];
  }
  const digits = text.replace(/[\s:\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "");
  return /^[0-9A-F]+$/i.test(digits) ? [digits] : [];
}
