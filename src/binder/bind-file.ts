import type { FileNode, ImportNode, RemedyNode } from "../syntax/file.ts";
import type { Binding } from "./binding.ts";
import { describeBinding } from "./binding.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindPart } from "./bind-part.ts";
import { bindPromise } from "./bind-promise.ts";
import { bindRemedy } from "./bind-remedy.ts";
import { bindScenario } from "./bind-scenario.ts";
import type { ImportedRemedy } from "./bind-scenario.ts";
import { declare, reportTwice, reportTwiceImported } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import type { LoadedFile } from "./loaded-program.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** What a file offers to those that import it: its own parts and lets, not what it imports itself. */
export type FileExports = ReadonlyMap<string, Binding>;

/** Binds one file. `exportsOf` knows the files that it imports, which are bound before it. */
export function bindFile(
  context: BindContext,
  file: LoadedFile,
  languageScope: Scope,
  exportsOf: ReadonlyMap<FileNode, FileExports>,
): FileExports {
  const place: BindPlace = { file: file.node, complete: file.complete, part: undefined };
  const importedNames = createScope(languageScope);
  context.importOf.set(file.node, bindImports(context, file, importedNames, exportsOf));
  const scope = createScope(importedNames);
  const remedies = declareAll(context, place, file.node, scope);
  const imported = file.imports.flatMap(({ node, target }) =>
    target.kind === "file" ? remediesOf(target.file).map((remedy): ImportedRemedy => ({ remedy, by: node })) : [],
  );
  const scopes = new Map<RemedyNode, Scope>();
  for (const declaration of file.node.declarations) {
    switch (declaration.kind) {
      case "remedy":
        scopes.set(declaration, bindRemedy(context, place, scope, declaration));
        break;
      case "part":
        bindPart(context, place, scope, declaration);
        break;
      case "let":
        bindExpression(context, place, scope, declaration.value);
        break;
      case "scenario":
        bindScenario(context, place, scope, declaration, remedies, imported);
        break;
      case "promise":
        // Behind all remedies, whose names it sees.
        break;
      default:
        declaration satisfies never;
    }
  }
  for (const declaration of file.node.declarations)
    if (declaration.kind === "promise") bindPromise(context, place, scope, declaration, remedies, scopes);
  return scope.names;
}

const remediesOf = ({ declarations }: FileNode): readonly RemedyNode[] =>
  declarations.filter((declaration) => declaration.kind === "remedy");

/** Declares what a file declares; order does not matter at this level. Remedies have names of their own kind. */
function declareAll(context: BindContext, place: BindPlace, file: FileNode, scope: Scope): ReadonlyMap<string, RemedyNode> {
  const remedies = new Map<string, RemedyNode>();
  for (const declaration of file.declarations) {
    if (declaration.kind === "part") {
      declare(context, place, scope, declaration.name, { kind: "part", name: declaration.name.text, node: declaration }, true);
    } else if (declaration.kind === "let") {
      declare(context, place, scope, declaration.name, { kind: "let", name: declaration.name.text, node: declaration }, true);
    } else if (declaration.kind === "remedy" && declaration.name.text !== "") {
      const first = remedies.get(declaration.name.text);
      if (first) reportTwice(context, declaration.name, "remedy", first.name);
      else remedies.set(declaration.name.text, declaration);
    }
  }
  return remedies;
}

function bindImports(
  context: BindContext,
  file: LoadedFile,
  scope: Scope,
  exportsOf: ReadonlyMap<FileNode, FileExports>,
): Map<Binding, ImportNode> {
  const importOf = new Map<Binding, ImportNode>();
  for (const { node, target } of file.imports) {
    const brought: Iterable<Binding> =
      target.kind === "file"
        ? (exportsOf.get(target.file)?.values() ?? [])
        : target.kinds.map((resourceKind) => ({ kind: "resource-kind", name: resourceKind.name, resourceKind, importedBy: node }) as const);
    for (const binding of brought) {
      const same = scope.names.get(binding.name);
      if (same === binding) continue;
      if (same) {
        reportTwiceImported(context, { what: describeBinding(binding), name: binding.name }, node, importOf.get(same));
        continue;
      }
      scope.names.set(binding.name, binding);
      importOf.set(binding, node);
    }
  }
  return importOf;
}
