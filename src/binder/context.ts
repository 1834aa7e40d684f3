import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NameNode } from "../syntax/expressions.ts";
import type { FileNode, ImportNode, PartNode, RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import type { UseNode } from "../syntax/statements.ts";
import { describeBinding, findDeclaration } from "./binding.ts";
import type { Binding } from "./binding.ts";
import type { Declared } from "./bound-program.ts";
import { listChoices, suggestName } from "./did-you-mean.ts";
import { findBinding, findLater, listBindings } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** What the binder fills while it walks one program. */
export interface BindContext {
  readonly diagnostics: Diagnostic[];
  readonly bindings: Map<NameNode, Binding>;
  readonly unbound: Map<NameNode, Scope>;
  readonly reported: Set<NameNode>;
  readonly declared: Declared[];
  readonly parts: Map<UseNode, PartNode>;
  /** The uses inside each part, to find circles. */
  readonly usesOf: Map<PartNode, { readonly node: UseNode; readonly part: PartNode }[]>;
  readonly remedies: Map<Scenario | PromiseNode, RemedyNode>;
  readonly collidingImports: Set<ImportNode>;
  readonly importOf: Map<FileNode, Map<Binding, ImportNode>>;
}

/** Where the binder stands: in which file, and in which part. */
export interface BindPlace {
  readonly file: FileNode;
  /** False when an import of the file failed: then an unknown name may be one that it would have brought. */
  readonly complete: boolean;
  readonly part: PartNode | undefined;
}

/** Declares a name in a scope. Twice in one scope, or hiding one of an outer scope, is an error; names that recovery invented are passed over. */
export function declare(context: BindContext, place: BindPlace, scope: Scope, name: NameNode, binding: Binding, isPublic = false): void {
  if (name.text === "") return;
  scope.later.delete(name.text);
  context.bindings.set(name, binding);
  const same = scope.names.get(name.text);
  if (same) {
    reportTwice(context, name, describeBinding(same), findDeclaration(same));
    return;
  }
  const outer = scope.parent && findBinding(scope.parent, name.text);
  if (outer) {
    const declaration = findDeclaration(outer);
    const related = declaration ? [{ message: `The outer '${name.text}' is declared here.`, span: declaration.span }] : [];
    context.diagnostics.push(createDiagnostic("RMD2003", name.span, { name: name.text, outer: describeBinding(outer) }, { related }));
  }
  scope.names.set(name.text, binding);
  context.declared.push({ binding, file: place.file, isPublic });
}

/** Reports a second declaration of a name, with the first. */
export function reportTwice(context: BindContext, name: NameNode, what: string, first: NameNode | undefined): void {
  const related = first ? [{ message: `'${name.text}' is declared here first.`, span: first.span }] : [];
  context.diagnostics.push(createDiagnostic("RMD2002", name.span, { what, name: name.text }, { related }));
}

/** Reports what an import brings under a name that another one brings already. */
export function reportTwiceImported(
  context: BindContext,
  { what, name }: { readonly what: string; readonly name: string },
  second: ImportNode,
  first: ImportNode | undefined,
): void {
  context.collidingImports.add(second);
  const related = first ? [{ message: `This import brings a ${what} '${name}', too.`, span: first.span }] : [];
  context.diagnostics.push(createDiagnostic("RMD2010", second.span, { what, name }, { related }));
}

/** Joins a name to what it stands for. Undefined when no scope knows it. */
export function bindName(context: BindContext, scope: Scope, name: NameNode): Binding | undefined {
  const binding = findBinding(scope, name.text);
  if (binding) {
    context.bindings.set(name, binding);
    return binding;
  }
  const later = name.text === "" ? undefined : findLater(scope, name.text);
  if (later) {
    context.diagnostics.push(
      createDiagnostic(
        "RMD2004",
        name.span,
        { name: name.text },
        { related: [{ message: `'${name.text}' is declared here.`, span: later.span }] },
      ),
    );
    context.reported.add(name);
  }
  return undefined;
}

/** Joins a name that can only stand for something declared; an unknown one is reported with what may have been meant. */
export function bindRequiredName(
  context: BindContext,
  place: BindPlace,
  scope: Scope,
  name: NameNode,
  what: string,
  isCandidate: (binding: Binding) => boolean,
): Binding | undefined {
  const binding = bindName(context, scope, name);
  if (binding || context.reported.has(name)) return binding;
  context.reported.add(name);
  if (name.text === "" || !place.complete) return undefined;
  const visible = listBindings(scope).filter(isCandidate);
  const candidates = visible.map((candidate) => candidate.name);
  const { hint, details } = suggestName(name.text, candidates, name.span, listKinds(visible));
  context.diagnostics.push(createDiagnostic("RMD2001", name.span, { kind: what, name: name.text, hint }, details));
  return undefined;
}

/** What there is where a resource kind is wanted, and the ways out where none is meant; nothing where something else is wanted. */
function listKinds(visible: readonly Binding[]): string {
  const kinds = visible.flatMap((binding) => (binding.kind === "resource-kind" ? [binding.resourceKind] : []));
  if (visible.some((binding) => binding.kind !== "resource-kind")) {
    const facts = kinds.filter((kind) => kind.singleton && kind.properties.length + kind.queries.length > 0).map((kind) => kind.name);
    return facts.length === 0 ? "" : ` Facts are ${facts.join(", ")}; other names are declared with 'let' or 'param'.`;
  }
  const ensured = kinds.filter((kind) => !kind.singleton && kind.ensure !== "none").map((kind) => kind.name);
  if (ensured.length === 0) return "";
  return ` There are ${listChoices(ensured, 20).replace(/ or (?='[^']*'$)/, " and ")}. For what none of them is, write 'ensure script("name") { test: … fix: … }', or a kind of your own: docs/custom-kinds.md.`;
}
