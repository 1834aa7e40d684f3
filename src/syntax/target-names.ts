import type { Expression } from "./expressions.ts";
import type { RemedyNode } from "./file.ts";

/** The targets that a remedy names, as written: `standalone`, `intune.remediation`. The checker has reported what is no target. */
export function getTargetNames(remedy: RemedyNode): string[] {
  const entry = remedy.members.find((member) => member.kind === "entry" && member.name.text === "targets");
  if (entry?.kind !== "entry" || entry.value.kind !== "list") return ["standalone"];
  return entry.value.elements.flatMap((element) => dottedName(element) ?? []);
}

/** `intune.remediation` as one word; undefined for anything but names joined by dots. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === "name-expression") return expression.name.text;
  if (expression.kind !== "member") return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name.text}`;
}
