import type { PartNode } from "../syntax/file.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindBlock } from "./bind-statements.ts";
import { declare } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Binds a part. It sees its file and its own parameters, never the names of the remedy that uses it. */
export function bindPart(context: BindContext, place: BindPlace, fileScope: Scope, part: PartNode): void {
  const scope = createScope(fileScope);
  for (const formal of part.formals) {
    if (formal.defaultValue) bindExpression(context, place, fileScope, formal.defaultValue);
    declare(context, place, scope, formal.name, { kind: "formal", name: formal.name.text, node: formal });
  }
  bindBlock(context, { ...place, part }, scope, part.body);
}
