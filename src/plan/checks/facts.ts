import type { Value } from "../../checker/value.ts";
import type { PlanExpression } from "../plan.ts";
import { compareConstants } from "../simplify.ts";

/** What is taken for true of resources (by identity) and of whole conditions (by `expressionKey`). */
export interface Facts {
  readonly claims: Map<string, { readonly exists: boolean; readonly states: ReadonlyMap<string, Value> }>;
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** Text that is equal for expressions that say the same; source positions do not count. */
export function expressionKey(expression: PlanExpression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "origin") return undefined;
    if (key === "resource" && typeof value === "object" && value !== null && "identity" in value) return value.identity;
    return value;
  });
}

/** What is known of conditions when all of these hold: their parts hold as well, and what each of them denies does not. */
export function assume(conditions: readonly PlanExpression[]): Map<string, boolean> {
  const known = new Map<string, boolean>();
  const learn = (expression: PlanExpression, truth: boolean): void => {
    known.set(expressionKey(expression), truth);
    if (expression.kind === "not") learn(expression.operand, !truth);
    if (expression.kind === (truth ? "and" : "or")) {
      learn(expression.left, truth);
      learn(expression.right, truth);
    }
  };
  for (const condition of conditions) learn(condition, true);
  return known;
}

/** The truth of a condition under the facts, in three values: undefined when they do not decide it. */
export function evaluateUnderFacts(expression: PlanExpression, facts: Facts): boolean | undefined {
  const assumed = facts.conditions.get(expressionKey(expression));
  if (assumed !== undefined) return assumed;
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "bool" ? expression.value.value : undefined;
    case "exists":
      return facts.claims.get(expression.resource.identity)?.exists;
    case "not": {
      const assumedOperand = evaluateUnderFacts(expression.operand, facts);
      return assumedOperand === undefined ? undefined : !assumedOperand;
    }
    case "and":
    case "or": {
      const decides = expression.kind === "or";
      const left = evaluateUnderFacts(expression.left, facts);
      const right = evaluateUnderFacts(expression.right, facts);
      if (left === decides || right === decides) return decides;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    case "compare": {
      const left = valueUnderFacts(expression.left, facts);
      const right = valueUnderFacts(expression.right, facts);
      return left && right ? compareConstants(expression.operator, expression.comparison, left, right) : undefined;
    }
    case "read": {
      const value = valueUnderFacts(expression, facts);
      return value?.kind === "bool" ? value.value : undefined;
    }
    case "parameter":
    case "carried":
    case "element":
    case "query":
    case "changed":
    case "any":
    case "arithmetic":
    case "default":
    case "join":
    case "concatenate":
    case "list":
      return undefined;
    default:
      return expression satisfies never;
  }
}

/** A property of something absent is `none` (Semantics 14). */
function valueUnderFacts(expression: PlanExpression, facts: Facts): Value | undefined {
  if (expression.kind === "constant") return expression.value;
  if (expression.kind !== "read") return undefined;
  const claim = facts.claims.get(expression.resource.identity);
  if (!claim) return undefined;
  return claim.exists ? claim.states.get(expression.property) : { kind: "none" };
}
