import { findEndpointMistake } from "../checker/value-checks/endpoints.ts";
import { pathVariables } from "../checker/value-checks/path-variables.ts";
import { findPatternMistake } from "../checker/value-checks/regex/dotnet-pattern.ts";
import type { CatalogType } from "../resources/catalog/model.ts";

/** Reserved in names of files and folders ("Naming Files, Paths, and Namespaces", learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const FORBIDDEN = /[<>:"|\u0000-\u001F]/;

/**
 * Whether a given text may become a path, a registry key, a pattern or an endpoint: what the checker asks of a literal in a remedy is asked of a
 * value from outside as well. `asUser`: the remedy runs as the person who is signed in.
 */
export function isValidText(text: string, kind: CatalogType["kind"], asUser: boolean): boolean {
  switch (kind) {
    case "path":
      return isPath(text, asUser);
    case "registry_path":
      return isRegistryPath(text, asUser);
    case "pattern":
      return findPatternMistake(text) === undefined;
    case "endpoint":
      return findEndpointMistake(text) === undefined;
    case "string":
    case "account":
    case "secret":
    case "data":
    case "powershell":
    case "int":
    case "bool":
    case "version":
    case "duration":
    case "date":
    case "size":
    case "enum":
    case "list":
    case "resource":
      return true;
    default:
      return kind satisfies never;
  }
}

function isPath(text: string, asUser: boolean): boolean {
  const variables = [...text.matchAll(/%([^%\\/]*)%/g)].map((match) => pathVariables.get((match[1] ?? "").toLowerCase()));
  if (variables.some((variable) => !variable || (variable.owner === "user" && !asUser))) return false;
  const rest = text.replace(/%[^%\\/]*%/g, "").replace(/^(?:\\\\[?.]\\)?(?:[A-Za-z]:(?=[\\/]|$))?/, "");
  return text.trim() !== "" && !rest.includes("%") && !FORBIDDEN.test(rest);
}

/** Without `context: user` HKCU would be the hive of SYSTEM (Semantics 17). */
function isRegistryPath(text: string, asUser: boolean): boolean {
  const [hive = "", ...names] = text.split("\\");
  const isKnown = /^(?:HKLM|HKEY_LOCAL_MACHINE|HKU|HKEY_USERS)$/i.test(hive) || (asUser && /^(?:HKCU|HKEY_CURRENT_USER)$/i.test(hive));
  return isKnown && names.every((name) => name !== "" && name.length <= 255 && !name.includes("\0"));
}
