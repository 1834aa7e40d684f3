import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Expression, NameNode } from "../syntax/expressions.ts";
import type { RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import { walk } from "../syntax/visitor.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindRemedyOf } from "./bind-scenario.ts";
import { reportTwice } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { findBinding } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Binds a promise to a remedy of its file. It is about what the remedy names, so it sees the remedy's own parameters and lets. */
export function bindPromise(
  context: BindContext,
  place: BindPlace,
  fileScope: Scope,
  promise: PromiseNode,
  remedies: ReadonlyMap<string, RemedyNode>,
  scopes: ReadonlyMap<RemedyNode, Scope>,
): void {
  const remedy = bindRemedyOf(context, promise, remedies);
  const scope = (remedy && scopes.get(remedy)) ?? fileScope;
  bindExpression(context, place, scope, promise.title);
  const first = new Map<string, NameNode>();
  for (const block of promise.blocks) {
    const name: NameNode = { kind: "name", span: block.keyword, text: block.time };
    const earlier = first.get(block.time);
    if (earlier) reportTwice(context, name, "block", earlier);
    else first.set(block.time, name);
    for (const condition of block.conditions) {
      // Without its remedy nobody knows the names of its conditions; that has been reported.
      if (!remedy) continue;
      reportInner(context, scope, remedy, condition);
      bindExpression(context, place, scope, condition);
    }
  }
}

/** Tells of names that a promise cannot see, since a block inside the remedy declares them. */
function reportInner(context: BindContext, scope: Scope, remedy: RemedyNode, condition: Expression): void {
  const own = new Set<string>();
  walk(condition, (node) => {
    if (node.kind === "quantified") own.add(node.name.text);
    const name = node.kind === "member" && node.object.kind === "name-expression" ? node.object.name : undefined;
    if (!name || name.text === "" || own.has(name.text) || findBinding(scope, name.text)) return true;
    const inner = findInner(remedy, name.text);
    if (!inner) return true;
    const hint = ` A name of that kind is seen in its own block alone; a promise sees those of the remedy. Declare it there.`;
    const related = [{ message: `'${name.text}' is declared here.`, span: inner.span }];
    context.diagnostics.push(createDiagnostic("RMD2001", name.span, { kind: "name", name: name.text, hint }, { related }));
    context.reported.add(name);
    return true;
  });
}

/** Where a block inside a remedy declares a name. */
function findInner(remedy: RemedyNode, name: string): NameNode | undefined {
  let found: NameNode | undefined;
  walk(remedy, (node) => {
    if ((node.kind === "let" || node.kind === "each") && node.name.text === name) found ??= node.name;
    return found === undefined;
  });
  return found;
}
