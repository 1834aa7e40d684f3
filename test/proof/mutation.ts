// npm run prove:mutation -- COUNT SEED: of so many seeded edits that break a recipe, which ones the checker finds, which ones a proof, which ones the recipe's scenarios, and which ones nobody.
import { parseArgs } from "node:util";
import { createRandom } from "../fuzz/random.ts";
import { startRecipeWindows } from "../simulator/recipe-support.ts";
import { EDIT_KINDS } from "./mutation-edits.ts";
import type { EditKind } from "./mutation-edits.ts";
import { RECIPES } from "./mutation-recipes.ts";
import { drawMutants, findMutant } from "./mutation-runs.ts";
import type { Recipe } from "./mutation-runs.ts";
import { findFailing } from "./mutation-scenarios.ts";

const USAGE = `Usage: npm run prove:mutation -- COUNT SEED [--except PATH] [--without-scenarios]
  COUNT, SEED          whole numbers from 1 on
  --except PATH        without recipes whose path begins so, such as examples/entra
  --without-scenarios  the checker and proofs alone: without a simulated Windows it is done in minutes`;

const { count, seed, recipes, runsScenarios } = readArguments();

function readArguments(): {
  readonly count: number;
  readonly seed: number;
  readonly recipes: readonly Recipe[];
  readonly runsScenarios: boolean;
} {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { except: { type: "string" }, "without-scenarios": { type: "boolean", default: false } },
    });
    const [edits = 0, start = 0] = positionals.map(Number);
    const chosen = RECIPES.filter(({ path }) => values.except === undefined || !path.startsWith(values.except));
    const isRight = [edits, start].every((one) => Number.isSafeInteger(one) && one >= 1) && positionals.length === 2;
    if (isRight && chosen.length > 0) return { count: edits, seed: start, recipes: chosen, runsScenarios: !values["without-scenarios"] };
    if (isRight) console.error(`'${values.except ?? ""}' leaves no recipe.`);
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(USAGE);
  process.exit(2);
}

/** Who found an edit of which kind. */
interface Row {
  readonly kind: EditKind;
  readonly by: ReadonlySet<"checker" | "proof" | "scenarios">;
}

const started = runsScenarios ? await startRecipeWindows() : undefined;
/** Recipes whose scenarios are known to pass as they are. */
const passing = new Set<string>();
const rows: Row[] = [];
for await (const mutant of drawMutants(recipes, createRandom(seed))) {
  const { original, version, edit, line, before } = mutant;
  const { checked, proved } = findMutant(mutant);
  const scenario = started && (await findFailing(version, started));
  if (started && scenario !== undefined && !passing.has(original.path)) {
    const known = await findFailing(original, started);
    if (known !== undefined) throw new Error(`${original.path} fails as it is: ${known}`);
    passing.add(original.path);
  }
  const by = new Set<"checker" | "proof" | "scenarios">();
  if (checked.length > 0) by.add("checker");
  if (proved.length > 0) by.add("proof");
  if (scenario !== undefined) by.add("scenarios");
  rows.push({ kind: edit.kind, by });
  console.log(`${rows.length}. ${original.path}:${line} ${edit.kind}: ${shorten(before)} → ${shorten(edit.text)}`);
  for (const [who, what] of [
    ["checker", checked[0]],
    ["proof", proved[0]],
    ["scenarios", scenario],
  ] as const)
    if (what !== undefined) console.log(`   ${who}: ${shorten(what)}`);
  if (by.size === 0) console.log("   nobody");
  if (rows.length === count) break;
}
if (rows.length < count) console.log(`There are no more than ${rows.length} edits.`);

const ALL_COLUMNS: readonly { readonly title: string; readonly counts: (row: Row) => boolean }[] = [
  { title: "edits", counts: () => true },
  { title: "checker", counts: ({ by }) => by.has("checker") },
  { title: "proof", counts: ({ by }) => by.has("proof") },
  { title: "scenarios", counts: ({ by }) => by.has("scenarios") },
  { title: "checker alone", counts: ({ by }) => by.size === 1 && by.has("checker") },
  { title: "proof alone", counts: ({ by }) => by.size === 1 && by.has("proof") },
  { title: "scenarios alone", counts: ({ by }) => by.size === 1 && by.has("scenarios") },
  { title: "nobody", counts: ({ by }) => by.size === 0 },
];
const COLUMNS = ALL_COLUMNS.filter(({ title }) => runsScenarios || !title.startsWith("scenarios"));
const countAll = (of: readonly Row[]): string => COLUMNS.map(({ counts }) => of.filter(counts).length).join(" | ");
console.log(`\n| edit | ${COLUMNS.map(({ title }) => title).join(" | ")} |\n|---|${"---|".repeat(COLUMNS.length)}`);
for (const kind of EDIT_KINDS) {
  const own = rows.filter((row) => row.kind === kind);
  if (own.length > 0) console.log(`| ${kind} | ${countAll(own)} |`);
}
console.log(`| all | ${countAll(rows)} |`);
started?.close();
process.exit(0);

/** On one line, and no longer than it takes to know it again. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line || "(nothing)";
}
