import { findClosest, listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import type { Property } from "../../resources/catalog/model.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { expectType } from "../expressions/expect-type.ts";
import type { Place } from "../place.ts";
import { makeOptional, toExpected } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { checkLimits } from "../value-checks/limits.ts";
import { checkWildcards } from "../value-checks/paths.ts";

/** What to do with a property that can be read, where nothing better is known. */
export const READING = " Remove it, or ensure what it follows from.";

/** Whose entries a block holds. */
export interface EntryOwner {
  readonly what: "property" | "option";
  /** For messages: `service`, `clear directory`. */
  readonly kind: string;
  readonly properties: readonly Property[];
  /** Prefix of the ids of enums: `service`. */
  readonly id: string;
  /** False for a property that cannot stand here; it says why itself. */
  readonly canBeEntry: (property: Property, entry: EntryNode) => boolean;
  /** What an entry is meant for that is none of the properties, where the owner knows; a sentence after a space. */
  readonly explainUnknown?: (entry: EntryNode) => string | undefined;
  /** What to write instead of a property that can be read alone; a sentence after a space. */
  readonly explainReading?: (name: string, entry: EntryNode) => string | undefined;
  /** What may be none of a thing that is there may be said to be none: of a machine that is described. */
  readonly takesNone?: boolean;
  /** In `ensure` a word that is only seen (`starting`) is wrong. */
  readonly forEnsure: boolean;
}

/** Checks the entries of a block against the properties of its owner (undefined: the owner is unknown and only the values are looked at). */
export function checkEntries(
  context: CheckContext,
  place: Place,
  entries: readonly EntryNode[],
  owner: EntryOwner | undefined,
): ReadonlyMap<string, EntryNode> {
  const given = new Map<string, EntryNode>();
  for (const entry of entries) {
    const name = entry.name.text;
    const first = given.get(name);
    if (first) {
      report(context, "RMD3007", entry.name.span, { name }, { related: [{ message: `'${name}' stands here first.`, span: first.span }] });
    } else {
      given.set(name, entry);
    }
    const property = owner?.properties.find((candidate) => candidate.name === name);
    if (owner && property && owner.canBeEntry(property, entry)) {
      context.entries.set(entry, property);
      checkEntryValue(context, place, entry, property, owner);
      continue;
    }
    if (owner && !property && name !== "") reportUnknownEntry(context, entry, owner);
    if (entry.value.kind !== "name-expression" && entry.value.kind !== "list") checkExpression(context, place, entry.value);
  }
  return given;
}

function checkEntryValue(context: CheckContext, place: Place, entry: EntryNode, property: Property, owner: EntryOwner): void {
  const declared = toExpected(property.type, `${owner.id}.${property.name}`);
  const canBeNone =
    property.optional &&
    (property.role === "means" || owner.takesNone === true) &&
    declared.kind !== "resource-of" &&
    declared.kind !== "list-of";
  const expected: Expected = canBeNone ? makeOptional(declared) : declared;
  const type = expectType(context, property.address ? { ...place, takesAddress: true } : place, entry.value, expected);
  if (type.kind === "error") return;
  checkLimits(context, entry.value, type, property.limits, `'${property.name}' of ${owner.kind}`);
  if (property.type.kind === "path" || (property.type.kind === "list" && property.type.element.kind === "path"))
    checkWildcards(context, entry.value, owner.id, property);
  if (owner.forEnsure && property.role === "state" && declared.kind === "enum") checkEnsurable(context, entry.value, declared);
}

/** A service is seen `starting`, never ensured so. */
function checkEnsurable(context: CheckContext, value: Expression, type: Expected & { readonly kind: "enum" }): void {
  const origin = findOrigin(context, value);
  if (origin.kind !== "name-expression") return;
  const binding = context.bound.bindings.get(origin.name);
  if (binding?.kind === "param" && binding.node.defaultValue && context.symbols.get(origin.name)?.kind === "param") {
    checkEnsurable(context, binding.node.defaultValue, type);
    return;
  }
  const symbol = context.symbols.get(origin.name);
  const member = symbol?.kind === "enum-member" ? type.members.find((candidate) => candidate.name === symbol.name) : undefined;
  if (!member || member.ensurable) return;
  const words = type.members.filter((candidate) => candidate.ensurable).map((candidate) => candidate.name);
  report(context, "RMD3014", origin.span, { name: member.name, type: type.id, members: listChoices(words) });
}

function reportUnknownEntry(context: CheckContext, entry: EntryNode, owner: EntryOwner): void {
  const { name } = entry;
  const names = owner.properties.filter((property) => property.role !== "reading" || !owner.forEnsure).map((property) => property.name);
  const reading = owner.forEnsure ? findReading(name.text, owner) : undefined;
  if (reading !== undefined) {
    report(context, "RMD3006", name.span, { kind: owner.kind, name: reading, hint: owner.explainReading?.(reading, entry) ?? READING });
    return;
  }
  const list = names.length > 0 ? ` Possible here: ${listChoices(names)}.` : " It takes none.";
  const explained = owner.explainUnknown?.(entry);
  const { hint, details } = explained === undefined ? suggestOf(name.text, names, name.span, list) : { hint: explained, details: {} };
  report(context, "RMD3004", name.span, { what: owner.what, kind: owner.kind, name: name.text, hint }, details);
}

/** The property that is meant where it can be read alone: `DisplayName` of a service. */
function findReading(name: string, owner: EntryOwner): string | undefined {
  const closest = findClosest(
    name,
    owner.properties.map((property) => property.name),
  );
  return owner.properties.find((property) => property.name === closest && property.role === "reading")?.name;
}
