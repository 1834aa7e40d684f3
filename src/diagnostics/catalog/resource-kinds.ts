import { paramMessage } from "../message.ts";

/** RMD6xxx: resource kinds that users declare. */
export const resourceKindDiagnostics = {
  RMD6001: {
    severity: "error",
    message: paramMessage`The resource kind '${"kind"}' has no function '${"function"}'. Write it in '${"file"}'.`,
  },
  RMD6002: {
    severity: "error",
    message: paramMessage`The resource kinds of '${"file"}' need the script '${"script"}' beside them: ${"reason"}. Write their functions there.`,
  },
  RMD6003: { severity: "error", message: paramMessage`TypeScript cannot read this: ${"reason"}` },
  RMD6004: {
    severity: "error",
    message: paramMessage`'${"file"}' declares no resource kind. Export an interface that extends Resource, Removable, Singleton or another base of "remedyc/kinds".`,
  },
  RMD6005: {
    severity: "error",
    message: paramMessage`The type '${"type"}' cannot stand in a resource kind: ${"reason"}. Use a type of "remedyc/kinds", string, number, boolean, a union of texts, or a list of these.`,
  },
  RMD6006: {
    severity: "error",
    message: paramMessage`'${"name"}' does not say what it is. Write its type as Key<…>, NamedKey<…>, State<…>, Means<…> or Reading<…>.`,
  },
  RMD6007: {
    severity: "error",
    message: paramMessage`The resource kind '${"kind"}' has no key, so nothing tells one of them from another. Add a Key<…>, or extend Singleton or Selectable.`,
  },
  RMD6008: {
    severity: "error",
    message: paramMessage`'${"kind"}' is a Singleton and therefore has no key '${"name"}'. Remove the key, or extend Resource instead.`,
  },
  RMD6009: { severity: "error", message: paramMessage`'${"name"}' is declared twice in '${"kind"}'. Keep one.` },
  RMD6010: { severity: "error", message: paramMessage`The name '${"kind"}' is taken: ${"owner"}. Rename the interface '${"interface"}'.` },
  RMD6011: {
    severity: "warning",
    message: paramMessage`'${"name"}' has no doc comment. Write one: it is the documentation that authors and editors show.`,
  },
  RMD6012: { severity: "error", message: paramMessage`'${"name"}' cannot be a name here: ${"reason"}. Choose another.` },
  RMD6013: { severity: "error", message: paramMessage`The tag '@${"tag"}' of '${"name"}' is wrong: ${"reason"}.` },
  RMD6014: {
    severity: "warning",
    message: paramMessage`The limit of '${"name"}' names no source. Add '@limitSource' and say who documents it.`,
  },
  RMD6015: { severity: "error", message: paramMessage`The resource kinds in '${"file"}' cannot be read: ${"reason"}.` },
  RMD6016: { severity: "error", message: paramMessage`The key '${"name"}' stands in the wrong place: ${"reason"}.` },
  RMD6017: {
    severity: "warning",
    message: paramMessage`The verb '${"verb"}' of '${"kind"}' does not say what holds afterwards. Add '@guarantees'.`,
  },
  RMD6018: {
    severity: "error",
    message: paramMessage`'${"file"}' declares resource kinds, and reading them needs the package 'typescript'. Install it beside remedyc: npm install typescript@6.`,
  },
  RMD6019: {
    severity: "error",
    message: paramMessage`'${"text"}' cannot stand in the resource kind '${"kind"}'. An interface of a kind holds properties and methods with plain names.`,
  },
  RMD6020: {
    severity: "error",
    message: paramMessage`The second argument of State of '${"name"}' lists words that are only seen; then the first must be a union of words, and none may stand in both.`,
  },
  RMD6021: {
    severity: "error",
    message: paramMessage`The function '${"function"}' takes no parameter '-${"parameter"}', which '${"kind"}' needs. Add it in '${"file"}'.`,
  },
  RMD6022: {
    severity: "error",
    message: paramMessage`The function '${"function"}' of '${"file"}' ${"clash"}. Rename it, and the interface with it where its name follows from the interface.`,
  },
} as const;
