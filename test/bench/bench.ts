import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFile } from "../../src/compiler/compile.ts";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { generateRemedy, writeInputs } from "./inputs.ts";
import { measureAll, measureMemory, summarize } from "./measure.ts";
import type { Case, NamedTiming } from "./measure.ts";
import { measureDetection } from "./detection.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const CLI = join(PROJECT, "dist", "remedyc.cjs");

/** A figure of the table; `median` in milliseconds unless the name says another unit. */
interface Row {
  readonly name: string;
  readonly median: number;
  /** How many times what an empty Node program takes in the same run; undefined for what is no time. */
  readonly ratio: number | undefined;
  readonly target: string;
  readonly isMet: boolean;
}

/**
 * Milliseconds of an empty Node program on the machine on which the targets in seconds were set. Ratios carry over from machine to machine and
 * milliseconds do not, so what is allowed here is as many times what an empty Node program takes here.
 */
const REFERENCE = 27;

/** `npm run bench [-- --rounds N]`: the table of targets, ratios to an empty Node program of the same run; JSON in `.bench/results.json`. */
const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 5;
const folder = mkdtempSync(join(tmpdir(), "remedyc bench "));
try {
  const rows: Row[] = [];
  const add = (measured: readonly Row[]): void => {
    rows.push(...measured);
    print(measured);
  };
  add(measureBuilds(folder, rounds));
  const base = rows[0]?.median ?? NaN;
  add([timeRow(await measureKeystroke(), base, { milliseconds: 50 })]);
  add([timeRow(await measureDetection(), base, { milliseconds: 300 })]);
  add((await measureSigning()).map((timing) => timeRow(timing, base, { milliseconds: 20 })));
  mkdirSync(join(PROJECT, ".bench"), { recursive: true });
  writeFileSync(join(PROJECT, ".bench", "results.json"), `${JSON.stringify({ node: process.version, rounds, rows }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Judges a time, by a ratio to an empty Node program or by milliseconds of the reference machine. */
function timeRow({ name, median }: NamedTiming, base: number, limit?: { readonly ratio: number } | { readonly milliseconds: number }): Row {
  const ratio = median / base;
  if (!limit) return { name, median, ratio, target: "", isMet: true };
  if ("ratio" in limit) return { name, median, ratio, target: `<= ${limit.ratio}x`, isMet: ratio <= limit.ratio };
  const allowed = limit.milliseconds / REFERENCE;
  return { name, median, ratio, target: `<= ${limit.milliseconds} ms of ${REFERENCE} (${allowed.toFixed(1)}x)`, isMet: ratio <= allowed };
}

function measureBuilds(folder: string, rounds: number): Row[] {
  const out = join(folder, "out");
  const build = (name: string, count: number, many: boolean): Case => {
    const input = join(folder, `${count}-${many ? "many" : "one"}`);
    const [first = "", ...others] = writeInputs(input, count, many);
    const files = others.length > 0 ? input : first;
    return {
      name,
      command: [process.execPath, CLI, "build", files, "--root", input, "--out", out, "--target", "standalone"],
      // Every build writes anew: what replacing the files of another one takes is the file system's.
      prepare: () => rmSync(out, { recursive: true, force: true }),
    };
  };
  const empty: Case = { name: "node -e 0", command: [process.execPath, "-e", "0"] };
  const cases = [
    empty,
    build("1 resource", 1, false),
    build("12 resources, one file of 60 lines", 12, false),
    build("100 resources, one file", 100, false),
    build("1,000 resources, one file", 1000, false),
    build("1,000 resources, 84 files", 1000, true),
  ];
  const large = [build("10,000 resources, one file", 10_000, false), build("10,000 resources, 834 files", 10_000, true)];
  const times = new Map([...measureAll(cases, rounds), ...measureAll(large, Math.min(3, rounds))]);
  const median = (name: string): number => times.get(name)?.median ?? NaN;
  const base = median(empty.name);
  const limits: { readonly [name: string]: { readonly ratio: number } | { readonly milliseconds: number } } = {
    "12 resources, one file of 60 lines": { ratio: 6 },
    "1,000 resources, 84 files": { ratio: 14 },
    "10,000 resources, one file": { milliseconds: 2000 },
    "10,000 resources, 834 files": { milliseconds: 2000 },
  };
  const growth = median("10,000 resources, one file") / median("1,000 resources, one file");
  const memory = (each: Case | undefined): Row => ({
    name: `memory in MB, ${each?.name ?? ""}`,
    median: each ? measureMemory(each, folder) : NaN,
    ratio: undefined,
    target: "",
    isMet: true,
  });
  return [
    ...[...cases, ...large].map(({ name }) => timeRow({ name, median: median(name) }, base, limits[name])),
    { name: "growth from 1,000 to 10,000 resources, one file", median: growth, ratio: growth, target: "<= 11x", isMet: growth <= 11 },
    memory(cases[2]),
    memory(large[0]),
  ];
}

/** What an editor waits for: one character of a file of 1,000 lines changes, and its findings are wanted again. */
async function measureKeystroke(): Promise<NamedTiming> {
  const compiler = await createCompiler(PROJECT);
  const text = generateRemedy("keystroke", 720);
  const times: number[] = [];
  for (let i = 0; i < 25; i++) {
    const changed = text.replace("Generated keystroke", `Generated keystroke ${i}`);
    const host = createMemoryHost({ "keystroke.remedy": changed });
    const start = performance.now();
    await checkFile("keystroke.remedy", { ...compiler, host });
    if (i >= 5) times.push(performance.now() - start);
  }
  return { name: `diagnostics after a keystroke, ${text.split("\n").length} lines`, median: summarize(times).median };
}

/** Loaded when its turn comes: signing is no part of what the other rows measure. */
async function measureSigning(): Promise<readonly NamedTiming[]> {
  const bench = await import("./signing.ts");
  return bench.measureSigning();
}

function print(rows: readonly Row[]): void {
  const width = 56;
  for (const row of rows) {
    const ratio = row.ratio === undefined ? "" : `${row.ratio.toFixed(1)}x`;
    const verdict = row.target === "" ? "" : `${row.target}  ${row.isMet ? "met" : "NOT MET"}`;
    process.stdout.write(`${row.name.padEnd(width)}  ${row.median.toFixed(1).padStart(8)}  ${ratio.padStart(7)}  ${verdict}\n`);
  }
}
