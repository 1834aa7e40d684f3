import type { Expression } from "../../syntax/expressions.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { longestDuration } from "../values.ts";
import { boolType, errorType, intType, noneType } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { checkCall } from "./calls.ts";
import { checkBinary, checkNot } from "./operators.ts";
import { checkList } from "./lists.ts";
import { checkMember } from "./members.ts";
import { checkName } from "./names.ts";
import { checkQuantified } from "./quantified.ts";
import { checkString } from "./strings.ts";

/** Four numbers of 16 bits: what Windows keeps of a version (VS_FIXEDFILEINFO; ProductVersion of Windows Installer has less). */
const largestVersionPart = 65_535;

/**
 * The type of an expression, noted in the tables, with everything that is wrong in it reported. `hint` is what its place expects: it decides
 * what a bare word means and is passed on to elements of lists; whether the type fits is the business of `expectType`.
 */
export function checkExpression(context: CheckContext, place: Place, expression: Expression, hint?: Expected): Type {
  const type = computeType(context, place, expression, hint);
  context.types.set(expression, type);
  return type;
}

function computeType(context: CheckContext, place: Place, expression: Expression, hint: Expected | undefined): Type {
  switch (expression.kind) {
    case "name-expression":
      return checkName(context, place, expression, hint);
    case "member":
      return checkMember(context, place, expression);
    case "call":
      return checkCall(context, place, expression);
    case "binary":
      return checkBinary(context, place, expression, hint);
    case "not":
      return checkNot(context, place, expression);
    case "quantified":
      return checkQuantified(context, place, expression);
    case "parenthesized":
      return checkExpression(context, place, expression.expression, hint);
    case "list":
      return checkList(context, place, expression, hint);
    case "string":
      return checkString(context, place, expression);
    case "integer":
      return intType;
    case "version":
      for (const part of expression.parts) {
        if (part > largestVersionPart) report(context, "RMD3109", expression.span, { part, limit: largestVersionPart });
      }
      return { kind: "version" };
    case "duration":
      if (expression.milliseconds > longestDuration)
        report(context, "RMD3111", expression.span, { value: `${expression.amount}${expression.unit}`, range: "at most 10675199d" });
      return { kind: "duration" };
    case "size":
      return { kind: "size" };
    case "boolean":
      return boolType;
    case "none":
      return noneType;
    case "missing":
      return errorType;
    default:
      return expression satisfies never;
  }
}
