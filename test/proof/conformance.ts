// npm run prove:conformance -- COUNT SEED: what the model of proofs says of runs from seeded start states, against what the compiled scripts do on the simulated Windows.
import { createRandom } from "../fuzz/random.ts";
import { startRecipeWindows } from "../simulator/recipe-support.ts";
import { compareRuns } from "./conformance-runs.ts";
import { compileKinds, compileSubjects } from "./conformance-subjects.ts";

const [count, seed] = [process.argv[2] ?? "2000", process.argv[3] ?? "1"].map(Number);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed) || (count ?? 0) < 1 || (seed ?? 0) < 1) {
  console.error("Usage: npm run prove:conformance -- COUNT SEED (whole numbers from 1 on)");
  process.exit(2);
}
const started = await startRecipeWindows();
const subjects = [...(await compileKinds()), ...(await compileSubjects())];
let [starts, differences, left] = [0, 0, count ?? 0];
for (const [i, { name, recipe }] of subjects.entries()) {
  const begin = performance.now();
  const share = Math.ceil(left / (subjects.length - i));
  const found = await compareRuns(recipe, { count: share, random: createRandom(seed ?? 1) }, started);
  starts += found.starts;
  left -= found.starts;
  differences += found.disagreements.length;
  const milliseconds = Math.round(performance.now() - begin);
  const omitted = [...found.omitted].map(([why, times]) => `${times} × ${why}`);
  console.log(`${name}: ${found.starts} starts, ${found.disagreements.length} differences, ${milliseconds} ms`);
  if (omitted.length > 0) console.log(`  not given: ${omitted.join("; ").slice(0, 300)}`);
  for (const one of found.disagreements.slice(0, Number(process.argv[4] ?? 3)))
    console.log(`  ${one.what}: the model says ${one.model}, the script ${one.script}\n${one.scenario.replace(/^/gm, "    ")}`);
}
console.log(`${starts} starts, ${differences} differences`);
started.close();
process.exit(differences > 0 ? 1 : 0);
