import type { Catalog } from "./model.ts";

/** The reference documentation: file name below `docs/reference` -> Markdown. */
export function renderReference(_catalog: Catalog): ReadonlyMap<string, string> {
  return new Map();
}
