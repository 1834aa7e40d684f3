import type {
  Origin,
  PlanCheck,
  PlanRoutine,
  PlanEach,
  PlanEnsure,
  PlanGuard,
  PlanNode,
  PlanReboot,
  PlanRequire,
  PlanResource,
  PlanStep,
  PlanWarn,
  PlanWhen,
  PlanWith,
} from "../../plan/plan.ts";
import type { Influence } from "../../plan/influence.ts";
import { visitPlan } from "../../plan/provides.ts";
import { getLineColumn, getSpanText } from "../../source/source-file.ts";
import type { PsArgument, PsBlock, PsBranch, PsCommand, PsExpression, PsStatement } from "../ast.ts";
import { psBlock, psNamed, psPositional, psStatement, psVariable } from "../ast.ts";
import { call, loopVariable, text } from "./context.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { Loop, LowerContext } from "./context.ts";
import { assignShared, lowerBlock, lowerItemId, lowerPrecedents } from "./blocks.ts";
import type { Statement } from "./blocks.ts";
import { lowerActions, lowerRequirements } from "./actions.ts";
import { lowerExpression, lowerOver } from "./expressions.ts";
import { lowerMessage } from "./messages.ts";
import { lowerEnsureBlocks, lowerLabel, lowerSkip, lowerWholeEnsure } from "./resources.ts";

/** One step of a repair: its words in source order, what to read when it fails, and the services whose events tell why. */
export function lowerStep(step: PlanStep, influence: Influence, removals: ReadonlySet<PlanNode>, context: LowerContext): PsStatement {
  const repair: Repair = { influence, removals, context };
  const body = step.guard
    ? lowerWhen({ kind: "when", guard: step.guard, body: step.body, otherwise: [], origin: step.origin }, repair)
    : lowerBody(step.body, "return", repair);
  const blocks = [psPositional(psBlock(...assignShared(step, influence), ...body))];
  if (step.onFailure.length > 0) {
    context.uses.add("Step.Diagnosis");
    blocks.push(psPositional(psBlock(...lowerActions(step.onFailure, context))));
  }
  const services = lowerStepServices(step, context);
  return psStatement(call(context, "Step", psPositional(text(step.name)), psPositional(text(step.title)), ...blocks, ...services));
}

interface Repair {
  readonly influence: Influence;
  readonly removals: ReadonlySet<PlanNode>;
  readonly context: LowerContext;
}

function lowerBody(nodes: readonly PlanNode[], leave: "return" | "continue" | undefined, repair: Repair): PsStatement[] {
  const lowering = {
    require: (node: PlanRequire) => lowerConditional("Assert", node, lowerMessage(node.message, repair.context), repair),
    statement: (node: Statement) => lowerNode(node, repair),
    together: (node: Statement, rest: () => readonly PsStatement[]) =>
      repair.removals.has(node) ? psStatement(call(repair.context, "Together", psPositional(psBlock(...rest())))) : undefined,
  };
  return lowerBlock(nodes, leave, lowering, repair.context);
}

function lowerNode(node: Statement, repair: Repair): PsStatement[] {
  const { context } = repair;
  switch (node.kind) {
    case "warn":
      return [
        sourceComment(node.origin, context),
        psStatement(lowerConditional("Warn", node, lowerMessage(node.message, context), repair)),
      ];
    case "ensure":
      return [sourceComment(node.origin, context), lowerEnsure(node, repair)];
    case "check":
      return [sourceComment(node.origin, context), lowerCheck(node, repair)];
    case "routine":
      return [sourceComment(node.origin, context), lowerRoutine(node, repair)];
    case "reboot":
      return [sourceComment(node.origin, context), psStatement(lowerConditional("Reboot", node, text(node.guard.text), repair))];
    case "when":
      return [sourceComment(node.origin, context), ...lowerWhen(node, repair)];
    case "each":
      return [sourceComment(node.origin, context), ...lowerEach(node, repair)];
    case "with": {
      const body = lowerBody(node.body, undefined, repair);
      return node.resources.length === 0
        ? body
        : [sourceComment(node.origin, context), lowerWith(node.resources, psBlock(...body), context)];
    }
    default:
      return unreachable(node);
  }
}

/** `Assert`, `Warn` and `Reboot`: an id, a text for people, and the condition. */
function lowerConditional(
  word: string,
  node: PlanRequire | PlanWarn | PlanReboot,
  label: PsExpression,
  { influence, context }: Repair,
): PsCommand {
  const condition = conditionBlock(node.guard, context);
  return call(context, word, itemId(node.id, context), psPositional(label), condition, ...lowerPrecedents(node, influence, context));
}

