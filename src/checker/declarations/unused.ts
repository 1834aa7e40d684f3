import type { Binding } from "../../binder/binding.ts";
import { describeBinding, findDeclaration } from "../../binder/binding.ts";
import { getSpanText } from "../../source/source-file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { FileNode } from "../../syntax/file.ts";

/**
 * Warns of what nobody uses: parameters, lets, parts, imports. A file that declares no remedy is a library: what it offers may be used by
 * others, and the files that a program imports are told only of what stands inside their parts.
 */
export function checkUnused(context: CheckContext): void {
  const { loaded, declared, importOf, bindings } = context.bound;
  const used = new Set<Binding>();
  for (const ofFile of context.used.values()) for (const binding of ofFile) used.add(binding);
  const isLibrary = !loaded.entry.declarations.some((declaration) => declaration.kind === "remedy");
  const meant = new Set([...context.diagnostics, ...[...context.earlier.values()].flat()].map((found) => found.suggestion?.edits[0]?.text));
  for (const { binding, file, isPublic } of declared) {
    // Where its file has a mistake of grammar its use may stand there; where it is suggested for a misspelt name it has a use.
    if (meant.has(binding.name) || hasSyntaxError(context, file)) continue;
    if (used.has(binding) || binding.kind === "element" || (isPublic && (file !== loaded.entry || isLibrary))) continue;
    const declaration = findDeclaration(binding);
    if (declaration && bindings.get(declaration) === binding)
      report(context, "RMD2007", declaration.span, { what: describeBinding(binding), name: binding.name });
  }
  for (const file of loaded.files) {
    const usedHere = context.used.get(file.node.source);
    const brought = [...(importOf.get(file.node) ?? [])];
    const tried = new Set(file.node.declarations.map((one) => (one.kind === "scenario" ? context.bound.remedies.get(one) : undefined)));
    for (const { node, target } of file.imports) {
      if ("file" in target && target.file.declarations.some((one) => one.kind === "remedy" && tried.has(one))) continue;
      if (brought.some(([binding, by]) => by === node && usedHere?.has(binding))) continue;
      if (context.bound.collidingImports.has(node) || hasSyntaxError(context, file.node)) continue;
      report(context, "RMD2108", node.span, { path: getSpanText(node.path.span).slice(1, -1) });
    }
  }
}

function hasSyntaxError(context: CheckContext, file: FileNode): boolean {
  return (context.earlier.get(file.source) ?? []).some(({ code, severity }) => severity === "error" && code.startsWith("RMD1"));
}
