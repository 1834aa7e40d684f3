/** A constant: what a literal, a folded expression or a given parameter is. Plain data. */
export type Value =
  | { readonly kind: "none" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "int"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean }
  /** Two to four parts as written; missing ones count as 0. */
  | { readonly kind: "version"; readonly parts: readonly number[] }
  | { readonly kind: "duration"; readonly milliseconds: number }
  /** Milliseconds since 1970 in UTC. */
  | { readonly kind: "date"; readonly milliseconds: number }
  | { readonly kind: "size"; readonly bytes: number }
  /** `%Variables%` unexpanded. */
  | { readonly kind: "path"; readonly value: string }
  /** `sid` when the compiler can compute it; `name` as people know it. */
  | { readonly kind: "account"; readonly name: string; readonly sid: string | undefined }
  | { readonly kind: "enum"; readonly member: string }
  | { readonly kind: "list"; readonly elements: readonly Value[] }
  /** A reference, never the secret itself. */
  | { readonly kind: "secret"; readonly store: "env" | "dpapi"; readonly name: string };
