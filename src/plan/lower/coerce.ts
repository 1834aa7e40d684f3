import type { Value } from "../../checker/value.ts";
import { resolveAccount } from "../../accounts/accounts.ts";
import { parseDate } from "../../checker/values.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { PlanExpression } from "../plan.ts";

/** Brings an expression to the type that its place expects: a string constant becomes a path, an account with its SID, an enum's word. */
export function coerce(expression: PlanExpression, expected: CatalogType | undefined): PlanExpression {
  if (!expected) return expression;
  switch (expression.kind) {
    case "constant":
      return { kind: "constant", value: coerceValue(expression.value, expected), type: expected };
    case "list":
      return expected.kind === "list"
        ? { kind: "list", elements: expression.elements.map((element) => coerce(element, expected.element)) }
        : expression;
    case "concatenate":
      return expected.kind === "pattern" ? { ...expression, purpose: "pattern" } : expression;
    case "parameter":
    case "carried":
    case "element":
    case "read":
    case "exists":
    case "query":
    case "changed":
    case "not":
    case "and":
    case "or":
    case "any":
    case "arithmetic":
    case "compare":
    case "default":
    case "join":
      return expression;
    default:
      return expression satisfies never;
  }
}

/** The same for a constant. Values that do not fit stay as they are: the checker has reported them. */
export function coerceValue(value: Value, expected: CatalogType): Value {
  if (value.kind === "list" && expected.kind === "list")
    return { kind: "list", elements: value.elements.map((element) => coerceValue(element, expected.element)) };
  if (value.kind !== "string") return value;
  switch (expected.kind) {
    case "path":
      return { kind: "path", value: value.value };
    case "account": {
      const resolved = resolveAccount(value.value);
      return resolved.kind === "sid"
        ? { kind: "account", name: resolved.name, sid: resolved.sid }
        : { kind: "account", name: value.value, sid: undefined };
    }
    case "date":
      return { kind: "date", milliseconds: parseDate(value.value) ?? 0 };
    case "enum":
      return { kind: "enum", member: value.value };
    case "string":
    case "pattern":
    case "registry_path":
    case "endpoint":
    case "powershell":
    case "data":
    case "secret":
    case "int":
    case "bool":
    case "version":
    case "duration":
    case "size":
    case "list":
    case "resource":
      return value;
    default:
      return expected satisfies never;
  }
}
