import type { CheckedProgram } from "../../checker/checked-program.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ActionStatement } from "../../syntax/actions.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { PartNode, RemedyNode } from "../../syntax/file.ts";
import type { Statement } from "../../syntax/statements.ts";

/** Ten thousand resources with what they need stand far below. */
const MOST_STATEMENTS = 50_000;

type AnyStatement = Statement | ActionStatement;

/** Counts what inlining and unrolling would make, before it is made; reports the place that multiplies most where that is too much. */
export function checkSize(program: CheckedProgram, remedy: RemedyNode): Diagnostic[] {
  const parts = new Map<PartNode, number>();
  const countAll = (statements: readonly AnyStatement[]): number => statements.reduce((sum, statement) => sum + count(statement), 0);
  const count = (statement: AnyStatement): number => {
    if (statement.kind === "use") {
      const part = program.uses.get(statement)?.part;
      if (!part) return 1;
      const known = parts.get(part) ?? 1 + countAll(part.body.statements);
      parts.set(part, known);
      return known;
    }
    return 1 + countElements(program, statement) * countAll(innerOf(statement));
  };
  const steps = remedy.members.flatMap((member) => (member.kind === "step" ? member.body.statements : []));
  const total = countAll(steps);
  if (total <= MOST_STATEMENTS) return [];
  let place = steps.reduce((most, statement) => (count(statement) > count(most) ? statement : most), steps[0] as AnyStatement);
  for (;;) {
    // Down to where a single statement stands for so many.
    const inner = innerOf(place).find((statement) => count(statement) > MOST_STATEMENTS);
    if (!inner) break;
    place = inner;
  }
  const span = count(place) > MOST_STATEMENTS ? place.span : remedy.name.span;
  return [createDiagnostic("RMD4093", span, { count: total, limit: MOST_STATEMENTS })];
}

function innerOf(statement: AnyStatement): readonly AnyStatement[] {
  switch (statement.kind) {
    case "when":
      return [...statement.body.statements, ...(statement.otherwise?.statements ?? [])];
    case "each":
    case "with":
      return statement.body.statements;
    case "ensure":
      return "otherwise" in statement ? (statement.otherwise?.statements ?? []) : [];
    case "check":
      return statement.fix.statements;
    default:
      return [];
  }
}

/** How often the block of an `each` is unrolled; 1 for every other statement, and for what only the device knows. */
function countElements(program: CheckedProgram, statement: AnyStatement): number {
  if (statement.kind !== "each") return 1;
  let list: Expression | undefined = statement.selection;
  for (let steps = 0; steps < 100; steps++) {
    if (list.kind === "list") return list.elements.length;
    if (list.kind === "parenthesized") list = list.expression;
    else if (list.kind === "name-expression") {
      const symbol = program.symbols.get(list.name);
      if (symbol?.kind !== "let") return 1;
      list = symbol.node.value;
    } else return 1;
  }
  return 1;
}
