import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { FileNode } from "../syntax/file.ts";
import { bindFile } from "./bind-file.ts";
import type { FileExports } from "./bind-file.ts";
import type { BoundProgram } from "./bound-program.ts";
import type { BindContext } from "./context.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import { findPartCycles } from "./part-cycles.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/**
 * Joins every name to its declaration. Decisions: a name never hides one of an outer scope (also not a resource kind); parts and lets of a
 * file, parameters and lets of a remedy may stand in any order, a `let` inside a block counts from its line on; names of steps and of
 * remedies are labels and collide with nothing else; an import brings what the file itself declares, not what it imports.
 */
export function bindProgram(loaded: LoadedProgram): WithDiagnostics<BoundProgram> {
  const context: BindContext = {
    diagnostics: [],
    bindings: new Map(),
    unbound: new Map(),
    reported: new Set(),
    declared: [],
    parts: new Map(),
    usesOf: new Map(),
    remedies: new Map(),
    collidingImports: new Set(),
    importOf: new Map(),
  };
  const languageScope = createLanguageScope(loaded);
  const exportsOf = new Map<FileNode, FileExports>();
  for (const file of loaded.files) exportsOf.set(file.node, bindFile(context, file, languageScope, exportsOf));
  const { bindings, unbound, reported, declared, parts, remedies, collidingImports, importOf } = context;
  return {
    value: { loaded, bindings, unbound, reported, declared, parts, remedies, collidingImports, importOf },
    diagnostics: [...context.diagnostics, ...findPartCycles(context.usesOf)],
  };
}

function createLanguageScope(loaded: LoadedProgram): Scope {
  const scope = createScope(undefined);
  for (const [name, resourceKind] of Object.entries(loaded.builtIn.kinds))
    scope.names.set(name, { kind: "resource-kind", name, resourceKind, importedBy: undefined });
  scope.names.set("secret", { kind: "secret-store", name: "secret" });
  scope.names.set("changed", { kind: "changed", name: "changed" });
  return scope;
}
