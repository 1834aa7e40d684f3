import type { PlanExpression } from "../../plan/plan.ts";
import { collectReads } from "../../plan/reads.ts";
import type { PsExpression } from "../ast.ts";
import { psBlock, psPositional, psStatement } from "../ast.ts";
import { call } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { lowerExpression, lowerTextPart } from "./expressions.ts";

/**
 * A text for people: the title of a check, what `require` and `warn` say. It is put together before its condition is looked at, so what it reads of the machine must
 * not end the run where it cannot be read.
 */
export function lowerMessage(message: PlanExpression, context: LowerContext): PsExpression {
  if (message.kind !== "concatenate") return guardReading(message, lowerExpression(message, context), context);
  return { kind: "join", parts: message.parts.map((part) => guardReading(part, lowerTextPart(part, message.purpose, context), context)) };
}

/** What the element of a loop is like has just been read. */
function guardReading(part: PlanExpression, lowered: PsExpression, context: LowerContext): PsExpression {
  if (!collectReads(part).some((resource) => resource.kind === "named")) return lowered;
  return call(context, "Read-Shown", psPositional(psBlock(psStatement(lowered))));
}
