import { CompletionItemKind } from "vscode-languageserver-types";
import type { Catalog, Property, ResourceKind } from "../../resources/catalog/model.ts";
import { describeMember, renderType, renderUsage } from "../../resources/catalog/reference.ts";
import type { Choice } from "./complete.ts";

/** Kinds with the places of their keys to fill. */
export function listKindChoices(kinds: readonly ResourceKind[]): Choice[] {
  return kinds.map((kind) => {
    const keys = kind.keys.filter((key) => key.positional && key.required).map((key, i) => quoteFor(key.type.kind, i + 1));
    return {
      label: kind.name,
      kind: kind.singleton ? CompletionItemKind.Constant : CompletionItemKind.Class,
      detail: renderUsage(kind),
      documentation: kind.summary,
      ...(kind.singleton ? {} : { insert: `${kind.name}(${keys.join(", ")})`, isSnippet: true as const }),
    };
  });
}

/** Texts of Windows are raw, since they hold backslashes; others are in double quotes. */
function quoteFor(type: string, place: number): string {
  if (type === "path" || type === "registry_path" || type === "pattern") return `'$${place}'`;
  return type === "string" || type === "account" || type === "enum" || type === "endpoint" ? `"$${place}"` : `$${place}`;
}

/** Properties as entries begin: with their colon. */
export function listPropertyChoices(kind: ResourceKind, properties: readonly Property[]): Choice[] {
  return properties.map((property) => ({
    label: property.name,
    kind: CompletionItemKind.Property,
    detail: `${kind.name}.${property.name}: ${renderType(property.type).replaceAll("`", "")}`,
    documentation: describeMember(property),
    insert: `${property.name}: `,
    rank: property.role === "means" ? 1 : 0,
  }));
}

/** What a call of a kind may say by name, and the readings by which a selection is filtered. */
export function listKeyChoices(kind: ResourceKind): Choice[] {
  const keys = kind.keys
    .filter((key) => !key.positional || kind.selection)
    .map((key) => ({
      label: key.name,
      kind: CompletionItemKind.Field,
      detail: renderType(key.type).replaceAll("`", ""),
      documentation: describeMember(key),
      insert: `${key.name}: `,
    }));
  const filters =
    kind.selection || kind.enumerable
      ? kind.properties
          .filter(({ role, readable }) => role !== "means" && readable !== false)
          .map((property) => ({
            label: property.name,
            kind: CompletionItemKind.Property,
            detail: "filter",
            documentation: describeMember(property),
            insert: `${property.name} `,
            rank: 1,
          }))
      : [];
  return [...keys, ...filters];
}

/** Verbs with the kinds that have them. */
export function listVerbChoices({ kinds }: Catalog, isOfFailure: boolean): Choice[] {
  return Object.values(kinds).flatMap((kind) =>
    kind.verbs
      .filter(({ use }) => isOfFailure || use === "fix")
      .map(({ name, documentation, guarantees }) => {
        const [target] = listKindChoices([kind]);
        return {
          label: `${name} ${kind.name}`,
          kind: CompletionItemKind.Method,
          detail: renderUsage(kind),
          documentation: `${documentation}\n\nAfterwards: ${guarantees}`,
          insert: `${name} ${target?.insert ?? kind.name}`,
          isSnippet: true as const,
        };
      }),
  );
}
