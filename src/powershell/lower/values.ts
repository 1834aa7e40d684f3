import type { Value } from "../../checker/value.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { PsExpression } from "../ast.ts";
import { psLiteral, psPositional, psVariable } from "../ast.ts";
import {
  booleanLiteral,
  dateLiteral,
  durationLiteral,
  integerLiteral,
  nullLiteral,
  sizeLiteral,
  stringLiteral,
  versionLiteral,
} from "../literals.ts";
import { call, loopVariable, lowerShared, text } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { lowerExpandedPath } from "./paths.ts";

/** A constant as PowerShell. `type` is what the place expects: registry paths and source text need it. */
export function lowerValue(value: Value, type: CatalogType | undefined, context: LowerContext): PsExpression {
  switch (value.kind) {
    case "none":
      return psLiteral(nullLiteral);
    case "string":
      if (type?.kind === "registry_path") return lowerRegistryPath(value.value, context);
      if (type?.kind === "powershell") return { kind: "block", body: [{ kind: "verbatim", lines: value.value.split(/\r?\n/) }] };
      if (type?.kind === "path") return lowerPath(value.value, context);
      return lowerText(value.value, context);
    case "path":
      return lowerPath(value.value, context);
    case "int":
      return psLiteral(integerLiteral(value.value));
    case "bool":
      return psLiteral(booleanLiteral(value.value));
    case "version":
      return psLiteral(versionLiteral(value.parts));
    case "duration":
      return psLiteral(durationLiteral(value.milliseconds));
    case "date":
      return psLiteral(dateLiteral(value.milliseconds));
    case "size":
      return psLiteral(sizeLiteral(value.bytes));
    case "enum": {
      const key = type?.kind === "enum" ? type.members.find((member) => member.name === value.member)?.registryKey : undefined;
      return key === undefined ? text(value.member) : lowerRegistryPath(key, context, "HKU");
    }
    case "account":
      if (value.sid === undefined) return call(context, "Resolve-Account", psPositional(text(value.name)));
      context.accounts.set(value.sid, value.name);
      return text(value.sid);
    case "secret":
      if (value.store === "env") context.secrets.add(value.name);
      return text(`${value.store}:${value.name}`);
    case "list": {
      const element = type?.kind === "list" ? type.element : undefined;
      return { kind: "array", elements: value.elements.map((inner) => lowerValue(inner, element, context)) };
    }
    default:
      return unreachable(value);
  }
}

/** `%Variables%` are expanded on the device, by .NET's folders and never by the environment. */
function lowerPath(path: string, context: LowerContext): PsExpression {
  return path.includes("%") ? lowerShared(context, path, true, lowerExpandedPath(path, context)) : lowerText(path, context);
}

function lowerText(value: string, context: LowerContext): PsExpression {
  return lowerShared(context, value, false, text(value));
}

/** Inside `each … in profile()` HKCU is the person's hive below HKEY_USERS (Semantics 17). */
export function lowerRegistryPath(path: string, context: LowerContext, users = "HKEY_USERS"): PsExpression {
  const user = context.loops.findLast((loop) => loop.profile);
  const rest = /^(?:HKCU|HKEY_CURRENT_USER)(\\.*|)$/i.exec(path)?.[1];
  if (!user || rest === undefined) return text(path);
  const hive: PsExpression = { kind: "member", object: psVariable(loopVariable(user.variable)), name: "Hive" };
  return { kind: "join", parts: [text(`${users}\\`), hive, psLiteral(stringLiteral(rest))] };
}

/** `[ordered]@{ … }` or `@{ … }` entries keyed by literals. */
export function literalKey(key: string): { readonly kind: "literal"; readonly text: ReturnType<typeof stringLiteral> } {
  return { kind: "literal", text: stringLiteral(key) };
}

function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
