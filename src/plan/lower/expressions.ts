import { TooLargeError } from "../../diagnostics/limits.ts";
import { largestSourceFile } from "../../source/decode.ts";
import type { Resolution, Symbol } from "../../checker/checked-program.ts";
import type { Type } from "../../checker/type.ts";
import type { Value } from "../../checker/value.ts";
import { showValue } from "../../checker/values.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type {
  BinaryExpression,
  CallExpression,
  Expression,
  MemberExpression,
  NameExpression,
  QuantifiedExpression,
  StringExpression,
} from "../../syntax/expressions.ts";
import type { Comparison, PlanExpression, PlanProperty, PlanResource } from "../plan.ts";
import { arithmetic, compare, concatenate, constant, joinPath, joinRegistryKey, logical, not, orDefault } from "../simplify.ts";
import { coerce } from "./coerce.ts";
import { bindingOf, originOf, withBindings } from "./environment.ts";
import type { Environment, Lowered } from "./environment.ts";
import { lowerSelection } from "./loops.ts";
import { lowerResourceCall, reportSpread } from "./resources.ts";

/** An expression as a value of the expected type, constants folded. */
export function lowerValueExpression(expression: Expression, expected: CatalogType | undefined, environment: Environment): PlanExpression {
  const lowered = lowerAny(expression, expected, environment);
  if (lowered.kind !== "value") throw new Error("a resource stands where a value is expected");
  return coerce(lowered.expression, expected);
}

/** An expression that names a resource. */
export function lowerResource(expression: Expression, environment: Environment): PlanResource {
  const lowered = lowerAny(expression, undefined, environment);
  if (lowered.kind !== "resource") throw new Error("a value stands where a resource is expected");
  return lowered.resource;
}

/** An expression of any sort: a value, a resource, or a list of resources. */
export function lowerAny(expression: Expression, expected: CatalogType | undefined, environment: Environment): Lowered {
  work(1, expression, environment);
  switch (expression.kind) {
    case "integer":
      return value(constant({ kind: "int", value: expression.value }, { kind: "int" }));
    case "version":
      return value(constant({ kind: "version", parts: expression.parts }, { kind: "version" }));
    case "duration":
      return value(constant({ kind: "duration", milliseconds: expression.milliseconds }, { kind: "duration" }));
    case "size":
      return value(constant({ kind: "size", bytes: expression.bytes }, { kind: "size" }));
    case "boolean":
      return value(constant({ kind: "bool", value: expression.value }, { kind: "bool" }));
    case "none":
      return value(constant({ kind: "none" }));
    case "string":
      return value(lowerString(expression, expected, environment));
    case "list":
      return lowerList(expression.elements, expected, environment);
    case "parenthesized":
      return lowerAny(expression.expression, expected, environment);
    case "not":
      return value(not(lowerValueExpression(expression.operand, undefined, environment)));
    case "quantified":
      return value(lowerQuantified(expression, environment));
    case "binary":
      return value(lowerBinary(expression, expected, environment));
    case "name-expression":
    case "member":
    case "call":
      return lowerReference(expression, environment);
    case "missing":
      throw new Error("a missing expression reached the plan");
    default:
      return unreachable(expression);
  }
}

/** What all names of a remedy may stand for together, and what one `let` may: 10,000 resources are far below. */
const MOST_WORK = 4_000_000;
const MOST_OF_LET = 100_000;

/** Counts expressions, and characters by the hundred. */
function work(amount: number, place: Expression, { session }: Environment): void {
  session.work.done += amount;
  if (session.work.done > MOST_WORK) throw new TooLargeError(place.span);
}

/** An argument, which stands wherever its part names it. */
export function lowerArgument(expression: Expression, expected: CatalogType | undefined, environment: Environment): Lowered {
  const { work: counted } = environment.session;
  const before = counted.done;
  const lowered = lowerAny(expression, expected, environment);
  counted.ofArguments.set(lowered, counted.done - before);
  return lowered;
}

const value = (expression: PlanExpression): Lowered => ({ kind: "value", expression });

function lowerString(expression: StringExpression, expected: CatalogType | undefined, environment: Environment): PlanExpression {
  const parts = expression.parts.map((part) => {
    if (part.kind === "text-part") return constant({ kind: "string", value: part.value });
    const lowered = lowerValueExpression(part.expression, undefined, environment);
    return lowered.kind === "constant" && isPlainValue(lowered.value)
      ? constant({
          kind: "string",
          value: lowered.value.kind === "list" ? lowered.value.elements.map(showValue).join(", ") : showValue(lowered.value),
        })
      : lowered;
  });
  const length = parts.reduce(
    (sum, part) => sum + (part.kind === "constant" && part.value.kind === "string" ? part.value.value.length : 0),
    0,
  );
  if (length > largestSourceFile) throw new TooLargeError(expression.span);
  work(length / 100, expression, environment);
  return coerce(concatenate(parts, expected?.kind === "pattern" ? "pattern" : "text"), expected ?? { kind: "string" });
}

