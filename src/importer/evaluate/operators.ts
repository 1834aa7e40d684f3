import type { Constant } from "./conditions.ts";
import { constant, textOf, unknown } from "./values.ts";
import type { Value } from "./values.ts";

/** A comparison of two constants as PowerShell makes it, without regard to case; undefined for what it does not know. */
export function compareConstants(operator: string, left: Constant, right: Constant): boolean | undefined {
  if (operator === "like") return typeof right === "string" ? wildcardPattern(right).test(String(left)) : undefined;
  if (operator === "eq") {
    if (left === null || right === null) return left === right;
    if (typeof left === "number") return left === Number(right);
    if (typeof left === "boolean") return left === (right !== false && right !== 0 && right !== "");
    return left.toLowerCase() === String(right).toLowerCase();
  }
  const [a, b] =
    typeof left === "number" || (left !== null && left !== "" && !Number.isNaN(Number(left)))
      ? [Number(left), Number(right)]
      : [Number.NaN, Number.NaN];
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  switch (operator) {
    case "gt":
      return a > b;
    case "ge":
      return a >= b;
    case "lt":
      return a < b;
    case "le":
      return a <= b;
    default:
      return undefined;
  }
}

/** `*` and `?` as PowerShell's -like has them. */
function wildcardPattern(text: string): RegExp {
  return new RegExp(
    `^${text
      .replace(/[.+^$(){}|\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  );
}

/** `'{0} of {1}' -f a, b`. */
export function formatText(format: Value, args: Value): Value {
  const text = textOf(format);
  const texts = (args.kind === "list" ? args.items : [args]).map(textOf);
  if (text === undefined || texts.some((given) => given === undefined)) return unknown("a text that is known on the device only");
  return constant(
    text
      .replace(/\{(\d+)(?::[^}]*)?\}/g, (_, index: string) => texts[Number(index)] ?? "")
      .replaceAll("{{", "{")
      .replaceAll("}}", "}"),
  );
}

/** A folder and what lies in it, with one backslash between them. */
export function joinPath(folder: string, name: string): string {
  return `${folder.replace(/[\\/]+$/, "")}\\${name.replace(/^[\\/]+/, "")}`;
}
