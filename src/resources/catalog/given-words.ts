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

/** What `given` may say of how a package manager behaves (`giveAnswers`). `changing`: the exit codes with which something was changed, as a text. */
export function packageManagerWords(program: string, changing: string): GivenWord[] {
  return [
    word("exit_code", int, `How its installation, upgrade or removal ends; other than ${changing} nothing is changed.`),
    word("list_exit_code", int, `How ${program} ends when it is asked about it.`),
    word("duration", duration, "How long its installation, upgrade or removal takes."),
    word("answers", bool, `False: ${program} does not come to an end when it is asked about it.`),
  ];
}
