import { expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { planFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { createRandom } from "../fuzz/random.ts";
import { PROJECT } from "../simulator/recipe-support.ts";
import { listEdits } from "./mutation-edits.ts";
import { RECIPES } from "./mutation-recipes.ts";
import { drawMutants, findMutant, findNew } from "./mutation-runs.ts";
import type { Mutant } from "./mutation-runs.ts";

/** `npm run prove:mutation` draws from all, and runs their scenarios, too. */
const DRAWN = ["examples/print-spooler.remedy", "examples/service-virtual-account.remedy"];

async function draw(count: number, seed: number): Promise<readonly Mutant[]> {
  const mutants: Mutant[] = [];
  for await (const mutant of drawMutants(
    RECIPES.filter(({ path }) => DRAWN.includes(path)),
    createRandom(seed),
  )) {
    mutants.push(mutant);
    if (mutants.length === count) break;
  }
  return mutants;
}

const tell = ({ original, edit, line }: Mutant): string => `${original.path}:${line} ${edit.kind}`;

const codesOf = (found: readonly string[]): string => found.map((text) => text.slice(0, 7)).join(" ");

test("what finds each of five seeded edits", async () => {
  const found = (await draw(5, 8)).map((mutant) => {
    const { checked, proved } = findMutant(mutant);
    return `${tell(mutant)} | checker ${codesOf(checked)} | proof ${codesOf(proved)}`;
  });
  expect(found).toHaveLength(5);
  expect(found).toContain("examples/print-spooler.remedy:16 a `require` dropped | checker  | proof RMD9001 RMD9007");
  expect(found).toContain("examples/service-virtual-account.remedy:17 `absent` swapped | checker RMD4102 | proof ");
});

test("what is found counts as often as it is there", () => {
  expect(findNew(["a", "a", "b"], ["a"])).toEqual(["a", "b"]);
});

test("what only tells more of a failure is nothing that an edit breaks", async () => {
  const text = `remedy a {\n title: "A"\n version: 1.0.0\n targets: [standalone]\n step b "B" {
    ensure service("Contoso") { state: running }
    check "c" { service("Other").exists } fix { restart service("Contoso") diagnose event_log("System") restart service("Other") }\n }\n}\n`;
  const host = createMemoryHost({ "a.remedy": text });
  const { program } = await planFile("a.remedy", { ...(await createCompiler(PROJECT)), host }, { targets: undefined, parameters: [] });
  const edits = listEdits(program.entry, program.catalog);
  const touched = edits.filter(({ kind }) => /moved|dropped/.test(kind)).map(({ start, end }) => text.slice(start, end));
  expect(touched).toContain('restart service("Other")');
  expect(touched).not.toContain('diagnose event_log("System")');
});
