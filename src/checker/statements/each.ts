import { getSpanText } from "../../source/source-file.ts";
import type { ActionsNode, Body } from "../../syntax/file.ts";
import type { EachOf } from "../../syntax/statements.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { errorType } from "../types/operations.ts";
import { checkBlock } from "./blocks.ts";

/** `each x in …`: a list, or a selection on the device. In `each u in profile()` the hive is that person's. */
export function checkEach(context: CheckContext, place: Place, statement: EachOf<Body | ActionsNode>): void {
  const type = checkExpression(context, place, statement.selection);
  const element = getElement(context, place, statement, type);
  context.elementTypes.set(statement, element);
  const symbol = { kind: "element", name: statement.name.text, node: statement, type: element } as const;
  const binding = context.bound.bindings.get(statement.name);
  if (binding) context.symbolOf.set(binding, symbol);
  context.symbols.set(statement.name, symbol);
  const isProfile = type.kind === "resource" && type.resourceKind.name === "profile";
  const user: Place["user"] = isProfile ? { kind: "profile", around: place.user } : place.user;
  checkBlock(context, { ...place, user, inside: "each" }, statement.body);
}

function getElement(context: CheckContext, place: Place, statement: EachOf<unknown>, type: Type): Type {
  if (type.kind === "error") return errorType;
  if (type.kind === "list") return type.element;
  if (type.kind === "resource" && type.resourceKind.selection) return type;
  if (type.kind === "optional" && type.of.kind === "list") {
    reportMayBeNone(context, place, statement.selection, "value");
    return type.of.element;
  }
  report(context, "RMD4110", statement.selection.span, { text: getSpanText(statement.selection.span), type: describeType(type) });
  return errorType;
}
