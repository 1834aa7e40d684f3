import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { targetNames } from "../../targets/targets.ts";
import { hasMistake, report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/** Checks `targets: [standalone, intune.remediation]`: bare words with dots, each known, each once. */
export function checkTargets(context: CheckContext, entry: EntryNode): void {
  if (entry.value.kind === "missing") return;
  if (entry.value.kind !== "list") {
    const text = getSpanText(entry.value.span);
    const suggestion = { title: "Write it in brackets.", edits: [{ span: entry.value.span, text: `[${text}]` }] };
    report(
      context,
      "RMD3001",
      entry.value.span,
      { expected: "a list of targets", found: `'${text}'`, hint: ` Write '[${text}]'.` },
      { suggestion },
    );
    return;
  }
  const seen = new Map<string, Expression>();
  for (const element of entry.value.elements) {
    if (element.kind === "missing") continue;
    const name = readTarget(element);
    // `[scheduled-task]`: the sign between its words has been told.
    if ((name === undefined || !isKnown(name)) && hasMistake(context, entry.value.span, /^RMD1/)) continue;
    if (name === undefined || !isKnown(name)) {
      const text = name ?? getSpanText(element.span).replace(/^["']|["']$/g, "");
      const list = ` Targets are ${targetNames.map((target) => `'${target}'`).join(", ")}.`;
      const isQuoted = targetNames.some((target) => target === text);
      const { hint, details } = isQuoted
        ? {
            hint: " Write it without quotes.",
            details: { suggestion: { title: "Remove the quotes.", edits: [{ span: element.span, text }] } },
          }
        : suggestOf(text, targetNames, element.span, list);
      report(context, "RMD4118", element.span, { name: name ?? getSpanText(element.span), hint }, details);
      continue;
    }
    const first = seen.get(name);
    if (first)
      report(context, "RMD4119", element.span, { name }, { related: [{ message: `'${name}' stands here first.`, span: first.span }] });
    seen.set(name, element);
  }
  if (entry.value.elements.length === 0)
    report(context, "RMD4118", entry.value.span, { name: "[]", hint: ` Name at least one of ${listChoices([...targetNames])}.` });
}

function isKnown(name: string): boolean {
  return targetNames.some((target) => target === name);
}

/** `intune.remediation` as one word. */
function readTarget(expression: Expression): string | undefined {
  if (expression.kind === "name-expression") return expression.name.text;
  if (expression.kind !== "member") return undefined;
  const object = readTarget(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name.text}`;
}
