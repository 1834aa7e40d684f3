import { listChoices, suggestName, suggestOf } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { EntryNode, RemedyNode } from "../../syntax/file.ts";
import { hasMistake, report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import type { Place } from "../place.ts";
import { stringType } from "../types/operations.ts";
import { checkTargets } from "./targets.ts";

/** What a remedy says of itself, with how each entry is checked. */
const entryChecks: { readonly [name: string]: (context: CheckContext, place: Place, entry: EntryNode) => void } = {
  title: (context, place, entry) => void expectType(context, place, entry.value, stringType),
  version: (context, place, entry) => void expectType(context, place, entry.value, { kind: "version" }),
  publisher: (context, place, entry) => void expectType(context, place, entry.value, stringType),
  targets: (context, _place, entry) => checkTargets(context, entry),
  context: (context, _place, entry) => checkContextWord(context, entry),
};

/** The title stands in reports, the version in the output and in the marks (Semantics 8). Without targets the remedy is built as a standalone script. */
const requiredEntries = ["title", "version"] as const;

const contexts = ["system", "user"] as const;

/** Checks the metadata of a remedy: known entries, each once, those that must be there. */
export function checkMetadata(context: CheckContext, place: Place, remedy: RemedyNode): void {
  const given = new Map<string, EntryNode>();
  for (const member of remedy.members) {
    if (member.kind !== "entry" || member.name.text === "") continue;
    const name = member.name.text;
    const check = Object.hasOwn(entryChecks, name) ? entryChecks[name] : undefined;
    const first = given.get(name);
    if (!check) {
      const known = Object.keys(entryChecks);
      const { hint, details } = suggestOf(name, known, member.name.span, ` A remedy says ${listChoices(known)}.`);
      report(context, "RMD4117", member.name.span, { name, hint }, details);
    } else if (first) {
      report(context, "RMD3007", member.name.span, { name }, { related: [{ message: `'${name}' stands here first.`, span: first.span }] });
    } else {
      given.set(name, member);
      check(context, place, member);
    }
  }
  // A mistake before the first step may be the entry that lacks.
  const end = remedy.members.find((member) => member.kind === "step" || member.kind === "let")?.span.start ?? remedy.span.end;
  const head = { ...remedy.span, end: Math.max(remedy.name.span.end, end - 1) };
  const missing = requiredEntries.filter((name) => !given.has(name)).map((name) => `'${name}'`);
  if (missing.length > 0 && remedy.name.text !== "" && !hasMistake(context, head, /^RMD(?:1|4117)/))
    report(context, "RMD4116", remedy.name.span, { remedy: remedy.name.text, missing: missing.join(", ") });
}

/** Whether a remedy runs as the person who is signed in (`context: user`). */
export function runsAsUser(remedy: RemedyNode): boolean {
  return remedy.members.some((member) => member.kind === "entry" && member.name.text === "context" && readWord(member.value) === "user");
}

function checkContextWord(context: CheckContext, entry: EntryNode): void {
  const word = readWord(entry.value);
  if (word === undefined && entry.value.kind === "missing") return;
  if (contexts.some((candidate) => candidate === word)) return;
  const name = word ?? getSpanText(entry.value.span);
  const { hint, details } = suggestName(name, contexts, entry.value.span);
  report(context, "RMD3015", entry.value.span, { name, type: "context", members: listChoices(contexts), hint }, details);
}

function readWord(expression: Expression): string | undefined {
  return expression.kind === "name-expression" ? expression.name.text : undefined;
}
