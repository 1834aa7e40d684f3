import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { endTree, OWN_GROUP } from "./process-tree.ts";

/** A program's command line, without a shell. */
export interface CommandLine {
  readonly program: string;
  readonly leading: readonly string[];
}

/** What an answer may say of the program that gave it. */
export interface ProgramAnswer {
  /** True when the program works on something that it cannot end: it is killed, and another takes its place. */
  readonly stuck?: boolean;
  /** Milliseconds from when a program was given the request; the pool says so. */
  readonly milliseconds?: number;
}

/** Programs that answer a line of JSON with a line of JSON, each working on one request at a time. */
export interface ProgramPool<Request, Answer extends ProgramAnswer> {
  /**
   * Hands a request to the next free program. `limit`: milliseconds after which the program is killed if it has not answered.
   * @throws Error when the program ends before it answers, with what it wrote to its error stream.
   */
  run(request: Request, limit: number): Promise<Answer>;
  /** Ends the programs at once; requests under way are lost. */
  close(): void;
}

interface Job<Request, Answer> {
  readonly request: Request;
  readonly limit: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  /** When a program was given it. */
  started: number;
}

interface Server<Request, Answer> {
  readonly process: ChildProcessWithoutNullStreams;
  job: Job<Request, Answer> | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Starts up to `size` programs, each when it is first needed. `name` is how messages call one; `environment` holds variables that those of
 * this process overrule. A program that ends costs its request an error and is replaced. One that is idle ends with its standard input, so none outlives
 * this process.
 */
export function createProgramPool<Request, Answer extends ProgramAnswer>(
  name: string,
  { program, leading }: CommandLine,
  environment: Readonly<Record<string, string>>,
  size: number,
): ProgramPool<Request, Answer> {
  const servers = new Set<Server<Request, Answer>>();
  const waiting: Job<Request, Answer>[] = [];
  let closed = false;

  const next = (): void => {
    const job = waiting[0];
    if (!job || closed) return;
    const idle = [...servers].find((server) => server.job === undefined) ?? (servers.size < size ? start() : undefined);
    if (!idle) return;
    waiting.shift();
    idle.job = job;
    job.started = performance.now();
    idle.timer = setTimeout(() => endTree(idle.process), job.limit);
    idle.process.stdin.write(`${JSON.stringify(job.request)}\n`);
    next();
  };

  /** What the program was working on, which it now has done or never will. */
  const release = (server: Server<Request, Answer>): Job<Request, Answer> | undefined => {
    const { job } = server;
    clearTimeout(server.timer);
    server.job = undefined;
    return job;
  };

  const start = (): Server<Request, Answer> => {
    const child = spawn(program, leading, { ...OWN_GROUP, stdio: "pipe", windowsHide: true, env: { ...environment, ...process.env } });
    const server: Server<Request, Answer> = { process: child, job: undefined, timer: undefined };
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (part: string) => (stderr = (stderr + part).slice(-4000)));
    // Writing to a program that has just ended is told by its end, below.
    child.stdin.on("error", () => undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const job = release(server);
      try {
        const answer = JSON.parse(line) as Answer;
        if (answer.stuck === true) {
          servers.delete(server);
          endTree(child);
        }
        job?.resolve({ ...answer, milliseconds: performance.now() - job.started });
      } catch {
        job?.reject(new Error(`${name} answered with something else than JSON: ${line.slice(0, 200)}`));
      }
      next();
    });
    const end = (reason: string): void => {
      servers.delete(server);
      release(server)?.reject(new Error(`${name} ended while a script was running: ${reason} ${stderr}`.trim()));
      next();
    };
    child.on("error", (error) => end(error.message));
    child.on("close", (code, signal) => end(signal ?? `exit code ${code ?? "none"}`));
    servers.add(server);
    return server;
  };

  return {
    run: (request, limit) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, limit, resolve, reject, started: 0 });
        next();
      }),
    close() {
      closed = true;
      for (const server of servers) {
        clearTimeout(server.timer);
        endTree(server.process);
      }
    },
  };
}
