import type { CatalogType } from "../../resources/catalog/model.ts";
import type { NameNode } from "../../syntax/expressions.ts";
import type { PlanOver } from "../plan.ts";
import { constant } from "../simplify.ts";
import { withBindings } from "./environment.ts";
import type { Environment, Lowered } from "./environment.ts";
import { spoken } from "./resources.ts";

/** The elements of a list that is known when compiling; undefined for a selection, and for a list only the device knows. */
export function unroll(over: Lowered): Lowered[] | undefined {
  if (over.kind === "resources") return over.resources.map((resource) => ({ kind: "resource", resource }));
  if (over.kind !== "value") return undefined;
  const { expression } = over;
  if (expression.kind === "list") return expression.elements.map((element) => ({ kind: "value", expression: element }));
  if (expression.kind !== "constant" || expression.value.kind !== "list") return undefined;
  const type = expression.type?.kind === "list" ? expression.type.element : undefined;
  return expression.value.elements.map((element) => ({ kind: "value", expression: constant(element, type) }));
}

/** A loop that is left to the device: its variable, unique in the remedy, and what the name of its element stands for within. */
export function openLoop(
  node: { readonly name: NameNode },
  over: Lowered,
  environment: Environment,
): { readonly variable: string; readonly over: PlanOver; readonly environment: Environment } {
  const variable = uniqueVariable(node.name.text, environment);
  if (over.kind === "resource") {
    const { resourceKind } = over.resource;
    const label = `${spoken(resourceKind)} <${variable}>`;
    const resource = { kind: "element", resourceKind, variable, identity: `${resourceKind} \${${variable}}`, label } as const;
    const within = withBindings(environment, [[node, { kind: "resource", resource }]]);
    return { variable, over: { kind: "selection", resource: over.resource }, environment: within };
  }
  const list = over.kind === "value" ? over.expression : constant({ kind: "list", elements: [] });
  const element: Lowered = { kind: "value", expression: { kind: "element", variable, type: elementType(over) } };
  return { variable, over: { kind: "list", list }, environment: withBindings(environment, [[node, element]]) };
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
