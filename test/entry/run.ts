import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateAll } from "../../src/build/generate.ts";
import { preparePowerShell } from "../powershell/host.ts";
import { CHECKS } from "./checks.ts";
import { GENERATED_VARIABLE } from "./generated.ts";
import { COUNTS_VARIABLE } from "./reporter.ts";
import type { Counts } from "./reporter.ts";
import { describeMissing } from "./requirements.ts";

/*
 * `npm test`: all static checks and all tests. `npm test -- WORD…`: the tests of files with one of the words in their path, in seconds; with `--checks` (or
 * `--checks=format,style`) those static checks as well; what else begins with a dash is Vitest's. The last line is `N passed, N failed` over checks and tests, with what was skipped.
 */

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Colours are for people at a terminal: programs that only look at CI or FORCE_COLOR write them into files, too. */
const environment = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };

/** Runs a program of this Node.js; gives its exit code and, where it is not shown as it comes, what it wrote. */
function run(
  args: readonly string[],
  shown: boolean,
  variables: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      env: { ...environment, ...variables },
      stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

/**
 * The checks one after the other, beside the tests: each keeps a processor busy for ten seconds or more. What they found is told at the end, where nothing
 * else is printed.
 */
async function runChecks(names: readonly string[]): Promise<Counts & { readonly found: string }> {
  let passed = 0;
  let found = "";
  for (const name of names) {
    const begin = performance.now();
    const { code, text } = await run(["--import", "tsx", join(PROJECT, "test/entry/checks.ts"), name], false);
    console.log(`${code === 0 ? "ok  " : "FAIL"} check of ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
    if (code === 0) passed++;
    else found += `\ncheck of ${name}:\n${text}`;
  }
  return { passed, failed: names.length - passed, skipped: 0, found };
}

async function runTests(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-tests-"));
  const path = join(folder, "counts.json");
  try {
    const { code } = await run([join(PROJECT, "node_modules/vitest/vitest.mjs"), "run", ...args], true, {
      [COUNTS_VARIABLE]: path,
      [GENERATED_VARIABLE]: "1",
    });
    const counts = readCounts(path);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** None where Vitest did not come to its end; its exit code tells. */
function readCounts(path: string): Counts {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Counts) : { passed: 0, failed: 0, skipped: 0 };
}

const { wanted, rest, isPart } = splitArguments(process.argv.slice(2));
const unknown = wanted.find((name) => !(name in CHECKS));
if (unknown !== undefined) {
  console.error(`There is no check '${unknown}'. There are ${Object.keys(CHECKS).join(", ")}.`);
  process.exit(2);
}
for (const line of describeMissing()) console.log(line);
await generateAll();
const [checks, tests] = await Promise.all([
  runChecks(wanted),
  (isPart ? Promise.resolve() : preparePowerShell()).then(() => runTests(rest)),
]);
const parts = [checks, tests];
const sum = (count: (counts: Counts) => number): number => parts.reduce((total, counts) => total + count(counts), 0);
const [passed, failed, skipped] = [sum((c) => c.passed), sum((c) => c.failed), sum((c) => c.skipped)];
if (checks.found !== "") console.log(checks.found);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;

/** The static checks that are wanted, what Vitest gets, and whether that names some tests instead of all. */
function splitArguments(given: readonly string[]) {
  const option = given.find((arg) => /^--checks(=|$)/.test(arg));
  const rest = given.filter((arg) => arg !== option);
  const isPart = rest.some((arg) => !arg.startsWith("-"));
  if (option?.includes("=") === true) return { wanted: option.slice(option.indexOf("=") + 1).split(","), rest, isPart };
  return { wanted: option !== undefined || !isPart ? Object.keys(CHECKS) : [], rest, isPart };
}
