import type { Printers } from "./printer.ts";

/** Promises, and which of the properties that are shown of every remedy one need not have. */
export const promisePrinters = {
  promise: (node, p) => [...p.words(undefined, node.title, undefined, node.remedy), p.gap(" "), p.statements(node.blocks)],
  "promise-block": (node, p) => [p.token(), p.gap(" "), p.properties(node.conditions)],
  accept: (node, p) => [...p.words(undefined, node.property, undefined, node.reason)],
} satisfies Partial<Printers>;
