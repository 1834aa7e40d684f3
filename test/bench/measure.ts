import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** One program run as a process of its own: what it is called, and its command line. */
export interface Case {
  readonly name: string;
  readonly command: readonly string[];
  /** Done before every run, outside the time. */
  readonly prepare?: () => void;
}

/** Milliseconds of wall time over all rounds. */
export interface Timing {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** What a row of the table is about: its name, and the median of its times in milliseconds. */
export interface NamedTiming {
  readonly name: string;
  readonly median: number;
}

/** The environment without what makes Node slower at every start (it parses the certificates of NODE_EXTRA_CA_CERTS). */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "NODE_EXTRA_CA_CERTS"));

/** Runs the cases in turn, A B C A B C, so that the machine's moods meet all of them; the first round warms up and does not count. */
export function measureAll(cases: readonly Case[], rounds: number): Map<string, Timing> {
  const times = new Map<string, number[]>(cases.map((each) => [each.name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const each of cases) {
      const milliseconds = runOnce(each);
      if (round > 0) times.get(each.name)?.push(milliseconds);
    }
  }
  return new Map([...times].map(([name, values]) => [name, summarize(values)]));
}

function runOnce({ name, command, prepare }: Case): number {
  prepare?.();
  const [program = "", ...args] = command;
  const start = performance.now();
  const run = spawnSync(program, args, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  const milliseconds = performance.now() - start;
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status ?? "a signal"}: ${run.stderr.toString().slice(0, 2000)}`);
  return milliseconds;
}

export function summarize(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? NaN;
  return { median: at(0.5), minimum: at(0), maximum: at(1) };
}

/** The largest resident set of a Node program, in megabytes, as the operating system accounts it. */
export function measureMemory({ command }: Case, folder: string): number {
  const [program = "", ...args] = command;
  const probe = join(folder, "probe.cjs");
  writeFileSync(probe, 'process.on("exit", () => require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS)));\n');
  const run = spawnSync(program, ["--require", probe, ...args], { env: environment, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return Number(run.output[3]?.toString() ?? NaN) / 1024;
}
