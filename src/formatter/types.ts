import type { Printers } from "./printer.ts";

/** Types of parameters. */
export const typePrinters = {
  "named-type": (node, p) => [
    p.print(node.name),
    node.member ? [p.gap(""), p.token(), p.gap(""), p.print(node.member)] : "",
    node.optional ? [p.gap(""), p.token()] : "",
  ],
  "list-type": (node, p) => [
    p.token(),
    p.gap(""),
    p.print(node.element),
    p.gap(""),
    p.token(),
    node.optional ? [p.gap(""), p.token()] : "",
  ],
} satisfies Partial<Printers>;
