import { suggestName } from "../../binder/did-you-mean.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Type } from "../type.ts";
import { describeMembers } from "../types/describe.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** A word that is written as text (`tls("1.2")`): it must be one of those that the catalogue lists, in the same spelling. */
export function checkWord(context: CheckContext, constant: TextToCheck, type: Type & { readonly kind: "enum" }): void {
  if (!constant.isWhole) {
    report(context, "RMD3025", constant.usedAt, { what: "This word" });
    return;
  }
  if (type.members.some((member) => member.name === constant.text)) return;
  const names = type.members.map((member) => member.name);
  const inner = { file: constant.span.file, start: constant.span.start + 1, end: constant.span.end - 1 };
  const { hint, details } = suggestName(constant.text, names, inner);
  report(context, "RMD3015", constant.span, { name: constant.text, type: type.id, members: describeMembers(type), hint }, details);
}
