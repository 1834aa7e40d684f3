import { generateCatalog } from "../src/resources/catalog/generate.ts";
/** Brings generated inputs (the built-in catalogue, the template library) up to date once before any test runs. */
export default async function setup(): Promise<void> {
  generateCatalog();
}
