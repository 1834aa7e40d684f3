import type { CatalogType } from "./model.ts";

/** A word that a scenario's `given` may say of a resource besides the properties of its kind. */
export interface GivenWord {
  readonly name: string;
  readonly type: CatalogType;
  /** For people: what the machine is like then. */
  readonly documentation: string;
}

/*
 * What words of `given` are made of. Each kind has its words in a file `given-words.ts` of its folder: pure data, so that the checker, the editor and the reference can read it.
 */

export const bool: CatalogType = { kind: "bool" };
export const int: CatalogType = { kind: "int" };
export const duration: CatalogType = { kind: "duration" };
export const text: CatalogType = { kind: "string" };
export const account: CatalogType = { kind: "account" };
export const path: CatalogType = { kind: "path" };
export const listOf = (element: CatalogType): CatalogType => ({ kind: "list", element });
export const oneOf = (members: Readonly<Record<string, string>>): CatalogType => ({
  kind: "enum",
  members: Object.entries(members).map(([name, documentation]) => ({ name, documentation, ensurable: false })),
});
export const word = (name: string, type: CatalogType, documentation: string): GivenWord => ({ name, type, documentation });
