import { mkdirSync, writeFileSync } from "node:fs";
import { createGeneratedFiles } from "./generated-files.ts";

/** Writes what is generated from the grammar: `npx tsx grammar/generate.ts`. A test fails while the files are stale. */
const folder = new URL("./generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of createGeneratedFiles()) writeFileSync(new URL(name, folder), text);
