import type { Resolution } from "../../checker/checked-program.ts";
import { showValue } from "../../checker/values.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { CatalogType, KeyParameter, ResourceKind } from "../../resources/catalog/model.ts";
import type { PlanExpression, PlanFilter, PlanNamedResource, PlanProperty, PlanResource } from "../plan.ts";
import { originOf } from "./environment.ts";
import type { Environment, Person } from "./environment.ts";
import { lowerValueExpression } from "./expressions.ts";
import { plainKey, plainPath } from "./same-names.ts";

type ResourceResolution = Resolution & { readonly kind: "resource" };

/** `service("x")`, `package(name matches '…', version < 2.0)`, `os`. */
export function lowerResourceCall(resolution: ResourceResolution, environment: Environment): PlanNamedResource {
  const { resourceKind } = resolution;
  return nameResource(resourceKind, lowerKeys(resolution, environment), lowerFilters(resolution, environment), environment);
}

/** A resource by its keys and filters. */
export function nameResource(
  resourceKind: ResourceKind,
  keys: readonly PlanProperty[],
  filters: readonly PlanFilter[],
  { person }: Environment,
): PlanNamedResource {
  const whose = person && keys.some(isOfPerson) ? person : undefined;
  return {
    kind: "named",
    resourceKind: resourceKind.name,
    keys,
    filters,
    identity: `${whose?.hive ?? ""}${identify(resourceKind, keys, filters)}`,
    ...(whose?.only === undefined ? {} : { only: whose.only }),
    label: describe(resourceKind, keys, filters),
  };
}

/** What a key names by a word for each of its numbers (`view: both`), as one resource for each; any other one is itself. */
export function spreadKeys<R extends PlanResource>(resource: R, environment: Environment): readonly (R | PlanNamedResource)[] {
  const word = findSpread(resource);
  const kind = word && environment.session.program.catalog.kinds[resource.resourceKind];
  const key = kind?.keys.find(({ name }) => name === word?.name);
  if (!word || !kind || !key?.limits.oneOf || resource.kind !== "named") return [resource];
  return key.limits.oneOf.map((one) => {
    const { type, origin } = word;
    const said: PlanProperty = { name: key.name, type, value: { kind: "constant", value: { kind: "int", value: one }, type }, origin };
    const keys = resource.keys.flatMap((given) => (given === word ? (String(one) === key.defaultValue ? [] : [said]) : [given]));
    return nameResource(kind, keys, resource.filters, environment);
  });
}

/** Whose HKCU a resource is in that stands in a loop over these profiles. */
export function openPerson({ keys, filters }: PlanNamedResource): Person {
  const said = keys.find(({ name }) => name === "default");
  const only = filters.map(({ property, operator, value }) => `${property} ${operator} ${identityText(value)}`).sort();
  // One that is set when the script runs may be either.
  const hive = !said ? "" : said.value.kind === "constant" ? "default " : identityText(said.value);
  return { hive, only: only.length === 0 ? undefined : only.join(" ").toLowerCase() };
}

/** A key in HKCU, or a word that stands for one. */
function isOfPerson({ type, value }: PlanProperty): boolean {
  if (type.kind === "registry_path") return /^(?:hkcu|hkey_current_user)(?:\\|$)/i.test(identityText(value));
  if (type.kind !== "enum" || value.kind !== "constant" || value.value.kind !== "enum") return false;
  const { member } = value.value;
  return /^HKCU\\/i.test(type.members.find(({ name }) => name === member)?.registryKey ?? "");
}

/** Tells that such a resource stands where one is meant. */
export function reportSpread(resource: PlanResource, place: Expression, environment: Environment): void {
  const word = findSpread(resource);
  if (word?.value.kind !== "constant") return;
  const text = `${word.name}: ${showValue(word.value.value)}`;
  environment.session.diagnostics.push(createDiagnostic("RMD4022", place.span, { text, key: word.name }));
}

/** The key that says so. */
function findSpread(resource: PlanResource): PlanProperty | undefined {
  if (resource.kind !== "named") return undefined;
  return resource.keys.find(({ type, value }) => type.kind === "int" && value.kind === "constant" && value.value.kind === "enum");
}

// Loops and small functions: a whole built of map, filter and spreads over lists that are often empty was optimised a dozen times over by V8, which
// took longer than all else that a fleet's build does.

export function lowerKeys({ resourceKind, keys: given }: ResourceResolution, environment: Environment): PlanProperty[] {
  const keys: PlanProperty[] = [];
  for (const key of resourceKind.keys) {
    const argument = given.get(key);
    if (!argument) continue;
    const value = lowerValueExpression(argument, key.type, environment);
    // What says the default says nothing: `view: 64` is the same resource as without it.
    if (value.kind === "constant" && isDefault(showValue(value.value), key)) continue;
    keys.push({ name: key.name, type: key.type, value, origin: originOf(argument.span, environment) });
  }
  return keys;
}

/** The default stands in the source as authors write it: a text in quotes. */
function isDefault(text: string, { type, defaultValue }: KeyParameter): boolean {
  return defaultValue !== undefined && text === (type.kind === "string" ? defaultValue.replace(/^"(.*)"$/s, "$1") : defaultValue);
}

