import { getSpanText } from "../../source/source-file.ts";
import type { QuantifiedExpression } from "../../syntax/expressions.ts";
import type { EachOf } from "../../syntax/statements.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { boolType, errorType } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";
import { expectCondition } from "./expect-type.ts";

/** `any host in hosts: condition`, `all p in package(…): condition`: over a list, or over a selection on the device. */
export function checkQuantified(context: CheckContext, place: Place, expression: QuantifiedExpression): Type {
  const type = checkSelection(context, place, expression, expression.quantifier);
  // A person's registry is loaded by 'each' alone.
  if (type.kind === "resource" && type.resourceKind.name === "profile") reportNoSelection(context, expression, type, expression.quantifier);
  expectCondition(context, place, expression.condition);
  return boolType;
}

/** Checks what `each`, `any` or `all` goes over, and notes the type of the name; gives the type of what it goes over. */
export function checkSelection(context: CheckContext, place: Place, node: EachOf<unknown> | QuantifiedExpression, word: string): Type {
  const type = checkExpression(context, place, node.selection);
  const element = getElement(context, place, node, type, word);
  context.elementTypes.set(node, element);
  const symbol = { kind: "element", name: node.name.text, node, type: element } as const;
  const binding = context.bound.bindings.get(node.name);
  if (binding) context.symbolOf.set(binding, symbol);
  context.symbols.set(node.name, symbol);
  return type;
}

function getElement(context: CheckContext, place: Place, node: EachOf<unknown> | QuantifiedExpression, type: Type, word: string): Type {
  if (type.kind === "error") return errorType;
  if (type.kind === "list") return type.element;
  if (type.kind === "resource" && type.resourceKind.selection) return type;
  if (type.kind === "optional" && type.of.kind === "list") {
    reportMayBeNone(context, place, node.selection, "value");
    return type.of.element;
  }
  reportNoSelection(context, node, type, word);
  return errorType;
}

function reportNoSelection(context: CheckContext, node: EachOf<unknown> | QuantifiedExpression, type: Type, word: string): void {
  report(context, "RMD4110", node.selection.span, { word, text: getSpanText(node.selection.span), type: describeType(type) });
}
