import type { Printers } from "./printer.ts";

/** Texts stay as they are written, byte for byte, with what is put into them. */
export const stringPrinters = {
  string: (node, p) => p.verbatim(node),
  "text-part": (node, p) => p.verbatim(node),
  interpolation: (node, p) => p.verbatim(node),
} satisfies Partial<Printers>;
