import type {
  Origin,
  PlanCheck,
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
import { getLineColumn, getSpanText } from "../../source/source-file.ts";
import type { PsArgument, PsBlock, PsBranch, PsExpression, PsStatement } from "../ast.ts";
import { psBlock, psLiteral, psNamed, psPositional, psStatement, psVariable } from "../ast.ts";
import { durationLiteral, stringLiteral } from "../literals.ts";
import { call, getKind, loopVariable, text } from "./context.ts";
import { pascalCase } from "../names.ts";
import type { Loop, LowerContext } from "./context.ts";
import { lowerActions, lowerRequirements } from "./actions.ts";
import { lowerExpression } from "./expressions.ts";
import { loopElementName, lowerEnsureBlocks, lowerIdentity, lowerLabel, lowerResourceArguments } from "./resources.ts";

/** One step: its words in source order, and in repair roles what to read when it fails. */
export function lowerStep(step: PlanStep, context: LowerContext): PsStatement {
  const body = step.guard
    ? lowerWhen({ kind: "when", guard: step.guard, body: step.body, otherwise: [], origin: step.origin }, context, false)
    : lowerNodes(step.body, context);
  const blocks = [psPositional(psBlock(...body))];
  if (context.repairs && step.onFailure.length > 0) {
    context.uses.add("Step.Diagnosis");
    blocks.push(psPositional(psBlock(...lowerActions(step.onFailure, context))));
  }
  return psStatement(call(context, "Step", psPositional(text(step.name)), psPositional(text(step.title)), ...blocks));
}

function lowerNodes(nodes: readonly PlanNode[], context: LowerContext): PsStatement[] {
  const statements: PsStatement[] = [];
  for (const node of nodes) for (const statement of lowerNode(node, context)) statements.push(statement);
  return statements;
}

function lowerNode(node: PlanNode, context: LowerContext): PsStatement[] {
  switch (node.kind) {
    case "require":
      return [sourceComment(node.origin, context), lowerRequire(node, context)];
    case "warn":
      return [sourceComment(node.origin, context), lowerWarn(node, context)];
    case "ensure":
      return [sourceComment(node.origin, context), lowerEnsure(node, context)];
    case "check":
      return [sourceComment(node.origin, context), lowerCheck(node, context)];
    case "reboot":
      return [sourceComment(node.origin, context), lowerReboot(node, context)];
    case "when":
      return lowerWhen(node, context, true);
    case "each":
      return lowerEach(node, context);
    case "with":
      if (node.resources.length === 0) return lowerScope(node.body, context);
      return [sourceComment(node.origin, context), lowerWith(node.resources, psBlock(...lowerScope(node.body, context)), context)];
    default:
      return unreachable(node);
  }
}

function lowerRequire(node: PlanRequire, context: LowerContext): PsStatement {
  return psStatement(
    call(
      context,
      "Assert",
      itemId(node.id, context),
      psPositional(lowerExpression(node.message, context)),
      ...guardArguments(node.guard, context),
      conditionBlock(node.guard, context),
    ),
  );
}

function lowerWarn(node: PlanWarn, context: LowerContext): PsStatement {
  return psStatement(
    call(
      context,
      "Warn",
      itemId(node.id, context),
      psPositional(lowerExpression(node.message, context)),
      ...guardArguments(node.guard, context),
      conditionBlock(node.guard, context),
    ),
  );
}

function lowerReboot(node: PlanReboot, context: LowerContext): PsStatement {
  return psStatement(
    call(context, "Reboot", itemId(node.id, context), ...guardArguments(node.guard, context), conditionBlock(node.guard, context)),
  );
}

function lowerEnsure(node: PlanEnsure, context: LowerContext): PsStatement {
  const blocks = lowerEnsureBlocks(node, context);
  return psStatement(
    call(
      context,
      "Ensure",
      itemId(node.id, context),
      psPositional(lowerLabel(node.label, context)),
      psNamed("On", lowerIdentity(node.resource, context)),
      ...identityList("Reads", node.reads, context),
      ...identityList("Provides", node.provides, context),
      ...blocks,
    ),
  );
}

function lowerCheck(node: PlanCheck, context: LowerContext): PsStatement {
  const requirements = lowerRequirements(node.actions, context);
  const args: PsArgument[] = [
    itemId(node.id, context),
    psPositional(lowerExpression(node.title, context)),
    psNamed("Text", text(node.guard.text)),
    ...identityList("On", node.changes, context),
    ...identityList("Reads", node.guard.reads, context),
  ];
  if (node.every !== undefined) args.push(psNamed("Every", psLiteral(durationLiteral(node.every))));
  if (requirements.length > 0) args.push(psNamed("Require", psBlock(...requirements)));
  args.push(conditionBlock(node.guard, context));
  if (context.repairs) args.push(psPositional(psBlock(...lowerActions(node.actions, context))));
  return psStatement(call(context, "Check", ...args));
}

/** Guard returns neither true nor false when neither branch may run. */
function lowerWhen(node: PlanWhen<PlanNode>, context: LowerContext, withComment: boolean): PsStatement[] {
  const variable = `when${++context.counter.whens}`;
  const guard = call(
    context,
    "Guard",
    psPositional(text(node.guard.text)),
    ...identityList("Reads", node.guard.reads, context),
    conditionBlock(node.guard, context),
  );
  const is = (value: "true" | "false"): PsExpression => ({
    kind: "binary",
    operator: "-eq",
    left: psVariable(variable),
    right: psVariable(value),
  });
  const branches: PsBranch[] = [{ condition: is("true"), body: lowerScope(node.body, context) }];
  if (node.otherwise.length > 0) branches.push({ condition: is("false"), body: lowerScope(node.otherwise, context) });
  return [
    ...(withComment ? [sourceComment(node.origin, context)] : []),
    { kind: "assign", variable, value: guard },
    { kind: "if", branches },
  ];
}

/** The statements of a nested block; one that has a `require` of its own says where it begins and ends (Semantics 4: "the rest of its own block"). */
function lowerScope(nodes: readonly PlanNode[], context: LowerContext): PsStatement[] {
  const statements = lowerNodes(nodes, context);
  if (!nodes.some((node) => node.kind === "require")) return statements;
  return [psStatement(call(context, "Enter-Block")), ...statements, psStatement(call(context, "Exit-Block"))];
}

function lowerEach(node: PlanEach<PlanNode>, context: LowerContext): PsStatement[] {
  const { list, loop } = lowerLoop(node, context);
  const select = call(
    context,
    "Select-Each",
    psPositional(text(node.text)),
    ...identityList("Reads", node.reads, context),
    psPositional(psBlock(psStatement(list))),
  );
  const inner: LowerContext = { ...context, loops: [...context.loops, loop] };
  const body = lowerScope(node.body, inner);
  return [
    sourceComment(node.origin, context),
    {
      kind: "foreach",
      variable: loopVariable(node.variable),
      list: select,
      body: loop.profile ? lowerUserHive(loop, body, context) : body,
    },
  ];
}

/** What a loop goes through, and the loop as the statements inside see it. */
export function lowerLoop(node: PlanEach<unknown>, context: LowerContext): { readonly list: PsExpression; readonly loop: Loop } {
  const { over } = node;
  if (over.kind === "list")
    return { list: lowerExpression(over.list, context), loop: { variable: node.variable, element: "list", profile: false } };
  const noun = getKind(context, over.resource.resourceKind).noun;
  return {
    list: call(context, `Select-${noun}`, ...lowerResourceArguments(over.resource, context)),
    loop: { variable: node.variable, element: "selection", profile: over.resource.resourceKind === "profile" },
  };
}

/** The body of a loop over people, around which their registry is loaded. */
export function lowerUserHive(loop: Loop, body: readonly PsStatement[], context: LowerContext): PsStatement[] {
  const element = psPositional(psVariable(loopVariable(loop.variable)));
  const enter = call(context, "Enter-UserHive", element);
  return [{ kind: "if", branches: [{ condition: enter, body: [...body, psStatement(call(context, "Exit-UserHive", element))] }] }];
}

/** `with … stopped`, for statements and for actions. */
export function lowerWith(resources: PlanWith<unknown>["resources"], body: PsBlock, context: LowerContext): PsStatement {
  const names = (kind: string): PsArgument[] => {
    const elements = resources.filter((resource) => resource.resourceKind === kind).map((resource) => nameOf(resource, context));
    return elements.length === 0 ? [] : [psNamed(pascalCase(kind), { kind: "array", elements })];
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
  if (context.loops.length === 0) return psPositional(text(id));
  const parts = context.loops.flatMap((loop): PsExpression[] => [
    psLiteral(stringLiteral("[")),
    loopElementName(loop, context),
    psLiteral(stringLiteral("]")),
  ]);
  return psPositional({ kind: "join", parts: [text(id), ...parts] });
}

function guardArguments(guard: PlanGuard, context: LowerContext): PsArgument[] {
  return [psNamed("Text", text(guard.text)), ...identityList("Reads", guard.reads, context)];
}

function conditionBlock(guard: PlanGuard, context: LowerContext): PsArgument {
  return psPositional(psBlock(psStatement(lowerExpression(guard.condition, context))));
}

function identityList(name: string, resources: readonly PlanResource[], context: LowerContext): PsArgument[] {
  return resources.length === 0
    ? []
    : [psNamed(name, { kind: "array", elements: resources.map((resource) => lowerIdentity(resource, context)) })];
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
