import { ENGINE_ENVIRONMENT } from "../../src/simulator/engine.ts";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { getPowerShell, type PowerShellCommand } from "./host.ts";

/** A value that reaches PowerShell as JSON does: objects as PSCustomObject, whole numbers as [long]. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** One script to run in a fresh runspace: `file`, or `text` (which has no $PSCommandPath). */
export interface EngineRequest {
  readonly file?: string;
  readonly text?: string;
  /** As on a command line: `["-Name", "value", "-Switch"]`. */
  readonly arguments?: readonly string[];
  /** Named parameters with their values; a switch takes a Boolean. */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** Global variables that exist before the prelude. */
  readonly variables?: Readonly<Record<string, JsonValue>>;
  /** Scripts dot-sourced first, in this order, in the same runspace. Not counted into line numbers; an `exit` there ends the run. */
  readonly prelude?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  /** The script is stopped after so many milliseconds (default 60,000); its `finally` blocks run. */
  readonly timeLimitMs?: number;
}

export interface EngineResult {
  /** All 32 bits; undefined when the script was stopped. */
  readonly exitCode: number | undefined;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly debug: readonly string[];
  readonly durationMs: number;
  readonly timedOut: boolean;
  /** Where the script was when its time was up, innermost first: `file:line function`. */
  readonly position: readonly string[];
  /** The message of the error that ended the script. */
  readonly failure: string | undefined;
}

/** Warm engines: each a process that serves one script after the other, each script in a runspace that nobody has used before. */
export interface EnginePool {
  /** Runs a script on the next free engine. @throws Error when the engine broke (a script that ends the process does that). */
  run(request: EngineRequest): Promise<EngineResult>;
  /** Ends the engines; running scripts are lost. */
  close(): Promise<void>;
}

/** How much longer than the script's own limit an engine may take before it is killed. */
const marginMs = 15_000;

interface Answer extends Omit<EngineResult, "exitCode" | "failure"> {
  readonly exitCode: number | null;
  readonly failure: string | null;
  readonly problem: string | null;
  readonly stuck: boolean;
}

interface Engine {
  serve(request: EngineRequest): Promise<Answer>;
  alive(): boolean;
  end(): Promise<void>;
}

let shared: Promise<EnginePool> | undefined;

/** The engine that all tests of this process share, warm from one test file to the next; it ends with the process. */
export function getSharedEngine(): Promise<EnginePool> {
  return (shared ??= createEnginePool(1));
}

/** Starts up to `size` engines, each when it is first needed. Close the pool when done; it also ends with this process. */
export async function createEnginePool(size: number): Promise<EnginePool> {
  const powershell = await getPowerShell();
  const engines: (Engine | undefined)[] = Array.from({ length: size }, () => undefined);
  const free = engines.map((_, index) => index);
  const waiting: ((slot: number) => void)[] = [];

  const take = (): Promise<number> => {
    const slot = free.shift();
    return slot === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(slot);
  };
  const give = (slot: number): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(slot);
    else next(slot);
  };

  return {
    async run(request) {
      const slot = await take();
      try {
        let engine = engines[slot];
        if (engine === undefined || !engine.alive()) engines[slot] = engine = startEngine(powershell);
        return toResult(await engine.serve(request));
      } finally {
        give(slot);
      }
    },
    async close() {
      await Promise.all(engines.flatMap((engine) => (engine === undefined ? [] : [engine.end()])));
    },
  };
}

function toResult(answer: Answer): EngineResult {
  if (answer.problem !== null) throw new Error(`The PowerShell host could not run the request: ${answer.problem}`);
  const { exitCode, failure, stdout, stderr, warnings, verbose, debug, durationMs, timedOut, position } = answer;
  return {
    exitCode: exitCode ?? undefined,
    failure: failure ?? undefined,
    stdout,
    stderr,
    warnings,
    verbose,
    debug,
    durationMs,
    timedOut,
    position,
  };
}

function startEngine(powershell: PowerShellCommand): Engine {
  const child: ChildProcessWithoutNullStreams = spawn(powershell.command, [...powershell.leading, "-Server"], {
    stdio: "pipe",
    env: { ...ENGINE_ENVIRONMENT, ...process.env },
  });
  const killWithUs = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithUs);
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (errors += part));
  let pending: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (cause: string): void => {
      process.removeListener("exit", killWithUs);
      pending?.reject(new Error(`The PowerShell engine ended while it ran a script (${cause}). ${errors}`.trim()));
      pending = undefined;
      resolve();
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal === null ? `exit code ${String(code)}` : signal));
  });
  // Writing to an engine that has just ended is told by its end, above.
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const answered = pending;
    pending = undefined;
    answered?.resolve(JSON.parse(line) as Answer);
  });

  let stuck = false;
  return {
    alive: () => child.exitCode === null && child.signalCode === null && !stuck,
    async serve(request) {
      const limit = setTimeout(killWithUs, (request.timeLimitMs ?? 60_000) + marginMs);
      try {
        const answer = await new Promise<Answer>((resolve, reject) => {
          pending = { resolve, reject };
          child.stdin.write(`${JSON.stringify(request)}\n`);
        });
        // The host ends itself after a script that would not stop; such an engine takes no more requests.
        stuck = answer.stuck;
        return answer;
      } finally {
        clearTimeout(limit);
      }
    },
    async end() {
      child.stdin.end();
      const limit = setTimeout(killWithUs, 2_000);
      await ended;
      clearTimeout(limit);
    },
  };
}
