import type { NameNode } from "../../syntax/expressions.ts";
import type { LetNode } from "../../syntax/file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { needUser } from "../narrowing/user-access.ts";
import type { Place, UserNeed } from "../place.ts";
import type { Type } from "../type.ts";
import { errorType } from "../types/operations.ts";

/** Makes a let known before its value is checked: those of a file or a remedy may be used above their line. */
export function openLet(context: CheckContext, node: LetNode, place: Place): void {
  context.lets.set(node, { kind: "open", place });
}

/** The type of a let's value; checked now, if it was not yet. A let that is met while it is being checked is defined by itself. */
export function checkLet(context: CheckContext, node: LetNode, usedAt: NameNode | undefined): Type {
  const state = context.lets.get(node);
  if (!state) return errorType;
  noteDeclaration(context, node);
  switch (state.kind) {
    case "done":
      return state.type;
    case "checking":
      reportCircle(context, node, usedAt ?? node.name);
      return errorType;
    case "open": {
      const needs: UserNeed[] = [];
      context.lets.set(node, { kind: "checking" });
      context.letStack.push(node);
      const type = checkExpression(context, { ...state.place, user: { kind: "collect", needs } }, node.value);
      context.letStack.pop();
      context.lets.set(node, { kind: "done", type, needs });
      return type;
    }
    default:
      return state satisfies never;
  }
}

/** A use of a let: its type, and what its value needs of a person's hive and folders is needed here. */
export function useLet(context: CheckContext, place: Place, node: LetNode, name: NameNode): Type {
  const type = checkLet(context, node, name);
  const state = context.lets.get(node);
  if (state?.kind === "done") for (const need of state.needs) needUser(context, place.user, need, name.span);
  return type;
}

/** The symbol at the declaration is the one that all uses share. */
function noteDeclaration(context: CheckContext, node: LetNode): void {
  const binding = context.bound.bindings.get(node.name);
  if (!binding || context.symbols.has(node.name)) return;
  const symbol = context.symbolOf.get(binding) ?? { kind: "let", name: node.name.text, node };
  context.symbolOf.set(binding, symbol);
  context.symbols.set(node.name, symbol);
}

function reportCircle(context: CheckContext, node: LetNode, usedAt: NameNode): void {
  const circle = context.letStack.slice(context.letStack.indexOf(node));
  for (const link of circle) context.circular.add(link);
  const chain = [...circle, node].map((link) => link.name.text).join("' -> '");
  const related = circle.map((link) => ({ message: `'${link.name.text}' is declared here.`, span: link.name.span }));
  report(context, "RMD2005", usedAt.span, { name: node.name.text, chain }, { related });
}
