import type { Influence, SharedItems } from "../../plan/influence.ts";
import type { PlanNode, PlanRequire, PlanStep } from "../../plan/plan.ts";
import type { PsArgument, PsExpression, PsStatement } from "../ast.ts";
import { psNamed, psVariable } from "../ast.ts";
import { text } from "./context.ts";
import type { LowerContext } from "./context.ts";
import { loopElementName } from "./resources.ts";
import { sourceComment } from "./statements.ts";

/** What stands in a block besides `require`, which decides whether the rest of the block follows. */
export type Statement = Exclude<PlanNode, PlanRequire>;

/** How a role lowers what stands in a block. */
export interface BlockLowering {
  /** An expression that is true where the rest of the block may follow. */
  require(node: PlanRequire): PsExpression;
  statement(node: Statement): readonly PsStatement[];
  /** The rest of a block as one statement, from the statement on that it is to be looked at before anything of it is fixed. */
  readonly together?: ((node: Statement, rest: () => readonly PsStatement[]) => PsStatement | undefined) | undefined;
}

/**
 * The statements of a block. A `require` that does not hold ends it (Semantics 4: "the rest of its own block"): `leave` does that where the block is the body of a step or a loop;
 * elsewhere the rest of the block stands in the branch of an `if`.
 */
export function lowerBlock(
  nodes: readonly PlanNode[],
  leave: "return" | "continue" | undefined,
  lowering: BlockLowering,
  context: LowerContext,
): PsStatement[] {
  const statements: PsStatement[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as PlanNode;
    if (node.kind !== "require") {
      const together = lowering.together?.(node, () =>
        lowerBlock(nodes.slice(i), undefined, { ...lowering, together: undefined }, context),
      );
      if (together) return [...statements, together];
      for (const statement of lowering.statement(node)) statements.push(statement);
      continue;
    }
    if (leave !== undefined) {
      const condition: PsExpression = { kind: "not", operand: lowering.require(node) };
      statements.push(sourceComment(node.origin, context), {
        kind: "if",
        branches: [{ condition, body: [{ kind: "leave", word: leave }] }],
      });
      continue;
    }
    // Requires that stand together make one condition: the first that does not hold ends it.
    const requires: PlanRequire[] = [];
    for (let end = i, next = nodes[end]; next?.kind === "require"; next = nodes[++end]) requires.push(next);
    const all = requires
      .map((one) => lowering.require(one))
      .reduce((left, right): PsExpression => ({ kind: "binary", operator: "-and", left, right }));
    const rest = lowerBlock(nodes.slice(i + requires.length), undefined, lowering, context);
    return [
      ...statements,
      ...requires.map((one) => sourceComment(one.origin, context)),
      rest.length === 0 ? { kind: "assign", variable: "null", value: all } : { kind: "if", branches: [{ condition: all, body: rest }] },
    ];
  }
  return statements;
}

/** The id of an item, in a loop with the name of each element behind it: `stale.1[Contoso Agent]`. */
export function lowerItemId(id: string, context: LowerContext): PsExpression {
  if (context.loops.length === 0) return text(id);
  const parts = context.loops.flatMap((loop): PsExpression[] => [text("["), loopElementName(loop, context), text("]")]);
  return { kind: "join", parts: [text(id), ...parts] };
}

/**
 * `-After` and `-Needs` of a statement: the items that it depends on. One in the loops around the statement is that of the same element; one in another loop is any of
 * those that the loop made, which the id without an element stands for.
 */
export function lowerPrecedents(node: PlanNode, { precedents, named }: Influence, context: LowerContext): PsArgument[] {
  const found = precedents.get(node);
  if (!found) return [];
  const lower = (id: string): PsExpression => {
    const loops = named.get(id) ?? [];
    const isAround = loops.every((variable, i) => context.loops[i]?.variable === variable);
    return isAround ? lowerItemId(id, { ...context, loops: context.loops.slice(0, loops.length) }) : text(id);
  };
  const list = (name: string, ids: readonly string[] | SharedItems): PsArgument[] => {
    if ("number" in ids) return [psNamed(name, sharedVariable(ids))];
    return ids.length === 0 ? [] : [psNamed(name, oneOrArray(ids.map(lower)))];
  };
  const { after, needs } = found;
  const isItem = node.kind === "ensure" || node.kind === "check" || node.kind === "routine";
  context.uses.add(isItem ? "Ensure.After" : "Condition.After");
  // Only an item that is fixed itself tells what provides it from what changes it.
  if (!isItem && !("number" in after) && !("number" in needs)) return list("After", [...after, ...needs]);
  return [...list("After", after), ...list("Needs", needs)];
}

/** The lists of items that statements of a step have in common, as variables at the start of its block. */
export function assignShared(step: PlanStep, { shared }: Influence): PsStatement[] {
  return (shared.get(step) ?? []).map((items) => ({
    kind: "assign",
    variable: `after${items.number}`,
    value: { kind: "array", elements: items.ids.map(text) },
  }));
}

export function sharedVariable({ number }: SharedItems): PsExpression {
  return psVariable(`after${number}`);
}

/** One text as itself, several as an array: what a parameter of the type `[string[]]` takes. */
export function oneOrArray(elements: readonly PsExpression[]): PsExpression {
  const [first, ...more] = elements;
  return first && more.length === 0 ? first : { kind: "array", elements };
}
