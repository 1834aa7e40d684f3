import { getSpanText } from "../../source/source-file.ts";
import type { BinaryExpression } from "../../syntax/expressions.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { foldExpression } from "../fold.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { errorType, stripOptional } from "../types/operations.ts";
import { longestDuration, numberOf } from "../values.ts";
import { checkExpression } from "./check-expression.ts";

interface Range {
  readonly least: number;
  readonly most: number;
  readonly text: string;
}

/** Types that are added up, and what their values may be: durations in milliseconds, sizes in bytes. */
const ranges: ReadonlyMap<Type["kind"], Range> = new Map<Type["kind"], Range>([
  [
    "int",
    {
      least: Number.MIN_SAFE_INTEGER,
      most: Number.MAX_SAFE_INTEGER,
      text: `from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
    },
  ],
  ["duration", { least: 0, most: longestDuration, text: "from 0s to 10675199d" }],
  ["size", { least: 0, most: Number.MAX_SAFE_INTEGER, text: "from 0KB to 8191TB" }],
]);

/** `a + b`, `a - b`: numbers, durations or sizes, both of one type, or a date and a duration. */
export function checkArithmetic(context: CheckContext, place: Place, expression: BinaryExpression): Type {
  const { operator, left, right } = expression;
  const leftType = checkExpression(context, place, left);
  const rightType = checkExpression(context, place, right);
  if (leftType.kind === "error" || rightType.kind === "error") return errorType;
  const type = stripOptional(leftType);
  if (type.kind === "date" && stripOptional(rightType).kind === "duration") {
    if (leftType.kind === "optional") reportMayBeNone(context, place, left, "value");
    if (rightType.kind === "optional") reportMayBeNone(context, place, right, "value");
    return type;
  }
  const range = ranges.get(type.kind);
  if (!range || type.kind !== stripOptional(rightType).kind) {
    const hint = explain(expression, type, stripOptional(rightType));
    report(context, "RMD3033", expression.operatorSpan, { operator, left: describeType(leftType), right: describeType(rightType), hint });
    return errorType;
  }
  if (leftType.kind === "optional") reportMayBeNone(context, place, left, "value");
  if (rightType.kind === "optional") reportMayBeNone(context, place, right, "value");
  const [a, b] = [left, right].map((side) => numberOf(foldExpression(side, context, () => undefined)));
  if (a === undefined || b === undefined) return type;
  const result = operator === "-" ? a - b : a + b;
  if (result < range.least || result > range.most)
    report(context, "RMD3111", expression.span, { value: `'${getSpanText(expression.span)}'`, range: range.text });
  return type;
}

function explain({ operator, left, right }: BinaryExpression, a: Type, b: Type): string {
  if (operator === "+" && (a.kind === "string" || b.kind === "string"))
    return ` Texts are put together in one: "${[left, right].map((side) => toPart(getSpanText(side.span))).join("")}".`;
  return a.kind === "path" || b.kind === "path" ? " Segments of a path are joined by '/'." : "";
}

/** An expression as a part of a text: what stands in double quotes without these, all else as `${…}`. */
function toPart(source: string): string {
  return /^"[^"]*"$/.test(source) ? source.slice(1, -1) : `\${${source}}`;
}
