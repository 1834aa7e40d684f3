import type { PlanExpression, PlanOver } from "../../plan/plan.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { PsArgument, PsExpression, PsOperator, PsStatement } from "../ast.ts";
import { psBlock, psLiteral, psNamed, psPositional, psStatement, psSwitch, psVariable } from "../ast.ts";
import { nullLiteral } from "../literals.ts";
import { call, getKind, isNone, loopVariable, lowerParameterText, lowerPlainText, parameterVariable, text } from "./context.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { LowerContext } from "./context.ts";
import { lowerRead, lowerResourceArguments } from "./resources.ts";
import { lowerRegistryPath, lowerValue } from "./values.ts";

type Compare = PlanExpression & { kind: "compare" };

const ORDER_OPERATORS: { readonly [operator: string]: PsOperator } = {
  "==": "-eq",
  "!=": "-ne",
  "<": "-lt",
  "<=": "-le",
  ">": "-gt",
  ">=": "-ge",
};

/** A plan's expression as PowerShell. Every read is a call of a `Read-` function; a value that cannot be read throws there. */
export function lowerExpression(expression: PlanExpression, context: LowerContext): PsExpression {
  switch (expression.kind) {
    case "constant":
      return lowerValue(expression.value, expression.type, context);
    case "parameter":
      return psVariable(parameterVariable(expression.name));
    case "carried":
      return call(context, "Get-CarriedFile", psPositional(text(expression.path)));
    case "element":
      return psVariable(loopVariable(expression.variable));
    case "read":
      return lowerRead(expression.resource, expression.property, context);
    case "exists":
      return lowerRead(expression.resource, "exists", context);
    case "query": {
      const args = expression.arguments.map((argument) =>
        psNamed(toPascalCase(argument.name), lowerAs(argument.value, argument.type, context)),
      );
      const noun = getKind(context, expression.resource.resourceKind).noun;
      return call(
        context,
        `Read-${noun}${toPascalCase(expression.query)}`,
        ...lowerResourceArguments(expression.resource, context),
        ...args,
      );
    }
    case "changed":
      return call(context, "Test-Changed", psPositional(lowerChanged(expression.before, context)));
    case "not":
      return negate(lowerExpression(expression.operand, context));
    case "and":
    case "or":
      return {
        kind: "binary",
        operator: `-${expression.kind}`,
        left: lowerExpression(expression.left, context),
        right: lowerExpression(expression.right, context),
      };
    case "any": {
      const { variable, over, condition } = expression;
      return call(context, "Test-Any", psPositional(lowerOver(over, variable, context)), elementBlock(variable, condition, context));
    }
    case "arithmetic": {
      const { operator, left, right } = expression;
      return { kind: "binary", operator, left: lowerExpression(left, context), right: lowerExpression(right, context) };
    }
    case "compare":
      return lowerComparison(expression, context);
    case "default":
      return call(
        context,
        "Use-Default",
        psPositional(lowerExpression(expression.left, context)),
        psPositional(psBlock(psStatement(lowerExpression(expression.right, context)))),
      );
    case "join":
      if (expression.key) return lowerKeyJoin(expression.left, expression.right, context);
      return call(
        context,
        "Join-Segment",
        psPositional(lowerExpression(expression.left, context)),
        psPositional(lowerExpression(expression.right, context)),
      );
    case "concatenate":
      return { kind: "join", parts: expression.parts.map((part) => lowerTextPart(part, expression.purpose, context)) };
    case "list":
      return { kind: "array", elements: expression.elements.map((element) => lowerExpression(element, context)) };
    default:
      return unreachable(expression);
  }
}

/** A registry key and the name of one below it; its hive may be a person's. */
function lowerKeyJoin(left: PlanExpression, right: PlanExpression, context: LowerContext): PsExpression {
  const key = psPositional(lowerAs(left, { kind: "registry_path" }, context));
  return call(context, "Join-RegistryKey", key, psPositional(lowerExpression(right, context)));
}

/** What a loop goes over: a list, what a kind's `Select-` function finds, or those of it for which a condition over the loop's variable holds. */
export function lowerOver(over: PlanOver, variable: string, context: LowerContext): PsExpression {
  if (over.kind === "list") return lowerExpression(over.list, context);
  const resource = over.kind === "selection" ? over.resource : over.element;
  const select = `Select-${getKind(context, resource.resourceKind).noun}`;
  if (over.kind === "selection") return call(context, select, ...lowerResourceArguments(resource, context));
  const scope = over.scope.map(({ name, value, type }) => psNamed(toPascalCase(name), lowerAs(value, type, context)));
  const all = call(context, select, ...scope);
  return over.condition ? call(context, "Select-Where", psPositional(all), elementBlock(variable, over.condition, context)) : all;
}

