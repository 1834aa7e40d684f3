import type { ActionStatement } from "../syntax/actions.ts";
import type { StateNode } from "../syntax/file.ts";
import type { Statement } from "../syntax/statements.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindUse } from "./bind-use.ts";
import { declare } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Binds a block in a scope of its own, from top to bottom: a `let` counts from its line on. */
export function bindBlock(
  context: BindContext,
  place: BindPlace,
  parent: Scope,
  block: { readonly statements: readonly (Statement | ActionStatement)[] },
  prepare?: (scope: Scope) => void,
): void {
  const scope = createScope(parent);
  prepare?.(scope);
  for (const statement of block.statements) {
    if (statement.kind === "let" && !scope.later.has(statement.name.text)) scope.later.set(statement.name.text, statement.name);
  }
  for (const statement of block.statements) bindStatement(context, place, scope, statement);
}

/** Binds what an `ensure`, a `given` or an `expect` says of a resource. */
export function bindState(context: BindContext, place: BindPlace, scope: Scope, state: StateNode): void {
  bindExpression(context, place, scope, state.resource);
  for (const entry of state.entries) bindExpression(context, place, scope, entry.value);
}

function bindStatement(context: BindContext, place: BindPlace, scope: Scope, statement: Statement | ActionStatement): void {
  switch (statement.kind) {
    case "let":
      bindExpression(context, place, scope, statement.value);
      declare(context, place, scope, statement.name, { kind: "let", name: statement.name.text, node: statement });
      return;
    case "ensure":
      bindState(context, place, scope, statement.state);
      if (statement.otherwise) bindBlock(context, place, scope, statement.otherwise);
      return;
    case "require":
      bindExpression(context, place, scope, statement.condition);
      bindExpression(context, place, scope, statement.message);
      return;
    case "warn":
      bindExpression(context, place, scope, statement.message);
      bindExpression(context, place, scope, statement.condition);
      return;
    case "when":
      bindExpression(context, place, scope, statement.condition);
      bindBlock(context, place, scope, statement.body);
      if (statement.otherwise) bindBlock(context, place, scope, statement.otherwise);
      return;
    case "each":
      bindExpression(context, place, scope, statement.selection);
      bindBlock(context, place, scope, statement.body, (inner) => {
        declare(context, place, inner, statement.name, { kind: "element", name: statement.name.text, node: statement });
      });
      return;
    case "with":
      for (const resource of statement.resources) bindExpression(context, place, scope, resource);
      bindBlock(context, place, scope, statement.body);
      return;
    case "check":
      bindExpression(context, place, scope, statement.title);
      if (statement.condition) bindExpression(context, place, scope, statement.condition);
      if (statement.every) bindExpression(context, place, scope, statement.every);
      bindBlock(context, place, scope, statement.fix);
      return;
    case "use":
      bindUse(context, place, scope, statement);
      return;
    case "reboot":
      bindExpression(context, place, scope, statement.condition);
      return;
    case "on-failure":
      bindBlock(context, place, scope, statement.actions);
      return;
    case "action":
      bindExpression(context, place, scope, statement.object);
      for (const entry of statement.entries) bindExpression(context, place, scope, entry.value);
      return;
    default:
      statement satisfies never;
  }
}
