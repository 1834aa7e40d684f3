import type { ResourceKind } from "../resources/catalog/model.ts";
import type { FormalNode, LetNode, PartNode } from "../syntax/file.ts";
import type { ImportNode } from "../syntax/file.ts";
import type { NameNode, QuantifiedExpression } from "../syntax/expressions.ts";
import type { EachOf } from "../syntax/statements.ts";

/** A declared name and what declares it. Identity matters: every use of one declaration is bound to the same object. */
export type Binding =
  | { readonly kind: "part"; readonly name: string; readonly node: PartNode }
  | { readonly kind: "param"; readonly name: string; readonly node: FormalNode }
  | { readonly kind: "formal"; readonly name: string; readonly node: FormalNode }
  | { readonly kind: "let"; readonly name: string; readonly node: LetNode }
  | { readonly kind: "element"; readonly name: string; readonly node: EachOf<unknown> | QuantifiedExpression }
  | {
      readonly kind: "resource-kind";
      readonly name: string;
      readonly resourceKind: ResourceKind;
      readonly importedBy: ImportNode | undefined;
    }
  | { readonly kind: "secret-store"; readonly name: "secret" }
  | { readonly kind: "changed"; readonly name: "changed" };

/** What a message calls a binding: `part`, `let`, `resource kind`. */
export function describeBinding(binding: Binding): string {
  switch (binding.kind) {
    case "part":
      return "part";
    case "param":
      return "parameter";
    case "formal":
      return "parameter of the part";
    case "let":
      return "let";
    case "element":
      return binding.node.kind === "each" ? "name of an 'each'" : `name of an '${binding.node.quantifier}'`;
    case "resource-kind":
      return "resource kind";
    case "secret-store":
      return "store of secrets";
    case "changed":
      return "fact";
    default:
      return binding satisfies never;
  }
}

/** The name where it is declared; undefined for what the language and the catalogue bring along. */
export function findDeclaration(binding: Binding): NameNode | undefined {
  switch (binding.kind) {
    case "part":
    case "param":
    case "formal":
    case "let":
    case "element":
      return binding.node.name;
    case "resource-kind":
    case "secret-store":
    case "changed":
      return undefined;
    default:
      return binding satisfies never;
  }
}
