import type { ListExpression } from "../../syntax/expressions.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { isAssignable } from "../types/assignability.ts";
import { describeType } from "../types/describe.ts";
import { errorType } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";
import { expectType } from "./expect-type.ts";

/** A list. With an expected element type each element must fit it; otherwise all must fit the first. The empty list fits everywhere. */
export function checkList(context: CheckContext, place: Place, expression: ListExpression, hint: Expected | undefined): Type {
  const expected = hint?.kind === "optional" ? hint.of : hint;
  if (expected?.kind === "list" || expected?.kind === "list-of") {
    const types = expression.elements.map((element) => expectType(context, place, element, expected.element));
    const wrong = types.some((type) => type.kind === "error");
    if (expected.kind === "list") return wrong ? errorType : { kind: "list", element: expected.element };
    return wrong ? errorType : { kind: "list", element: types[0] ?? errorType };
  }
  let element: Type = errorType;
  for (const item of expression.elements) {
    const type = checkExpression(context, place, item);
    if (element.kind === "error") element = type;
    else if (!isAssignable(type, element)) {
      if (isAssignable(element, type)) element = type;
      else report(context, "RMD3016", item.span, { found: describeType(type), first: describeType(element) });
    }
  }
  return { kind: "list", element };
}
