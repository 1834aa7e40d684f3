import type { CatalogType, ResourceKind } from "../../resources/catalog/model.ts";
import type { Type } from "../type.ts";

export const errorType: Type = { kind: "error" };
export const noneType: Type = { kind: "none" };
export const boolType: Type = { kind: "bool" };
export const intType: Type = { kind: "int" };
export const stringType: Type = { kind: "string" };
export const pathType: Type = { kind: "path" };
export const registryPathType: Type = { kind: "registry_path" };
export const patternType: Type = { kind: "pattern" };
export const secretType: Type = { kind: "secret" };
export const durationType: Type = { kind: "duration" };

/** A resource of one of several kinds (undefined: of any), where one is expected. */
export interface ExpectedResource {
  readonly kind: "resource-of";
  readonly names: readonly string[] | undefined;
}

/** What a place asks for. Beside types there is "a resource of these kinds", which no expression has as its type. */
export type Expected = Type | ExpectedResource | { readonly kind: "list-of"; readonly element: Expected };

/** The type that a catalogue's type gives where it is expected. `id` is `kind.property` and tells enums apart. */
export function toExpected(type: CatalogType, id: string): Expected {
  switch (type.kind) {
    case "resource":
      return { kind: "resource-of", names: type.of };
    case "list": {
      const element = toExpected(type.element, id);
      return element.kind === "resource-of" || element.kind === "list-of" ? { kind: "list-of", element } : { kind: "list", element };
    }
    case "enum":
      return { kind: "enum", id, members: type.members, ...(type.quoted ? { quoted: true } : {}) };
    default:
      return { kind: type.kind };
  }
}

/** The type of a value of a catalogue's type; a reference to a resource cannot be read, so it has no type of its own. */
export function toType(type: CatalogType, id: string): Type {
  const expected = toExpected(type, id);
  return expected.kind === "resource-of" || expected.kind === "list-of" ? errorType : expected;
}

/** `T?`; of `none` and of what is optional already it is the same type. */
export function makeOptional(type: Type): Type {
  return type.kind === "optional" || type.kind === "none" || type.kind === "error" ? type : { kind: "optional", of: type };
}

/** `T` of `T?`, every other type as it is. */
export function stripOptional(type: Type): Type {
  return type.kind === "optional" ? type.of : type;
}

/** Whether two types are the same. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === "enum" && b.kind === "enum") return a.id === b.id;
  if (a.kind === "list" && b.kind === "list") return sameType(a.element, b.element);
  if (a.kind === "optional" && b.kind === "optional") return sameType(a.of, b.of);
  if (a.kind === "resource" && b.kind === "resource") return a.resourceKind === b.resourceKind;
  return a.kind === b.kind;
}

/** The type of a reference to a resource. */
export function resourceType(resourceKind: ResourceKind): Type {
  return { kind: "resource", resourceKind };
}
