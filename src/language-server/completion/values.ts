import { CompletionItemKind } from "vscode-languageserver-types";
import { wellKnownAccounts } from "../../accounts/well-known.ts";
import type { Type } from "../../checker/type.ts";
import type { Choice, CompletionContext } from "./complete.ts";

/** Values of a type as they are written outside quotes. `isWish`: only words that can be ensured. */
export function listValues(context: CompletionContext, type: Type, isWish = false): Choice[] {
  switch (type.kind) {
    case "optional":
      return [...listValues(context, type.of, isWish), { label: "none", kind: CompletionItemKind.Keyword }];
    case "list":
      return context.cursor.list.typeOf(context.cursor.list.findBefore(context.cursor.start)) === "Colon"
        ? [{ label: "[…]", kind: CompletionItemKind.Value, insert: "[$0]", isSnippet: true, filter: "[" }]
        : listValues(context, type.element, isWish);
    case "enum":
      return type.members
        .filter((member) => !isWish || member.ensurable)
        .map(({ name, documentation }) => ({
          label: type.quoted ? `"${name}"` : name,
          kind: CompletionItemKind.EnumMember,
          detail: documentation,
          // A right is found by its name in secpol.msc as well.
          ...(type.quoted ? { filter: `"${name} ${documentation}` } : {}),
        }));
    case "bool":
      return ["true", "false"].map((label) => ({ label, kind: CompletionItemKind.Keyword }));
    case "account":
      return listAccounts().map((choice) => ({ ...choice, label: `'${choice.label}'`, filter: `'${choice.filter ?? choice.label}` }));
    case "version":
      return [{ label: "1.0.0", kind: CompletionItemKind.Value }];
    case "duration":
      return ["30s", "5m", "1h", "7d"].map((label) => ({ label, kind: CompletionItemKind.Unit }));
    case "size":
      return ["100MB", "2GB"].map((label) => ({ label, kind: CompletionItemKind.Unit }));
    default:
      return [];
  }
}

/** Accounts whose SID is the same on every Windows, and those of services. */
export function listAccounts(): Choice[] {
  return [
    ...wellKnownAccounts.map(({ name, sid }) => ({ label: name, kind: CompletionItemKind.Constant, detail: sid })),
    { label: "NT SERVICE\\", kind: CompletionItemKind.Constant, detail: "the account of a service", rank: 1 },
  ];
}
