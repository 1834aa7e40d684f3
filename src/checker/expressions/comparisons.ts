import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { BinaryExpression, CompareOperator, Expression } from "../../syntax/expressions.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { isAssignable } from "../types/assignability.ts";
import { describeType } from "../types/describe.ts";
import { boolType, makeOptional, patternType, sameType, stripOptional } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";
import { expectType, fitType } from "./expect-type.ts";
import { explainMismatch } from "./mismatch.ts";

/** The left side of a comparison; of a filter it is a property without an expression. */
export interface ComparedSide {
  readonly type: Type;
  readonly span: Span;
  readonly expression: Expression | undefined;
}

/** Types that have an order. */
const ordered: ReadonlySet<string> = new Set(["int", "version", "duration", "date", "size", "data"]);
/** Types that a regular expression is matched against. */
const matchable: ReadonlySet<string> = new Set(["string", "path", "registry_path", "endpoint", "data"]);

/** A comparison of two expressions. A bare word on the left takes its meaning from the right: `running == agent.state`. */
export function checkComparison(context: CheckContext, place: Place, expression: BinaryExpression): Type {
  const { left, right, operatorSpan, span } = expression;
  const operator = expression.operator as CompareOperator;
  const mayBeWord = left.kind === "name-expression" && operator !== "in" && operator !== "matches";
  if (mayBeWord && (right.kind === "member" || (context.bound.unbound.has(left.name) && right.kind !== "name-expression"))) {
    const type = checkExpression(context, place, right);
    const leftType = checkExpression(context, place, left, stripOptional(type));
    judge(context, place, { type: leftType, span: left.span, expression: left }, operator, operatorSpan, right, type, span);
    return boolType;
  }
  const type = checkExpression(context, place, left);
  compareWith(context, place, { type, span: left.span, expression: left }, operator, operatorSpan, right, span);
  return boolType;
}

/** Compares something of a known type with an expression. */
export function compareWith(
  context: CheckContext,
  place: Place,
  left: ComparedSide,
  operator: CompareOperator,
  operatorSpan: Span,
  right: Expression,
  whole: Span,
): void {
  const plain = stripOptional(left.type);
  if (operator === "matches") {
    expectType(context, place, right, patternType);
    if (plain.kind === "error") return;
    if (!matchable.has(plain.kind))
      report(context, "RMD3002", operatorSpan, { operator, left: describeType(left.type), right: "a regular expression", hint: "" });
    else demandValue(context, place, left, whole);
    return;
  }
  if (operator === "in") {
    checkMembership(context, place, left, operatorSpan, right);
    return;
  }
  const type = checkExpression(context, place, right, plain.kind === "none" || plain.kind === "resource" ? undefined : plain);
  judge(context, place, left, operator, operatorSpan, right, type, whole);
}

function checkMembership(context: CheckContext, place: Place, left: ComparedSide, operatorSpan: Span, right: Expression): void {
  const plain = stripOptional(left.type);
  const isTyped =
    plain.kind !== "error" && plain.kind !== "none" && plain.kind !== "data" && plain.kind !== "resource" && plain.kind !== "secret";
  if (plain.kind === "error" && right.kind === "list") {
    for (const element of right.elements) checkExpression(context, place, element, plain);
    return;
  }
  if (right.kind === "list" && isTyped) {
    expectType(context, place, right, { kind: "list", element: makeOptional(plain) });
    return;
  }
  const type = checkExpression(context, place, right);
  const list = stripOptional(type);
  if (list.kind === "error" || plain.kind === "error") return;
  if (list.kind !== "list" || plain.kind === "secret" || plain.kind === "resource") {
    report(context, "RMD3002", operatorSpan, {
      operator: "in",
      left: describeType(plain),
      right: describeType(list),
      hint: " Write a list on the right: 'x in [a, b]'.",
    });
  } else if (!isAssignable(list.element, plain) && !isAssignable(plain, list.element)) {
    report(context, "RMD3002", operatorSpan, { operator: "in", left: describeType(plain), right: describeType(list), hint: "" });
  } else if (type.kind === "optional") {
    reportMayBeNone(context, place, right, "value");
  } else if (left.expression) {
    fitText(context, place, left.expression, plain, list.element);
  }
}