/** Filters with their values: a pattern for `matches`, a list for `in`, else a value of the property's own type. */
export function lowerFilters({ filters: given }: ResourceResolution, environment: Environment): PlanFilter[] {
  const filters: PlanFilter[] = [];
  for (const { property, operator, value } of given) {
    const type: CatalogType =
      operator === "matches" ? { kind: "pattern" } : operator === "in" ? { kind: "list", element: property.type } : property.type;
    filters.push({ property: property.name, type: property.type, operator, value: lowerValueExpression(value, type, environment) });
  }
  return filters;
}

/** What two places must have in common to mean one resource. The order of filters does not count, nor does case, but for keys that are `@cased`. */
export function identify(
  resourceKind: Pick<ResourceKind, "name" | "keys">,
  keys: readonly PlanProperty[],
  filters: readonly PlanFilter[],
): string {
  let identity = "";
  for (const key of keys) {
    const declared = resourceKind.keys.find(({ name }) => name === key.name);
    const text = plainText(key, declared);
    identity += identity === "" && resourceKind.keys[0] === declared ? ` ${text}` : ` ${key.name}: ${text}`;
  }
  const texts: string[] = [];
  for (const filter of filters) texts.push(` ${filter.property} ${filter.operator} ${identityText(filter.value)}`);
  for (const text of texts.sort()) identity += text.toLowerCase();
  return resourceKind.name + identity;
}

/** The text of a key as it is compared with another one's. */
function plainText({ type, value }: PlanProperty, declared: KeyParameter | undefined): string {
  const text = identityText(value);
  if (declared?.cased) return text;
  if (type.kind === "registry_path") return plainKey(text).toLowerCase();
  if (type.kind === "path") return plainPath(text).toLowerCase();
  const ending = declared?.ending;
  const plain = text.toLowerCase();
  return ending !== undefined && plain.endsWith(ending) ? plain.slice(0, -ending.length) : plain;
}

function describe(resourceKind: ResourceKind, keys: readonly PlanProperty[], filters: readonly PlanFilter[]): string {
  const parts = [spoken(resourceKind.name)];
  for (const { name, value } of keys) {
    const named = resourceKind.keys.find((key) => key.name === name)?.positional === false;
    parts.push(named ? `${spoken(name)} ${labelText(value)}` : labelText(value));
  }
  for (const filter of filters) parts.push(`${filter.property} ${filter.operator} ${labelText(filter.value)}`);
  return parts.filter((part) => part !== "").join(" ");
}

/** `user_right` -> `user right`. */
export function spoken(name: string): string {
  return name.replaceAll("_", " ");
}

/** Constants as text (accounts by SID where known); run-time parts as `${name}`, anything else by its structure. */
function identityText(expression: PlanExpression): string {
  switch (expression.kind) {
    case "constant":
      if (expression.value.kind === "list")
        return `[${expression.value.elements.map((value) => literalText(showValue(value))).join(", ")}]`;
      return literalText(
        expression.value.kind === "account" ? (expression.value.sid ?? expression.value.name) : showValue(expression.value),
      );
    case "parameter":
      return `\${${expression.name}}`;
    case "carried":
      return literalText(expression.path);
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
    case "exists":
    case "query":
    case "changed":
    case "not":
    case "and":
    case "or":
    case "any":
    case "arithmetic":
    case "compare":
      return JSON.stringify(expression, (key, value: unknown) => (key === "origin" ? undefined : value));
    default:
      return expression satisfies never;
  }
}

/** A constant in an identity: what would read like a part that only the device knows, or like another key or filter, is marked by a NUL. */
function literalText(text: string): string {
  return text.replace(/\0/g, "\0\0").replace(/\$(?=\{)|\)(?=\.)|\?(?=\?)|[:,](?= )| (?=(?:[!=]=|[<>]=?|matches|in) )/g, "$&\0");
}

/** For people: constants as they are, run-time parts by their name. */
export function labelText(expression: PlanExpression): string {
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "string" && expression.value.value === "" ? "(default)" : showValue(expression.value);
    case "parameter":
      return `<${expression.name}>`;
    case "carried":
      return expression.path;
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
    case "query":
    case "changed":
    case "not":
    case "and":
    case "or":
    case "any":
    case "arithmetic":
    case "compare":
      return "<computed>";
    default:
      return expression satisfies never;
  }
}

/** `service Spooler: state running, startup automatic`; `package … is absent, with forget`: a removal says what more it may do. */
export function describeEnsure(
  resource: PlanResource,
  presence: "absent" | "present",
  states: readonly PlanProperty[],
  means: readonly PlanProperty[],
  kind: ResourceKind,
): string {
  if (presence === "absent") {
    const more = means.filter(({ value }) => value.kind === "constant" && value.value.kind === "bool" && value.value.value);
    return [`${resource.label} is absent`, ...more.map(({ name }) => `with ${spoken(name)}`)].join(", ");
  }
  if (states.length === 0) return kind.ensure === "presence" ? `${resource.label} is present` : resource.label;
  return `${resource.label}: ${states.map((state) => `${spoken(state.name)} ${labelText(state.value)}`).join(", ")}`;
}
