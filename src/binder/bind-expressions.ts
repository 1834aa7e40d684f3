import type { ArgumentNode, Expression } from "../syntax/expressions.ts";
import { bindName, bindRequiredName, declare } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Binds the names of an expression. A bare word that no scope knows is kept in `unbound`: it may be a member of an enum. */
export function bindExpression(context: BindContext, place: BindPlace, scope: Scope, expression: Expression): void {
  switch (expression.kind) {
    case "name-expression":
      if (!bindName(context, scope, expression.name) && !context.reported.has(expression.name)) context.unbound.set(expression.name, scope);
      return;
    case "member":
      if (expression.object.kind === "name-expression") {
        bindRequiredName(context, place, scope, expression.object.name, "name", (binding) => binding.kind !== "part");
      } else {
        bindExpression(context, place, scope, expression.object);
      }
      return;
    case "call":
      if (expression.callee.kind === "name-expression") {
        bindRequiredName(
          context,
          place,
          scope,
          expression.callee.name,
          "resource kind",
          (binding) => binding.kind === "resource-kind" && !binding.resourceKind.singleton,
        );
      } else {
        bindExpression(context, place, scope, expression.callee);
      }
      bindArguments(context, place, scope, expression.arguments);
      return;
    case "binary":
      bindExpression(context, place, scope, expression.left);
      bindExpression(context, place, scope, expression.right);
      return;
    case "not":
      bindExpression(context, place, scope, expression.operand);
      return;
    case "quantified": {
      bindExpression(context, place, scope, expression.selection);
      const inner = createScope(scope);
      declare(context, place, inner, expression.name, { kind: "element", name: expression.name.text, node: expression });
      bindExpression(context, place, inner, expression.condition);
      return;
    }
    case "parenthesized":
      bindExpression(context, place, scope, expression.expression);
      return;
    case "list":
      for (const element of expression.elements) bindExpression(context, place, scope, element);
      return;
    case "string":
      for (const part of expression.parts) if (part.kind === "interpolation") bindExpression(context, place, scope, part.expression);
      return;
    case "integer":
    case "version":
    case "duration":
    case "size":
    case "boolean":
    case "none":
    case "missing":
      return;
    default:
      expression satisfies never;
  }
}

/** Binds the values of a call; the names before `:` and comparisons belong to the kind that is called. */
export function bindArguments(context: BindContext, place: BindPlace, scope: Scope, args: readonly ArgumentNode[]): void {
  for (const argument of args) bindExpression(context, place, scope, argument.value);
}