/** Says whether two types may be compared with an operator, and brings a text to the other side's type. */
function judge(
  context: CheckContext,
  place: Place,
  left: ComparedSide,
  operator: CompareOperator,
  operatorSpan: Span,
  right: Expression,
  rightType: Type,
  whole: Span,
): void {
  const a = stripOptional(left.type);
  const b = stripOptional(rightType);
  if (a.kind === "error" || b.kind === "error") return;
  const isEquality = operator === "==" || operator === "!=";
  if (a.kind === "none" || b.kind === "none") {
    judgeNone(context, left, operator, operatorSpan, right, rightType);
    return;
  }
  // Data that is compared with a version is the text of one; the device looks.
  const isVersion = (a.kind === "data" && b.kind === "version") || (a.kind === "version" && b.kind === "data");
  const isComparable =
    (isVersion || sameType(a, b) || isAssignable(a, b) || isAssignable(b, a)) &&
    a.kind !== "resource" &&
    a.kind !== "secret" &&
    b.kind !== "secret";
  // A date is written as a text.
  const hasOrder = [a, b].every(({ kind }) => ordered.has(kind) || (kind === "string" && (a.kind === "date" || b.kind === "date")));
  if (!isComparable || (!isEquality && !hasOrder)) {
    const { hint, details } = explainComparison(context, left, a, right, b);
    report(context, "RMD3002", operatorSpan, { operator, left: describeType(a), right: describeType(b), hint }, details);
    return;
  }
  if (left.expression) fitText(context, place, left.expression, a, b);
  fitText(context, place, right, b, a);
  if (isEquality) return;
  demandValue(context, place, left, whole);
  if (rightType.kind === "optional") reportMayBeNone(context, place, right, "comparison", whole);
}

function judgeNone(
  context: CheckContext,
  left: ComparedSide,
  operator: CompareOperator,
  operatorSpan: Span,
  right: Expression,
  rightType: Type,
): void {
  const leftIsNone = left.type.kind === "none";
  const other = leftIsNone ? rightType : left.type;
  const otherSpan = leftIsNone ? right.span : left.span;
  if (operator !== "==" && operator !== "!=") {
    report(context, "RMD3002", operatorSpan, {
      operator,
      left: describeType(left.type),
      right: describeType(rightType),
      hint: " Compare with none by '==' or '!='.",
    });
  } else if (other.kind === "resource") {
    const text = getSpanText(otherSpan);
    const exists = operator === "!=" ? `${text}.exists` : `not ${text}.exists`;
    report(context, "RMD3002", operatorSpan, {
      operator,
      left: describeType(left.type),
      right: describeType(rightType),
      hint: ` Write '${exists}'.`,
    });
  } else if (other.kind !== "optional" && other.kind !== "none") {
    report(context, "RMD3019", operatorSpan, { text: getSpanText(otherSpan), answer: operator === "==" ? "false" : "true" });
  }
}

/** A text compared with a path, an account and the like is one. */
function fitText(context: CheckContext, place: Place, expression: Expression, from: Type, to: Type): void {
  if (from.kind === "string" && to.kind !== "string" && to.kind !== "data" && to.kind !== "enum")
    fitType(context, place, expression, from, to);
}

function demandValue(context: CheckContext, place: Place, side: ComparedSide, whole: Span): void {
  if (side.type.kind === "optional" && side.expression) reportMayBeNone(context, place, side.expression, "comparison", whole);
}

function explainComparison(context: CheckContext, left: ComparedSide, a: Type, right: Expression, b: Type) {
  const forward = explainMismatch(context, right, b, a);
  if (forward.code === "RMD3001" && forward.hint !== "") return forward;
  const backward = left.expression ? explainMismatch(context, left.expression, a, b) : forward;
  if (backward.code === "RMD3001" && backward.hint !== "") return backward;
  const isSecret = a.kind === "secret" || b.kind === "secret";
  return { hint: isSecret ? " A secret is never read for a comparison; only '== none' and '!= none' are possible." : "", details: {} };
}
