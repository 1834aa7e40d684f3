import type { Printers } from "./printer.ts";

/** Actions, and the blocks of them. */
export const actionPrinters = {
  actions: (node, p) => p.statements(node.statements),
  action: (node, p) => [
    ...p.words(node.verb, node.object),
    p.isAt("{") && node.span.end > node.object.span.end ? [p.gap(" "), p.properties(node.entries)] : "",
  ],
} satisfies Partial<Printers>;
