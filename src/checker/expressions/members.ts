import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import { kindChecks } from "../../generated/kind-checks.ts";
import { givenWords } from "../../generated/kind-given-words.ts";
import type { KeyParameter, ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression, MemberExpression } from "../../syntax/expressions.ts";
import { findLetValue, markUsed, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { existsFact, someFact } from "../narrowing/facts.ts";
import { getReferenceKey } from "../narrowing/reference-key.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { boolType, errorType, makeOptional, stripOptional, toType } from "../types/operations.ts";
import { checkExpression } from "./check-expression.ts";

/** `agent.state`, `os.build`, `product.exists`. */
export function checkMember(context: CheckContext, place: Place, expression: MemberExpression): Type {
  if (isSecretStore(context, expression.object)) {
    report(context, "RMD3023", expression.span, { text: getSpanText(expression.span) });
    return errorType;
  }
  const objectType = checkExpression(context, place, expression.object);
  if (objectType.kind === "error" || expression.name.text === "") return errorType;
  if (objectType.kind !== "resource") {
    report(context, "RMD3013", expression.name.span, {
      name: expression.name.text,
      text: getSpanText(expression.object.span),
      type: describeType(objectType),
    });
    return errorType;
  }
  if (place.zone === "constant") {
    report(context, "RMD3025", expression.span, { what: "This value" });
    return errorType;
  }
  return checkProperty(context, place, expression, objectType.resourceKind);
}

function checkProperty(context: CheckContext, place: Place, expression: MemberExpression, kind: ResourceKind): Type {
  const name = expression.name.text;
  const property = kind.properties.find((candidate) => candidate.name === name);
  if (!property) {
    if (name === "exists" && !kind.singleton) {
      context.resolutions.set(expression, { kind: "property", object: expression.object, property: "exists" });
      return boolType;
    }
    const key = listReadableKeys(kind).find((candidate) => candidate.name === name);
    if (key) {
      context.resolutions.set(expression, { kind: "key", object: expression.object, key });
      return toType(key.type, `${kind.name}.${name}`);
    }
    reportUnknownProperty(context, place, expression, kind);
    return errorType;
  }
  if (property.role === "means" || property.readable === false) {
    report(context, "RMD3005", expression.name.span, { kind: kind.name, name });
    return errorType;
  }
  context.resolutions.set(expression, { kind: "property", object: expression.object, property });
  kindChecks[kind.name]?.checkUse?.(context, expression.object);
  const type = toType(property.type, `${kind.name}.${name}`);
  const isSure = !property.optional && isThere(context, place, expression.object, kind);
  return isSure || isKnown(context, place, expression) ? type : makeOptional(type);
}

/** What every resource of a kind is named by can be read as its properties are; what is selected on the device has no such name in the source. */
function listReadableKeys(kind: ResourceKind): KeyParameter[] {
  if (kind.selection) return [];
  return kind.keys.filter((key) => key.required && !key.scope && !kind.properties.some(({ name }) => name === key.name));
}

/** Whether a resource is known to exist: there is always one of its kind or it is taken for granted, a guard has shown it, or it is the element of a selection. */
export function isThere(context: CheckContext, place: Place, object: Expression, kind: ResourceKind): boolean {
  if (kind.singleton || kind.presumed || kind.ensure === "state") return true;
  if (isElement(context, object)) return true;
  const key = place.facts.size === 0 ? undefined : getReferenceKey(context, object);
  return key !== undefined && place.facts.has(existsFact(key));
}

function isKnown(context: CheckContext, place: Place, expression: Expression): boolean {
  const key = place.facts.size === 0 ? undefined : getReferenceKey(context, expression);
  return key !== undefined && place.facts.has(someFact(key));
}

function isElement(context: CheckContext, object: Expression): boolean {
  if (object.kind === "parenthesized") return isElement(context, object.expression);
  if (object.kind !== "name-expression") return false;
  const binding = context.bound.bindings.get(object.name);
  if (binding?.kind === "element") return true;
  const value = findLetValue(context, binding);
  return value !== undefined && isElement(context, value);
}

/** Whether an expression is the bare `secret`; its use is noted. */
export function isSecretStore(context: CheckContext, expression: Expression): boolean {
  if (expression.kind !== "name-expression") return false;
  const binding = context.bound.bindings.get(expression.name);
  if (binding?.kind !== "secret-store") return false;
  markUsed(context, expression.span.file, binding);
  context.symbols.set(expression.name, { kind: "secret-store", name: "secret" });
  return true;
}

function reportUnknownProperty(context: CheckContext, place: Place, expression: MemberExpression, kind: ResourceKind): void {
  const { name } = expression;
  if (place.zone === "scenario" && (givenWords[kind.name] ?? []).some((word) => word.name === name.text)) {
    const hint = ` It is a word of 'given' alone: write '${getSpanText(expression.object.span)} { ${name.text}: … }'.`;
    report(context, "RMD3004", name.span, { what: "property", kind: kind.name, name: name.text, hint });
    return;
  }
  const query = kind.queries.find((candidate) => candidate.name === name.text);
  if (query) {
    const example = `${name.text}(${query.parameters.map((parameter) => parameter.name).join(", ")})`;
    report(context, "RMD3012", name.span, { text: name.text, example });
    return;
  }
  if (kind.verbs.some((verb) => verb.name === name.text)) {
    const text = `${name.text} ${getSpanText(expression.object.span)}`;
    report(context, "RMD3028", name.span, { name: name.text, kind: kind.name, example: text });
    return;
  }
  const readable = kind.properties
    .filter((property) => property.role !== "means" && property.readable !== false)
    .map((property) => property.name);
  const names = [
    ...readable,
    ...listReadableKeys(kind).map((key) => key.name),
    ...kind.queries.map((candidate) => candidate.name),
    ...(kind.singleton ? [] : ["exists"]),
  ];
  const stated = kind.properties.find((property) => property.type.kind === "enum" && findWord(property.type.members, name.text));
  if (stated?.type.kind === "enum" && readable.includes(stated.name)) {
    const text = `${getSpanText(expression.object.span)}.${stated.name} == ${findWord(stated.type.members, name.text) ?? ""}`;
    const suggestion = { title: `Write '${text}'.`, edits: [{ span: expression.span, text }] };
    report(
      context,
      "RMD3004",
      name.span,
      { what: "property", kind: kind.name, name: name.text, hint: ` Write '${text}'.` },
      { suggestion },
    );
    return;
  }
  const { hint, details } = suggestOf(name.text, names, name.span, names.length > 0 ? ` It has ${listChoices(names)}.` : "");
  report(context, "RMD3004", name.span, { what: "property", kind: kind.name, name: name.text, hint }, details);
}

/** The kind of the resource that a type is, if it is one. */
export function getResourceKind(type: Type): ResourceKind | undefined {
  const plain = stripOptional(type);
  return plain.kind === "resource" ? plain.resourceKind : undefined;
}

/** `running` of `service("x").running`, in whatever case. */
function findWord(members: readonly { readonly name: string }[], word: string): string | undefined {
  return members.find((member) => member.name.toLowerCase() === word.toLowerCase())?.name;
}
