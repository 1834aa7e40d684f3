import type { Resolution } from "../../checker/checked-program.ts";
import { listScope } from "../../resources/catalog/check-script.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { Expression, NameNode } from "../../syntax/expressions.ts";
import type { PlanExpression, PlanOver } from "../plan.ts";
import { compare, constant, logical } from "../simplify.ts";
import { originOf, withBindings } from "./environment.ts";
import type { Environment, Lowered } from "./environment.ts";
import { comparisonFor, lowerAny } from "./expressions.ts";
import { lowerFilters, lowerKeys, nameResource, openPerson, reportSpread, spoken } from "./resources.ts";

/** What `each`, `any` or `all` goes over: elements that are known when compiling, or a loop that is left to the device. */
export function lowerSelection(
  node: Looping,
  environment: Environment,
): Loop | { readonly kind: "elements"; readonly elements: readonly Lowered[] } {
  const enumeration = findEnumeration(node.selection, environment);
  if (enumeration) return openEnumeration(node, enumeration, environment);
  const over = lowerAny(node.selection, undefined, environment);
  const elements = unroll(over);
  return elements ? { kind: "elements", elements } : openLoop(node, over, environment);
}

/** The elements of a list that is known when compiling; undefined for a selection, and for a list only the device knows. */
function unroll(over: Lowered): Lowered[] | undefined {
  if (over.kind === "resources") return over.resources.map((resource) => ({ kind: "resource", resource }));
  if (over.kind !== "value") return undefined;
  const { expression } = over;
  if (expression.kind === "list") return expression.elements.map((element) => ({ kind: "value", expression: element }));
  if (expression.kind !== "constant" || expression.value.kind !== "list") return undefined;
  const type = expression.type?.kind === "list" ? expression.type.element : undefined;
  return expression.value.elements.map((element) => ({ kind: "value", expression: constant(element, type) }));
}

interface Looping {
  readonly name: NameNode;
  readonly selection: Expression;
}

type Enumeration = Resolution & { readonly kind: "resource" };

/** A loop that is left to the device: its variable, unique in the remedy, and what the name of its element stands for within. */
interface Loop {
  readonly kind: "loop";
  readonly variable: string;
  readonly over: PlanOver;
  readonly environment: Environment;
}

/** The loop over a selection, or over a list that only the device knows. */
function openLoop(node: Looping, over: Lowered, environment: Environment): Loop {
  const variable = uniqueVariable(node.name.text, environment);
  if (over.kind === "resource") {
    const { resourceKind } = over.resource;
    const label = `${spoken(resourceKind)} <${variable}>`;
    const resource = { kind: "element", resourceKind, variable, identity: `${resourceKind} \${${variable}}`, label } as const;
    const within = withBindings(environment, [[node, { kind: "resource", resource }]]);
    const person = over.resource.kind === "named" && resourceKind === "profile" ? openPerson(over.resource) : environment.person;
    return {
      kind: "loop",
      variable,
      over: { kind: "selection", resource: over.resource },
      environment: person ? { ...within, person } : within,
    };
  }
  const list = over.kind === "value" ? over.expression : constant({ kind: "list", elements: [] });
  const element: Lowered = { kind: "value", expression: { kind: "element", variable, type: elementType(over) } };
  return { kind: "loop", variable, over: { kind: "list", list }, environment: withBindings(environment, [[node, element]]) };
}

/**
 * A loop over all there are of a kind, or those for which filters hold: its element is one that the variable names. A filter compares what is read of each, and what
 * is missing is less than everything, as in every selection.
 */
function openEnumeration(node: Looping, enumeration: Enumeration, environment: Environment): Loop {
  const { resourceKind } = enumeration;
  const variable = uniqueVariable(node.name.text, environment);
  const key = resourceKind.keys[0];
  if (!key) throw new Error(`'${resourceKind.name}' has no key`);
  const name: PlanExpression = { kind: "element", variable, type: key.type };
  const origin = originOf(node.selection.span, environment);
  const scope = lowerKeys(enumeration, environment);
  const also = scope.filter((said) => !resourceKind.keys.some((one) => one.scope && one.name === said.name));
  const resource = nameResource(resourceKind, [{ name: key.name, type: key.type, value: name, origin }, ...also], [], environment);
  reportSpread(resource, node.selection, environment);
  const conditions = lowerFilters(enumeration, environment).map(({ property, type, operator, value }, i) => {
    const read: PlanExpression = property === key.name ? name : { kind: "read", resource, property, type };
    // As every filter does.
    const comparison = operator === "matches" || type.kind === "string" ? "text-ignore-case" : comparisonFor(type);
    const compared = compare(operator, comparison, read, value);
    if (enumeration.filters[i]?.property.optional !== true || (operator !== "<" && operator !== "<=")) return compared;
    return logical("and", compare("!=", "text", read, constant({ kind: "none" })), compared);
  });
  const condition = conditions.length === 0 ? undefined : conditions.reduce((left, right) => logical("and", left, right));
  return {
    kind: "loop",
    variable,
    over: { kind: "enumeration", element: resource, condition, scope },
    environment: withBindings(environment, [[node, { kind: "resource", resource }]]),
  };
}

/** The kind and filters of what stands for all there are of a kind, or for some of them; undefined for everything else. */
function findEnumeration(selection: Expression, environment: Environment): Enumeration | undefined {
  if (selection.kind === "parenthesized") return findEnumeration(selection.expression, environment);
  const resolution = selection.kind === "call" ? environment.session.program.resolutions.get(selection) : undefined;
  return resolution?.kind === "resource" && resolution.resourceKind.enumerable === true && isWhole(resolution) ? resolution : undefined;
}

/** It names no single one. */
function isWhole({ resourceKind, keys }: Enumeration): boolean {
  return [...keys.keys()].every((key) => listScope(resourceKind).includes(key));
}

function elementType(over: Lowered): CatalogType {
  if (over.kind !== "value" || !("type" in over.expression)) return { kind: "string" };
  return over.expression.type?.kind === "list" ? over.expression.type.element : { kind: "string" };
}

function uniqueVariable(name: string, environment: Environment): string {
  const { variables } = environment.session;
  let variable = name;
  for (let i = 2; variables.has(variable.toLowerCase()); i++) variable = `${name}${i}`;
  variables.add(variable.toLowerCase());
  return variable;
}
