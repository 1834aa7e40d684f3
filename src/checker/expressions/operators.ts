import { getSpanText } from "../../source/source-file.ts";
import type { BinaryExpression, Expression, NotExpression } from "../../syntax/expressions.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { getFacts } from "../narrowing/facts.ts";
import { withFacts } from "../place.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { isAssignable } from "../types/assignability.ts";
import { describeType } from "../types/describe.ts";
import { boolType, errorType, makeOptional, pathType, registryPathType, stringType, stripOptional } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { unknownPart } from "../value-checks/text-to-check.ts";
import { checkArithmetic } from "./arithmetic.ts";
import { checkExpression } from "./check-expression.ts";
import { checkComparison } from "./comparisons.ts";
import { expectCondition, expectType, fitType } from "./expect-type.ts";

/** `not c` */
export function checkNot(context: CheckContext, place: Place, expression: NotExpression): Type {
  expectCondition(context, place, expression.operand);
  return boolType;
}

export function checkBinary(context: CheckContext, place: Place, expression: BinaryExpression, hint: Expected | undefined): Type {
  switch (expression.operator) {
    case "and":
    case "or": {
      expectCondition(context, place, expression.left);
      const known = getFacts(context, expression.left, expression.operator === "and");
      expectCondition(context, withFacts(place, known), expression.right);
      return boolType;
    }
    case "??":
      return checkDefault(context, place, expression, hint);
    case "+":
    case "-":
      return checkArithmetic(context, place, expression);
    case "/":
      return checkJoin(context, place, expression, hint);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "matches":
    case "in":
      return checkComparison(context, place, expression);
    default:
      return expression.operator satisfies never;
  }
}

/** `a ?? b`: a, or b where a is none. */
function checkDefault(context: CheckContext, place: Place, expression: BinaryExpression, hint: Expected | undefined): Type {
  const left = checkExpression(context, place, expression.left, hint);
  const plain = stripOptional(left);
  const wanted = plain.kind === "none" || plain.kind === "error" ? undefined : plain;
  const right = checkExpression(context, place, expression.right, wanted ?? hint);
  if (left.kind === "error" || right.kind === "error") return errorType;
  if (left.kind !== "optional" && left.kind !== "none") {
    const suggestion = { title: "Remove the default.", edits: [{ span: expression.span, text: getSpanText(expression.left.span) }] };
    report(context, "RMD3018", expression.operatorSpan, { text: getSpanText(expression.left.span) }, { suggestion });
  }
  if (plain.kind === "none") return right;
  const plainRight = stripOptional(right);
  let type: Type;
  if (isAssignable(plainRight, plain)) {
    type =
      right.kind === "none" ? plain : fitType(context, place, expression.right, plainRight, plain).kind === "error" ? errorType : plain;
  } else if (isAssignable(plain, plainRight) || (plain.kind === "data" && plainRight.kind === "version")) {
    type = plainRight;
  } else {
    report(context, "RMD3016", expression.right.span, { found: describeType(right), first: describeType(plain) });
    return errorType;
  }
  return right.kind === "optional" || right.kind === "none" ? makeOptional(type) : type;
}

/** `folder / 'name'`: a path with one more segment; `key / "Name"`: a registry key with one more name, where a key is expected or the left side is one. */
function checkJoin(context: CheckContext, place: Place, expression: BinaryExpression, hint: Expected | undefined): Type {
  const { left, right } = expression;
  const wantsKey = (hint?.kind === "optional" ? hint.of : hint)?.kind === "registry_path";
  const type = checkExpression(context, place, left, wantsKey ? registryPathType : pathType);
  const isKey = wantsKey || isRegistryKey(context, left, type);
  const whole = isKey ? fitKey(context, place, left, type) : fitType(context, place, left, type, pathType);
  const segment = expectType(context, place, right, stringType);
  if (whole.kind === "error" || segment.kind === "error") return errorType;
  if (!isKey) checkSegment(context, right, /^(?:[\\/]|[A-Za-z]:|%)|^$/);
  else if (!checkSegment(context, right, /^\\|^$/)) return errorType;
  return isKey ? registryPathType : pathType;
}

/** Whether the left side of `/` is a registry key: by its type, or by the hive with which its text begins. */
function isRegistryKey(context: CheckContext, expression: Expression, type: Type): boolean {
  const plain = stripOptional(type);
  if (plain.kind === "registry_path" || isKeyResource(plain)) return true;
  const text = findConstantText(context, expression, unknownPart);
  return text !== undefined && /^(?:HK[A-Z]{1,3}|HKEY_[A-Z_]+):?(?:\\|$)/i.test(text);
}

/** What a registry key alone names (`registry_key`). */
function isKeyResource(type: Type): boolean {
  if (type.kind !== "resource") return false;
  const [key, ...others] = type.resourceKind.keys.filter(({ required, scope }) => required && !scope);
  return key?.type.kind === "registry_path" && others.length === 0;
}

/** The left side of a key that is put together, which is looked at as a whole where it is used; a `registry_key` is the key that it names. */
function fitKey(context: CheckContext, place: Place, expression: Expression, type: Type): Type {
  if (isKeyResource(type) || type.kind === "string" || type.kind === "registry_path") return registryPathType;
  return fitType(context, place, expression, type, registryPathType);
}

function checkSegment(context: CheckContext, expression: Expression, strange: RegExp): boolean {
  const text = findConstantText(context, expression);
  if (text === undefined || !strange.test(text)) return true;
  report(context, "RMD3112", expression.span, { text });
  return false;
}
