import { listChoices, suggestName } from "../../binder/did-you-mean.ts";
import { kindChecks } from "../../generated/kind-checks.ts";
import type { ResourceKind } from "../../resources/catalog/model.ts";
import type { ActionNode } from "../../syntax/actions.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import { getResourceKind } from "../expressions/members.ts";
import type { Place } from "../place.ts";
import { checkEntries } from "./entries.ts";

/** A verb and its object: the kind must offer the verb, and it must be one for this place. */
export function checkAction(context: CheckContext, place: Place, statement: ActionNode): void {
  const kind = getResourceKind(expectType(context, place, statement.object, { kind: "resource-of", names: undefined }));
  const verb = kind?.verbs.find((candidate) => candidate.name === statement.verb.text);
  if (!verb) {
    if (kind && statement.verb.text !== "") reportUnknownVerb(context, statement, kind);
    checkEntries(context, place, statement.entries, undefined);
    return;
  }
  context.verbs.set(statement, verb);
  if (verb.use === "failure" && place.zone !== "failure") report(context, "RMD4108", statement.verb.span, { verb: verb.name });
  const given = checkEntries(context, place, statement.entries, {
    what: "option",
    kind: `${verb.name} ${kind?.name ?? ""}`,
    properties: verb.options,
    id: `${kind?.name ?? ""}.${verb.name}`,
    canBeEntry: () => true,
    forEnsure: false,
  });
  reportKeysAgain(context, statement, given);
  kindChecks[kind?.name ?? ""]?.checkUse?.(context, statement.object, { verb: verb.name, options: [...given.keys()] });
  const missing = verb.options
    .filter((option) => !option.optional && option.defaultValue === undefined && !given.has(option.name))
    .map((option) => `'${option.name}'`);
  if (missing.length > 0)
    report(context, "RMD3008", statement.span, {
      what: `${verb.name} ${kind?.name ?? ""}`,
      missing: `the option ${missing.join(" and ")}`,
    });
}

/** An option may be a key of the kind as well (`arguments` of a program): what is said of the thing and said again is a mistake. */
function reportKeysAgain(context: CheckContext, statement: ActionNode, given: ReadonlyMap<string, EntryNode>): void {
  const object = findOrigin(context, statement.object);
  if (object.kind !== "call") return;
  for (const argument of object.arguments) {
    const option = argument.kind === "named-argument" ? given.get(argument.name.text) : undefined;
    if (!option) continue;
    const related = [{ message: "It is given here first.", span: argument.span }];
    report(context, "RMD3011", option.name.span, { name: option.name.text, what: `'${statement.verb.text}'` }, { related });
  }
}

function reportUnknownVerb(context: CheckContext, statement: ActionNode, kind: ResourceKind): void {
  const { verb } = statement;
  const names = kind.verbs.map((candidate) => candidate.name);
  const fallback =
    names.length > 0
      ? ` It can ${listChoices(names)}.`
      : kind.ensure === "none"
        ? ""
        : ` Say what it is to be: 'ensure ${kind.name}(…) …'.`;
  const { hint, details } = suggestName(verb.text, names, verb.span, fallback);
  report(context, "RMD4107", verb.span, { verb: verb.text, kind: kind.name, hint }, details);
}
