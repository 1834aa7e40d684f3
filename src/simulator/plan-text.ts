import type { Value } from "../checker/value.ts";
import type { Plan, PlanExpression } from "../plan/plan.ts";

/** Where a script and what its channel carries lie on the simulated machine (`Get-SimulatedCarriedFile`). */
export const CARRIED_FOLDER = "C:\\Windows\\IMECache\\App";

/** The text that an expression has on every machine; undefined where only the device knows. A parameter has its default. */
export function findPlanText(expression: PlanExpression, plan: Pick<Plan, "parameters">): string | undefined {
  switch (expression.kind) {
    case "constant":
      return showPlain(expression.value);
    case "parameter": {
      const value = plan.parameters.find((parameter) => parameter.name === expression.name)?.defaultValue;
      return value && showPlain(value);
    }
    case "join": {
      const [left, right] = [findPlanText(expression.left, plan), findPlanText(expression.right, plan)];
      return left === undefined || right === undefined ? undefined : `${left.replace(/\\+$/, "")}\\${right.replace(/^\\+/, "")}`;
    }
    case "concatenate": {
      const parts = expression.parts.map((part) => findPlanText(part, plan));
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "carried":
      return `${CARRIED_FOLDER}\\${expression.path}`;
    case "default":
      // What the device says on the left counts; the right is taken only where that is none.
      return findPlanText(expression.left, plan);
    case "element":
    case "read":
    case "exists":
    case "query":
    case "changed":
    case "not":
    case "and":
    case "or":
    case "any":
    case "arithmetic":
    case "compare":
    case "list":
      return undefined;
    default:
      return expression satisfies never;
  }
}

function showPlain(value: Value): string | undefined {
  if (value.kind === "enum") return value.member;
  if (value.kind === "account") return value.sid ?? value.name;
  if (value.kind === "version") return value.parts.join(".");
  return "value" in value ? String(value.value) : undefined;
}
