import { listScope } from "../../resources/catalog/check-script.ts";
import type { ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression, QuantifiedExpression } from "../../syntax/expressions.ts";
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
import { nameAll } from "./filters.ts";
import { findWordList } from "./word-lists.ts";

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
  const enumeration = findEnumeration(context, node.selection);
  if (enumeration) context.enumerations.add(enumeration);
  const words = findWordList(context, node);
  const type = words === "untold" ? errorType : checkExpression(context, place, node.selection, words?.type);
  const element = getElement(context, place, node, type, word);
  context.elementTypes.set(node, element);
  const symbol = { kind: "element", name: node.name.text, node, type: element } as const;
  const binding = context.bound.bindings.get(node.name);
  if (binding) context.symbolOf.set(binding, symbol);
  context.symbols.set(node.name, symbol);
  return type;
}

/** `service()`, `service(startup == manual)`, `file(folder: …)`: what names no single one of a kind that can be gone over. What is wrong beside a scope is said of it. */
function findEnumeration(context: CheckContext, selection: Expression): Expression | undefined {
  const call = unwrap(selection);
  if (call.kind !== "call" || call.callee.kind !== "name-expression") return undefined;
  const binding = context.bound.bindings.get(call.callee.name);
  if (binding?.kind !== "resource-kind" || binding.resourceKind.enumerable !== true) return undefined;
  const scope = listScope(binding.resourceKind);
  const named = call.arguments.flatMap((one) => (one.kind === "named-argument" ? [one.name.text] : []));
  const isScoped = named.some((name) => scope.some((key) => key.scope && key.name === name));
  const isPositional = call.arguments.some((one) => one.kind === "positional-argument");
  return isPositional || (!isScoped && named.some((name) => !scope.some((key) => key.name === name))) ? undefined : call;
}

function unwrap(expression: Expression): Expression {
  return expression.kind === "parenthesized" ? unwrap(expression.expression) : expression;
}

function getElement(context: CheckContext, place: Place, node: EachOf<unknown> | QuantifiedExpression, type: Type, word: string): Type {
  if (type.kind === "error") return errorType;
  if (type.kind === "list") return type.element;
  if (type.kind === "resource" && (type.resourceKind.selection || context.enumerations.has(unwrap(node.selection)))) return type;
  if (type.kind === "optional" && type.of.kind === "list") {
    reportMayBeNone(context, place, node.selection, "value");
    return type.of.element;
  }
  reportNoSelection(context, node, type, word);
  return errorType;
}

function reportNoSelection(context: CheckContext, node: EachOf<unknown> | QuantifiedExpression, type: Type, word: string): void {
  report(context, "RMD4110", node.selection.span, {
    word,
    text: getSpanText(node.selection.span),
    type: describeType(type),
    hint: type.kind === "resource" ? ` ${describeAll(type.resourceKind)}`.trimEnd() : "",
  });
}

/** How authors say what of a kind can be gone over. */
function describeAll(kind: ResourceKind): string {
  if (kind.selection) return "Only 'each' goes over people: it loads the registry of each of them.";
  return kind.enumerable ? `Write '${nameAll(kind)}' to go over them.` : "";
}
