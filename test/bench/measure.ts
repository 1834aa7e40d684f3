import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One program run as a process of its own: what it is called, and its command line. */
export interface Case {
  readonly name: string;
  readonly command: readonly string[];
  /** Done before every run, outside the time. */
  readonly prepare?: () => void;
}

/** A figure twice: the fastest says what the work itself takes, the median what a person meets. */
export interface Measure {
  readonly fastest: number;
  readonly median: number;
}

/** Milliseconds of wall time over all rounds. */
export interface Timing extends Measure {
  readonly slowest: number;
}

/** What a row of the table is about: its name, and its times in milliseconds. */
export interface NamedMeasure extends Measure {
  readonly name: string;
}

/** How a series of runs goes on. */
export interface Series {
  /** Rounds that count, after one that warms up. */
  readonly rounds: number;
  /** Ends the series at once, with the program that runs. */
  readonly signal: AbortSignal;
  /** Told before every round; round 0 warms up. */
  readonly onRound?: (round: number) => void;
}

/** Runs the cases in turn, A B C A B C, so that the machine's moods meet all of them; the first round warms up and does not count. */
export async function measureInTurn(cases: readonly Case[], { rounds, signal, onRound }: Series): Promise<Map<Case, Timing>> {
  const times = new Map<Case, number[]>(cases.map((each) => [each, []]));
  for (let round = 0; round <= rounds; round++) {
    onRound?.(round);
    for (const each of cases) {
      each.prepare?.();
      const { milliseconds } = await runProcess(each.command, { signal });
      if (round > 0) times.get(each)?.push(milliseconds);
    }
  }
  return new Map([...times].map(([each, values]) => [each, summarize(values)]));
}

/** Sums up the times of one case. */
export function summarize(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? NaN;
  const last = sorted.length - 1;
  return { fastest: at(0), median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2, slowest: at(last) };
}

/** The largest resident set of a Node program, in megabytes, as the operating system accounts it. */
export async function measureMemory({ command, prepare }: Case, folder: string, signal: AbortSignal): Promise<number> {
  const [program = "", ...args] = command;
  const [probe, answer] = [join(folder, "probe.cjs"), join(folder, "probe.txt")];
  const write = `require("node:fs").writeFileSync(${JSON.stringify(answer)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(probe, `process.on("exit", () => ${write});\n`);
  prepare?.();
  await runProcess([program, "--require", probe, ...args], { signal });
  return Number(readFileSync(answer, "utf8")) / 1024;
}

/** Where and how a program runs; by default as this process does. */
export interface ProcessOptions {
  readonly signal: AbortSignal;
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** For programs that are .cmd files on Windows, which only a shell starts. */
  readonly shell?: boolean;
}

/** What a program came to. */
export interface Outcome {
  readonly milliseconds: number;
  /** What it wrote on standard output. */
  readonly output: string;
}

/**
 * Runs a program to its end. It does not block this process, which could not clean up after Ctrl-C otherwise.
 * @throws Error with what the program wrote when it ends with another code than 0, and the signal's reason when that ended it.
 */
export function runProcess(command: readonly string[], { signal, folder, environment, shell }: ProcessOptions): Promise<Outcome> {
  signal.throwIfAborted();
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      cwd: folder,
      env: environment ?? process.env,
      shell: shell ?? false,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
      killSignal: "SIGKILL",
    });
    let written = "";
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (written += part));
    child.stdout.on("data", (part: string) => (output += part));
    let milliseconds = NaN;
    child.once("exit", () => (milliseconds = performance.now() - start));
    // After an abort nothing may be removed under a program that still runs: only "close" says that it has gone.
    child.once("error", (error) => {
      if (!signal.aborted) reject(error);
    });
    child.once("close", (code, killedBy) => {
      if (signal.aborted) reject(signal.reason as Error);
      else if (code === 0) resolve({ milliseconds, output });
      else reject(new Error(`${command.join(" ")}\nended with ${code ?? killedBy ?? "nothing"}:\n${written.trim().slice(-2000)}`));
    });
  });
}
