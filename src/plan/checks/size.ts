import type { CheckedProgram } from "../../checker/checked-program.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ActionStatement } from "../../syntax/actions.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { FormalNode, PartNode, RemedyNode } from "../../syntax/file.ts";
import type { Statement } from "../../syntax/statements.ts";

/** Ten thousand resources with what they need stand far below. */
const MOST_STATEMENTS = 50_000;

type Use = CheckedProgram["uses"] extends ReadonlyMap<unknown, infer Found> ? Found : never;

type AnyStatement = Statement | ActionStatement;

/** Counts what inlining and unrolling would make, before it is made; reports the place that multiplies most where that is too much. */
export function checkSize(program: CheckedProgram, remedy: RemedyNode): Diagnostic[] {
  const parts = new Map<string, number>();
  const numbers = new Map<PartNode, number>();
  const countAll = (statements: readonly AnyStatement[], lengths: Lengths): number =>
    statements.reduce((sum, statement) => sum + count(statement, lengths), 0);
  const count = (statement: AnyStatement, lengths: Lengths = NO_LENGTHS): number => {
    if (statement.kind === "use") {
      const use = program.uses.get(statement);
      if (!use) return 1;
      const given = measureArguments(program, use, lengths);
      // A part stands for the same wherever its lists are as long.
      const number = numbers.get(use.part) ?? numbers.set(use.part, numbers.size).size - 1;
      const key = [number, ...use.part.formals.map((formal) => given.get(formal) ?? "")].join(" ");
      const known = parts.get(key) ?? 1 + countAll(use.part.body.statements, given);
      parts.set(key, known);
      return known;
    }
    return 1 + countElements(program, statement, lengths) * countAll(innerOf(statement), lengths);
  };
  const steps = remedy.members.flatMap((member) => (member.kind === "step" || member.kind === "uninstall" ? member.body.statements : []));
  const total = countAll(steps, NO_LENGTHS);
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

/** How many elements the lists have that a part is given: those that are written, by its formals. */
type Lengths = ReadonlyMap<FormalNode, number>;

const NO_LENGTHS: Lengths = new Map();

function measureArguments(program: CheckedProgram, use: Use, lengths: Lengths): Lengths {
  const given = new Map<FormalNode, number>();
  for (const formal of use.part.formals) {
    const argument = use.arguments.get(formal) ?? formal.defaultValue;
    const length = argument && measureList(program, argument, lengths);
    if (length !== undefined) given.set(formal, length);
  }
  return given;
}

/** How often the block of an `each` is unrolled; 1 for every other statement, and for what only the device knows. */
function countElements(program: CheckedProgram, statement: AnyStatement, lengths: Lengths): number {
  return statement.kind === "each" ? (measureList(program, statement.selection, lengths) ?? 1) : 1;
}

/** How many elements a list has; undefined where it is none that is written. */
function measureList(program: CheckedProgram, expression: Expression, lengths: Lengths): number | undefined {
  let list = expression;
  for (let steps = 0; steps < 100; steps++) {
    if (list.kind === "list") return list.elements.length;
    if (list.kind === "parenthesized") list = list.expression;
    else if (list.kind === "name-expression") {
      const symbol = program.symbols.get(list.name);
      if (symbol?.kind === "formal") return lengths.get(symbol.node);
      if (symbol?.kind !== "let") return undefined;
      list = symbol.node.value;
    } else return undefined;
  }
  return undefined;
}