/** What a text holds as the author wrote it; the others (accounts) are put in by the script, which knows how people read them. */
function isPlainValue(value: Value): boolean {
  if (value.kind === "list") return value.elements.every(isPlainValue);
  return "value" in value || value.kind === "version" || value.kind === "enum" || value.kind === "duration" || value.kind === "size";
}

function lowerList(elements: readonly Expression[], expected: CatalogType | undefined, environment: Environment): Lowered {
  const elementType = expected?.kind === "list" ? expected.element : undefined;
  const lowered = elements.map((element) => lowerAny(element, elementType, environment));
  if (lowered.length > 0 && lowered.every((element) => element.kind === "resource")) {
    return { kind: "resources", resources: lowered.map((element) => element.resource) };
  }
  const values = lowered.map((element) => {
    if (element.kind !== "value") throw new Error("a list mixes values and resources");
    return coerce(element.expression, elementType);
  });
  const constants = values.flatMap((element) => (element.kind === "constant" ? [element.value] : []));
  return value(
    constants.length === values.length ? constant({ kind: "list", elements: constants }, expected) : { kind: "list", elements: values },
  );
}

/** Over a list that is known when compiling, its conditions joined; else a loop of the device. `all` is `any` of the opposite. */
function lowerQuantified(expression: QuantifiedExpression, environment: Environment): PlanExpression {
  const lowerCondition = (within: Environment): PlanExpression => lowerValueExpression(expression.condition, undefined, within);
  const isAny = expression.quantifier === "any";
  const selected = lowerSelection(expression, environment);
  if (selected.kind === "elements") {
    const conditions = selected.elements.map((element) => lowerCondition(withBindings(environment, [[expression, element]])));
    const nothing = constant({ kind: "bool", value: !isAny });
    return conditions.reduceRight<PlanExpression>((rest, condition) => logical(isAny ? "or" : "and", condition, rest), nothing);
  }
  const { variable, over } = selected;
  const condition = lowerCondition(selected.environment);
  const any = { kind: "any", variable, over, condition: isAny ? condition : not(condition) } as const;
  return isAny ? any : not(any);
}

function lowerBinary(expression: BinaryExpression, expected: CatalogType | undefined, environment: Environment): PlanExpression {
  const { operator } = expression;
  switch (operator) {
    case "and":
    case "or":
      return logical(
        operator,
        lowerValueExpression(expression.left, undefined, environment),
        lowerValueExpression(expression.right, undefined, environment),
      );
    case "??": {
      const type = expected ?? catalogTypeOf(environment, expression.left);
      return orDefault(
        lowerValueExpression(expression.left, type, environment),
        lowerValueExpression(expression.right, type?.kind === "data" ? undefined : type, environment),
      );
    }
    case "+":
    case "-": {
      const type = catalogTypeOf(environment, expression);
      if (!type) throw new Error("a sum has no type");
      return arithmetic(
        operator,
        lowerValueExpression(expression.left, undefined, environment),
        lowerValueExpression(expression.right, undefined, environment),
        type,
      );
    }
    case "/":
      if (catalogTypeOf(environment, expression)?.kind === "registry_path")
        return joinRegistryKey(
          lowerKeyExpression(expression.left, environment),
          lowerValueExpression(expression.right, { kind: "string" }, environment),
        );
      return joinPath(
        lowerValueExpression(expression.left, { kind: "path" }, environment),
        lowerValueExpression(expression.right, { kind: "string" }, environment),
      );
    case "matches":
      return compare(
        operator,
        "text-ignore-case",
        lowerValueExpression(expression.left, undefined, environment),
        lowerValueExpression(expression.right, { kind: "pattern" }, environment),
      );
    case "in": {
      const type = catalogTypeOf(environment, expression.left);
      const list: CatalogType | undefined = type ? { kind: "list", element: type } : undefined;
      return compare(
        operator,
        comparisonFor(type),
        lowerValueExpression(expression.left, type, environment),
        lowerValueExpression(expression.right, list, environment),
      );
    }
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const type = comparedType(expression, environment);
      const comparison = comparisonFor(type);
      const place = type?.kind === "data" ? undefined : type;
      return compare(
        operator,
        comparison,
        lowerValueExpression(expression.left, place, environment),
        lowerValueExpression(expression.right, place, environment),
      );
    }
    default:
      return unreachable(operator);
  }
}

/** What stands for a registry key: a text, or a `registry_key` for the key that it names. */
function lowerKeyExpression(expression: Expression, environment: Environment): PlanExpression {
  const lowered = lowerAny(expression, { kind: "registry_path" }, environment);
  if (lowered.kind === "value") return coerce(lowered.expression, { kind: "registry_path" });
  const key = lowered.kind === "resource" && lowered.resource.kind === "named" ? lowered.resource.keys[0] : undefined;
  if (!key) throw new Error("what stands before '/' is no key");
  return key.value;
}

/** The more telling one of the two sides' types: an enum, account or path against a string literal is compared as such. */
function comparedType(expression: BinaryExpression, environment: Environment): CatalogType | undefined {
  const left = catalogTypeOf(environment, expression.left);
  const right = catalogTypeOf(environment, expression.right);
  if (!left || left.kind === "string" || (left.kind === "data" && right?.kind === "version")) return right ?? left;
  return left;
}

