import type { Binding } from "../../binder/binding.ts";
import type { ArgumentNode, Expression } from "../../syntax/expressions.ts";
import type { CheckContext } from "../context.ts";

/**
 * A text that is the same for two expressions when they read the same thing: lets replaced by what they stand for, names compared ignoring case.
 * Undefined where the parser found nothing, and for what is defined by itself.
 */
export function getReferenceKey(context: CheckContext, expression: Expression): string | undefined {
  if (context.referenceKeys.has(expression)) return context.referenceKeys.get(expression);
  context.referenceKeys.set(expression, undefined);
  const key = shorten(context, computeKey(context, expression));
  context.referenceKeys.set(expression, key);
  return key;
}

/** Lets that name others several times would make keys that double with each. */
const LONGEST = 500;

function shorten({ longKeys }: CheckContext, key: string | undefined): string | undefined {
  if (key === undefined || key.length <= LONGEST) return key;
  const number = longKeys.get(key) ?? longKeys.size + 1;
  longKeys.set(key, number);
  return `~${number}`;
}

function computeKey(context: CheckContext, expression: Expression): string | undefined {
  switch (expression.kind) {
    case "name-expression": {
      const binding = context.bound.bindings.get(expression.name);
      if (!binding) return `word:${expression.name.text}`;
      if (binding.kind === "let") return getReferenceKey(context, binding.node.value);
      return binding.kind === "resource-kind" ? binding.name : `#${getId(context, binding)}`;
    }
    case "member": {
      const object = getReferenceKey(context, expression.object);
      return object && `${object}.${expression.name.text}`;
    }
    case "call": {
      const callee =
        expression.callee.kind === "name-expression" ? expression.callee.name.text : getReferenceKey(context, expression.callee);
      const args = expression.arguments.map((argument) => getArgumentKey(context, argument));
      return callee === undefined || args.includes(undefined) ? undefined : `${callee}(${args.join(",")})`;
    }
    case "parenthesized":
      return getReferenceKey(context, expression.expression);
    case "string": {
      const parts = expression.parts.map((part) =>
        part.kind === "text-part" ? part.value.toLowerCase() : getReferenceKey(context, part.expression),
      );
      return parts.includes(undefined) ? undefined : JSON.stringify(parts.join("\u0001"));
    }
    case "integer":
    case "boolean":
      return String(expression.value);
    case "version":
      return expression.parts.join(".");
    case "duration":
      return `${expression.milliseconds}ms`;
    case "size":
      return `${expression.bytes}B`;
    case "list": {
      const elements = expression.elements.map((element) => getReferenceKey(context, element));
      return elements.includes(undefined) ? undefined : `[${elements.join(",")}]`;
    }
    case "binary": {
      const left = getReferenceKey(context, expression.left);
      const right = getReferenceKey(context, expression.right);
      return left === undefined || right === undefined ? undefined : `(${left} ${expression.operator} ${right})`;
    }
    case "not": {
      const operand = getReferenceKey(context, expression.operand);
      return operand && `(not ${operand})`;
    }
    case "none":
      return "none";
    case "quantified":
    case "missing":
      return undefined;
    default:
      return expression satisfies never;
  }
}

function getArgumentKey(context: CheckContext, argument: ArgumentNode): string | undefined {
  const value = getReferenceKey(context, argument.value);
  if (value === undefined) return undefined;
  switch (argument.kind) {
    case "positional-argument":
      return value;
    case "named-argument":
      return `${argument.name.text}:${value}`;
    case "filter-argument":
      return `${argument.property.text} ${argument.operator} ${value}`;
    default:
      return argument satisfies never;
  }
}

function getId(context: CheckContext, binding: Binding): number {
  const id = context.bindingIds.get(binding) ?? context.bindingIds.size + 1;
  context.bindingIds.set(binding, id);
  return id;
}
