import type { Expression } from "../syntax/expressions.ts";
import { findLetValue } from "./context.ts";
import type { CheckContext } from "./context.ts";
import { joinKey } from "./fold-operators.ts";

/** Characters of a text that is looked at; no path, name or pattern has as many. */
const LONGEST = 100_000;

/**
 * The text that an expression stands for when it is known while checking: literals, lets that name one, and interpolations of these.
 * Undefined for everything else. `unknown` replaces parts that are known only when building or on the device.
 */
export function findConstantText(context: CheckContext, expression: Expression, unknown?: string): string | undefined {
  switch (expression.kind) {
    case "string": {
      let text = "";
      for (const part of expression.parts) {
        const value: string | undefined = part.kind === "text-part" ? part.value : findConstantText(context, part.expression, unknown);
        if (value === undefined) return undefined;
        text += value;
        if (text.length > LONGEST) return undefined;
      }
      return text;
    }
    case "parenthesized":
      return findConstantText(context, expression.expression, unknown);
    case "integer":
    case "boolean":
      return String(expression.value);
    case "version":
      return expression.parts.join(".");
    case "name-expression": {
      const value = findLetValue(context, context.bound.bindings.get(expression.name));
      return value ? findLetText(context, value, unknown) : unknown;
    }
    case "binary": {
      if (!isKeyJoin(context, expression)) return unknown;
      const key = findConstantText(context, expression.left, unknown);
      const name = findConstantText(context, expression.right, unknown);
      return key === undefined || name === undefined || key.length + name.length > LONGEST ? unknown : joinKey(key, name);
    }
    case "duration":
    case "size":
    case "none":
    case "missing":
    case "list":
    case "not":
    case "quantified":
    case "member":
    case "call":
      return unknown;
    default:
      return expression satisfies never;
  }
}

/** `key / "Name"` of a registry key, which is known when its parts are. */
export function isKeyJoin(context: CheckContext, expression: Expression): boolean {
  return expression.kind === "binary" && expression.operator === "/" && context.types.get(expression)?.kind === "registry_path";
}

/** Kept, since lets that name others several times would be followed once more for each. */
function findLetText(context: CheckContext, value: Expression, unknown: string | undefined): string | undefined {
  const known = context.letTexts.get(unknown) ?? new Map<Expression, string | undefined>();
  context.letTexts.set(unknown, known);
  if (!known.has(value)) known.set(value, findConstantText(context, value, unknown));
  return known.get(value);
}

/** The literal that an expression stands for, through parentheses and lets: where a wrong constant is best reported. */
export function findOrigin(context: CheckContext, expression: Expression): Expression {
  if (expression.kind === "parenthesized") return findOrigin(context, expression.expression);
  if (expression.kind !== "name-expression") return expression;
  const value = findLetValue(context, context.bound.bindings.get(expression.name));
  return value ? findOrigin(context, value) : expression;
}

/** The values that the name of an `each` takes one after the other, when its list is written out; undefined for every other expression. */
export function findListedValues(context: CheckContext, origin: Expression): readonly Expression[] | undefined {
  if (origin.kind !== "name-expression") return undefined;
  const binding = context.bound.bindings.get(origin.name);
  if (binding?.kind !== "element") return undefined;
  const list = findOrigin(context, binding.node.selection);
  return list.kind === "list" ? list.elements : undefined;
}

/** The text that names the resource of a state block by its first key, where that is known when compiling. */
export function findNameText(context: CheckContext, resource: Expression): string | undefined {
  const origin = findOrigin(context, resource);
  const resolution = origin.kind === "call" ? context.resolutions.get(origin) : undefined;
  const key = resolution?.kind === "resource" ? resolution.resourceKind.keys[0] : undefined;
  const named = key && resolution?.kind === "resource" ? resolution.keys.get(key) : undefined;
  return named && findConstantText(context, named);
}
