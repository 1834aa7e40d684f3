import { getSpanText } from "../../source/source-file.ts";
import type { CallExpression, MemberExpression } from "../../syntax/expressions.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import type { Type } from "../type.ts";
import { errorType, pathType, secretType, stringType } from "../types/operations.ts";
import { expectType } from "./expect-type.ts";

/** `secret.env("NAME")`, `secret.dpapi('path')`: a reference that is read on the device. Its own name must be known when compiling. */
export function checkSecret(context: CheckContext, place: Place, expression: CallExpression, callee: MemberExpression): Type {
  const store = callee.name.text;
  const [argument] = expression.arguments;
  if ((store !== "env" && store !== "dpapi") || expression.arguments.length !== 1 || argument?.kind !== "positional-argument") {
    report(context, "RMD3023", expression.span, { text: getSpanText(expression.span) });
    return errorType;
  }
  const type = expectType(context, place, argument.value, store === "env" ? stringType : pathType);
  if (type.kind === "error") return errorType;
  const name = findConstantText(context, argument.value);
  if (name === undefined) {
    report(context, "RMD3025", argument.span, { what: "The name of a secret" });
    return errorType;
  }
  // A variable's name may hold anything but '=' and NUL (SetEnvironmentVariableW); an empty one names nothing.
  if (store === "env" && (name === "" || /[=\0]/.test(name))) {
    report(context, "RMD3024", argument.span, { name });
    return errorType;
  }
  context.resolutions.set(expression, { kind: "secret", store, argument: argument.value });
  return secretType;
}
