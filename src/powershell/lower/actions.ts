import type { PlanAction, PlanEach, PlanEnsure } from "../../plan/plan.ts";
import type { PsBranch, PsExpression, PsStatement } from "../ast.ts";
import { psBlock, psPositional, psStatement } from "../ast.ts";
import { call, loopVariable } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { lowerExpression, negate } from "./expressions.ts";
import { lowerEnsureBlocks, lowerLabel, lowerVerb } from "./resources.ts";
import { lowerLoop, lowerWith, sourceComment } from "./statements.ts";

/** The actions of a `fix` or of `on failure`, as plain statements: what raises there makes the item fail. */
export function lowerActions(actions: readonly PlanAction[], context: LowerContext): PsStatement[] {
  return actions.flatMap((action) => lowerAction(action, context));
}

function lowerAction(action: PlanAction, context: LowerContext): PsStatement[] {
  switch (action.kind) {
    case "require":
      return []; // A precondition of the fix: read before it, by the requirements block.
    case "ensure":
      return [sourceComment(action.origin, context), lowerApply(action, context)];
    case "verb":
      return [sourceComment(action.origin, context), ...lowerVerb(action, context)];
    case "when": {
      const branches: PsBranch[] = [
        { condition: lowerExpression(action.guard.condition, context), body: lowerActions(action.body, context) },
      ];
      if (action.otherwise.length > 0) branches.push({ condition: undefined, body: lowerActions(action.otherwise, context) });
      return [{ kind: "if", branches }];
    }
    case "each":
      return [lowerActionLoop(action, lowerActions, context)];
    case "with":
      return [lowerWith(action.resources, psBlock(...lowerActions(action.body, context)), context)];
    default:
      return unreachable(action);
  }
}

function lowerActionLoop(
  action: PlanEach<PlanAction>,
  lower: (actions: readonly PlanAction[], context: LowerContext) => PsStatement[],
  context: LowerContext,
): PsStatement {
  const { list, loop } = lowerLoop(action, context);
  const all: PsExpression = action.over.kind === "list" ? list : { kind: "array", elements: [list] };
  return {
    kind: "foreach",
    variable: loopVariable(action.variable),
    list: all,
    body: lower(action.body, { ...context, loops: [...context.loops, loop] }),
  };
}

function lowerApply(ensure: PlanEnsure, context: LowerContext): PsStatement {
  return psStatement(call(context, "Apply", psPositional(lowerLabel(ensure.label, context)), ...lowerEnsureBlocks(ensure, context)));
}

/** The `require`s of a fix with the guards around them, without the actions: `if (-not (…)) { return 'message' }`. */
export function lowerRequirements(actions: readonly PlanAction[], context: LowerContext): PsStatement[] {
  return actions.flatMap((action): PsStatement[] => {
    switch (action.kind) {
      case "require": {
        const condition = negate(lowerExpression(action.guard.condition, context));
        const body: PsStatement[] = [{ kind: "return", value: lowerExpression(action.message, context) }];
        return [sourceComment(action.origin, context), { kind: "if", branches: [{ condition, body }] }];
      }
      case "when": {
        const body = lowerRequirements(action.body, context);
        const otherwise = lowerRequirements(action.otherwise, context);
        if (body.length + otherwise.length === 0) return [];
        const branches: PsBranch[] = [{ condition: lowerExpression(action.guard.condition, context), body }];
        if (otherwise.length > 0) branches.push({ condition: undefined, body: otherwise });
        return [{ kind: "if", branches }];
      }
      case "with":
        return lowerRequirements(action.body, context);
      case "each":
        return containsRequire(action.body) ? [lowerActionLoop(action, lowerRequirements, context)] : [];
      case "ensure":
      case "verb":
        return [];
      default:
        return unreachable(action);
    }
  });
}

function containsRequire(actions: readonly PlanAction[]): boolean {
  return actions.some(
    (action) =>
      action.kind === "require" ||
      ((action.kind === "each" || action.kind === "with") && containsRequire(action.body)) ||
      (action.kind === "when" && (containsRequire(action.body) || containsRequire(action.otherwise))),
  );
}

function unreachable(value: never): never {
  throw new Error(`unexpected action ${JSON.stringify(value)}`);
}
