import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";
import { findPatternMistake } from "./regex/dotnet-pattern.ts";

/** A constant .NET regular expression. Parts that are known only later are escaped when they are put in, so they count as a letter. */
export function checkPattern(context: CheckContext, constant: TextToCheck): void {
  const mistake = findPatternMistake(constant.text.replaceAll(unknownPart, "x"));
  if (mistake === undefined) return;
  report(context, "RMD3101", constant.span, {
    pattern: constant.text.replaceAll(unknownPart, "${…}"),
    reason: mistake.reason,
    position: mistake.position + 1,
  });
}
