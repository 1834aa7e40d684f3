import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { parseDate } from "../values.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** A constant date. */
export function checkDate(context: CheckContext, constant: TextToCheck): void {
  const { text, span } = constant;
  if (parseDate(text) === undefined) report(context, "RMD4152", span, { date: text.replaceAll(unknownPart, "${…}") });
}
