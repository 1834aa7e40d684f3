import { describeBinding, findDeclaration } from "../../binder/binding.ts";
import type { KeyParameter, ResourceKind } from "../../resources/catalog/model.ts";
import { listScope } from "../../resources/catalog/check-script.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { CallExpression, Expression, MemberExpression, NameExpression } from "../../syntax/expressions.ts";
import type { ResolvedFilter } from "../checked-program.ts";
import { markUsed, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { describeType } from "../types/describe.ts";
import { errorType, makeOptional, resourceType, toType } from "../types/operations.ts";
import { matchArguments } from "./arguments.ts";
import { checkExpression } from "./check-expression.ts";
import { checkFilter } from "./filters.ts";
import { getResourceKind, isSecretStore } from "./members.ts";
import { checkSecret } from "./secrets.ts";

/** `service("x")`, `network.can_connect("host", 443)`, `secret.env("N")`. */
export function checkCall(context: CheckContext, place: Place, expression: CallExpression): Type {
  const { callee } = expression;
  if (callee.kind === "name-expression") return checkNamedCall(context, place, expression, callee);
  if (callee.kind === "member") {
    if (isSecretStore(context, callee.object)) return checkSecret(context, place, expression, callee);
    return checkQuery(context, place, expression, callee);
  }
  const type = checkExpression(context, place, callee);
  checkLooseArguments(context, place, expression);
  if (type.kind !== "error") reportNotCallable(context, callee, type);
  return errorType;
}

function checkNamedCall(context: CheckContext, place: Place, expression: CallExpression, callee: NameExpression): Type {
  const binding = context.bound.bindings.get(callee.name);
  if (binding?.kind === "resource-kind") {
    markUsed(context, callee.span.file, binding);
    context.symbols.set(callee.name, { kind: "resource-kind", name: binding.name, resourceKind: binding.resourceKind });
    return checkResource(context, place, expression, binding.resourceKind);
  }
  checkLooseArguments(context, place, expression);
  if (!binding) return errorType;
  markUsed(context, callee.span.file, binding);
  const declaration = findDeclaration(binding);
  const related = declaration ? [{ message: `'${binding.name}' is declared here.`, span: declaration.span }] : [];
  const hint = binding.kind === "part" ? ` Write 'use ${binding.name}(…)' as a statement.` : " Remove the parentheses.";
  report(
    context,
    "RMD2008",
    callee.span,
    { name: binding.name, what: describeBinding(binding), wanted: "a resource kind", hint },
    { related },
  );
  return errorType;
}

function checkResource(context: CheckContext, place: Place, expression: CallExpression, kind: ResourceKind): Type {
  if (kind.singleton) {
    checkLooseArguments(context, place, expression);
    const suggestion = { title: `Write '${kind.name}'.`, edits: [{ span: expression.span, text: kind.name }] };
    report(context, "RMD3027", expression.span, { name: kind.name }, { suggestion });
    return errorType;
  }
  const filters: ResolvedFilter[] = [];
  const isEnumeration = context.enumerations.has(expression);
  const keys = matchArguments(
    context,
    place,
    {
      what: kind.name,
      parameters: isEnumeration ? listScope(kind) : kind.keys.filter((key) => kind.selection || !key.scope),
      scope: isEnumeration || kind.selection ? [] : kind.keys.filter((key) => key.scope).map(({ name }) => name),
      span: expression.span,
      noun: "key",
      properties: kind.properties.map((property) => property.name),
      filters:
        kind.selection || isEnumeration
          ? kind.properties.filter((property) => property.role === "reading").map((property) => property.name)
          : [],
    },
    expression.arguments,
    (argument) => {
      const filter = checkFilter(context, place, kind, argument, isEnumeration);
      if (filter) filters.push(filter);
    },
  );
  context.resolutions.set(expression, { kind: "resource", resourceKind: kind, keys, filters });
  return resourceType(kind);
}

function checkQuery(context: CheckContext, place: Place, expression: CallExpression, callee: MemberExpression): Type {
  const kind = getResourceKind(checkExpression(context, place, callee.object));
  const query = kind?.queries.find((candidate) => candidate.name === callee.name.text);
  if (!kind || !query) {
    checkLooseArguments(context, place, expression);
    const property = kind?.properties.find((candidate) => candidate.name === callee.name.text);
    if (kind && property) {
      const suggestion = { title: "Remove the parentheses.", edits: [{ span: expression.span, text: getSpanText(callee.span) }] };
      report(context, "RMD3027", expression.span, { name: getSpanText(callee.span) }, { suggestion });
      return errorType;
    }
    const type = checkExpression(context, place, callee);
    if (type.kind !== "error") reportNotCallable(context, callee, type);
    return errorType;
  }
  if (place.zone === "constant") report(context, "RMD3025", expression.span, { what: "This value" });
  const args: ReadonlyMap<KeyParameter, Expression> = matchArguments(
    context,
    place,
    { what: `${kind.name}.${query.name}`, parameters: query.parameters, span: expression.span, noun: "argument" },
    expression.arguments,
  );
  context.resolutions.set(expression, { kind: "query", object: callee.object, query, arguments: args });
  const type = toType(query.type, `${kind.name}.${query.name}`);
  return query.optional ? makeOptional(type) : type;
}

/** Arguments of a call that is wrong itself: their own mistakes are still told. */
function checkLooseArguments(context: CheckContext, place: Place, expression: CallExpression): void {
  for (const argument of expression.arguments) {
    if (argument.kind === "positional-argument") checkExpression(context, place, argument.value);
  }
}

function reportNotCallable(context: CheckContext, callee: Expression, type: Type): void {
  report(context, "RMD3026", callee.span, { text: getSpanText(callee.span), type: describeType(type) });
}
