import type { PsExpression, PsStatement } from "../ast.ts";
import { psCommand, psPositional, psStatement, psVariable } from "../ast.ts";
import type { Linker, LinkResult } from "../linker.ts";
import type { TemplateFunction } from "../library.ts";
import { text } from "./context.ts";

/** What `-Rollback` of a script takes: the line that begins it, and the functions that it calls by name. */
export interface Rollback {
  readonly statements: readonly PsStatement[];
  readonly functions: readonly string[];
}

/**
 * `if ($Rollback) { Invoke-Rollback @('RegistryKey', 'RegistryValue') }`: the kinds of entries that functions of this script write into its journal (`Add-Journal 'RegistryKey' …`).
 * `Get-<Kind>State` reads what is there now as such an entry has it, and `Undo-<Kind>` puts it back; kinds without the latter are only told.
 */
export function lowerRollback({ functions }: LinkResult, linker: Linker): Rollback {
  const written = functions.flatMap(findJournalled);
  const kinds = [...new Set(written)].filter((kind) => linker.find(`Undo-${kind}`)).sort();
  const names: PsExpression = { kind: "array", elements: kinds.map(text) };
  return {
    statements: [
      {
        kind: "if",
        branches: [{ condition: psVariable("Rollback"), body: [psStatement(psCommand("Invoke-Rollback", psPositional(names)))] }],
      },
    ],
    functions: ["Invoke-Rollback", ...kinds.flatMap((kind) => [`Get-${kind}State`, `Undo-${kind}`])],
  };
}

/** Kinds of entries by the function that writes them, kept as long as it: the scripts of a fleet hold the same functions. */
const journalled = new WeakMap<TemplateFunction, readonly string[]>();

function findJournalled(template: TemplateFunction): readonly string[] {
  const known = journalled.get(template) ?? [...template.text.matchAll(/\bAdd-Journal '([A-Za-z]+)'/g)].map(([, kind = ""]) => kind);
  journalled.set(template, known);
  return known;
}
