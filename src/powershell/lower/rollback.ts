import type { PsExpression, PsStatement } from "../ast.ts";
import { psCommand, psPositional, psStatement, psVariable } from "../ast.ts";
import type { Linker, LinkResult } from "../linker.ts";
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
  const written = functions.flatMap((each) => [...each.text.matchAll(/\bAdd-Journal '([A-Za-z]+)'/g)].map(([, kind = ""]) => kind));
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
