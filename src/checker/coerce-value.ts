import { resolveAccount } from "../accounts/accounts.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";
import { parseDate } from "./values.ts";

/** A constant as a value of a type: a text becomes a path or an account with its SID. Undefined when it cannot be one. */
export function coerceValue(value: Value, type: Type): Value | undefined {
  if (type.kind === "optional") return value.kind === "none" ? value : coerceValue(value, type.of);
  if (type.kind === "error" || type.kind === "data") return value;
  if (type.kind === "list") {
    if (value.kind !== "list") return undefined;
    const elements = value.elements.map((element) => coerceValue(element, type.element));
    return elements.every((element) => element !== undefined) ? { kind: "list", elements } : undefined;
  }
  if (value.kind === "path" && type.kind === "string") return { kind: "string", value: value.value };
  if (value.kind !== "string") return isOfType(value, type) ? value : undefined;
  switch (type.kind) {
    case "path":
      return { kind: "path", value: value.value };
    case "account": {
      const resolved = resolveAccount(value.value);
      return {
        kind: "account",
        name: resolved.kind === "sid" ? resolved.name : value.value,
        sid: resolved.kind === "sid" ? resolved.sid : undefined,
      };
    }
    case "enum": {
      const member = type.quoted ? type.members.find((candidate) => candidate.name === value.value) : undefined;
      return member && { kind: "enum", member: member.name };
    }
    case "date": {
      const milliseconds = parseDate(value.value);
      return milliseconds === undefined ? undefined : { kind: "date", milliseconds };
    }
    case "string":
    case "pattern":
    case "registry_path":
    case "endpoint":
    case "powershell":
      return value;
    case "int":
    case "bool":
    case "version":
    case "duration":
    case "size":
    case "secret":
    case "resource":
    case "none":
      return undefined;
    default:
      return type.kind satisfies never;
  }
}

function isOfType(value: Value, type: Type): boolean {
  if (value.kind === "enum") return type.kind === "enum" && type.members.some((member) => member.name === value.member);
  return value.kind === type.kind;
}
