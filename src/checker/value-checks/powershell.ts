import type { Expression } from "../../syntax/expressions.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { FormalNode } from "../../syntax/file.ts";
import { findLetValue, report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/** An expression on its way into PowerShell, and the place where it becomes code. */
interface Flow {
  readonly expression: Expression;
  readonly code: Span;
}

/**
 * What becomes PowerShell is written in the sources: literals, and `let`s, arguments of parts and elements of written lists that are made of such. A
 * parameter is set by whoever builds, and a reading by the machine: either would be run as code. Followed from the places of code backwards, through
 * parts to every one of their uses, whatever the target.
 */
export function checkCode(context: CheckContext): void {
  const argumentsOf = collectArguments(context);
  const seen = new Set<Expression | FormalNode>();
  const open: Flow[] = [...context.code].map((expression) => ({ expression, code: expression.span }));
  for (let flow = open.pop(); flow; flow = open.pop()) {
    const { expression, code } = flow;
    if (seen.has(expression)) continue;
    seen.add(expression);
    for (const origin of findOrigins(context, expression, code, argumentsOf, seen)) open.push({ expression: origin, code });
  }
}

function collectArguments(context: CheckContext): Map<FormalNode, Expression[]> {
  const found = new Map<FormalNode, Expression[]>();
  for (const use of context.uses.values()) {
    for (const [formal, argument] of use.arguments) {
      const known = found.get(formal);
      if (known) known.push(argument);
      else found.set(formal, [argument]);
    }
  }
  return found;
}

/** What an expression is made of. Reports one that nobody wrote as code. */
function findOrigins(
  context: CheckContext,
  expression: Expression,
  code: Span,
  argumentsOf: ReadonlyMap<FormalNode, readonly Expression[]>,
  seen: Set<Expression | FormalNode>,
): readonly Expression[] {
  switch (expression.kind) {
    case "string":
      return expression.parts.flatMap((part) => (part.kind === "interpolation" ? [part.expression] : []));
    case "parenthesized":
      return [expression.expression];
    case "list":
      return expression.elements;
    case "binary":
      return [expression.left, expression.right];
    case "not":
      return [expression.operand];
    case "quantified":
      return [expression.selection, expression.condition];
    case "member":
    case "call":
      refuse(context, expression, code, "it is known only on the device");
      return [];
    case "name-expression": {
      const binding = context.bound.bindings.get(expression.name);
      switch (binding?.kind) {
        case "let": {
          const value = findLetValue(context, binding);
          return value ? [value] : [];
        }
        case "formal":
          if (seen.has(binding.node)) return [];
          seen.add(binding.node);
          return argumentsOf.get(binding.node) ?? [];
        case "element":
          return [binding.node.selection];
        case "param":
          refuse(context, expression, code, "a parameter is set by whoever builds or runs the script, and would be run as code");
          return [];
        case "changed":
        case "resource-kind":
          refuse(context, expression, code, "it is known only on the device");
          return [];
        default:
          return [];
      }
    }
    default:
      return [];
  }
}

function refuse(context: CheckContext, expression: Expression, code: Span, reason: string): void {
  const related = code === expression.span ? [] : [{ message: "It becomes PowerShell here.", span: code }];
  report(context, "RMD4090", expression.span, { text: getSpanText(expression.span), reason }, { related });
}
