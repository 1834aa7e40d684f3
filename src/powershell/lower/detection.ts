import type { Influence } from "../../plan/influence.ts";
import type { PlanCheck, PlanEach, PlanEnsure, PlanNode, PlanRequire, PlanRoutine, PlanStep, PlanWhen } from "../../plan/plan.ts";
import type { PsBranch, PsExpression, PsStatement } from "../ast.ts";
import { psBlock, psPositional, psStatement, psVariable } from "../ast.ts";
import { assignShared, lowerBlock, lowerItemId, oneOrArray, sharedVariable } from "./blocks.ts";
import type { Statement } from "./blocks.ts";
import { call, loopVariable, text } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { lowerExpression } from "./expressions.ts";
import { lowerMessage } from "./messages.ts";
import { lowerEnsureBlocks, lowerLabel } from "./resources.ts";
import { conditionBlock, lowerLoop, lowerUserHive, sourceComment } from "./statements.ts";

/**
 * A step of a detection, nothing where it tests nothing: tests and `require`s in source order. What reads a thing that the fix of an earlier item would change is passed over where that item is to be fixed;
 * `reboot` and what is stopped for a fix have no place here (Semantics 5).
 */
export function lowerDetectionStep(step: PlanStep, influence: Influence, context: LowerContext): PsStatement[] {
  const detection: Detection = { influence, context };
  const body = step.guard
    ? lowerWhen({ kind: "when", guard: step.guard, body: step.body, otherwise: [], origin: step.origin }, detection)
    : lowerBody(step.body, "return", detection);
  if (body.length === 0) return [];
  const block = psBlock(...assignShared(step, influence), ...body);
  return [psStatement(call(context, "Step", psPositional(text(step.name)), psPositional(text(step.title)), psPositional(block)))];
}

interface Detection {
  readonly influence: Influence;
  readonly context: LowerContext;
}

function lowerBody(nodes: readonly PlanNode[], leave: "return" | "continue" | undefined, detection: Detection): PsStatement[] {
  const lowering = {
    require: (node: PlanRequire) => lowerRequire(node, detection),
    statement: (node: Statement) => lowerNode(node, detection),
  };
  return lowerBlock(nodes, leave, lowering, detection.context);
}

/** Whether none of the items is to be fixed of whose fixes a statement would read something; undefined where there are none. */
function precedentsOf(node: PlanNode, { influence, context }: Detection): PsExpression | undefined {
  const found = influence.precedents.get(node);
  if (!found) return undefined;
  const { after, needs } = found;
  if (!("number" in after) && !("number" in needs)) return untouched(oneOrArray([...after, ...needs].map(text)), context);
  const [first, second] = [after, needs].flatMap((ids) => {
    if ("number" in ids) return [untouched(sharedVariable(ids), context)];
    return ids.length === 0 ? [] : [untouched(oneOrArray(ids.map(text)), context)];
  });
  return first && second ? { kind: "binary", operator: "-and", left: first, right: second } : first;
}

/** True where a `require` holds, or where it reads what the fix of an item that does not hold would change: then nobody knows yet. */
function lowerRequire(node: PlanRequire, detection: Detection): PsExpression {
  const { context } = detection;
  const holds = call(context, "Assert", psPositional(lowerMessage(node.message, context)), conditionBlock(node.guard, context));
  const free = precedentsOf(node, detection);
  return free ? { kind: "binary", operator: "-or", left: { kind: "not", operand: free }, right: holds } : holds;
}

function lowerNode(node: Statement, detection: Detection): PsStatement[] {
  const { context } = detection;
  switch (node.kind) {
    case "warn": {
      const warn = call(context, "Warn", psPositional(lowerMessage(node.message, context)), conditionBlock(node.guard, context));
      return [sourceComment(node.origin, context), ...passOver(node, [psStatement(warn)], detection)];
    }
    case "ensure": {
      const label = psPositional(lowerLabel(node.label, context));
      return lowerItem(node, call(context, "Ensure", label, ...lowerEnsureBlocks(node, context)), detection);
    }
    case "check": {
      const title = psPositional(lowerMessage(node.title, context));
      return lowerItem(node, call(context, "Check", title, conditionBlock(node.guard, context)), detection);
    }
    case "routine": {
      const title = psPositional(lowerMessage(node.title, context));
      const item = psPositional(lowerItemId(node.id, context));
      const every = psPositional(lowerExpression(node.every, context));
      return lowerItem(node, call(context, "Routine", item, title, every), detection);
    }
    case "when":
      return [sourceComment(node.origin, context), ...lowerWhen(node, detection)];
    case "each":
      return [sourceComment(node.origin, context), ...lowerEach(node, detection)];
    case "with":
      return lowerBody(node.body, undefined, detection);
    case "reboot":
      return [];
    default:
      return unreachable(node);
  }
}

/** `if (Guard …) { … }`; with an `else` through a variable, since a guard that cannot be read is neither true nor false. */
function lowerWhen(node: PlanWhen<PlanNode>, detection: Detection): PsStatement[] {
  const { context } = detection;
  const guard = call(context, "Guard", psPositional(text(node.guard.text)), conditionBlock(node.guard, context));
  const free = precedentsOf(node, detection);
  const body = lowerBody(node.body, undefined, detection);
  const otherwise = lowerBody(node.otherwise, undefined, detection);
  if (otherwise.length === 0) {
    const holds: PsExpression = free ? { kind: "binary", operator: "-and", left: free, right: guard } : guard;
    return body.length === 0 ? [] : [{ kind: "if", branches: [{ condition: holds, body }] }];
  }
  const variable = `when${++context.counter.whens}`;
  const branches: PsBranch[] = [
    { condition: psVariable(variable), body },
    { condition: { kind: "binary", operator: "-ne", left: psVariable("null"), right: psVariable(variable) }, body: otherwise },
  ];
  return passOver(
    node,
    [
      { kind: "assign", variable, value: guard },
      { kind: "if", branches },
    ],
    detection,
  );
}

function lowerEach(node: PlanEach<PlanNode>, detection: Detection): PsStatement[] {
  const { context } = detection;
  const { list, loop } = lowerLoop(node, context);
  const inner: Detection = { ...detection, context: { ...context, loops: [...context.loops, loop] } };
  const body = lowerBody(node.body, loop.profile ? undefined : "continue", inner);
  const select = call(context, "Select-Each", psPositional(text(node.text)), psPositional(psBlock(psStatement(list))));
  const each: PsStatement = {
    kind: "foreach",
    variable: loopVariable(node.variable),
    list: select,
    body: loop.profile ? lowerUserHive(loop, body, context) : body,
  };
  return passOver(node, [each], detection);
}

/** Statements that read what the fix of an earlier item would change are passed over where that item is to be fixed. */
function passOver(node: PlanNode, statements: readonly PsStatement[], detection: Detection): PsStatement[] {
  const free = precedentsOf(node, detection);
  return free ? [{ kind: "if", branches: [{ condition: free, body: statements }] }] : [...statements];
}

function untouched(ids: PsExpression, context: LowerContext): PsExpression {
  context.uses.add("Untouched");
  return call(context, "Untouched", psPositional(ids));
}

/** A test with its source line above it; one that others depend on says its id. */
function lowerItem(node: PlanEnsure | PlanCheck | PlanRoutine, test: PsExpression, detection: Detection): PsStatement[] {
  const { influence, context } = detection;
  const statement = psStatement(
    influence.named.has(node.id) ? call(context, "Item", psPositional(text(node.id)), psPositional(psBlock(psStatement(test)))) : test,
  );
  return [sourceComment(node.origin, context), ...passOver(node, [statement], detection)];
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
