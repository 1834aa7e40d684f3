import type { NameNode } from "../syntax/expressions.ts";
import type { RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindRemedyOf } from "./bind-scenario.ts";
import { reportTwice } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
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
    for (const condition of block.conditions) bindExpression(context, place, scope, condition);
  }
}
