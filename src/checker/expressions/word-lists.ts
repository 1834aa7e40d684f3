import { listBindings } from "../../binder/scope.ts";
import { findClosest } from "../../binder/did-you-mean.ts";
import type { CatalogType, ResourceKind } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { ArgumentNode, CallExpression, Expression, ListExpression, QuantifiedExpression } from "../../syntax/expressions.ts";
import type { ActionsNode, Body } from "../../syntax/file.ts";
import type { EachOf } from "../../syntax/statements.ts";
import { walk } from "../../syntax/visitor.ts";
import type { SyntaxNode } from "../../syntax/visitor.ts";
import { findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { getFormalType } from "../declarations/declared-types.ts";
import type { Type } from "../type.ts";
import { stripOptional, toType } from "../types/operations.ts";

type Looping = EachOf<unknown> | QuantifiedExpression;
type Words = Type & { readonly kind: "enum" };

/**
 * The list of bare words that `each p in [domain, private]`, `any` or `all` goes over: nothing in front of them says whose words they are, so the uses of the name do. `type`: that list's;
 * undefined where no use tells, which has been reported, or is reported of each word. Undefined for every other selection.
 */
export function findWordList(context: CheckContext, node: Looping): { readonly type: Type } | "untold" | undefined {
  const list = findOrigin(context, node.selection);
  if (list.kind !== "list" || list !== unwrap(node.selection)) return undefined;
  const words = list.elements.flatMap((element) => {
    const inner = unwrap(element);
    return inner.kind === "name-expression" && inner.name.text !== "" && context.bound.unbound.has(inner.name) ? [inner.name] : [];
  });
  if (words.length === 0) return undefined;
  const candidates = findUses(context, node);
  const element =
    candidates.find((type) => words.every((word) => type.members.some((member) => member.name === word.text))) ?? candidates[0];
  if (element) return { type: { kind: "list", element } };
  const isMeant = words.some((word) => {
    const scope = context.bound.unbound.get(word);
    return (
      scope &&
      findClosest(
        word.text,
        listBindings(scope).map(({ name }) => name),
      ) !== undefined
    );
  });
  if (isMeant || words.length < list.elements.length) return undefined;
  reportUntold(context, node, list);
  return "untold";
}

function reportUntold(context: CheckContext, node: Looping, list: ListExpression): void {
  const texts = `[${list.elements.map((element) => `"${getSpanText(element.span)}"`).join(", ")}]`;
  const suggestion = { title: `Write '${texts}'.`, edits: [{ span: list.span, text: texts }] };
  report(context, "RMD3125", list.span, { list: getSpanText(list.span), name: node.name.text, texts }, { suggestion });
}

/** The types that the name has where it is used as a word: as a key, behind a property, beside what is compared, as an argument of a part. */
function findUses(context: CheckContext, node: Looping): Words[] {
  const found: Words[] = [];
  const add = (type: Type | undefined): void => {
    const plain = type && stripOptional(type);
    if (plain?.kind === "enum") found.push(plain);
  };
  const isElement = (expression: Expression): boolean => {
    const inner = unwrap(expression);
    const binding = inner.kind === "name-expression" ? context.bound.bindings.get(inner.name) : undefined;
    return binding?.kind === "element" && binding.node === node;
  };
  const enter = (part: SyntaxNode): undefined => {
    if (part.kind === "call") {
      for (const [argument, type] of typeArguments(context, part)) if (isElement(argument)) add(type);
    } else if (part.kind === "state") {
      const kind = findKind(context, part.resource);
      for (const { name, value } of part.entries) {
        const type = typeProperty(kind, name.text);
        if (isElement(value)) add(type);
        if (value.kind === "list" && type?.kind === "list" && value.elements.some(isElement)) add(type.element);
      }
    } else if (part.kind === "binary") {
      for (const [one, other] of [
        [part.left, part.right],
        [part.right, part.left],
      ] as const) {
        const isMeant = isElement(one) || (one.kind === "list" && one.elements.some(isElement));
        if (isMeant && other.kind === "member") add(typeProperty(findKind(context, other.object), other.name.text));
      }
    }
    return undefined;
  };
  walk(node.kind === "quantified" ? node.condition : (node.body as Body | ActionsNode), enter);
  return found;
}

/** The values in the parentheses of a resource or a part, with what each is to be. */
function typeArguments(context: CheckContext, call: CallExpression): (readonly [Expression, Type | undefined])[] {
  if (call.callee.kind !== "name-expression") return [];
  const binding = context.bound.bindings.get(call.callee.name);
  const typeOf = (name: string | number): Type | undefined => {
    if (binding?.kind === "part") {
      const formal = typeof name === "number" ? binding.node.formals[name] : binding.node.formals.find((one) => one.name.text === name);
      return formal && getFormalType(context, formal);
    }
    if (binding?.kind !== "resource-kind") return undefined;
    const { keys } = binding.resourceKind;
    const key = typeof name === "number" ? keys.filter((one) => one.positional)[name] : keys.find((one) => one.name === name);
    return key ? toWords(key.type, `${binding.resourceKind.name}.${key.name}`) : typeProperty(binding.resourceKind, String(name));
  };
  const positional = call.arguments.filter((argument) => argument.kind === "positional-argument");
  return call.arguments.map((argument: ArgumentNode) => {
    if (argument.kind === "filter-argument") return [argument.value, typeOf(argument.property.text)];
    return [argument.value, typeOf(argument.kind === "named-argument" ? argument.name.text : positional.indexOf(argument))];
  });
}

/** The kind of a resource that is called, is a fact, or that a `let` names. */
function findKind(context: CheckContext, resource: Expression): ResourceKind | undefined {
  const origin = findOrigin(context, resource);
  const named = origin.kind === "call" ? origin.callee : origin;
  const binding = named.kind === "name-expression" ? context.bound.bindings.get(named.name) : undefined;
  return binding?.kind === "resource-kind" ? binding.resourceKind : undefined;
}

function typeProperty(kind: ResourceKind | undefined, name: string): Type | undefined {
  const property = kind?.properties.find((candidate) => candidate.name === name) ?? kind?.keys.find((candidate) => candidate.name === name);
  return property && kind ? toWords(property.type, `${kind.name}.${property.name}`) : undefined;
}

function toWords(type: CatalogType, id: string): Type | undefined {
  return type.kind === "enum" || (type.kind === "list" && type.element.kind === "enum") ? toType(type, id) : undefined;
}

function unwrap(expression: Expression): Expression {
  return expression.kind === "parenthesized" ? unwrap(expression.expression) : expression;
}
