import { builders } from "prettier/doc";
import type { Doc } from "prettier";
import type { BinaryExpression, BinaryOperator, Expression } from "../syntax/expressions.ts";
import { named } from "./states.ts";
import type { Printer, Printers } from "./printer.ts";

const { group, indent, line, softline } = builders;

/** Operators of one rank stand below each other where they do not fit on a line; comparisons are never broken. */
const CHAINED: ReadonlySet<BinaryOperator> = new Set(["or", "and", "??", "+", "-", "/"]);
const NUMBERS: ReadonlySet<Expression["kind"]> = new Set(["integer", "version", "duration", "size"]);

/** Expressions: broken before `and`, `or` and their like, after `(` and `[`. */
export const expressionPrinters = {
  name: (_, p) => p.token(),
  binary: (node, p) => (CHAINED.has(node.operator) ? printChain(node, p) : [...p.words(node.left, undefined, node.right)]),
  not: (node, p) => {
    const { operand } = node;
    // `a not in b` is kept as the negation of `a in b`.
    const isInfix = operand.kind === "binary" && operand.span.start === node.span.start;
    return isInfix ? [...p.words(operand.left, undefined, undefined, operand.right)] : [...p.words(undefined, operand)];
  },
  quantified: (node, p) => [
    ...p.words(undefined, node.name, undefined, node.selection),
    p.gap(""),
    p.token(),
    p.gap(" "),
    p.print(node.condition),
  ],
  "name-expression": (node, p) => p.print(node.name),
  // `1.b` would be another number.
  member: (node, p) => [p.print(node.object), p.gap(NUMBERS.has(node.object.kind) ? " " : ""), p.token(), p.gap(""), p.print(node.name)],
  call: (node, p) => [p.print(node.callee), p.gap(""), p.argumentList(node.arguments)],
  "named-argument": (node, p) => named(node.name, node.value, p),
  "filter-argument": (node, p) => [...p.words(node.property, undefined, node.value)],
  "positional-argument": (node, p) => p.print(node.value),
  boolean: (_, p) => p.token(),
  none: (_, p) => p.token(),
  list: (node, p) => p.list(node.elements),
  parenthesized: (node, p) => group([p.token(), indent([p.gap(softline), p.print(node.expression)]), p.gap(softline), p.token()]),
  missing: (node, p) => p.verbatim(node),
} satisfies Partial<Printers>;

/** `a and b and c`, whose tree leans to the left, as one group. */
function printChain(node: BinaryExpression, p: Printer): Doc {
  const links: BinaryExpression[] = [];
  let first: Expression = node;
  while (first.kind === "binary" && rankOf(first.operator) === rankOf(node.operator)) {
    links.unshift(first);
    first = first.left;
  }
  return group([p.print(first), indent(links.map(({ right }) => [p.gap(line), ...p.words(undefined, right)]))]);
}

function rankOf(operator: BinaryOperator): BinaryOperator {
  return operator === "-" ? "+" : operator;
}
