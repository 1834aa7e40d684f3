import { ENGINE_ENVIRONMENT } from "../../src/simulator/engine.ts";
import { createProgramPool } from "../../src/simulator/program-pool.ts";
import type { ProgramAnswer } from "../../src/simulator/program-pool.ts";
import { getEngineCommand, getPowerShell } from "./host.ts";

/** A value that reaches PowerShell as JSON does: objects as PSCustomObject, whole numbers as [long]. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** One script to run in a fresh runspace: `file`, or `text` (which has no $PSCommandPath, and must not call `exit`). */
export interface EngineRequest {
  readonly file?: string;
  readonly text?: string;
  /** Named parameters with their values; a switch takes a Boolean. */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** Scripts dot-sourced first, in this order, in the same runspace. */
  readonly prelude?: readonly string[];
  /** The script is stopped after so many milliseconds (default 60,000); its `finally` blocks run. */
  readonly timeLimitMs?: number;
}

export interface EngineResult {
  /** All 32 bits of what `exit` of a script file gave last; 1 after an error that ended the script. */
  readonly exitCode: number;
  /** What was written, line by line, in its order: output, Write-Host, the text of -WhatIf, what went to the console directly. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly timedOut: boolean;
  /** Where the script was when its time was up, innermost first: `file:line function`. */
  readonly position: readonly string[];
  /** The message of the error that ended the script; empty when none did. */
  readonly failure: string;
}

/** Warm engines: genuine PowerShells that serve one script after the other, each script in a runspace that nobody has used before. */
export interface EnginePool {
  /** Runs a script on the next free engine. @throws Error when the engine broke (a script that ends the process does that). */
  run(request: EngineRequest): Promise<EngineResult>;
  /** Ends the engines; running scripts are lost. */
  close(): void;
}

interface Answer extends EngineResult, ProgramAnswer {
  /** Why the request could not be served at all. */
  readonly problem?: string;
}

/** How much longer than the script's own limit an engine may take before it is killed. */
const MARGIN = 15_000;

let shared: Promise<EnginePool> | undefined;

/** The engine that all tests of this process share, warm from one test file to the next; it ends with the process. */
export function getSharedEngine(): Promise<EnginePool> {
  return (shared ??= createEnginePool(1));
}

/** Starts up to `size` engines, each when it is first needed. Close the pool when done; it also ends with this process. */
export async function createEnginePool(size: number): Promise<EnginePool> {
  const command = await getEngineCommand("engine.ps1");
  const pool = createProgramPool<{ readonly [Name in keyof EngineRequest]: EngineRequest[Name] | null }, Answer>(
    "PowerShell",
    command,
    { ...ENGINE_ENVIRONMENT, ...(await getPowerShell()).environment },
    size,
  );
  return {
    async run(request) {
      const timeLimitMs = request.timeLimitMs ?? 60_000;
      const answer = await pool.run({ file: null, text: null, prelude: [], parameters: {}, ...request, timeLimitMs }, timeLimitMs + MARGIN);
      if (answer.problem !== undefined) throw new Error(`The engine could not run the request: ${answer.problem}`);
      return answer;
    },
    close: () => pool.close(),
  };
}
