import { listChoices } from "../../binder/did-you-mean.ts";
import type { SimpleTypeName } from "../../resources/catalog/model.ts";
import { dataWords } from "../../resources/catalog/names.ts";
import type { Type } from "../type.ts";
import type { Expected } from "./operations.ts";

const names: Readonly<Record<SimpleTypeName | "none" | "error", string>> = {
  string: "a text",
  int: "a whole number",
  bool: "a condition (true or false)",
  version: "a version",
  duration: "a duration",
  size: "a size",
  date: "a date",
  path: "a path",
  registry_path: "a registry key",
  account: "an account",
  secret: "a secret",
  endpoint: "an endpoint (host:port)",
  pattern: "a regular expression",
  data: dataWords,
  powershell: "PowerShell text",
  none: "none",
  error: "something wrong",
};

/** A type in a sentence, with its article: `a path`, `a list of accounts`, `one of 'running' or 'stopped'`. */
export function describeType(type: Expected): string {
  switch (type.kind) {
    case "enum":
      return `a word for '${type.id}'`;
    case "list":
    case "list-of":
      return `a list (each element ${describeType(type.element)})`;
    case "optional":
      return `${describeType(type.of)} or none`;
    case "resource":
      return `a resource (${type.resourceKind.name})`;
    case "resource-of":
      return type.names === undefined ? "a resource" : `a resource (${listChoices(type.names)})`;
    default:
      return names[type.kind];
  }
}

/** The words that an enum takes, for a message. */
export function describeMembers(type: Type & { readonly kind: "enum" }, ensurable = false): string {
  return listChoices(type.members.filter((member) => !ensurable || member.ensurable).map((member) => member.name));
}