function lowerEnsure(node: PlanEnsure, repair: Repair): PsStatement {
  const { influence, context } = repair;
  const label = psPositional(lowerLabel(node.label, context));
  const precedents = lowerPrecedents(node, influence, context);
  const whole = precedents.length + node.otherwise.length === 0 ? lowerWholeEnsure(node, context) : undefined;
  if (whole) return psStatement(call(context, whole.name, itemId(node.id, context), label, ...whole.arguments));
  const args = [itemId(node.id, context), label, ...lowerEnsureBlocks(node, context), ...precedents];
  if (node.otherwise.length > 0) {
    context.uses.add("Ensure.Else");
    const skip = lowerSkip(node, context);
    if (skip) args.push(psNamed("Skip", psBlock(psStatement(skip))));
    args.push(psNamed("Else", psBlock(...lowerBody(node.otherwise, "return", repair))));
  }
  return psStatement(call(context, "Ensure", ...args));
}

function lowerCheck(node: PlanCheck, repair: Repair): PsStatement {
  const { context } = repair;
  const every = node.every && [psNamed("Every", lowerExpression(node.every, context))];
  return lowerDoing("Check", node, conditionBlock(node.guard, context), every ?? [], repair);
}

function lowerRoutine(node: PlanRoutine, repair: Repair): PsStatement {
  return lowerDoing("Routine", node, psPositional(lowerExpression(node.every, repair.context)), [], repair);
}

/** A word with an id, a title, when its actions are due, and these. */
function lowerDoing(
  word: string,
  node: PlanCheck | PlanRoutine,
  due: PsArgument,
  more: readonly PsArgument[],
  { influence, context }: Repair,
): PsStatement {
  const requirements = lowerRequirements(node.actions, context);
  return psStatement(
    call(
      context,
      word,
      itemId(node.id, context),
      psPositional(lowerMessage(node.title, context)),
      due,
      psPositional(psBlock(...lowerActions(node.actions, context))),
      ...more,
      ...(requirements.length > 0 ? [psNamed("Require", psBlock(...requirements))] : []),
      ...lowerPrecedents(node, influence, context),
    ),
  );
}

/** `if (Guard …) { … }`; with an `else` through a variable, since a guard that cannot be read is neither true nor false. */
function lowerWhen(node: PlanWhen<PlanNode>, repair: Repair): PsStatement[] {
  const { context, influence } = repair;
  const label = psPositional(text(node.guard.text));
  const guard = call(context, "Guard", label, conditionBlock(node.guard, context), ...lowerPrecedents(node, influence, context));
  const body = lowerBody(node.body, undefined, repair);
  if (node.otherwise.length === 0) return [{ kind: "if", branches: [{ condition: guard, body }] }];
  const variable = `when${++context.counter.whens}`;
  const isFalse: PsExpression = { kind: "binary", operator: "-ne", left: psVariable("null"), right: psVariable(variable) };
  const branches: PsBranch[] = [
    { condition: psVariable(variable), body },
    { condition: isFalse, body: lowerBody(node.otherwise, undefined, repair) },
  ];
  return [
    { kind: "assign", variable, value: guard },
    { kind: "if", branches },
  ];
}

function lowerEach(node: PlanEach<PlanNode>, repair: Repair): PsStatement[] {
  const { context, influence } = repair;
  const { list, loop } = lowerLoop(node, context);
  const selection = psPositional(psBlock(psStatement(list)));
  const select = call(context, "Select-Each", psPositional(text(node.text)), selection, ...lowerPrecedents(node, influence, context));
  const inner: Repair = { ...repair, context: { ...context, loops: [...context.loops, loop] } };
  const body = lowerBody(node.body, loop.profile ? undefined : "continue", inner);
  return [
    {
      kind: "foreach",
      variable: loopVariable(node.variable),
      list: select,
      body: loop.profile ? lowerUserHive(loop, body, context) : body,
    },
  ];
}

