import { equalValues, showValue } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";

/**
 * What a variable is: a value that stands for its class, or nothing that can be told. `open`: something may have changed it, so that it is chosen anew when it is read; `isNew`: out of what is to be
 * expected of a new thing.
 */
export type Cell = Value | { readonly kind: "open"; readonly isNew?: true };

export const OPEN: Cell = { kind: "open" };
export const NEW: Cell = { kind: "open", isNew: true };
export const NONE: Value = { kind: "none" };

export function bool(value: boolean): Value {
  return { kind: "bool", value };
}

/** True of the constant `true`. */
export function isTrue(cell: Cell | undefined): boolean {
  return cell?.kind === "bool" && cell.value;
}

export function equalCells(a: Cell, b: Cell): boolean {
  return a.kind === "open" || b.kind === "open" ? showCell(a) === showCell(b) : equalValues(a, b, false);
}

export function showCell(cell: Cell): string {
  return cell.kind === "open" ? (cell.isNew === true ? "? new" : "?") : `${cell.kind} ${showValue(cell)}`;
}

/** The variable of a property of a resource; `exists` is one as well. */
export function variableOf(identity: string, property: string): string {
  return `${identity}\u0000${property}`;
}