/** A block over `$_`, which it gives the name of the loop's variable. */
function elementBlock(variable: string, condition: PlanExpression, context: LowerContext): PsArgument {
  const name: PsStatement = { kind: "assign", variable: loopVariable(variable), value: psVariable("_") };
  return psPositional(psBlock(name, psStatement(lowerExpression(condition, context))));
}

/** `-not`, but what is there (`$null -ne …`) is said to be absent by one comparison, and nothing is denied twice. */
export function negate(operand: PsExpression): PsExpression {
  if (operand.kind === "not") return operand.operand;
  if (operand.kind === "binary" && operand.operator === "-ne" && operand.left.kind === "literal" && operand.left.text === nullLiteral)
    return { ...operand, operator: "-eq" };
  return { kind: "not", operand };
}

/**
 * An expression where a value of `type` is expected. What is put together or read on the device is brought to it there: `%Variables%` of a path are
 * expanded, an account is resolved to its SID. Constants and parameters have been converted already.
 */
export function lowerAs(expression: PlanExpression, type: CatalogType, context: LowerContext): PsExpression {
  if (expression.kind === "list" && type.kind === "list")
    return { kind: "array", elements: expression.elements.map((element) => lowerAs(element, type.element, context)) };
  if (expression.kind === "concatenate" && type.kind === "registry_path") return lowerRegistryText(expression, context);
  const lowered = lowerExpression(expression, context);
  if (type.kind === "version" && isData(expression)) return call(context, "ConvertTo-RegistryVersion", psPositional(lowered));
  if (!needsConversion(expression, type)) return lowered;
  return call(context, type.kind === "path" ? "Expand-Path" : "Resolve-Account", psPositional(lowered));
}

/** A key put together: its hive stands in the first part, and may be a person's. */
function lowerRegistryText(expression: PlanExpression & { kind: "concatenate" }, context: LowerContext): PsExpression {
  const [first, ...rest] = expression.parts;
  const isConstant = first?.kind === "constant" && first.value.kind === "string";
  const head = isConstant ? lowerRegistryPath(first.value.value, context) : undefined;
  const parts = (isConstant ? rest : expression.parts).map((part) => lowerTextPart(part, "text", context));
  return { kind: "join", parts: [...(head === undefined ? [] : head.kind === "join" ? head.parts : [head]), ...parts] };
}

function needsConversion(expression: PlanExpression, type: CatalogType): boolean {
  if (type.kind !== "path" && type.kind !== "account") return false;
  switch (expression.kind) {
    case "constant":
    case "carried":
      return false;
    case "parameter":
    case "element":
    case "read":
      return expression.type.kind !== type.kind;
    case "exists":
    case "query":
    case "changed":
    case "not":
    case "and":
    case "or":
    case "any":
    case "arithmetic":
    case "compare":
    case "default":
    case "join":
    case "concatenate":
    case "list":
      return true;
    default:
      return expression satisfies never;
  }
}

/** A part of an interpolated text. In a pattern, what is only known on the device is escaped (SCRIPTS, Security rule 10). */
export function lowerTextPart(part: PlanExpression, purpose: "text" | "pattern", context: LowerContext): PsExpression {
  if (part.kind === "constant" && part.value.kind === "string") return text(part.value.value);
  const value = lowerPartText(part, context);
  return purpose === "pattern" ? call(context, "ConvertTo-Pattern", psPositional(value)) : value;
}

function lowerPartText(part: PlanExpression, context: LowerContext): PsExpression {
  if (part.kind === "parameter") return lowerParameterText(part.name, context);
  const lowered = lowerExpression(part, context);
  // What functions of a user's own give may be anything.
  const plain = part.kind === "read" && isBuiltIn(part, context) ? lowerPlainText(lowered, part.type, true, context) : undefined;
  return plain ?? call(context, isSize(part) ? "Format-Size" : "ConvertTo-Text", psPositional(lowered));
}

/** A size is a number on the device: that people read it in MB or GB is known here only. */
function isSize(expression: PlanExpression): boolean {
  if (expression.kind === "default" || expression.kind === "arithmetic") return isSize(expression.left) || isSize(expression.right);
  if (expression.kind === "constant") return expression.value.kind === "size";
  return "type" in expression && expression.type.kind === "size";
}

function isBuiltIn({ resource }: PlanExpression & { kind: "read" }, context: LowerContext): boolean {
  return getKind(context, resource.resourceKind).origin === "built-in";
}

function lowerComparison(expression: Compare, context: LowerContext): PsExpression {
  const { operator } = expression;
  if (operator === "matches") {
    return call(
      context,
      "Test-Match",
      psPositional(lowerExpression(expression.left, context)),
      psPositional(lowerExpression(expression.right, context)),
    );
  }
  if (operator === "in") return lowerMembership(expression, context);
  const nullTest = lowerNoneComparison(expression, context);
  if (nullTest) return nullTest;
  const [left, right] = [expression.left, expression.right].map((side) => lowerSide(side, expression, context)) as [
    PsExpression,
    PsExpression,
  ];
  return lowerCompared(expression, left, right, context);
}

