import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

/** PowerShell source with one text argument, and how long it may take. */
export interface EngineRequest {
  readonly text: string;
  readonly argument: string;
  /** Milliseconds. */
  readonly limit: number;
}

/** What came of a request. `failure` is the message of the exception that ended it; `position` the call stack when the time was up. */
export interface EngineAnswer {
  readonly output: readonly string[];
  readonly failure: string;
  readonly timedOut: boolean;
  readonly position: readonly string[];
}

/** Warm engines: PowerShell processes with the simulator loaded, each working on one request at a time. */
export interface EnginePool {
  run(request: EngineRequest): Promise<EngineAnswer>;
  close(): void;
}

/** A PowerShell's command line, up to where `-File` would stand. */
export interface PowerShellCommand {
  readonly program: string;
  readonly leading: readonly string[];
}

/**
 * Runs make many short-lived objects. With 128 MB for them .NET collects less often: a seventh less processor time was measured. Windows PowerShell does
 * not know the variable (Microsoft Learn, "Runtime configuration options for garbage collection", Gen0 size).
 */
export const ENGINE_ENVIRONMENT: Readonly<Record<string, string>> = { DOTNET_GCgen0size: "0x8000000" };

interface Job {
  readonly request: EngineRequest;
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Engine {
  readonly process: ChildProcessWithoutNullStreams;
  job: Job | undefined;
}

/**
 * Starts up to `size` engines, each when it is first needed. `server` is the path of engine-server.ps1, `prelude` that of the simulator's functions.
 * An engine that dies costs its request an error and is replaced.
 */
export function createEnginePool(powershell: PowerShellCommand, server: string, prelude: string, size: number): EnginePool {
  const engines = new Set<Engine>();
  const waiting: Job[] = [];
  let closed = false;

  const next = (): void => {
    const job = waiting[0];
    if (!job || closed) return;
    const idle = [...engines].find((engine) => engine.job === undefined) ?? (engines.size < size ? start() : undefined);
    if (!idle) return;
    waiting.shift();
    idle.job = job;
    idle.process.stdin.write(`${JSON.stringify({ id: 0, ...job.request })}\n`);
    next();
  };

  const start = (): Engine => {
    const child = spawn(
      powershell.program,
      [...powershell.leading, "-NoProfile", "-NonInteractive", "-File", server, "-Prelude", prelude],
      { stdio: ["pipe", "pipe", "pipe"], windowsHide: true, env: { ...ENGINE_ENVIRONMENT, ...process.env } },
    );
    const engine: Engine = { process: child, job: undefined };
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (part: string) => (stderr = (stderr + part).slice(-4000)));
    child.stdin.on("error", () => undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const { job } = engine;
      engine.job = undefined;
      job?.resolve(JSON.parse(line) as EngineAnswer);
      next();
    });
    const end = (reason: string): void => {
      engines.delete(engine);
      engine.job?.reject(new Error(`PowerShell ended while a script was running: ${reason} ${stderr}`.trim()));
      engine.job = undefined;
      next();
    };
    child.on("error", (error) => end(error.message));
    child.on("close", (code) => end(`exit code ${code ?? "none"}`));
    engines.add(engine);
    return engine;
  };

  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      }),
    close() {
      closed = true;
      for (const engine of engines) engine.process.kill();
    },
  };
}
