import type { Printers } from "./printer.ts";

/** Numbers, as they are written. */
export const numberPrinters = {
  integer: (_, p) => p.token(),
  version: (_, p) => p.token(),
  duration: (_, p) => p.token(),
  size: (_, p) => p.token(),
} satisfies Partial<Printers>;
