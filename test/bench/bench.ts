import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFile } from "../../src/compiler/compile.ts";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { generateRemedy, writeInputs } from "./inputs.ts";
import { measureAll, measureMemory, summarize } from "./measure.ts";
import type { Case } from "./measure.ts";
import { measureDetection } from "./detection.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const CLI = join(PROJECT, "dist", "remedyc.cjs");

interface Row {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly ratio: number | undefined;
  readonly target: string;
  readonly isMet: boolean;
}

/** `npm run bench [-- --rounds N]`: the table of targets, ratios to an empty Node program of the same run; JSON in `.bench/results.json`. */
const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 5;
const folder = mkdtempSync(join(tmpdir(), "remedyc bench "));
try {
  const rows: Row[] = [];
  for (const measure of [
    () => measureBuilds(folder, rounds),
    async () => [await measureKeystroke()],
    () => measureDetection(),
    () => signingRows(),
  ]) {
    const measured = await measure();
    rows.push(...measured);
    print(measured);
  }
  mkdirSync(join(PROJECT, ".bench"), { recursive: true });
  writeFileSync(join(PROJECT, ".bench", "results.json"), `${JSON.stringify({ node: process.version, rounds, rows }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureBuilds(folder: string, rounds: number): Row[] {
  const build = (name: string, count: number, many: boolean): Case => {
    const input = join(folder, `${count}-${many ? "many" : "one"}`);
    const [first = "", ...others] = writeInputs(input, count, many);
    return {
      name,
      command: [
        process.execPath,
        CLI,
        "build",
        others.length > 0 ? input : first,
        "--root",
        input,
        "--out",
        join(folder, "out"),
        "--target",
        "standalone",
      ],
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
  const row = (name: string, target: string, isMet: (median: number, ratio: number) => boolean): Row => {
    const ratio = median(name) / base;
    return { name, median: median(name), ratio, target, isMet: isMet(median(name), ratio) };
  };
  const growth = median("10,000 resources, one file") / median("1,000 resources, one file");
  const memory = [cases[2], large[0]].map((each) => (each ? measureMemory(each, folder) : NaN));
  return [
    { name: empty.name, median: base, ratio: 1, target: "", isMet: true },
    row("1 resource", "", () => true),
    row("12 resources, one file of 60 lines", "<= 6x", (_, ratio) => ratio <= 6),
    row("100 resources, one file", "", () => true),
    row("1,000 resources, one file", "", () => true),
    row("1,000 resources, 84 files", "<= 14x", (_, ratio) => ratio <= 14),
    row("10,000 resources, one file", "<= 2 s", (milliseconds) => milliseconds <= 2000),
    row("10,000 resources, 834 files", "<= 2 s", (milliseconds) => milliseconds <= 2000),
    { name: "growth from 1,000 to 10,000 resources (one file)", median: growth, ratio: growth, target: "<= 11x", isMet: growth <= 11 },
    { name: "memory, 12 resources (MB)", median: memory[0] ?? NaN, ratio: undefined, target: "", isMet: true },
    { name: "memory, 10,000 resources in one file (MB)", median: memory[1] ?? NaN, ratio: undefined, target: "", isMet: true },
  ];
}

/** What an editor waits for: one character of a file of 1,000 lines changes, and its findings are wanted again. */
async function measureKeystroke(): Promise<Row> {
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
  const { median } = summarize(times);
  const lines = text.split("\n").length;
  return { name: `diagnostics after a keystroke, ${lines} lines`, median, ratio: undefined, target: "<= 50 ms", isMet: median <= 50 };
}

/** Loaded when its turn comes: signing is no part of what the other rows measure. */
async function signingRows(): Promise<readonly Row[]> {
  const { measureSigning } = await import("./signing.ts");
  return measureSigning();
}

function print(rows: readonly Row[]): void {
  const width = 56;
  for (const row of rows) {
    const ratio = row.ratio === undefined ? "" : `${row.ratio.toFixed(1)}x`;
    const verdict = row.target === "" ? "" : `${row.target}  ${row.isMet ? "met" : "NOT MET"}`;
    process.stdout.write(`${row.name.padEnd(width)}  ${row.median.toFixed(1).padStart(8)}  ${ratio.padStart(7)}  ${verdict}\n`);
  }
}
