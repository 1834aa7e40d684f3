/**
 * `npm run fuzz -- 100000 [seed]`: that many changed examples go through parser, checker and emission in memory, for every target.
 * `npm run fuzz -- --values 20000 [seed]`: that many hostile values do, each in the place of a text of the examples and of texts.remedy, or within it; every
 * text gets its turn. Says how many compiled, how many were refused, and fails at the first that throws, that the checker crashed on, or that
 * took more than ten seconds. What compiles is parsed by the grammar of Windows PowerShell 5.1, and in batches by genuine PowerShell's parser.
 */
import type { OutputScript } from "../../src/compiler/compile.ts";
import { parsePowerShell } from "../../src/syntax/powershell-parser.ts";
import { targetNames } from "../../src/targets/targets.ts";
import { compileText } from "../plan/support.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import { parseGenuinely } from "../syntax/genuine-parser.ts";
import { mutate } from "./mutations.ts";
import { beside, createRandom } from "./random.ts";
import { collectPositions, putHostile } from "./values.ts";

const SLOWEST = 10_000;
const BATCH = 100;
/** Inputs after which a line says how far it is. */
const NEWS = 1000;

/** Parses scripts, the functions of each set of them once. */
function createJudge() {
  const known = new Set<string>();
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const complaints = (await parseGenuinely(batch))
      .map((found, i) => ({ found, text: batch[i] ?? "" }))
      .filter(({ found }) => found !== "");
    if (complaints[0]) throw new Error(`genuine PowerShell: ${complaints[0].found}\n${complaints[0].text}`);
    batch = [];
  };
  return {
    async add({ script }: OutputScript): Promise<void> {
      const [before = "", functions = "", ...after] = script.pieces;
      const isNew = !known.has(functions);
      known.add(functions);
      const text = [before, ...(isNew ? [functions] : []), ...after].join("").replace(/^#requires.*$/gim, "");
      const block = `function Test-It {\n${text}\n}`;
      const { error } = parsePowerShell(block);
      if (error)
        throw new Error(
          `the grammar of 5.1 at ${error.offset}: ${error.message}\n${block.slice(Math.max(0, error.offset - 300), error.offset + 300)}`,
        );
      batch.push(block);
      if (batch.length >= BATCH) await flush();
    },
    flush,
  };
}

async function main(): Promise<number> {
  const [first, ...others] = process.argv.slice(2);
  const wantsValues = first === "--values";
  const [count = 1000, seed = 1] = (wantsValues ? others : [first, ...others]).map(Number);
  const random = createRandom(seed);
  const positions = wantsValues ? collectPositions() : [];
  const seen = { compiled: 0, refused: 0, scripts: 0, slowest: 0 };
  const reached = new Set<number>();
  const judge = createJudge();
  const describe = (done: number): string =>
    `${done} ${wantsValues ? `hostile values in ${positions.length} texts (${reached.size} reached scripts)` : "changed examples"}: ${seen.compiled} compiled to ${seen.scripts} scripts that all parse, ${seen.refused} refused, the slowest took ${Math.round(seen.slowest)} ms\n`;
  for (let i = 0; i < count; i++) {
    const state = random.state();
    const position = positions[i % positions.length];
    const text = position ? putHostile(position, random) : mutate(random);
    const start = performance.now();
    const fail = (reason: string): never => {
      throw new Error(`input ${i}, seed ${state}: ${reason}\n${text}`);
    };
    const target = targetNames[random(targetNames.length)] ?? "standalone";
    const result = await compileText(text, { ...beside, target, set: text.includes("service_name") ? beside.set : {} }).catch(
      (error: unknown) => fail(String(error)),
    );
    const took = performance.now() - start;
    seen.slowest = Math.max(seen.slowest, took);
    if (took > SLOWEST) fail(`it took ${Math.round(took)} ms`);
    const crash = result.diagnostics.find(({ code }) => code === "RMD3999" || code === "RMD7099");
    if (crash) fail(crash.message);
    if (result.scripts.length === 0) seen.refused++;
    else {
      seen.compiled++;
      reached.add(i % Math.max(1, positions.length));
    }
    seen.scripts += result.scripts.length;
    for (const script of result.scripts)
      await judge.add(script).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
    if ((i + 1) % NEWS === 0) process.stderr.write(describe(i + 1));
  }
  await judge.flush();
  process.stdout.write(describe(count));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  (await getSharedEngine()).close();
}
