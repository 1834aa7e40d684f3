import type { PlanFilter } from "../../plan/plan.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { PsExpression } from "../ast.ts";
import { psLiteral, psPositional, psSwitch } from "../ast.ts";
import { nullLiteral } from "../literals.ts";
import { call } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { lowerExpression } from "./expressions.ts";

/** Conditions that must all hold; undefined for none. */
export function allOf(conditions: readonly PsExpression[]): PsExpression | undefined {
  const [first, ...rest] = conditions;
  return first && rest.reduce<PsExpression>((left, right) => ({ kind: "binary", operator: "-and", left, right }), first);
}

/** A filter of a selection as a condition over `property`, what the candidate has; comparing is the same as anywhere else. */
export function lowerFilter(filter: PlanFilter, property: PsExpression, context: LowerContext): PsExpression {
  const value = lowerExpression(filter.value, context);
  switch (filter.operator) {
    case "matches":
      return call(context, "Test-Match", psPositional(property), psPositional(value));
    case "in": {
      if (!isText(filter.type)) return { kind: "binary", operator: "-contains", left: value, right: property };
      // Inside Test-Any, $_ would be an element of the list and no longer the candidate.
      return call(context, "Test-OneOf", psPositional(property), psPositional(value));
    }
    case "==":
    case "!=": {
      if (!isText(filter.type)) return { kind: "binary", operator: filter.operator === "==" ? "-eq" : "-ne", left: property, right: value };
      const equal = call(context, "Test-Text", psPositional(property), psPositional(value), psSwitch("IgnoreCase"));
      return filter.operator === "==" ? equal : { kind: "not", operand: equal };
    }
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const operators = { "<": "-lt", "<=": "-le", ">": "-gt", ">=": "-ge" } as const;
      const compared: PsExpression = { kind: "binary", operator: operators[filter.operator], left: property, right: value };
      // What is missing is less than everything.
      if (filter.operator.startsWith(">")) return compared;
      const there: PsExpression = { kind: "binary", operator: "-ne", left: psLiteral(nullLiteral), right: property };
      return { kind: "binary", operator: "-and", left: there, right: compared };
    }
    default:
      return unreachable(filter.operator);
  }
}

function isText(type: CatalogType): boolean {
  return ["string", "path", "account", "pattern", "registry_path"].includes(type.kind);
}

function unreachable(value: never): never {
  throw new Error(`unexpected operator ${JSON.stringify(value)}`);
}
