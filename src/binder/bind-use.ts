import { createDiagnostic } from "../diagnostics/catalog.ts";
import { getSpanText } from "../source/source-file.ts";
import type { UseNode } from "../syntax/statements.ts";
import { describeBinding, findDeclaration } from "./binding.ts";
import { bindArguments, bindExpression } from "./bind-expressions.ts";
import { bindRequiredName } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import type { Scope } from "./scope.ts";

/** Joins `use name(…)` to its part. */
export function bindUse(context: BindContext, place: BindPlace, scope: Scope, use: UseNode): void {
  const call = use.part.kind === "call" ? use.part : undefined;
  const callee = call ? call.callee : use.part;
  if (call) bindArguments(context, place, scope, call.arguments);
  if (callee.kind !== "name-expression") {
    bindExpression(context, place, scope, callee);
    if (callee.kind !== "missing") context.diagnostics.push(createDiagnostic("RMD2009", callee.span, { text: getSpanText(callee.span) }));
    return;
  }
  const binding = bindRequiredName(context, place, scope, callee.name, "part", (candidate) => candidate.kind === "part");
  if (!binding) return;
  if (binding.kind !== "part") {
    const declaration = findDeclaration(binding);
    const related = declaration ? [{ message: `'${binding.name}' is declared here.`, span: declaration.span }] : [];
    context.diagnostics.push(
      createDiagnostic(
        "RMD2008",
        callee.span,
        { name: binding.name, what: describeBinding(binding), wanted: "a part", hint: "" },
        { related },
      ),
    );
    return;
  }
  if (!call) {
    const suggestion = { title: `Write 'use ${binding.name}()'.`, edits: [{ span: callee.span, text: `${binding.name}()` }] };
    context.diagnostics.push(createDiagnostic("RMD2009", callee.span, { text: binding.name }, { suggestion }));
  }
  context.parts.set(use, binding.node);
  if (place.part) {
    const uses = context.usesOf.get(place.part);
    if (uses) uses.push({ node: use, part: binding.node });
    else context.usesOf.set(place.part, [{ node: use, part: binding.node }]);
  }
}
