import type { ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { CallExpression, Expression } from "../../syntax/expressions.ts";
import type { StateNode } from "../../syntax/file.ts";
import { findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/**
 * `package()` stands for all of them: never what an `ensure` means. A scenario's machine is made of single things, so it takes no filters either, but for things
 * that have no keys: `profile(name == "ann")` is one.
 */
export function checkWholeSelection(context: CheckContext, state: StateNode, kind: ResourceKind, use: "ensure" | "given" | "expect"): void {
  const call = kind.selection ? findCall(context, state.resource) : undefined;
  const resolution = call && context.resolutions.get(call);
  if (resolution?.kind !== "resource") return;
  const text = getSpanText(state.resource.span);
  const named = `${kind.name}(name == "…")`;
  const namesByFilter = kind.keys.every((key) => key.scope);
  if (resolution.keys.size === 0 && resolution.filters.length === 0)
    report(context, "RMD4111", state.resource.span, {
      text,
      kind: kind.name,
      how: !namesByFilter ? "give a key or a filter" : use === "given" ? `'${named}'` : `give a filter, such as '${named}'`,
    });
  else if (use === "given" && resolution.filters.length > 0) {
    const [filter] = resolution.filters;
    if (namesByFilter && resolution.filters.length === 1 && filter?.property.name === "name" && filter.operator === "==") return;
    report(context, "RMD4122", state.resource.span, {
      text,
      how: namesByFilter ? `Name one, '${named}'.` : "Give its keys, without a filter.",
    });
  }
}

function findCall(context: CheckContext, expression: Expression): CallExpression | undefined {
  const origin = findOrigin(context, expression);
  return origin.kind === "call" ? origin : undefined;
}
