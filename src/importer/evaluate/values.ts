import type { BlockNode, Place } from "../syntax/ast.ts";
import { ALWAYS, and, not, or } from "./conditions.ts";
import type { Condition, Constant, Subject } from "./conditions.ts";

/** What an expression may be, as far as it is known without running anything. */
export type Value =
  | { readonly kind: "constant"; readonly value: Constant }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: "condition"; readonly condition: Condition }
  | DataValue
  | ObjectValue
  | { readonly kind: "choice"; readonly condition: Condition; readonly yes: Value; readonly no: Value }
  | { readonly kind: "block"; readonly block: BlockNode }
  | { readonly kind: "unknown"; readonly why: string };

/** A property of a resource as the machine has it. `compare` gives what a comparison means, undefined where it means nothing that a kind can say. */
export interface DataValue {
  readonly kind: "data";
  readonly exists: Condition;
  readonly compare: (operator: string, other: Constant, place: Place) => Condition | undefined;
  readonly subject?: Subject;
  /** When it counts as true, where that is not simply that it is there. */
  readonly truth?: Condition;
}

/** A resource, or several that a filter selects. */
export interface ObjectValue {
  readonly kind: "object";
  readonly exists: Condition;
  readonly subject?: Subject;
  /** What a program printed of it: that a text stands in there says that it is there. */
  readonly isPrinted?: boolean;
  /** Gives one of its properties, by its name in lower case and as it is written. */
  readonly get?: (property: string, place: Place, written: string) => Value | undefined;
  /** Narrows a selection by what one of its elements must be; undefined where no kind can say that. */
  readonly where?: (condition: Condition) => Value | undefined;
  /** Calls one of its methods, by its name in lower case. */
  readonly call?: (method: string, args: readonly Value[], place: Place) => Value | undefined;
}

export const NOTHING: Value = { kind: "constant", value: null };
export const TRUE: Value = { kind: "constant", value: true };
export const FALSE: Value = { kind: "constant", value: false };

export function constant(value: Constant): Value {
  return { kind: "constant", value };
}

export function unknown(why: string): Value {
  return { kind: "unknown", why };
}

export function choose(condition: Condition, yes: Value, no: Value): Value {
  if (condition.op === "constant") return condition.value ? yes : no;
  if (yes === no || (yes.kind === "constant" && no.kind === "constant" && yes.value === no.value)) return yes;
  return { kind: "choice", condition, yes, no };
}

/** Every constant that a value may be, or undefined where it may be something else. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === "constant" && value.value !== null && typeof value.value !== "boolean") return String(value.value);
  if (value?.kind === "constant" && typeof value.value === "boolean") return value.value ? "True" : "False";
  if (value?.kind === "list" && value.items.length === 1) return textOf(value.items[0]);
  return undefined;
}

/** The constants of a list, or of what is one alone. */
export function textsOf(value: Value | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const texts = (value.kind === "list" ? value.items : [value]).map(textOf);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** When a value counts as true; undefined where nobody can tell. */
export function truthOf(value: Value): Condition | undefined {
  switch (value.kind) {
    case "constant":
      return isTrue(value.value) ? ALWAYS : not(ALWAYS);
    case "list": {
      if (value.items.length === 1 && value.items[0]) return truthOf(value.items[0]);
      const truths = value.items.map((item) =>
        item.kind === "object" || item.kind === "data" ? item.exists : item.kind === "choice" ? truthOf(item) : ALWAYS,
      );
      return truths.every((truth) => truth !== undefined) ? or(...truths) : undefined;
    }
    case "map":
    case "block":
      return ALWAYS;
    case "condition":
      return value.condition;
    case "data":
      return value.truth ?? value.exists;
    case "object":
      return value.exists;
    case "choice": {
      const yes = truthOf(value.yes);
      const no = truthOf(value.no);
      return yes && no ? or(and(value.condition, yes), and(not(value.condition), no)) : undefined;
    }
    case "unknown":
      return undefined;
  }
}

export function isTrue(value: Constant): boolean {
  return value !== null && value !== false && value !== "" && value !== 0;
}
