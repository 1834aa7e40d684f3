import type { Resolution } from "../../checker/checked-program.ts";
import { showValue } from "../../checker/values.ts";
import type { PlanExpression, PlanFilter, PlanNamedResource, PlanProperty } from "../plan.ts";
import { originOf } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { lowerValueExpression } from "./expressions.ts";

/** `service("x")`, `package(name matches '…', version < 2.0)`, `os`. */
export function lowerResourceCall(resolution: Resolution & { kind: "resource" }, environment: Environment): PlanNamedResource {
  const { resourceKind } = resolution;
  const keys: PlanProperty[] = [];
  for (const key of resourceKind.keys) {
    const argument = resolution.keys.get(key);
    if (!argument) continue;
    const value = lowerValueExpression(argument, key.type, environment);
    // What says the default says nothing: `view: 64` is the same resource as without it.
    if (value.kind === "constant" && showValue(value.value) === key.defaultValue) continue;
    keys.push({ name: key.name, type: key.type, value, origin: originOf(argument.span, environment) });
  }
  const filters: PlanFilter[] = resolution.filters.map((filter) => {
    const type =
      filter.operator === "matches"
        ? ({ kind: "pattern" } as const)
        : filter.operator === "in"
          ? ({ kind: "list", element: filter.property.type } as const)
          : filter.property.type;
    return {
      property: filter.property.name,
      type: filter.property.type,
      operator: filter.operator,
      value: lowerValueExpression(filter.value, type, environment),
    };
  });
  const keyTexts = keys.map((key, i) =>
    i === 0 && resourceKind.keys[0]?.name === key.name ? identityText(key.value) : `${key.name}: ${identityText(key.value)}`,
  );
  const filterTexts = filters.map((filter) => `${filter.property} ${filter.operator} ${identityText(filter.value)}`);
  const identity = [resourceKind.name, ...[...keyTexts, ...filterTexts.sort()].map((part) => part.toLowerCase())].join(" ");
  const label = [
    spoken(resourceKind.name),
    ...keys.map((key) => labelText(key.value)),
    ...filters.map((filter) => `${filter.property} ${filter.operator} ${labelText(filter.value)}`),
  ]
    .filter((part) => part !== "")
    .join(" ");
  return { kind: "named", resourceKind: resourceKind.name, keys, filters, identity, label };
}

/** `user_right` -> `user right`. */
export function spoken(name: string): string {
  return name.replaceAll("_", " ");
}

/** Constants as text (accounts by SID where known); run-time parts as `${name}`, anything else by its structure. */
function identityText(expression: PlanExpression): string {
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "account" ? (expression.value.sid ?? expression.value.name) : showValue(expression.value);
    case "parameter":
      return `\${${expression.name}}`;
    case "element":
      return `\${${expression.variable}}`;
    case "concatenate":
      return expression.parts.map(identityText).join("");
    case "join":
      return `${identityText(expression.left)}\\${identityText(expression.right)}`;
    case "read":
      return `(${expression.resource.identity}).${expression.property}`;
    case "default":
      return `${identityText(expression.left)} ?? ${identityText(expression.right)}`;
    case "list":
      return `[${expression.elements.map(identityText).join(", ")}]`;
    default:
      return JSON.stringify(expression, (key, value: unknown) => (key === "origin" ? undefined : value));
  }
}

/** For people: constants as they are, run-time parts by their name. */
export function labelText(expression: PlanExpression): string {
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "string" && expression.value.value === "" ? "(default)" : showValue(expression.value);
    case "parameter":
      return `<${expression.name}>`;
    case "element":
      return `<${expression.variable}>`;
    case "concatenate":
      return expression.parts.map(labelText).join("");
    case "join":
      return `${labelText(expression.left)}\\${labelText(expression.right)}`;
    case "read":
      return `<${expression.resource.label} ${spoken(expression.property)}>`;
    case "exists":
      return `<whether ${expression.resource.label} exists>`;
    case "default":
      return `${labelText(expression.left)} or ${labelText(expression.right)}`;
    case "list":
      return `[${expression.elements.map(labelText).join(", ")}]`;
    default:
      return "<computed>";
  }
}
