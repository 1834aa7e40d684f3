import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { RequiresNode } from "../../syntax/file.ts";
import { requirementTypes } from "../../targets/requirement.ts";
import type { RequirementType } from "../../targets/requirement.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition } from "../expressions/expect-type.ts";
import { foldExpression } from "../fold.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { stripOptional } from "../types/operations.ts";

/** Types of the language that can be compared by the channel as a type of its own. A size or a duration has a unit there, and a path is no text to it: those are compared here. */
const sorts: { readonly [T in Exclude<RequirementType, "boolean">]: readonly Type["kind"][] } = {
  string: ["string", "enum", "account", "path"],
  int: ["int"],
  float: ["int"],
  version: ["version"],
  date: ["date"],
};

/**
 * Checks `requires condition` and `requires left >= right as version`. Without a type, and as `boolean`, the script itself compares; with another one the channel
 * does, so there must be a comparison with one value that is known when compiling.
 */
export function checkRequires(context: CheckContext, place: Place, requires: RequiresNode): void {
  expectCondition(context, place, requires.condition);
  const word = requires.type;
  if (!word || word.text === "") return;
  const type = requirementTypes.find((candidate) => candidate === word.text);
  if (!type) {
    const { hint, details } = suggestOf(word.text, requirementTypes, word.span, ` Types are ${listChoices([...requirementTypes])}.`);
    report(context, "RMD4150", word.span, { name: word.text, hint }, details);
    return;
  }
  if (type === "boolean") return;
  const { condition } = requires;
  const refuse = (reason: string, at: Expression = condition): void =>
    report(context, "RMD4151", at.span, { type, reason, condition: getSpanText(condition.span) });
  if (condition.kind !== "binary" || !isComparison(condition.operator)) {
    refuse("it is no comparison of a reading with a value");
    return;
  }
  const left = context.types.get(condition.left);
  if (left === undefined || left.kind === "error") return;
  if (!sorts[type].includes(stripOptional(left).kind)) refuse(`'${getSpanText(condition.left.span)}' is of another type`, condition.left);
  else if (type === "string" && condition.operator !== "==" && condition.operator !== "!=")
    refuse("texts are compared there with '==' and '!=' alone");
  else if (foldExpression(condition.right, context, () => undefined) === undefined && !isParameter(context, condition.right))
    refuse(`'${getSpanText(condition.right.span)}' is not known when compiling`, condition.right);
}

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);

function isComparison(operator: string): boolean {
  return comparisons.has(operator);
}

/** A parameter of the remedy is fixed when building for a channel with requirement rules. */
function isParameter(context: CheckContext, expression: Expression): boolean {
  const resolution = expression.kind === "name-expression" ? context.resolutions.get(expression) : undefined;
  return resolution?.kind === "name" && resolution.symbol.kind === "param";
}
