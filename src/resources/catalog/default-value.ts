import type { CatalogType } from "./model.ts";

/** Why a text cannot be the default of a type, in remedy syntax; undefined when it can. Accounts, secrets and resources have no defaults. */
export function findDefaultFault(text: string, type: CatalogType, oneOf: readonly number[] | undefined): string | undefined {
  const expected = describe(type, oneOf);
  if (expected === undefined) return "a value of this type has no default";
  const fits = type.kind === "list" ? /^\[.*\]$/s.test(text) : fitsScalar(text, type, oneOf);
  return fits ? undefined : `'${text}' is not ${expected}`;
}

function fitsScalar(text: string, type: CatalogType, oneOf: readonly number[] | undefined): boolean {
  switch (type.kind) {
    case "duration":
      return /^\d+(ms|s|m|h|d)$/.test(text);
    case "size":
      return /^\d+(KB|MB|GB|TB)$/.test(text);
    case "int":
      return /^-?\d+$/.test(text) && (oneOf === undefined || oneOf.includes(Number(text)));
    case "bool":
      return text === "true" || text === "false";
    case "version":
      return /^\d+(\.\d+){1,3}$/.test(text);
    case "enum":
      return type.members.some((member) => member.ensurable && (type.quoted ? JSON.stringify(member.name) : member.name) === text);
    default:
      return /^("([^"\\$]|\\.)*"|'[^'\r\n]*')$/.test(text);
  }
}

function describe(type: CatalogType, oneOf: readonly number[] | undefined): string | undefined {
  switch (type.kind) {
    case "duration":
      return "a length of time such as 30s";
    case "size":
      return "a size such as 4GB";
    case "int":
      return oneOf ? `one of ${oneOf.join(", ")}` : "a whole number";
    case "bool":
      return "true or false";
    case "version":
      return "a version such as 4.7.1";
    case "enum":
      return `one of ${type.members
        .filter((member) => member.ensurable)
        .map((member) => member.name)
        .join(", ")}`;
    case "list":
      return "a list such as [1, 2]";
    case "string":
    case "path":
    case "registry_path":
    case "endpoint":
    case "pattern":
    case "powershell":
      return "a text in quotes";
    case "date":
    case "account":
    case "secret":
    case "data":
    case "resource":
      return undefined;
    default:
      return unreachable(type);
  }
}

function unreachable(type: never): never {
  throw new Error(`type ${JSON.stringify(type)} is unknown`);
}
