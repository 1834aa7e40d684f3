import type { Catalog } from "./model.ts";

/**
 * Reads the catalogue that `generate.ts` wrote. The text comes from the package itself, so it is trusted, apart from a version that does not fit.
 * Throws when it is no catalogue.
 */
export function parseCatalog(json: string): Catalog {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null || !("kinds" in value) || typeof value.kinds !== "object" || value.kinds === null) {
    throw new Error("The built-in catalogue is damaged: it has no 'kinds'. Build it with: npm run generate");
  }
  return value as Catalog;
}
