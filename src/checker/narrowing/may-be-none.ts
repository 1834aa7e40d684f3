import type { Suggestion } from "../../diagnostics/diagnostic.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";

/**
 * Reports a value that may be none where one is needed (Semantics 14), naming the guard to write. `use`: in an order comparison (`whole` is
 * the comparison), as a condition, or as a value. The suggested edit puts the guard where it belongs.
 */
export function reportMayBeNone(
  context: CheckContext,
  place: Place,
  expression: Expression,
  use: "comparison" | "condition" | "value",
  whole?: Span,
): void {
  const { reason, guard } = explain(context, expression);
  const suggestion = suggest(place, expression, use, guard, whole);
  report(
    context,
    "RMD3030",
    expression.span,
    { text: getSpanText(expression.span), reason, guard: describeGuard(use, guard) },
    suggestion ? { suggestion } : {},
  );
}

function explain(context: CheckContext, expression: Expression): { readonly reason: string; readonly guard: string } {
  const inner = expression.kind === "parenthesized" ? expression.expression : expression;
  const text = getSpanText(inner.span);
  if (inner.kind === "member") {
    const resolution = context.resolutions.get(inner);
    const object = getSpanText(inner.object.span);
    if (resolution?.kind === "property" && resolution.property !== "exists" && !resolution.property.optional) {
      return { reason: `'${object}' may be absent`, guard: `${object}.exists` };
    }
    return { reason: `'${inner.name.text}' may have no value`, guard: `${text} != none` };
  }
  if (inner.kind === "name-expression") {
    const binding = context.bound.bindings.get(inner.name);
    if (binding?.kind === "let") return { reason: `its value may be absent`, guard: `${text} != none` };
    return { reason: "it is optional", guard: `${text} != none` };
  }
  return { reason: "nothing says that it has a value", guard: `${text} != none` };
}

function describeGuard(use: "comparison" | "condition" | "value", guard: string): string {
  switch (use) {
    case "comparison":
      return `Write '${guard} and' before the comparison, or a default with '??'.`;
    case "condition":
      return "Write '?? false' after it.";
    case "value":
      return `Write 'when ${guard} { … }' around the statement, or a default with '??'.`;
    default:
      return use satisfies never;
  }
}

function suggest(
  place: Place,
  expression: Expression,
  use: "comparison" | "condition" | "value",
  guard: string,
  whole: Span | undefined,
): Suggestion | undefined {
  if (use === "condition")
    return { title: "Count none as false.", edits: [{ span: at(expression.span, expression.span.end), text: " ?? false" }] };
  if (use === "comparison") {
    if (!whole) return undefined;
    const isNegated = /\bnot\s*$/.test(whole.file.text.slice(Math.max(0, whole.start - 40), whole.start));
    const title = `Write '${guard} and' before it.`;
    if (!isNegated) return { title, edits: [{ span: at(whole, whole.start), text: `${guard} and ` }] };
    return {
      title,
      edits: [
        { span: at(whole, whole.start), text: `(${guard} and ` },
        { span: at(whole, whole.end), text: ")" },
      ],
    };
  }
  if (!place.statement) return undefined;
  return {
    title: `Put 'when ${guard}' around the statement.`,
    edits: [
      { span: at(place.statement, place.statement.start), text: `when ${guard} { ` },
      { span: at(place.statement, place.statement.end), text: " }" },
    ],
  };
}

function at(span: Span, offset: number): Span {
  return { file: span.file, start: offset, end: offset };
}
