import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import type { Property, ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { FilterArgument } from "../../syntax/expressions.ts";
import type { ResolvedFilter } from "../checked-program.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { listScope } from "../../resources/catalog/check-script.ts";
import type { Place } from "../place.ts";
import { toType } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";
import { compareWith } from "./comparisons.ts";

/** What goes over all there are of a kind, or those for which a filter holds: `service()`, `file(folder: …, age > 30d)`. */
export function nameAll(kind: ResourceKind, filter?: string): string {
  const scope = listScope(kind).flatMap(({ name, required }) => (required ? [`${name}: …`] : []));
  return `${kind.name}(${[...scope, ...(filter === undefined ? [] : [filter])].join(", ")})`;
}

/** `name matches '…'` in the parentheses of a kind that may stand for several. */
export function checkFilter(
  context: CheckContext,
  place: Place,
  kind: ResourceKind,
  argument: FilterArgument,
  isEnumeration: boolean,
): ResolvedFilter | undefined {
  const name = argument.property.text;
  if (!kind.selection && !isEnumeration) {
    if (argument.value.kind !== "name-expression") checkExpression(context, place, argument.value);
    const hint = kind.enumerable ? ` For several, write 'each x in ${nameAll(kind, getSpanText(argument.span))} { … }'.` : "";
    report(context, "RMD3020", argument.span, { what: kind.name, name, hint });
    return undefined;
  }
  const property = findFilterProperty(kind, name);
  if (!property) {
    if (argument.value.kind !== "name-expression") checkExpression(context, place, argument.value);
    const names = [
      ...new Set([
        ...kind.properties.filter(canFilter).map((candidate) => candidate.name),
        ...kind.keys.filter((key) => !key.scope).map((key) => key.name),
      ]),
    ];
    const { hint, details } = suggestOf(name, names, argument.property.span, ` Possible here: ${listChoices(names)}.`);
    report(context, "RMD3004", argument.property.span, { what: "property", kind: kind.name, name, hint }, details);
    return undefined;
  }
  const left = { type: toType(property.type, `${kind.name}.${name}`), span: argument.property.span, expression: undefined };
  const operatorSpan = { file: argument.span.file, start: argument.property.span.end, end: argument.value.span.start };
  compareWith(context, place, left, argument.operator, operatorSpan, argument.value, argument.span);
  return { argument, property, operator: argument.operator, value: argument.value };
}

function canFilter(property: Property): boolean {
  return property.role !== "means" && property.readable !== false;
}

/** A property that can be read, or a key, which can be filtered by as well. */
function findFilterProperty(kind: ResourceKind, name: string): Property | undefined {
  const property = kind.properties.find((candidate) => candidate.name === name && canFilter(candidate));
  if (property) return property;
  const key = kind.keys.find((candidate) => candidate.name === name && !candidate.scope);
  return (
    key && {
      name,
      role: "reading",
      type: key.type,
      optional: !key.required,
      defaultValue: undefined,
      documentation: key.documentation,
      limits: key.limits,
    }
  );
}
