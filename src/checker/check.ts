import { bindProgram } from "../binder/bind.ts";
import type { LoadedProgram } from "../binder/loaded-program.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Declaration, FileNode } from "../syntax/file.ts";
import type { CheckedProgram } from "./checked-program.ts";
import { createContext } from "./context.ts";
import type { CheckContext } from "./context.ts";
import { checkLet, openLet } from "./declarations/lets.ts";
import { checkPart } from "./declarations/part.ts";
import { checkPromise } from "./declarations/promise.ts";
import { checkRemedy } from "./declarations/remedy.ts";
import { checkScenario } from "./declarations/scenario.ts";
import { checkUnused } from "./declarations/unused.ts";
import { guardCrash } from "./guard-crash.ts";
import { createPlace } from "./place.ts";
import { checkCode } from "./value-checks/powershell.ts";

/**
 * Binds and checks a loaded program. There is always a checked program; where there are errors its tables have holes, and it must not be
 * lowered. Diagnostics are in the order of files, places and codes, the same in every run.
 */
export function checkProgram(loaded: LoadedProgram): WithDiagnostics<CheckedProgram> {
  const bound = bindProgram(loaded);
  const context = createContext(bound.value, bound.diagnostics);
  const files = loaded.files.map((file) => file.node);
  // Lets first, since they may stand in any order; parts before the remedies that use them, of all files.
  for (const file of files) openLets(context, file);
  for (const kind of ["let", "part", "remedy", "scenario", "promise"] as const) {
    for (const file of files) checkDeclarations(context, file, kind);
  }
  guardCrash(context, loaded.entry.span, () => checkCode(context));
  guardCrash(context, loaded.entry.span, () => checkUnused(context));
  // A scenario or a promise names its remedy.
  for (const [{ remedy: name }, node] of bound.value.remedies) context.symbols.set(name, { kind: "remedy", name: name.text, node });
  return { value: createProgram(context, files), diagnostics: sortDiagnostics([...bound.diagnostics, ...context.diagnostics]) };
}

function openLets(context: CheckContext, file: FileNode): void {
  for (const declaration of file.declarations) {
    if (declaration.kind === "let") openLet(context, declaration, createPlace("declaration", { kind: "machine" }));
  }
}

function checkDeclarations(context: CheckContext, file: FileNode, kind: Declaration["kind"]): void {
  for (const declaration of file.declarations) {
    if (declaration.kind === kind) guardCrash(context, declaration.span, () => checkDeclaration(context, declaration));
  }
}

function checkDeclaration(context: CheckContext, declaration: Declaration): void {
  switch (declaration.kind) {
    case "let":
      checkLet(context, declaration, undefined);
      return;
    case "part":
      checkPart(context, declaration);
      return;
    case "remedy":
      checkRemedy(context, declaration);
      return;
    case "scenario":
      checkScenario(context, declaration);
      return;
    case "promise":
      checkPromise(context, declaration);
      return;
    default:
      declaration satisfies never;
  }
}

function createProgram(context: CheckContext, files: readonly FileNode[]): CheckedProgram {
  const { loaded, remedies } = context.bound;
  return {
    files,
    entry: loaded.entry,
    remedies: loaded.entry.declarations.filter((declaration) => declaration.kind === "remedy"),
    tried: new Map([...remedies].flatMap(([node, remedy]) => (node.kind === "scenario" ? [[node, remedy] as const] : []))),
    catalog: loaded.catalog,
    userScripts: loaded.userScripts,
    symbols: context.symbols,
    types: context.types,
    resolutions: context.resolutions,
    entries: context.entries,
    verbs: context.verbs,
    hasCode: context.code.size > 0,
    stateKinds: context.stateKinds,
    uses: context.uses,
  };
}
