import { findClosest, listChoices } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Property, ResourceKind } from "../../resources/catalog/model.ts";
import { kindChecks } from "../../generated/kind-checks.ts";
import { givenWords } from "../../generated/kind-given-words.ts";
import type { EntryNode, StateNode } from "../../syntax/file.ts";
import { report, reportLack } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import { getResourceKind } from "../expressions/members.ts";
import type { StateUse } from "../kind-checks.ts";
import type { Place } from "../place.ts";
import { checkEntries, READING } from "./entries.ts";
import { checkWholeSelection } from "./whole-selection.ts";

/** Checks `resource [absent|present] { … }` against its kind. */
export function checkState(context: CheckContext, place: Place, state: StateNode, use: StateUse): void {
  const before = context.braces.names;
  context.braces.names = state.entries.map((entry) => entry.name.text);
  const here = use === "given" ? { ...place, takesAddress: true } : place;
  const kind = getResourceKind(expectType(context, here, state.resource, { kind: "resource-of", names: undefined }));
  context.braces.names = before;
  if (!kind) {
    checkEntries(context, place, state.entries, undefined);
    return;
  }
  context.stateKinds.set(state, kind);
  if (use === "ensure" && kind.ensure === "none") {
    const hint =
      kind.verbs.length > 0
        ? ` Inside 'fix { … }' it can be told to ${kind.verbs.map((verb) => `'${verb.name}'`).join(", ")}.`
        : " It can only be read.";
    report(context, "RMD4101", state.resource.span, { kind: kind.name, hint });
    checkEntries(context, place, state.entries, undefined);
    return;
  }
  if (state.presence !== undefined && kind.ensure === "state") {
    const [example, ...others] = kind.properties.filter(({ role }) => role === "state").map(({ name }) => name);
    report(context, "RMD4102", state.presenceSpan ?? state.span, {
      kind: kind.name,
      word: state.presence,
      example: example ?? "",
      hint: others.length === 0 ? "" : ` It also has ${others.map((name) => `'${name}'`).join(", ")}.`,
    });
  }
  const given = checkEntries(context, place, state.entries, {
    what: "property",
    kind: kind.name,
    properties: use === "given" ? withGivenWords(kind) : kind.properties,
    id: kind.name,
    takesNone: use === "given",
    forEnsure: use === "ensure",
    canBeEntry: (property, entry) => canStand(context, state, kind, property, entry, use),
    explainUnknown: (entry) => explainEntry(state, kind, entry),
    explainReading: (name, entry) => explainReading(state, kind, name, entry),
  });
  kindChecks[kind.name]?.checkState?.(context, { state, given, use });
  if (use === "ensure") checkEnsured(context, place, state, kind, given);
  else checkWholeSelection(context, state, kind, use);
}

