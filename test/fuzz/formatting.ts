/**
 * `npm run fuzz:formatting -- 10000 [seed]`: formats that many texts made of the declarations of examples and tests, with other white space and comments between
 * their tokens. Fails at the first that then says something else, loses or moves a comment, or is not what formatting it again gives.
 */
import { formatFaithfully } from "../formatter/faithful.ts";
import { collectDeclarations, generateLayout, generateText, listRemedies } from "../formatter/generate.ts";
import { createRandom } from "./random.ts";

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const declarations = collectDeclarations(listRemedies());
const random = createRandom(seed);
try {
  for (let i = 0; i < count; i++) formatFaithfully(generateText(declarations, random), generateLayout(random));
  process.stdout.write(`${count} texts of ${declarations.length} declarations: formatted as they were meant\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
