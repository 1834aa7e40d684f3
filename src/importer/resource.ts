import type { Place } from "./syntax/ast.ts";
import { atomOf, and } from "./evaluate/conditions.ts";
import type { Condition, Constant, Subject } from "./evaluate/conditions.ts";
import type { DataValue, ObjectValue, Value } from "./evaluate/values.ts";

/** That a resource is there. */
export function existsAtom(subject: Subject, place: Place): Condition {
  return atomOf({ subject, test: "exists", start: place.start, end: place.end });
}

/** That a property of it is so; that it is there stands beside it, as a property of nothing is none. */
export function isAtom(subject: Subject, property: string, value: Constant, place: Place): Condition {
  return atomOf({ subject, test: "is", property, value, start: place.start, end: place.end });
}

export function resource(subject: Subject, place: Place, get?: ObjectValue["get"], call?: ObjectValue["call"]): ObjectValue {
  return { kind: "object", subject, exists: existsAtom(subject, place), get, call } as ObjectValue;
}

/** A property whose words of PowerShell are others in the language: `words` gives them, undefined for what has no counterpart. */
export function property(
  subject: Subject,
  name: string,
  place: Place,
  words: (written: Constant) => Constant | undefined = (written) => written,
  exists?: Condition,
): DataValue {
  return {
    kind: "data",
    subject,
    exists: exists ?? existsAtom(subject, place),
    ...(name === "enabled" ? { truth: isAtom(subject, name, true, place) } : {}),
    compare: (operator, other, at) => {
      const value = words(other);
      if (value === undefined) return undefined;
      if (
        operator === "eq" ||
        (operator === "match" && typeof other === "string" && /^\w+$/.test(other) && name !== "data") ||
        (operator === "like" && typeof other === "string" && !/[*?[]/.test(other))
      )
        return isAtom(subject, name, value, at);
      if (operator === "ge" && name === "version")
        return atomOf({ subject, test: "at_least", property: name, value, start: at.start, end: at.end });
      if (operator === "lt" && name === "version")
        return { op: "not", inner: atomOf({ subject, test: "at_least", property: name, value, start: at.start, end: at.end }) };
      return undefined;
    },
  };
}

/** Filters of a query of WMI: `Name = 'x' AND State = 'Running'`. */
export function readFilter(filter: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  for (const part of filter.split(/\s+and\s+/i)) {
    const match = /^\s*\(?\s*(\w+)\s*(=|like)\s*["']?([^"']*?)["']?\s*\)?\s*$/i.exec(part);
    if (!match || (match[2] !== "=" && /[%_]/.test(match[3] ?? ""))) return undefined;
    found.set((match[1] ?? "").toLowerCase(), match[3] ?? "");
  }
  return found;
}

export function both(...conditions: readonly Condition[]): Value {
  return { kind: "condition", condition: and(...conditions) };
}
