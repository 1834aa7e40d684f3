/**
 * `npm run fuzz -- 100000 [seed]`: that many changed examples go through parser, checker and emission in memory, for every target. Says how many compiled, how
 * many were refused, and fails at the first that throws, that the checker crashed on, or that took more than ten seconds. What compiles is handed to genuine
 * PowerShell's parser in batches.
 */
import { readdirSync, readFileSync } from "node:fs";
import { targetNames } from "../../src/targets/targets.ts";
import { compileText } from "../plan/support.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import { parseGenuinely } from "../syntax/genuine-parser.ts";

const SLOWEST = 10_000;
const BATCH = 50;
const PIECES = [
  "'",
  '"',
  "'''",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "${",
  "--%",
  "\\u{1b}",
  "\\",
  "%",
  "none",
  "absent",
  "each x in ",
  "not ",
  " and ",
  "?? ",
  "/",
  ".",
  ":",
  ",",
  "\n",
  "0",
  "99999999999",
  "\u202e",
  "\u2018",
  "$(x)",
  "`",
  "#>",
  "@'",
];

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".remedy"))
  .map((name) => readFileSync(`examples/${name}`, "utf8"));

let state = Number(process.argv[3] ?? 1);
function random(below: number): number {
  state = (state * 48_271) % 0x7fffffff;
  return state % below;
}

function mutate(text: string): string {
  let changed = text;
  for (let left = random(3); left >= 0; left--) {
    const at = random(changed.length + 1);
    const piece = PIECES[random(PIECES.length)] ?? "";
    // Inside a text most changes keep the file whole, so that they reach scripts.
    const quote = changed.indexOf('"', at);
    const where = random(3) > 0 && quote >= 0 ? quote + 1 : at;
    changed =
      random(4) === 0 ? changed.slice(0, at) + changed.slice(at + 1 + random(20)) : changed.slice(0, where) + piece + changed.slice(where);
  }
  return changed;
}

async function main(): Promise<number> {
  const count = Number(process.argv[2] ?? 1000);
  const seen = { compiled: 0, refused: 0, scripts: 0, slowest: 0 };
  let batch: string[] = [];
  const judge = async (): Promise<void> => {
    const complaints = (await parseGenuinely(batch.map((text) => `function Test-It {\n${text}\n}`))).filter((found) => found !== "");
    if (complaints.length > 0) throw new Error(`a script does not parse: ${complaints[0] ?? ""}`);
    batch = [];
  };
  for (let i = 0; i < count; i++) {
    const seed = state;
    const text = mutate(examples[random(examples.length)] ?? "");
    const start = performance.now();
    const fail = (reason: string): never => {
      throw new Error(`seed ${seed}: ${reason}\n${text}`);
    };
    const target = targetNames[random(targetNames.length)] ?? "standalone";
    const result = await compileText(text, { target }).catch((error: unknown) => fail(String(error)));
    const took = performance.now() - start;
    seen.slowest = Math.max(seen.slowest, took);
    if (took > SLOWEST) fail(`it took ${Math.round(took)} ms`);
    const crash = result.diagnostics.find(({ code }) => code === "RMD3999" || code === "RMD7099");
    if (crash) fail(crash.message);
    if (result.scripts.length === 0) seen.refused++;
    else seen.compiled++;
    seen.scripts += result.scripts.length;
    batch.push(...result.scripts.map(({ script }) => script.text.replace(/^#requires.*$/gim, "")));
    if (batch.length >= BATCH) await judge();
  }
  if (batch.length > 0) await judge();
  process.stdout.write(
    `${count} changed examples: ${seen.compiled} compiled to ${seen.scripts} scripts that all parse, ${seen.refused} refused, the slowest took ${Math.round(seen.slowest)} ms\n`,
  );
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
