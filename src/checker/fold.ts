import type { CallExpression, Expression, MemberExpression, NameExpression } from "../syntax/expressions.ts";
import type { Resolution, Symbol } from "./checked-program.ts";
import { coerceValue } from "./coerce-value.ts";
import { foldBinary } from "./fold-operators.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";
import { showValue } from "./values.ts";

/** The tables of a checked program that folding reads. */
export interface FoldTables {
  readonly types: ReadonlyMap<Expression, Type>;
  readonly resolutions: ReadonlyMap<NameExpression | MemberExpression | CallExpression, Resolution>;
}

/** The value of a parameter, a part's argument, an element; undefined when it is not known. Lets are followed without asking. */
export type FoldEnvironment = (symbol: Symbol) => Value | undefined;

/** Lets that stand for lets: deeper than this is a circle, which has been reported. */
const deepestChain = 500;

/** Expressions that are looked at for one value: lets that name others several times multiply. What is more has no value here. */
const mostWork = 100_000;

interface Work {
  done: number;
}

/**
 * What an expression is worth when that is known without a device; undefined otherwise. Pure. `and`, `or` and `??` need only the side that
 * decides. The value has the type of its place: a text where a path is expected is a path.
 */
export function foldExpression(expression: Expression, tables: FoldTables, environment: FoldEnvironment): Value | undefined {
  return foldWithin(expression, tables, environment, 0, { done: 0 });
}

function foldWithin(
  expression: Expression,
  tables: FoldTables,
  environment: FoldEnvironment,
  depth: number,
  work: Work,
): Value | undefined {
  if (depth > deepestChain || ++work.done > mostWork) return undefined;
  const value = fold(expression, tables, environment, depth, work);
  const type = tables.types.get(expression);
  return value && type ? coerceValue(value, type) : value;
}

function fold(expression: Expression, tables: FoldTables, environment: FoldEnvironment, depth: number, work: Work): Value | undefined {
  const inner = (part: Expression): Value | undefined => foldWithin(part, tables, environment, depth + 1, work);
  switch (expression.kind) {
    case "integer":
      return { kind: "int", value: expression.value };
    case "version":
      return { kind: "version", parts: expression.parts };
    case "duration":
      return { kind: "duration", milliseconds: expression.milliseconds };
    case "size":
      return { kind: "size", bytes: expression.bytes };
    case "boolean":
      return { kind: "bool", value: expression.value };
    case "none":
      return { kind: "none" };
    case "missing":
      return undefined;
    case "parenthesized":
      return inner(expression.expression);
    case "string":
      return foldString(expression, inner);
    case "list": {
      const elements = expression.elements.map(inner);
      return elements.every((element) => element !== undefined) ? { kind: "list", elements } : undefined;
    }
    case "not": {
      const operand = inner(expression.operand);
      return operand?.kind === "bool" ? { kind: "bool", value: !operand.value } : undefined;
    }
    case "quantified": {
      const list = inner(expression.selection);
      if (list?.kind !== "list") return undefined;
      const truths = list.elements.map((element) => {
        const within: FoldEnvironment = (symbol) =>
          symbol.kind === "element" && symbol.node === expression ? element : environment(symbol);
        return foldWithin(expression.condition, tables, within, depth + 1, work);
      });
      const decisive = expression.quantifier === "any";
      if (truths.some((truth) => truth?.kind === "bool" && truth.value === decisive)) return { kind: "bool", value: decisive };
      return truths.every((truth) => truth?.kind === "bool") ? { kind: "bool", value: !decisive } : undefined;
    }
    case "binary":
      return foldBinary(expression, inner, (part) => tables.types.get(part));
    case "name-expression":
    case "member":
    case "call":
      return foldReference(tables.resolutions.get(expression), environment, inner);
    default:
      return expression satisfies never;
  }
}

function foldString(
  expression: Expression & { readonly kind: "string" },
  inner: (part: Expression) => Value | undefined,
): Value | undefined {
  let text = "";
  for (const part of expression.parts) {
    if (part.kind === "text-part") {
      text += part.value;
      continue;
    }
    const value = inner(part.expression);
    if (value === undefined || value.kind === "secret" || value.kind === "none" || value.kind === "list") return undefined;
    text += showValue(value);
  }
  return { kind: "string", value: text };
}

function foldReference(
  resolution: Resolution | undefined,
  environment: FoldEnvironment,
  inner: (part: Expression) => Value | undefined,
): Value | undefined {
  if (resolution?.kind === "secret") {
    const name = inner(resolution.argument);
    return name?.kind === "string" || name?.kind === "path" ? { kind: "secret", store: resolution.store, name: name.value } : undefined;
  }
  if (resolution?.kind !== "name") return undefined;
  const { symbol } = resolution;
  if (symbol.kind === "enum-member") return { kind: "enum", member: symbol.name };
  return environment(symbol) ?? (symbol.kind === "let" ? inner(symbol.node.value) : undefined);
}
