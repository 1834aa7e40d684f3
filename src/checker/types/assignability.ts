import type { Type } from "../type.ts";
import type { Expected } from "./operations.ts";

/** Types that a text becomes where they are expected: constants are checked when compiling, the others on the device. */
const fromText: ReadonlySet<string> = new Set(["path", "registry_path", "account", "endpoint", "pattern", "powershell", "data", "date"]);
/** Types that registry data is read as, with a check on the device. */
const fromData: ReadonlySet<string> = new Set(["string", "path", "int", "bool"]);
const fromPath: ReadonlySet<string> = new Set(["string", "data"]);

/**
 * Whether a value of one type may stand where another is expected. `T` stands for `T?`; a text for path, account, registry key, endpoint,
 * pattern, and for a word that is written as text; a number, a condition, a text or a list of texts for registry data, and registry data for these.
 */
export function isAssignable(from: Type, to: Expected): boolean {
  if (from.kind === "error" || to.kind === "error") return true;
  if (to.kind === "optional") return from.kind === "none" || isAssignable(from.kind === "optional" ? from.of : from, to.of);
  if (to.kind === "resource-of") return from.kind === "resource" && (to.names === undefined || to.names.includes(from.resourceKind.name));
  if (to.kind === "resource") return from.kind === "resource" && from.resourceKind === to.resourceKind;
  if (to.kind === "enum") return from.kind === "enum" ? from.id === to.id : from.kind === "string" && to.quoted === true;
  if (to.kind === "list" || to.kind === "list-of") return from.kind === "list" && isAssignable(from.element, to.element);
  switch (from.kind) {
    case "string":
      return to.kind === "string" || fromText.has(to.kind);
    case "path":
      return to.kind === "path" || fromPath.has(to.kind);
    case "data":
      return to.kind === "data" || fromData.has(to.kind);
    case "int":
    case "bool":
      return to.kind === from.kind || to.kind === "data";
    case "list":
      return to.kind === "data" && isAssignable(from.element, { kind: "string" });
    default:
      return from.kind === to.kind;
  }
}
