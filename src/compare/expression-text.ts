import { printValue } from "../checker/print-value.ts";
import type { Value } from "../checker/value.ts";
import type { PlanExpression, PlanFilter, PlanOver, PlanProperty, PlanResource } from "../plan/plan.ts";
import type { Catalog } from "../resources/catalog/model.ts";

/** An expression of a plan as a remedy would say it with every `let` written out: two that mean the same read the same, whatever authors called things. */
export function writeExpression(expression: PlanExpression, catalog: Catalog): string {
  const write = (inner: PlanExpression): string => writeExpression(inner, catalog);
  const group = (inner: PlanExpression): string => (isSimple(inner) ? write(inner) : `(${write(inner)})`);
  switch (expression.kind) {
    case "constant":
      return printValue(expression.value);
    case "parameter":
      return expression.name;
    case "carried":
      return printValue({ kind: "string", value: expression.path });
    case "element":
      return expression.variable;
    case "read":
      return `${writeResource(expression.resource, catalog)}.${expression.property}`;
    case "exists":
      return `${writeResource(expression.resource, catalog)}.exists`;
    case "query":
      return `${writeResource(expression.resource, catalog)}.${expression.query}(${expression.arguments.map(({ value }) => write(value)).join(", ")})`;
    case "changed":
      return "changed";
    case "not":
      return `not ${group(expression.operand)}`;
    case "and":
    case "or":
      return [expression.left, expression.right]
        .map((side) => (side.kind === expression.kind || side.kind === "compare" ? write(side) : group(side)))
        .join(` ${expression.kind} `);
    case "any":
      return `any ${expression.variable} in ${writeOver(expression.over, catalog)}: ${write(expression.condition)}`;
    case "compare":
    case "arithmetic":
      return `${group(expression.left)} ${expression.operator} ${group(expression.right)}`;
    case "default":
      return `${group(expression.left)} ?? ${group(expression.right)}`;
    case "join":
      return `${group(expression.left)} / ${group(expression.right)}`;
    case "concatenate":
      return `"${expression.parts.map((part) => (part.kind === "constant" ? printValue(part.value).slice(1, -1) : `\${${write(part)}}`)).join("")}"`;
    case "list":
      return `[${expression.elements.map(write).join(", ")}]`;
    default:
      return expression satisfies never;
  }
}

function isSimple({ kind }: PlanExpression): boolean {
  return !["and", "or", "any", "compare", "arithmetic", "default", "join"].includes(kind);
}

/** `service("Spooler")`, `package(name matches 'Contoso')`, `os`. */
export function writeResource(resource: PlanResource, catalog: Catalog): string {
  if (resource.kind === "element") return resource.variable;
  const declared = catalog.kinds[resource.resourceKind]?.keys;
  const key = ({ name, value }: PlanProperty): string =>
    `${declared?.find((one) => one.name === name)?.positional === true ? "" : `${name}: `}${writeExpression(value, catalog)}`;
  const filter = ({ property, operator, value }: PlanFilter): string => `${property} ${operator} ${writeExpression(value, catalog)}`;
  const inner = [...resource.keys.map(key), ...resource.filters.map(filter)];
  return inner.length === 0 ? resource.resourceKind : `${resource.resourceKind}(${inner.join(", ")})`;
}

/** What a loop goes over. */
export function writeOver(over: PlanOver, catalog: Catalog): string {
  switch (over.kind) {
    case "selection":
      return writeResource(over.resource, catalog);
    case "list":
      return writeExpression(over.list, catalog);
    case "enumeration": {
      const scope = over.scope.map(({ name, value }) => `${name}: ${writeExpression(value, catalog)}`);
      const condition = over.condition ? [writeExpression(over.condition, catalog)] : [];
      return `${over.element.resourceKind}(${[...scope, ...condition].join(", ")})`;
    }
    default:
      return over satisfies never;
  }
}

/** What is said for people, or follows from the rest: two plans mean the same without it. */
const ASIDE: ReadonlySet<string> = new Set(["origin", "label", "type", "before", "text", "reads", "documentation"]);

/**
 * An expression (or a part of a plan) as text that is the same exactly when it means the same. `variables` are those of the loops around it, outermost
 * first: their names do not count.
 */
export function writeMeaning(part: unknown, variables: readonly string[]): string {
  const known = [...variables];
  return JSON.stringify(part, (key, value: unknown) => {
    if (ASIDE.has(key)) return undefined;
    if (key === "variable" && typeof value === "string") {
      if (!known.includes(value)) known.push(value);
      return known.indexOf(value);
    }
    if (key === "identity" && typeof value === "string") return writeIdentity(value, known);
    if (isResource(value)) return { kind: value.kind, identity: value.identity, only: "only" in value ? value.only : undefined };
    return isVersion(value) ? [0, 1, 2, 3].map((i) => value.parts[i] ?? 0).join(".") : value;
  });
}

/** The identity of a resource, in which loop variables appear as `${name}`, without their names. */
export function writeIdentity(identity: string, variables: readonly string[]): string {
  return identity.replace(/\$\{(\w+)\}/g, (whole, name: string) => (variables.includes(name) ? `\${#${variables.indexOf(name)}}` : whole));
}

function isResource(value: unknown): value is PlanResource {
  return typeof value === "object" && value !== null && "identity" in value && "resourceKind" in value;
}

function isVersion(value: unknown): value is Extract<Value, { kind: "version" }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "version" && "parts" in value;
}