/** Services that a step is about or that its packages provide: a step that is diagnosed, or that runs an installer, looks for what their events tell. Those of loops are left out. */
function lowerStepServices(step: PlanStep, context: LowerContext): PsArgument[] {
  const names = new Map<string, PsExpression>();
  const installs = { any: false };
  visitPlan([step], (node) => {
    if (node.kind !== "ensure" && node.kind !== "check" && node.kind !== "routine") return;
    installs.any ||= node.kind === "ensure" && node.resource.resourceKind === "package";
    for (const resource of node.kind === "ensure" ? [node.resource, ...node.provides] : node.changes) {
      if (resource.kind === "element" || resource.resourceKind !== "service") continue;
      const [key] = resource.keys;
      if (key && (key.value.kind === "constant" || key.value.kind === "parameter"))
        names.set(resource.identity, lowerExpression(key.value, context));
    }
  });
  if (names.size === 0 || (step.onFailure.length === 0 && !installs.any)) return [];
  context.uses.add("Step.Service");
  return [psNamed("Service", { kind: "array", elements: [...names.values()] })];
}

/** What a loop goes through, and the loop as the statements inside see it. */
export function lowerLoop(node: PlanEach<unknown>, context: LowerContext): { readonly list: PsExpression; readonly loop: Loop } {
  const { over, variable } = node;
  const loop: Loop =
    over.kind === "selection"
      ? { variable, element: "selection", profile: over.resource.resourceKind === "profile" }
      : { variable, element: "list", profile: false };
  return { list: lowerOver(over, variable, context), loop };
}

/** The body of a loop over people, around which their registry is loaded. */
export function lowerUserHive(loop: Loop, body: readonly PsStatement[], context: LowerContext): PsStatement[] {
  const element = psPositional(psVariable(loopVariable(loop.variable)));
  const enter = call(context, "Enter-UserHive", element);
  const leave = psStatement(call(context, "Exit-UserHive", element));
  return [{ kind: "if", branches: [{ condition: enter, body: [{ kind: "try", body, finally: leave }] }] }];
}

/** `with … stopped`, for statements and for actions. */
export function lowerWith(resources: PlanWith<unknown>["resources"], body: PsBlock, context: LowerContext): PsStatement {
  const names = (kind: string): PsArgument[] => {
    const elements = resources.filter((resource) => resource.resourceKind === kind).map((resource) => nameOf(resource, context));
    if (elements.length === 0) return [];
    context.uses.add(`With.${toPascalCase(kind)}`);
    return [psNamed(toPascalCase(kind), { kind: "array", elements })];
  };
  return psStatement(call(context, "With", ...names("service"), ...names("process"), psPositional(body)));
}

function nameOf(resource: PlanResource, context: LowerContext): PsExpression {
  if (resource.kind === "element") return { kind: "member", object: psVariable(loopVariable(resource.variable)), name: "Name" };
  const key = resource.keys[0];
  if (!key) throw new Error(`'${resource.label}' has no name to stop it by`);
  return lowerExpression(key.value, context);
}

function itemId(id: string, context: LowerContext): PsArgument {
  return psPositional(lowerItemId(id, context));
}

/**
 * A condition as the block that the engine's words take. In a detection, where ours give one boolean and nothing asks again, what a function of a user's own has a part in is looked at:
 * a repair's words do that of every condition.
 */
export function conditionBlock(guard: PlanGuard, context: LowerContext): PsArgument {
  const roots = new Set<string>();
  const condition = psBlock(psStatement(lowerExpression(guard.condition, { ...context, roots })));
  for (const name of roots) context.roots.add(name);
  const isOurs = context.repairs || [...roots].every((name) => context.linker.find(name)?.layer !== "user");
  return psPositional(isOurs ? condition : psBlock(psStatement(call(context, "Measure-Condition", psPositional(condition)))));
}

const LONGEST_SOURCE = 120;

/** A text on one line, cut when it is long. A statement may go over thousands of lines, of which the first are enough. */
function shorten(source: string): string {
  for (let length = 2 * LONGEST_SOURCE; ; length *= 2) {
    const line = source.slice(0, length).replace(/\s+/g, " ");
    if (line.length > LONGEST_SOURCE) return `${line.slice(0, LONGEST_SOURCE - 3)}...`;
    if (length >= source.length) return line;
  }
}

/** `line 16: require spooler.startup != disabled`; what a part brings begins with the path of its file. */
export function sourceComment(origin: Origin, context: LowerContext): PsStatement {
  const { file, start } = origin.span;
  const { line } = getLineColumn(file, start);
  const place = file === context.source ? `line ${line}` : `${file.path}:${line}`;
  return { kind: "comment", text: `${place}: ${shorten(getSpanText(origin.span))}` };
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
