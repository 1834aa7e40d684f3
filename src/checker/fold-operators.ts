import type { BinaryExpression, Expression } from "../syntax/expressions.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";
import { compareValues, equalValues, textOf } from "./values.ts";

/** Types whose values compare ignoring case (Semantics 15). */
const ignoresCase: ReadonlySet<string> = new Set(["path", "registry_path", "account", "endpoint", "pattern"]);

/** Folds an operator. `inner` folds a side, `typeOf` tells its type. Undefined when the sides that decide are not known. */
export function foldBinary(
  expression: BinaryExpression,
  inner: (part: Expression) => Value | undefined,
  typeOf: (part: Expression) => Type | undefined,
): Value | undefined {
  const { operator } = expression;
  const left = inner(expression.left);
  const right = inner(expression.right);
  switch (operator) {
    case "and":
    case "or": {
      const decisive = operator === "or";
      if ([left, right].some((side) => side?.kind === "bool" && side.value === decisive)) return { kind: "bool", value: decisive };
      return left?.kind === "bool" && right?.kind === "bool" ? { kind: "bool", value: !decisive } : undefined;
    }
    case "??":
      return left?.kind === "none" ? right : left;
    case "+":
    case "-":
      return left && right && addValues(operator, left, right);
    case "/": {
      const folder = left && textOf(left);
      const segment = right && textOf(right);
      if (folder === undefined || segment === undefined) return undefined;
      return typeOf(expression)?.kind === "registry_path"
        ? { kind: "string", value: joinKey(folder, segment) }
        : { kind: "path", value: joinPath(folder, segment) };
    }
    case "matches":
      // .NET matches on the device; a JavaScript answer could differ.
      return undefined;
    case "in": {
      if (!left || right?.kind !== "list") return undefined;
      return { kind: "bool", value: right.elements.some((element) => equalValues(left, element, isCaseless(expression, typeOf))) };
    }
    case "==":
    case "!=":
      return left && right && { kind: "bool", value: equalValues(left, right, isCaseless(expression, typeOf)) === (operator === "==") };
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const order = left && right && compareValues(left, right);
      if (order === undefined) return undefined;
      return {
        kind: "bool",
        value: operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order >= 0,
      };
    }
    default:
      return operator satisfies never;
  }
}

/** Sum or difference of two numbers, durations or sizes; undefined for other values, and where JavaScript would round. */
export function addValues(operator: "+" | "-", left: Value, right: Value): Value | undefined {
  const add = (a: number, b: number): number | undefined => {
    const result = operator === "+" ? a + b : a - b;
    return Number.isSafeInteger(result) ? result : undefined;
  };
  if (left.kind === "int" && right.kind === "int") {
    const value = add(left.value, right.value);
    return value === undefined ? undefined : { kind: "int", value };
  }
  if (left.kind === "duration" && right.kind === "duration") {
    const milliseconds = add(left.milliseconds, right.milliseconds);
    return milliseconds === undefined ? undefined : { kind: "duration", milliseconds };
  }
  if (left.kind === "size" && right.kind === "size") {
    const bytes = add(left.bytes, right.bytes);
    return bytes === undefined ? undefined : { kind: "size", bytes };
  }
  return undefined;
}

/** One backslash between folder and segment. */
export function joinPath(folder: string, segment: string): string {
  return `${folder.replace(/[\\/]+$/, "")}\\${segment.replace(/^[\\/]+/, "")}`;
}

/** One backslash between a registry key and the name of one below it. */
export function joinKey(key: string, name: string): string {
  return `${key.replace(/\\+$/, "")}\\${name}`;
}

function isCaseless(expression: BinaryExpression, typeOf: (part: Expression) => Type | undefined): boolean {
  return [expression.left, expression.right].some((side) => {
    const type = typeOf(side);
    const plain = type?.kind === "optional" ? type.of : type;
    const element = plain?.kind === "list" ? plain.element : plain;
    return element !== undefined && ignoresCase.has(element.kind);
  });
}