/** Semantics 15: names, paths and accounts ignore case, other strings do not. */
export function comparisonFor(type: CatalogType | undefined): Comparison {
  if (!type) return "text";
  switch (type.kind) {
    case "string":
    case "powershell":
    case "secret":
    case "resource":
    case "list":
      return "text";
    case "path":
    case "registry_path":
    case "endpoint":
    case "pattern":
      return "text-ignore-case";
    case "int":
      return "number";
    case "bool":
    case "version":
    case "duration":
    case "date":
    case "size":
    case "account":
    case "data":
    case "enum":
      return type.kind;
    default:
      return type satisfies never;
  }
}

/** The checker's type of an expression as a catalogue type; undefined for none, errors and resources. */
export function catalogTypeOf(environment: Environment, expression: Expression): CatalogType | undefined {
  const type = environment.session.program.types.get(expression);
  return type ? toCatalogType(type) : undefined;
}

export function toCatalogType(type: Type): CatalogType | undefined {
  switch (type.kind) {
    case "optional":
      return toCatalogType(type.of);
    case "enum":
      return { kind: "enum", members: type.members };
    case "list": {
      const element = toCatalogType(type.element);
      return element ? { kind: "list", element } : undefined;
    }
    case "none":
    case "error":
    case "resource":
      return undefined;
    default:
      return { kind: type.kind };
  }
}

function lowerReference(expression: NameExpression | MemberExpression | CallExpression, environment: Environment): Lowered {
  const resolution = environment.session.program.resolutions.get(expression);
  if (!resolution) throw new Error(`'${expression.kind}' was not resolved`);
  switch (resolution.kind) {
    case "resource":
      return { kind: "resource", resource: lowerResourceCall(resolution, environment) };
    case "property":
      return value(lowerProperty(resolution, environment));
    case "key":
      return value(lowerKey(resolution, environment));
    case "query": {
      const args: PlanProperty[] = [...resolution.arguments].map(([parameter, argument]) => ({
        name: parameter.name,
        type: parameter.type,
        value: lowerValueExpression(argument, parameter.type, environment),
        origin: originOf(argument.span, environment),
      }));
      return value({
        kind: "query",
        resource: lowerResource(resolution.object, environment),
        query: resolution.query.name,
        arguments: args,
        type: resolution.query.type,
      });
    }
    case "secret": {
      const name = lowerValueExpression(resolution.argument, { kind: "string" }, environment);
      if (name.kind !== "constant" || !("value" in name.value)) throw new Error("the name of a secret is not constant");
      return value(constant({ kind: "secret", store: resolution.store, name: String(name.value.value) }, { kind: "secret" }));
    }
    case "name":
      return lowerName(resolution.symbol, expression, environment);
    default:
      return unreachable(resolution);
  }
}

/** What the resource is named by. */
function lowerKey({ object, key }: Resolution & { kind: "key" }, environment: Environment): PlanExpression {
  const resource = lowerResource(object, environment);
  const named = resource.kind === "named" ? resource.keys.find(({ name }) => name === key.name) : undefined;
  if (!named) throw new Error(`'${resource.label}' has no ${key.name}`);
  return named.value;
}

function lowerProperty(resolution: Resolution & { kind: "property" }, environment: Environment): PlanExpression {
  const resource = lowerResource(resolution.object, environment);
  reportSpread(resource, resolution.object, environment);
  if (resolution.property === "exists") return { kind: "exists", resource };
  return { kind: "read", resource, property: resolution.property.name, type: resolution.property.type };
}

function lowerName(symbol: Symbol, place: Expression, environment: Environment): Lowered {
  const { session } = environment;
  switch (symbol.kind) {
    case "let": {
      const before = session.work.done;
      const lowered = lowerAny(symbol.node.value, undefined, environment);
      if (session.work.done - before > MOST_OF_LET) throw new TooLargeError(symbol.node.value.span);
      return lowered;
    }
    case "param": {
      const fixed = session.fixed.get(symbol.node);
      const type = toCatalogType(symbol.type) ?? { kind: "string" };
      return value(fixed ? constant(fixed, type) : { kind: "parameter", name: symbol.name, type });
    }
    case "formal":
    case "element": {
      const bound = environment.bindings.get(bindingOf(symbol));
      if (!bound) throw new Error(`'${symbol.name}' has no value here`);
      work(session.work.ofArguments.get(bound) ?? 0, place, environment);
      return bound;
    }
    case "enum-member":
      return value(constant({ kind: "enum", member: symbol.name }));
    case "changed":
      return value({ kind: "changed", before: `${session.counter.step}.${session.counter.item + 1}` });
    case "remedy":
    case "part":
    case "resource-kind":
    case "secret-store":
      throw new Error(`'${symbol.name}' is not a value`);
    default:
      return unreachable(symbol);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected expression ${JSON.stringify(value)}`);
}
