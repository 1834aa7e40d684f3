import type { Value } from "../checker/value.ts";
import type { Given } from "./given/given-item.ts";
import type { Machine, Product } from "./machine.ts";

/** What a kind says of itself to the simulated Windows, in the file `simulated.ts` of its folder. */
export interface SimulatedKind {
  /** Makes the machine as one `given` of the kind says. Gives why that cannot be, a full sentence. */
  readonly give?: (machine: Machine, given: Given) => string | undefined;
  /** What a machine on which nothing is wrong knows of a word that the remedy, or what a scenario expects, has somewhere. */
  readonly know?: (machine: Machine, member: string) => void;
  /** What a property is on a machine of which nothing is given. */
  readonly usual?: (property: string) => Value | undefined;
  /** Properties that can be given as none. */
  readonly none?: readonly string[];
  /** Those of these of which none, as given, says more than none, as read: what cannot be told of a machine so. */
  readonly noneIsMore?: readonly string[];
  /** Properties that can be given of one that is absent. */
  readonly whenAbsent?: readonly string[];
  /** How `given` says that there is none of what cannot be ensured absent: `missing: true`. */
  readonly missing?: { readonly word: string; readonly value: boolean };
  /** After all of a scenario's `given`: what ties them together. */
  readonly complete?: (machine: Machine) => void;
  /** Whether a remedy that names things of this kind explains a change of the machine. Asked only of kinds that the remedy has. */
  readonly explains?: (change: Change, named: Named) => boolean;
}

/** A change of a machine's tables that wants an explanation. Texts but for `table` are in lower case, as Windows compares them. */
export interface Change {
  /** `registry`, `services`, … */
  readonly table: string;
  readonly row: string;
  /** A registry key as a remedy may have spelt it: as it is, without the name of the 32-bit view, and with HKCU for a user's hive. */
  readonly spellings: readonly string[];
  /** The registry value's name. */
  readonly name: string;
  /** The registry key itself came or went, or its rights changed. */
  readonly isKey: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a remedy names of a kind, and what there is to bring. */
export interface Named {
  /** The keys of each resource, joined by NUL; `*` where only the device knows. */
  readonly named: readonly string[];
  /** All products of the machine, before and after, and of its setup files. */
  readonly products: readonly Product[];
  /** SIDs that the remedy takes away; `only <name>` of a thing whose list it gives whole. */
  readonly excluded: ReadonlySet<string>;
}

/** Whether a path is that folder or key or lies below it. `*` is every one. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "*" || path === folder || path.startsWith(`${folder}\\`);
}

/** Whether a change made the folder above what is named: whoever writes a file makes the folders that it lies in. */
export function isFolderAbove({ table, row, before }: Change, path: string): boolean {
  return table === "folders" && before === undefined && path.startsWith(`${row}\\`);
}
