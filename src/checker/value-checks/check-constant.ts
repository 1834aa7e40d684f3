import type { Expression } from "../../syntax/expressions.ts";
import { findConstantText, findListedValues, findOrigin, isKeyJoin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { needUser } from "../narrowing/user-access.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { checkAccount } from "./accounts.ts";
import { checkDate } from "./dates.ts";
import { checkEndpoint } from "./endpoints.ts";
import { checkPath } from "./paths.ts";
import { checkPattern } from "./patterns.ts";
import { checkRegistryPath } from "./registry-paths.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";
import { checkWord } from "./words.ts";

type Check<K> = (context: CheckContext, constant: TextToCheck, type: Type & { readonly kind: K }) => void;

/** What is asked of a constant text that becomes a value of a type; undefined where any text will do, or none can stand. */
const checks: { readonly [K in Type["kind"]]: Check<K> | undefined } = {
  path: checkPath,
  registry_path: checkRegistryPath,
  account: checkAccount,
  endpoint: checkEndpoint,
  pattern: checkPattern,
  date: checkDate,
  // looked at above and below, with more than its text
  enum: undefined,
  list: undefined,
  optional: undefined,
  powershell: undefined,
  string: undefined,
  data: undefined,
  secret: undefined,
  int: undefined,
  bool: undefined,
  version: undefined,
  duration: undefined,
  size: undefined,
  resource: undefined,
  none: undefined,
  error: undefined,
};

/** Looks at what an expression is worth where it becomes a path, an account, a pattern and the like, if that is known when compiling. */
export function checkConstant(context: CheckContext, place: Place, expression: Expression, type: Type): void {
  if (type.kind === "enum" && type.members.some((member) => member.registryKey !== undefined)) {
    checkPlaceWord(context, place, expression, type);
    return;
  }
  // a word is what it says, whatever else has its name
  if (type.kind === "enum" && expression.kind === "name-expression" && context.symbols.get(expression.name)?.kind === "enum-member") return;
  if (type.kind === "powershell" || (type.kind === "list" && type.element.kind === "powershell")) {
    context.code.add(expression);
    return;
  }
  const check = checks[type.kind] as ((context: CheckContext, constant: TextToCheck, type: Type) => void) | undefined;
  const needsConstant = type.kind === "pattern" || type.kind === "date" || (type.kind === "enum" && type.quoted === true);
  if (!check && !needsConstant) return;
  const origin = findOrigin(context, expression);
  const listed = findListedValues(context, origin);
  if (listed) {
    for (const value of listed) checkConstant(context, place, value, type);
    return;
  }
  if (origin.kind === "binary" && origin.operator === "??" && !needsConstant) {
    checkConstant(context, place, origin.left, type);
    checkConstant(context, place, origin.right, type);
    return;
  }
  if (origin.kind !== "string" && !(type.kind === "registry_path" && isKeyJoin(context, origin))) {
    if (needsConstant && isPlainText(context, origin))
      report(context, "RMD3025", expression.span, {
        what: type.kind === "pattern" ? "A regular expression" : type.kind === "date" ? "A date" : "This word",
      });
    return;
  }
  const text = findConstantText(context, origin, unknownPart);
  if (text === undefined) return;
  const constant = { text, isWhole: !text.includes(unknownPart), span: origin.span, usedAt: expression.span, place };
  if (type.kind === "enum") checkWord(context, constant, type);
  else check?.(context, constant, type);
}

/** A word that stands for a registry key: it must be known when compiling, and one in HKCU needs a person. */
function checkPlaceWord(context: CheckContext, place: Place, expression: Expression, type: Type & { readonly kind: "enum" }): void {
  const origin = findOrigin(context, expression);
  const listed = findListedValues(context, origin);
  if (listed) {
    for (const value of listed) checkPlaceWord(context, place, value, type);
    return;
  }
  const symbol = origin.kind === "name-expression" ? context.symbols.get(origin.name) : undefined;
  if (symbol?.kind !== "enum-member") {
    report(context, "RMD3025", expression.span, { what: "This word" });
    return;
  }
  const key = type.members.find((member) => member.name === symbol.name)?.registryKey ?? "";
  if (/^HKCU\\/i.test(key)) needUser(context, place.user, { kind: "hive", text: symbol.name, span: origin.span }, expression.span);
}

/** A text that is known only later, where the place needs one that is known now. A parameter of the type itself is fine. */
function isPlainText(context: CheckContext, origin: Expression): boolean {
  switch (origin.kind) {
    case "name-expression": {
      const binding = context.bound.bindings.get(origin.name);
      if (binding?.kind === "element") return context.elementTypes.get(binding.node)?.kind === "string";
      if (binding?.kind === "param" || binding?.kind === "formal") {
        const declared = context.formalTypes.get(binding.node);
        return (declared?.kind === "optional" ? declared.of : declared)?.kind === "string";
      }
      return false;
    }
    case "member":
    case "call":
    case "binary":
      return true;
    case "string":
    case "integer":
    case "version":
    case "duration":
    case "size":
    case "boolean":
    case "none":
    case "missing":
    case "parenthesized":
    case "list":
    case "not":
    case "quantified":
      return false;
    default:
      return origin satisfies never;
  }
}
