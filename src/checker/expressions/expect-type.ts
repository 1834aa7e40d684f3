import type { Expression } from "../../syntax/expressions.ts";
import type { CheckContext } from "../context.ts";
import { report } from "../context.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { isAssignable } from "../types/assignability.ts";
import { describeType } from "../types/describe.ts";
import { boolType, errorType, stripOptional } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { checkConstant } from "../value-checks/check-constant.ts";
import { checkExpression } from "./check-expression.ts";
import { explainMismatch } from "./mismatch.ts";

/**
 * Checks an expression at a place that expects a type: a mismatch, and a value that may be none where one is needed, is reported; a constant
 * is looked at as what it becomes (a path, an account). Gives the type that the place then has, or the error type.
 */
export function expectType(context: CheckContext, place: Place, expression: Expression, expected: Expected): Type {
  const actual = checkExpression(context, place, expression, expected);
  return fitType(context, place, expression, actual, expected);
}

/** The second half of `expectType`, for an expression whose own type is known already. */
export function fitType(context: CheckContext, place: Place, expression: Expression, actual: Type, expected: Expected): Type {
  if (actual.kind === "error") return errorType;
  if (!isAssignable(actual, expected)) {
    if (isAssignable(stripOptional(actual), expected) && actual.kind === "optional") {
      reportMayBeNone(context, place, expression, "value");
    } else {
      const mismatch = explainMismatch(context, expression, actual, expected);
      if (mismatch.code === "RMD3001") {
        report(
          context,
          "RMD3001",
          expression.span,
          {
            expected: describeType(expected.kind === "optional" ? expected.of : expected),
            found: describeType(actual),
            hint: mismatch.hint,
          },
          mismatch.details,
        );
      } else {
        report(context, mismatch.code, expression.span, { text: mismatch.text }, mismatch.details);
      }
    }
    context.types.set(expression, errorType);
    return errorType;
  }
  const type = coerced(actual, expected);
  noteType(context, expression, type);
  checkConstant(context, place, expression, stripOptional(type));
  return type;
}

/** Checks a condition: something that is true or false. */
export function expectCondition(context: CheckContext, place: Place, expression: Expression): void {
  const actual = checkExpression(context, place, expression, boolType);
  if (actual.kind === "optional" && (actual.of.kind === "bool" || actual.of.kind === "data")) {
    reportMayBeNone(context, place, expression, "condition");
    return;
  }
  fitType(context, place, expression, actual, boolType);
}

function coerced(actual: Type, expected: Expected): Type {
  if (expected.kind === "resource-of" || expected.kind === "list-of" || expected.kind === "error") return actual;
  if (expected.kind === "optional") return actual.kind === "optional" ? expected : actual.kind === "none" ? actual : expected.of;
  return expected.kind === "data" ? actual : expected;
}

function noteType(context: CheckContext, expression: Expression, type: Type): void {
  context.types.set(expression, type);
  if (expression.kind === "parenthesized") noteType(context, expression.expression, type);
}
