import { builders } from "prettier/doc";
import type { Doc } from "prettier";
import type { NameNode, Expression } from "../syntax/expressions.ts";
import type { Printer, Printers } from "./printer.ts";

const { group, indent, line } = builders;

/** Names for values, entries, and what is said of a resource. */
export const statePrinters = {
  let: (node, p) => [...p.words(undefined, node.name, undefined, node.value)],
  entry: (node, p) => named(node.name, node.value, p),
  state: (node, p) => [
    p.print(node.resource),
    node.presence ? [p.gap(" "), p.token()] : "",
    node.span.end > (node.presenceSpan ?? node.resource.span).end ? [p.gap(" "), p.properties(node.entries)] : "",
  ],
  ensure: (node, p) => [
    ...p.words(undefined, node.state),
    node.otherwise ? [p.gap(" "), p.token(), p.gap(" "), p.print(node.otherwise)] : "",
  ],
  require: (node, p) => group([...p.words(undefined, node.condition), indent([p.gap(line), ...p.words(undefined, node.message)])]),
} satisfies Partial<Printers>;

/** `name: value`. */
export function named(name: NameNode, value: Expression, p: Printer): Doc {
  return [p.print(name), p.gap(""), p.token(), p.gap(" "), p.print(value)];
}
