import type { Value } from "../checker/value.ts";
import type { Plan, PlanExpression } from "../plan/plan.ts";
import type { Expression } from "../syntax/expressions.ts";

/** What is known of a text or path when compiling: its constant parts, with `gap` for what only the device knows; of a parameter its default. Undefined for what is none. */
export function knownText(expression: PlanExpression, plan: Plan, gap = ""): string | undefined {
  switch (expression.kind) {
    case "constant":
      return textOf(expression.value);
    case "parameter":
      return textOf(plan.parameters.find(({ name }) => name === expression.name)?.defaultValue);
    case "concatenate":
      return expression.parts.map((part) => knownText(part, plan, gap) ?? gap).join("");
    case "join": {
      const left = knownText(expression.left, plan, gap) ?? gap;
      return `${left}\\${knownText(expression.right, plan, gap) ?? gap}`;
    }
    default:
      return undefined;
  }
}

/** The texts of a list, or the one text, as `knownText` gives them. */
export function knownTexts(expression: PlanExpression, plan: Plan, gap = ""): string[] {
  if (expression.kind === "list") return expression.elements.map((element) => knownText(element, plan, gap) ?? gap);
  if (expression.kind === "constant" && expression.value.kind === "list")
    return expression.value.elements.map((value) => textOf(value) ?? gap);
  const text = knownText(expression, plan, gap);
  return text === undefined ? [] : [text];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "string" || value?.kind === "path" ? value.value : undefined;
}

/** The text of a string without `${…}`; undefined for any other expression. */
export function literalText(expression: Expression): string | undefined {
  if (expression.kind !== "string" || expression.parts.length > 1) return undefined;
  const [only] = expression.parts;
  return only === undefined ? "" : only.kind === "text-part" ? only.value : undefined;
}
