import type { Printers } from "./printer.ts";

/** Scenarios. */
export const scenarioPrinters = {
  scenario: (node, p) => [...p.words(undefined, node.title, undefined, node.remedy), p.gap(" "), p.statements(node.steps)],
  given: (node, p) => [p.token(), p.gap(" "), p.properties(node.items)],
  "given-value": (node, p) => [p.print(node.target), p.gap(""), p.token(), p.gap(" "), p.print(node.value)],
  "expect-outcome": (node, p) => [...p.words(undefined, undefined, node.outcome), node.reason ? [p.gap(" "), p.print(node.reason)] : ""],
  "expect-state": (node, p) => [...p.words(undefined, node.state)],
  restart: (_, p) => p.token(),
} satisfies Partial<Printers>;
