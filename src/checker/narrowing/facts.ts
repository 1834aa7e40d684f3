import type { Expression } from "../../syntax/expressions.ts";
import { findLetValue } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { getReferenceKey } from "./reference-key.ts";

const nothing: ReadonlySet<string> = new Set();

/** The fact that a resource is there. */
export function existsFact(key: string): string {
  return `exists ${key}`;
}

/** The fact that a value is not none. */
export function someFact(key: string): string {
  return `some ${key}`;
}

/**
 * What is known after a condition has turned out true (or false): which resources are there, which values are not none. The condition has
 * been checked. `a.p != none` and every other comparison that holds with a value also tells that `a` is there.
 */
export function getFacts(context: CheckContext, condition: Expression, truth: boolean): ReadonlySet<string> {
  switch (condition.kind) {
    case "parenthesized":
      return getFacts(context, condition.expression, truth);
    case "not":
      return getFacts(context, condition.operand, !truth);
    case "binary":
      return getBinaryFacts(context, condition, truth);
    case "name-expression": {
      const value = findLetValue(context, context.bound.bindings.get(condition.name));
      if (value) return getLetFacts(context, value, truth);
      return truth ? someFacts(context, condition) : nothing;
    }
    case "member": {
      if (!truth) return nothing;
      const resolution = context.resolutions.get(condition);
      if (resolution?.kind !== "property" || resolution.property !== "exists") return someFacts(context, condition);
      const key = getReferenceKey(context, resolution.object);
      return key === undefined ? nothing : new Set([existsFact(key)]);
    }
    default:
      return nothing;
  }
}

/** Kept, since lets that name others several times would be followed once more for each. */
function getLetFacts(context: CheckContext, value: Expression, truth: boolean): ReadonlySet<string> {
  const which = truth ? "whenTrue" : "whenFalse";
  const known = context.letFacts.get(value)?.[which];
  if (known) return known;
  const facts = getFacts(context, value, truth);
  context.letFacts.set(value, { ...context.letFacts.get(value), [which]: facts });
  return facts;
}

function getBinaryFacts(context: CheckContext, condition: Expression & { readonly kind: "binary" }, truth: boolean): ReadonlySet<string> {
  const { operator, left, right } = condition;
  switch (operator) {
    case "and":
    case "or": {
      const a = getFacts(context, left, truth);
      const b = getFacts(context, right, truth);
      if ((operator === "and") === truth) return a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b]);
      return a.size === 0 || b.size === 0 ? nothing : new Set([...a].filter((fact) => b.has(fact)));
    }
    case "==":
    case "!=": {
      const holds = (operator === "==") === truth;
      if (isNone(left)) return holds ? nothing : someFacts(context, right);
      if (isNone(right)) return holds ? nothing : someFacts(context, left);
      if (!holds) return nothing;
      return new Set([
        ...(canBeNone(context, right) ? nothing : someFacts(context, left)),
        ...(canBeNone(context, left) ? nothing : someFacts(context, right)),
      ]);
    }
    case "in":
      return truth && !(right.kind === "list" && right.elements.some(isNone)) ? someFacts(context, left) : nothing;
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "matches":
      // Where it is false nothing new is known: a side that could be none had a guard, or has been reported.
      return truth ? new Set([...someFacts(context, left), ...someFacts(context, right)]) : nothing;
    case "??":
    case "+":
    case "-":
    case "/":
      return nothing;
    default:
      return operator satisfies never;
  }
}

/** That an expression is not none; of a property also that its resource is there. */
function someFacts(context: CheckContext, expression: Expression): ReadonlySet<string> {
  const facts = new Set<string>();
  let current: Expression = expression;
  for (;;) {
    if (current.kind === "parenthesized") {
      current = current.expression;
      continue;
    }
    if (current.kind === "name-expression") {
      const key = getReferenceKey(context, current);
      if (key !== undefined) facts.add(someFact(key));
      const value = findLetValue(context, context.bound.bindings.get(current.name));
      if (!value) return facts;
      current = value;
      continue;
    }
    if (current.kind !== "member") return facts;
    const key = getReferenceKey(context, current);
    const object = getReferenceKey(context, current.object);
    if (key !== undefined) facts.add(someFact(key));
    if (object !== undefined) facts.add(existsFact(object));
    return facts;
  }
}

/** Facts without those about one resource: it has just been removed. */
export function forgetResource(facts: ReadonlySet<string>, key: string): ReadonlySet<string> {
  if (facts.size === 0) return facts;
  return new Set([...facts].filter((fact) => fact !== existsFact(key) && !fact.startsWith(`some ${key}.`)));
}

function canBeNone(context: CheckContext, expression: Expression): boolean {
  const type = context.types.get(expression);
  return type === undefined || type.kind === "optional" || type.kind === "none" || type.kind === "error";
}

function isNone(expression: Expression): boolean {
  return expression.kind === "none" || (expression.kind === "parenthesized" && isNone(expression.expression));
}