/** What is written in braces and stands elsewhere: whether the thing is there (`Ensure: Absent`), and what names it (`ValueName: "x"`). */
function explainEntry(state: StateNode, kind: ResourceKind, { name, value }: EntryNode): string | undefined {
  const resource = getSpanText(state.resource.span);
  const written = getSpanText(value.span).replace(/^["']|["']$/g, "");
  if (kind.ensure === "presence" && isPresence(name.text, written, kind)) {
    const word = written === "true" ? (findPresence(name.text.toLowerCase()) ?? "present") : (findPresence(written) ?? "absent");
    return ` Whether it is there stands before the braces: 'ensure ${resource} ${word}'.`;
  }
  if (kind.properties.some((property) => findClosest(name.text, [property.name]) !== undefined)) return undefined;
  const key =
    findClosest(
      name.text,
      kind.keys.map((candidate) => candidate.name),
    ) ?? name.text;
  if (!kind.keys.some((candidate) => candidate.name === key)) return undefined;
  return ` '${key}' says which one, and stands in the parentheses: ${kind.name}(${key}: ${getSpanText(value.span)}).`;
}

/** `package("x") { version: 2.0 }`: what can be read of several is filtered by. */
function explainReading(state: StateNode, kind: ResourceKind, name: string, { value }: EntryNode): string | undefined {
  if (!kind.selection) return undefined;
  const resource = getSpanText(state.resource.span);
  const operator = value.kind === "version" ? ">=" : "==";
  return resource.endsWith(")")
    ? ` Filter by it: 'ensure ${resource.slice(0, -1)}, ${name} ${operator} ${getSpanText(value.span)}) present'.`
    : undefined;
}

/** `Ensure: …`, `present: true`; `state: stopped` of what has no states is gone when it is stopped. */
function isPresence(name: string, value: string, kind: ResourceKind): boolean {
  const words = ["ensure", "absent", "present"];
  if (words.includes(name) || findClosest(name, words) !== undefined) return true;
  const hasState = kind.properties.some((property) => property.name === "state");
  return !hasState && /^(?:state|status)$/i.test(name) && /^(?:stopped|absent|closed|ended|killed|terminated)$/i.test(value);
}

function findPresence(value: string): string | undefined {
  const words = ["absent", "present"];
  return words.includes(value) ? value : findClosest(value, words);
}

/** A machine can be described with more than a remedy can ask for: how a service behaves, what is wrong with an installer. */
function withGivenWords(kind: ResourceKind): readonly Property[] {
  const words = (givenWords[kind.name] ?? []).map(({ name, type, documentation }): Property => ({
    name,
    role: "reading",
    type,
    optional: true,
    defaultValue: undefined,
    documentation,
    limits: {},
  }));
  return [...kind.properties.filter((property) => !words.some((word) => word.name === property.name)), ...words];
}

function canStand(
  context: CheckContext,
  state: StateNode,
  kind: ResourceKind,
  property: Property,
  entry: EntryNode,
  use: StateUse,
): boolean {
  if (use === "ensure") {
    if (property.role === "reading") {
      report(context, "RMD3006", entry.name.span, {
        kind: kind.name,
        name: property.name,
        hint: explainReading(state, kind, property.name, entry) ?? READING,
      });
      return false;
    }
    if (state.presence === "absent" && property.role === "state") {
      report(context, "RMD4104", entry.name.span, { name: property.name, text: getSpanText(state.resource.span) });
      return false;
    }
    if (property.only !== undefined && property.only !== (state.presence ?? "present")) {
      report(context, "RMD4126", entry.name.span, { name: property.name, word: property.only, text: getSpanText(state.resource.span) });
      return false;
    }
    return true;
  }
  if (state.presence === "absent") {
    report(context, "RMD4124", entry.name.span, { name: property.name, text: getSpanText(state.resource.span) });
    return false;
  }
  if (property.role === "means") {
    report(context, "RMD4123", entry.name.span, { kind: kind.name, name: property.name });
    return false;
  }
  return true;
}

function checkEnsured(
  context: CheckContext,
  place: Place,
  state: StateNode,
  kind: ResourceKind,
  given: ReadonlyMap<string, EntryNode>,
): void {
  if (saysNothing(context, state, kind)) {
    const text = getSpanText(state.resource.span);
    const hint = explainNothing(state, kind);
    const end = { file: state.span.file, start: state.resource.span.end, end: state.resource.span.end };
    const suggestion = { title: "Write 'present'.", edits: [{ span: end, text: " present" }] };
    reportLack(context, state.span, "RMD4103", state.span, { text, hint }, kind.ensure === "presence" ? { suggestion } : {});
    return;
  }
  if (state.presence !== "absent") checkMissingMeans(context, state, kind, given);
  checkSource(context, kind, given);
  if (place.zone !== "scenario") checkWholeSelection(context, state, kind, "ensure");
}

/** What is missing where only means stand in the braces, or nothing at all. */
function explainNothing(state: StateNode, kind: ResourceKind): string {
  const means = state.entries.map((entry) => `'${entry.name.text}'`);
  if (means.length === 0)
    return kind.ensure === "presence" ? " Write 'present', 'absent' or '{ … }' after it." : " Write '{ … }' after it.";
  const states = kind.properties.filter((property) => property.role === "state").map((property) => property.name);
  return ` ${means.join(" and ")} ${means.length === 1 ? "says" : "say"} how, not what. Write what it should be: ${listChoices(states)}.`;
}

/** A word or a block says what should be; means alone say that it is there, where that can be said of the kind (Semantics 12). Kinds without any state (`script`) have nothing else. */
function saysNothing(context: CheckContext, state: StateNode, kind: ResourceKind): boolean {
  if (state.presence !== undefined || kind.ensure === "presence") return state.presence === undefined && state.entries.length === 0;
  if (state.entries.length === 0) return true;
  if (!kind.properties.some((property) => property.role === "state")) return false;
  return state.entries.every((entry) => context.entries.get(entry)?.role === "means");
}

/** Means without `?` must be given. */
function checkMissingMeans(context: CheckContext, state: StateNode, kind: ResourceKind, given: ReadonlyMap<string, EntryNode>): void {
  const isMissing = (property: Property): boolean =>
    property.role === "means" && !property.optional && property.defaultValue === undefined && !given.has(property.name);
  if (!kind.properties.some(isMissing)) return;
  const missing = kind.properties.filter(isMissing);
  const names = missing.map((property) => `'${property.name}'`).join(" and ");
  const { reportMissing } = kindChecks[kind.name] ?? {};
  if (reportMissing) reportMissing(context, state.resource.span, names);
  else report(context, "RMD3008", state.resource.span, { what: getSpanText(state.resource.span), missing: names });
}

/** What is run as SYSTEM must be known by its signer or its hash (SCRIPTS, Security rule 6). */
function checkSource(context: CheckContext, kind: ResourceKind, given: ReadonlyMap<string, EntryNode>): void {
  const source = given.get("source");
  if (!source || given.has("signed_by") || given.has("sha256")) return;
  const canVerify = ["signed_by", "sha256"].every((name) =>
    kind.properties.some((property) => property.name === name && property.role === "means"),
  );
  if (canVerify) report(context, "RMD4106", source.span, { text: `source: ${getSpanText(source.value.span)}` });
}
