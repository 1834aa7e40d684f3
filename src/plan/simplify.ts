import { addValues, joinKey } from "../checker/fold-operators.ts";
import { compareValues, equalValues } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { CatalogType } from "../resources/catalog/model.ts";
import type { CompareOperator } from "../syntax/expressions.ts";
import type { Comparison, PlanExpression } from "./plan.ts";

type Constant = PlanExpression & { readonly kind: "constant" };

export function constant(value: Value, type?: Constant["type"]): Constant {
  return { kind: "constant", value, type };
}

const bool = (value: boolean): Constant => constant({ kind: "bool", value });

/** The truth of a condition that is known when compiling; undefined for one that only the device knows. */
export function truthOf(expression: PlanExpression): boolean | undefined {
  return expression.kind === "constant" && expression.value.kind === "bool" ? expression.value.value : undefined;
}

export function not(operand: PlanExpression): PlanExpression {
  const truth = truthOf(operand);
  if (truth !== undefined) return bool(!truth);
  return operand.kind === "not" ? operand.operand : { kind: "not", operand };
}

/** `and` and `or` stop early, so a constant on the left decides; one on the right is only dropped when it changes nothing. */
export function logical(kind: "and" | "or", left: PlanExpression, right: PlanExpression): PlanExpression {
  const decides = kind === "or";
  const truth = truthOf(left);
  if (truth !== undefined) return truth === decides ? bool(decides) : right;
  return truthOf(right) === !decides ? left : { kind, left, right };
}

export function compare(operator: CompareOperator, comparison: Comparison, left: PlanExpression, right: PlanExpression): PlanExpression {
  if (left.kind === "constant" && right.kind === "constant") {
    const known = compareConstants(operator, comparison, left.value, right.value);
    if (known !== undefined) return bool(known);
  }
  return { kind: "compare", operator, comparison, left, right };
}

/** Undefined for `matches`: .NET's regular expressions are only evaluated by .NET. */
export function compareConstants(operator: CompareOperator, comparison: Comparison, left: Value, right: Value): boolean | undefined {
  const ignoreCase = comparison === "text-ignore-case";
  switch (operator) {
    case "==":
      return equalValues(left, right, ignoreCase);
    case "!=":
      return !equalValues(left, right, ignoreCase);
    case "in":
      return right.kind === "list" ? right.elements.some((element) => equalValues(left, element, ignoreCase)) : undefined;
    case "matches":
      return undefined;
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const order = compareValues(left, right);
      if (order === undefined) return undefined;
      return operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order >= 0;
    }
    default:
      return unreachable(operator);
  }
}

/** A sum or difference of values of one type. */
export function arithmetic(operator: "+" | "-", left: PlanExpression, right: PlanExpression, type: CatalogType): PlanExpression {
  const known = left.kind === "constant" && right.kind === "constant" ? addValues(operator, left.value, right.value) : undefined;
  return known ? constant(known, type) : { kind: "arithmetic", operator, left, right, type };
}

/** `left ?? right`. */
export function orDefault(left: PlanExpression, right: PlanExpression): PlanExpression {
  if (left.kind !== "constant") return { kind: "default", left, right };
  return left.value.kind === "none" ? right : left;
}

/** Path segments with exactly one backslash between them. */
export function joinPath(left: PlanExpression, right: PlanExpression): PlanExpression {
  if (left.kind === "constant" && right.kind === "constant" && "value" in left.value && "value" in right.value) {
    const value = `${String(left.value.value).replace(/[\\/]+$/, "")}\\${String(right.value.value).replace(/^[\\/]+/, "")}`;
    return constant({ kind: "path", value }, { kind: "path" });
  }
  return { kind: "join", left, right };
}

/** A registry key and the name of one below it. */
export function joinRegistryKey(left: PlanExpression, right: PlanExpression): PlanExpression {
  return left.kind === "constant" && right.kind === "constant" && left.value.kind === "string" && right.value.kind === "string"
    ? constant({ kind: "string", value: joinKey(left.value.value, right.value.value) }, { kind: "registry_path" })
    : { kind: "join", left, right, key: true };
}

/** Texts one after the other; neighbours that are constant become one. */
export function concatenate(parts: readonly PlanExpression[], purpose: "text" | "pattern"): PlanExpression {
  const merged: PlanExpression[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "constant" && last?.kind === "constant" && part.value.kind === "string" && last.value.kind === "string") {
      merged[merged.length - 1] = constant({ kind: "string", value: last.value.value + part.value.value });
    } else merged.push(part);
  }
  if (merged.length === 0) return constant({ kind: "string", value: "" });
  const [only] = merged;
  return merged.length === 1 && only?.kind === "constant" && only.value.kind === "string"
    ? only
    : { kind: "concatenate", parts: merged, purpose };
}

function unreachable(value: never): never {
  throw new Error(`unexpected operator ${JSON.stringify(value)}`);
}
