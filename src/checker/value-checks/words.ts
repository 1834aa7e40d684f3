import { findClosest, suggestName } from "../../binder/did-you-mean.ts";
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
  const meant =
    findByMeaning(constant.text, type) ?? (findClosest(constant.text, names) === undefined ? findInside(constant.text, type) : undefined);
  const { hint, details } =
    meant === undefined
      ? suggestName(constant.text, names, inner)
      : {
          hint: ` Did you mean '${meant}'?`,
          details: { suggestion: { title: `Replace '${constant.text}' by '${meant}'.`, edits: [{ span: inner, text: meant }] } },
        };
  report(context, "RMD3015", constant.span, { name: constant.text, type: type.id, members: describeMembers(type), hint }, details);
}

/** The word that people know by its documentation (`Log on as a service`), or the only one that stands in what was written (`TLS 1.2`). */
function findByMeaning(text: string, type: Type & { readonly kind: "enum" }): string | undefined {
  const plain = text.toLowerCase().replace(/\.$/, "");
  const named = type.members.find(
    (member) =>
      member.documentation
        .split(/(?<=\.)\s/)[0]
        ?.toLowerCase()
        .replace(/\.$/, "") === plain,
  );
  if (named) return named.name;
  const inside = type.members.filter((member) => plain.split(/\s+/).includes(member.name.toLowerCase()));
  return inside.length === 1 ? inside[0]?.name : undefined;
}

/** The only word in which, or in whose documentation, what was written stands (`Berlin` of a time zone). */
function findInside(text: string, type: Type & { readonly kind: "enum" }): string | undefined {
  const plain = simplify(text);
  if (plain.length < 5) return undefined;
  const naming = type.members.filter((member) => simplify(`${member.name}: ${member.documentation}`).includes(plain));
  return naming.length === 1 ? naming[0]?.name : undefined;
}

/** Words alone, in lower case, each between blanks. */
function simplify(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