/** A side of a comparison. Registry data may be of any type: against a version it must be the text of one, and where it is more or less than something a number. */
function lowerSide(side: PlanExpression, { comparison, operator }: Compare, context: LowerContext): PsExpression {
  const value = lowerExpression(side, context);
  if (comparison === "version") return isData(side) ? call(context, "ConvertTo-RegistryVersion", psPositional(value)) : value;
  const hasOrder = comparison === "data" && operator !== "==" && operator !== "!=";
  return hasOrder && isData(side) ? call(context, "ConvertTo-RegistryNumber", psPositional(value)) : value;
}

function isData(expression: PlanExpression): boolean {
  if (expression.kind === "default") return isData(expression.left);
  return "type" in expression && expression.type?.kind === "data";
}

/** `x == none`: the constant stands left, so that a list on the right is not filtered (about_Comparison_Operators). */
function lowerNoneComparison(expression: Compare, context: LowerContext): PsExpression | undefined {
  const other = isNone(expression.left) ? expression.right : isNone(expression.right) ? expression.left : undefined;
  if (!other || (expression.operator !== "==" && expression.operator !== "!=")) return undefined;
  return {
    kind: "binary",
    operator: expression.operator === "==" ? "-eq" : "-ne",
    left: psLiteral(nullLiteral),
    right: lowerExpression(other, context),
  };
}

function lowerCompared(expression: Compare, left: PsExpression, right: PsExpression, context: LowerContext): PsExpression {
  const helper = findHelper(expression, context);
  const isEquality = !["<", "<=", ">", ">="].includes(expression.operator);
  if (helper && isEquality) {
    const equal = call(
      context,
      helper.name,
      psPositional(left),
      psPositional(right),
      ...(helper.ignoreCase ? [psSwitch("IgnoreCase")] : []),
    );
    return expression.operator === "!=" ? { kind: "not", operand: equal } : equal;
  }
  const operator = ORDER_OPERATORS[expression.operator];
  if (!operator) throw new Error(`operator ${expression.operator}`);
  return { kind: "binary", operator, left, right };
}

/** What compares two values; nothing for what an operator compares, among it accounts that both arrive as SIDs. */
function findHelper(expression: Compare, context: LowerContext): { readonly name: string; readonly ignoreCase: boolean } | undefined {
  return expression.comparison === "account" && isSid(expression.left, context) && isSid(expression.right, context)
    ? undefined
    : equalityHelper(expression.comparison);
}

function isSid(expression: PlanExpression, context: LowerContext): boolean {
  switch (expression.kind) {
    case "constant":
      return (
        expression.value.kind === "account" ||
        (expression.value.kind === "list" && expression.value.elements.every(({ kind }) => kind === "account"))
      );
    case "list":
      return expression.elements.every((element) => isSid(element, context));
    case "parameter":
      return expression.type.kind === "account";
    case "read":
      return expression.type.kind === "account" && isBuiltIn(expression, context);
    default:
      return false;
  }
}

function equalityHelper(comparison: Compare["comparison"]): { readonly name: string; readonly ignoreCase: boolean } | undefined {
  switch (comparison) {
    case "text":
      return { name: "Test-Text", ignoreCase: false };
    case "text-ignore-case":
      return { name: "Test-Text", ignoreCase: true };
    case "account":
      return { name: "Test-Account", ignoreCase: false };
    case "data":
      return { name: "Test-Data", ignoreCase: false };
    case "number":
    case "version":
    case "duration":
    case "date":
    case "size":
    case "bool":
    case "enum":
      return undefined;
    default:
      return unreachable(comparison);
  }
}

/** `x in [a, b]`: words and numbers with -contains, everything else element by element with the comparison that `==` would use. */
function lowerMembership(expression: Compare, context: LowerContext): PsExpression {
  const list = lowerExpression(expression.right, context);
  const value = lowerExpression(expression.left, context);
  if (!findHelper(expression, context)) return { kind: "binary", operator: "-contains", left: list, right: value };
  const test = lowerCompared({ ...expression, operator: "==" }, psVariable("_"), value, context);
  return call(context, "Test-Any", psPositional(list), psPositional(psBlock(psStatement(test))));
}

function unreachable(value: never): never {
  throw new Error(`unexpected expression ${JSON.stringify(value)}`);
}

/** What `changed` asks for: a repair knows the order of the items, a detection is told those above. */
function lowerChanged(before: string, context: LowerContext): PsExpression {
  if (context.repairs) return text(before);
  return { kind: "array", elements: context.items.slice(0, context.items.indexOf(before)).map(text) };
}
