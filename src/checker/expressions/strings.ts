import { getSpanText } from "../../source/source-file.ts";
import type { StringExpression } from "../../syntax/expressions.ts";
import type { CheckContext } from "../context.ts";
import { report } from "../context.ts";
import { reportMayBeNone } from "../narrowing/may-be-none.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { stringType, stripOptional } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";

/** What has one obvious text. */
const printable: ReadonlySet<string> = new Set([
  "string",
  "int",
  "bool",
  "version",
  "duration",
  "date",
  "size",
  "path",
  "registry_path",
  "account",
  "endpoint",
  "pattern",
  "data",
  "enum",
]);

/** Lists are put in with commas, but not those of sizes, which are numbers on the device. */
function isPrintable(type: Type): boolean {
  return type.kind === "list" ? printable.has(type.element.kind) && type.element.kind !== "size" : printable.has(type.kind);
}

/** A text; what stands in `${…}` must be there and have an obvious text. */
export function checkString(context: CheckContext, place: Place, expression: StringExpression): Type {
  for (const part of expression.parts) {
    if (part.kind === "text-part") continue;
    const type = checkExpression(context, place, part.expression);
    const plain = stripOptional(type);
    if (plain.kind === "error") continue;
    if (plain.kind === "secret") report(context, "RMD3021", part.expression.span, { text: getSpanText(part.expression.span) });
    else if (!isPrintable(plain))
      report(context, "RMD3017", part.expression.span, { text: getSpanText(part.expression.span), type: describeType(type) });
    else if (type.kind === "optional") reportMayBeNone(context, place, part.expression, "value");
  }
  return stringType;
}
