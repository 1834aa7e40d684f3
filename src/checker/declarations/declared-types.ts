import { suggestName } from "../../binder/did-you-mean.ts";
import type { ResourceKind } from "../../resources/catalog/model.ts";
import type { NameNode, QuantifiedExpression } from "../../syntax/expressions.ts";
import type { FormalNode, NamedTypeNode, TypeNode } from "../../syntax/file.ts";
import type { EachOf } from "../../syntax/statements.ts";
import { markUsed, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Type } from "../type.ts";
import { errorType, makeOptional, resourceType, toType } from "../types/operations.ts";

type SimpleName = Exclude<Type["kind"], "none" | "error" | "enum" | "list" | "resource" | "optional">;

const simpleNames = [
  "string",
  "int",
  "bool",
  "version",
  "duration",
  "size",
  "path",
  "registry_path",
  "account",
  "secret",
  "endpoint",
  "pattern",
] as const satisfies readonly SimpleName[];

/** Names that other languages have for the same types. */
const otherNames: Readonly<Record<string, string>> = {
  text: "string",
  str: "string",
  integer: "int",
  number: "int",
  boolean: "bool",
  timespan: "duration",
  time: "duration",
  bytes: "size",
  user: "account",
  file_path: "path",
  regex: "pattern",
  password: "secret",
  array: "[string]",
  list: "[string]",
  double: "int",
  float: "int",
  uint: "int",
  long: "int",
};

/** The type that a parameter declares; what is wrong with it is reported once. */
export function getFormalType(context: CheckContext, formal: FormalNode): Type {
  const known = context.formalTypes.get(formal);
  if (known) return known;
  const type = resolveType(context, formal.type);
  context.formalTypes.set(formal, type);
  return type;
}

/** The type of the name that an `each`, `any` or `all` declares; its selection has been checked before. */
export function getElementType(context: CheckContext, node: EachOf<unknown> | QuantifiedExpression): Type {
  return context.elementTypes.get(node) ?? errorType;
}

function resolveType(context: CheckContext, node: TypeNode): Type {
  const type = node.kind === "list-type" ? resolveList(context, node.element) : resolveNamed(context, node);
  return node.optional ? makeOptional(type) : type;
}

function resolveList(context: CheckContext, element: TypeNode): Type {
  const type = resolveType(context, element);
  return type.kind === "error" ? errorType : { kind: "list", element: type };
}

function resolveNamed(context: CheckContext, node: NamedTypeNode): Type {
  const name = node.name.text;
  if (name === "") return errorType;
  const kind = findVisibleKind(context, node.name);
  if (node.member) return resolveWords(context, node, kind);
  const simple = simpleNames.find((candidate) => candidate === name);
  if (simple) return { kind: simple };
  if (kind && !kind.singleton) return resourceType(kind);
  const other = Object.hasOwn(otherNames, name.toLowerCase()) ? otherNames[name.toLowerCase()] : undefined;
  const { hint, details } =
    other === undefined
      ? suggestName(
          name,
          [...simpleNames, ...context.kinds.keys()],
          node.name.span,
          ` Types are ${simpleNames.join(", ")}, [T] for lists, and words of a property as in 'service.startup'.`,
        )
      : {
          hint: ` Write '${other}'.`,
          details: { suggestion: { title: `Write '${other}'.`, edits: [{ span: node.name.span, text: other }] } },
        };
  report(context, "RMD2001", node.name.span, { kind: "type", name, hint }, details);
  return errorType;
}

/** A built-in kind, or one that the file imports; the import is then used. */
function findVisibleKind(context: CheckContext, name: NameNode): ResourceKind | undefined {
  const { loaded, importOf } = context.bound;
  if (Object.hasOwn(loaded.builtIn.kinds, name.text)) return loaded.builtIn.kinds[name.text];
  const file = loaded.files.find((candidate) => candidate.node.source === name.span.file);
  for (const binding of file ? (importOf.get(file.node)?.keys() ?? []) : []) {
    if (binding.kind !== "resource-kind" || binding.name !== name.text) continue;
    markUsed(context, name.span.file, binding);
    return binding.resourceKind;
  }
  return undefined;
}

/** `service.startup`: the words of a property (or of a key) that is an enum. */
function resolveWords(context: CheckContext, node: NamedTypeNode, kind: ResourceKind | undefined): Type {
  if (!kind) {
    const { hint, details } = suggestName(node.name.text, context.kinds.keys(), node.name.span);
    report(context, "RMD2001", node.name.span, { kind: "resource kind", name: node.name.text, hint }, details);
    return errorType;
  }
  const name = node.member?.text ?? "";
  const members = [...kind.properties, ...kind.keys];
  const found = members.find((candidate) => candidate.name === name);
  if (found?.type.kind === "enum") return toType(found.type, `${kind.name}.${name}`);
  if (name === "") return errorType;
  const words = members.filter((candidate) => candidate.type.kind === "enum").map((candidate) => candidate.name);
  const { hint, details } = suggestName(
    name,
    words,
    node.member?.span ?? node.span,
    words.length > 0 ? ` Of '${kind.name}', ${words.map((word) => `'${word}'`).join(", ")} have words.` : "",
  );
  report(context, "RMD3029", node.span, { type: `${kind.name}.${name}`, hint }, details);
  return errorType;
}
