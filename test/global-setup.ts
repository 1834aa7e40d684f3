import { generateAll } from "../src/build/generate.ts";

/** Brings generated inputs (the built-in catalogue, the template library, the pages) up to date once before any test runs. */
export default async function setup(): Promise<void> {
  await generateAll();
}
