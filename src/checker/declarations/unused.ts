import type { Binding } from "../../binder/binding.ts";
import { describeBinding, findDeclaration } from "../../binder/binding.ts";
import { getSpanText } from "../../source/source-file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/**
 * Warns of what nobody uses: parameters, lets, parts, imports. A file that declares no remedy is a library: what it offers may be used by
 * others, and the files that a program imports are told only of what stands inside their parts.
 */
export function checkUnused(context: CheckContext): void {
  const { loaded, declared, importOf, bindings } = context.bound;
  const used = new Set<Binding>();
  for (const ofFile of context.used.values()) for (const binding of ofFile) used.add(binding);
  const isLibrary = !loaded.entry.declarations.some((declaration) => declaration.kind === "remedy");
  for (const { binding, file, isPublic } of declared) {
    if (used.has(binding) || binding.kind === "element" || (isPublic && (file !== loaded.entry || isLibrary))) continue;
    const declaration = findDeclaration(binding);
    if (declaration && bindings.get(declaration) === binding)
      report(context, "RMD2007", declaration.span, { what: describeBinding(binding), name: binding.name });
  }
  for (const file of loaded.files) {
    const usedHere = context.used.get(file.node.source);
    const brought = [...(importOf.get(file.node) ?? [])];
    for (const { node } of file.imports) {
      if (brought.some(([binding, by]) => by === node && usedHere?.has(binding))) continue;
      if (context.bound.collidingImports.has(node)) continue;
      report(context, "RMD2108", node.span, { path: getSpanText(node.path.span).slice(1, -1) });
    }
  }
}
