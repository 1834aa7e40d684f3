import type { ResourceKind, SimpleTypeName, EnumMember } from "../resources/catalog/model.ts";

/** The type of an expression. */
export type Type =
  | { readonly kind: SimpleTypeName | "none" }
  /** What has been reported already; compatible with everything. */
  | { readonly kind: "error" }
  /** `id` is `kind.property`: two enums are the same type when their ids are. */
  | { readonly kind: "enum"; readonly id: string; readonly members: readonly EnumMember[]; readonly quoted?: boolean }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "resource"; readonly resourceKind: ResourceKind }
  | { readonly kind: "optional"; readonly of: Type };
