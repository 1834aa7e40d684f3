import { CompletionItemKind } from "vscode-languageserver-types";
import { pathVariables } from "../../checker/value-checks/path-variables.ts";
import type { Type } from "../../checker/type.ts";
import { toType } from "../../checker/types/operations.ts";
import type { ResourceKind } from "../../resources/catalog/model.ts";
import type { Reference } from "../cursor.ts";
import { resolveKind, resolveReference } from "../names-in-scope.ts";
import { wellKnownKeys } from "../well-known/registry-keys.ts";
import { wellKnownServices } from "../well-known/services.ts";
import type { Choice, CompletionContext } from "./complete.ts";
import { listAccounts } from "./values.ts";

/** What a text in quotes may be. */
export function listTexts(context: CompletionContext): Choice[] {
  const { cursor, importable } = context;
  const escape = cursor.quotes === "raw" ? (text: string) => text : (text: string) => text.replaceAll("\\", "\\\\");
  const typed = cursor.list.tokens.length === 0 ? "" : typedIn(context);
  const choices = (): readonly Choice[] => {
    if (cursor.wanted.kind === "import") return importable.map((label) => ({ label, kind: CompletionItemKind.File }));
    const place = findPlace(context);
    if (!place) return [];
    const { type, kind, name } = place;
    if (kind?.name === "service" && name === "name") return listServices();
    if (kind?.name === "registry_value" && name === "name") return listValueNames(context);
    return listTextsOf(type, typed);
  };
  return choices().map((choice) => ({ ...choice, insert: escape(choice.insert ?? choice.label) }));
}

function typedIn({ cursor: { list, start, offset } }: CompletionContext): string {
  const token = list.tokens[list.findBefore(offset)];
  return token ? token.image.slice(Math.max(0, start - token.startOffset), offset - token.startOffset) : "";
}

interface TextPlace {
  readonly type: Type;
  readonly kind?: ResourceKind;
  readonly name?: string;
}

/** The type that a text has at its place, and which member of which kind it is. */
function findPlace({ cursor: { list, wanted }, names, program }: CompletionContext): TextPlace | undefined {
  const kindOf = (reference: Reference): ResourceKind | undefined => resolveKind(list, reference, names, program);
  switch (wanted.kind) {
    case "argument":
    case "argument-value": {
      const kind = kindOf(wanted.callee);
      const positional = kind?.keys.filter((key) => key.positional) ?? [];
      const member =
        wanted.kind === "argument"
          ? (positional[wanted.position] ?? positional.findLast((key) => key.variadic))
          : [...(kind?.keys ?? []), ...(kind?.properties ?? [])].find(({ name }) => name === wanted.name);
      return kind && member ? placeOf(kind, member) : undefined;
    }
    case "entry-value": {
      const { block } = wanted;
      if (block.kind !== "state" && block.kind !== "options") return undefined;
      const kind = kindOf(block.resource);
      const verb = block.kind === "options" ? kind?.verbs.find(({ name }) => name === block.verb) : undefined;
      const member = (verb ? verb.options : (kind?.properties ?? [])).find(({ name }) => name === wanted.name);
      return kind && member ? placeOf(kind, member) : undefined;
    }
    case "compared":
      return { type: resolveReference(list, wanted.left, names, program) };
    default:
      return { type: { kind: "string" } };
  }
}

function placeOf(kind: ResourceKind, member: { readonly name: string; readonly type: Parameters<typeof toType>[0] }): TextPlace {
  return { type: toType(member.type, `${kind.name}.${member.name}`), kind, name: member.name };
}

function listTextsOf(type: Type, typed: string): Choice[] {
  switch (type.kind) {
    case "optional":
      return listTextsOf(type.of, typed);
    case "list":
      return listTextsOf(type.element, typed);
    case "account":
      return /^NT SERVICE\\/i.test(typed.replaceAll("\\\\", "\\"))
        ? [
            { label: "NT SERVICE\\ALL SERVICES", kind: CompletionItemKind.Constant, detail: "S-1-5-80-0" },
            ...listServices().map((choice) => ({ ...choice, label: `NT SERVICE\\${choice.label}` })),
          ]
        : listAccounts();
    case "enum":
      return type.quoted
        ? type.members.map(({ name, documentation }) => ({
            label: name,
            kind: CompletionItemKind.EnumMember,
            detail: documentation,
            filter: `${name} ${documentation}`,
          }))
        : [];
    case "registry_path":
      return wellKnownKeys.map(({ key, documentation }) => ({ label: key, kind: CompletionItemKind.Folder, documentation }));
    case "path":
      return [...pathVariables.values()].map(({ name, owner }) => ({
        label: `%${name}%`,
        kind: CompletionItemKind.Variable,
        detail: owner === "user" ? "the signed-in person's; only with 'context: user'" : "the machine's",
      }));
    default:
      return [];
  }
}

function listServices(): Choice[] {
  return [...wellKnownServices].map(([label, shown]) => ({
    label,
    kind: CompletionItemKind.Value,
    detail: shown,
    filter: `${label} ${shown}`,
  }));
}

/** The values that a well-known key has, where the first argument is such a key. */
function listValueNames({ cursor: { list, wanted } }: CompletionContext): Choice[] {
  if (wanted.kind !== "argument") return [];
  const first = list.imageOf(wanted.callee.last + 2);
  const key = first.slice(1, -1).replaceAll("\\\\", "\\").toLowerCase();
  const known = wellKnownKeys.find((one) => one.key.toLowerCase() === key);
  return (known?.values ?? []).map((label) => ({
    label,
    kind: CompletionItemKind.Value,
    ...(known ? { detail: known.documentation } : {}),
  }));
}
