import { readSimulator } from "../../src/build/read-simulator.ts";
import type { Fault, Machine, SimulationResult } from "../../src/simulator/machine.ts";
import { createPrelude, decodeResult, encodeRequest, SIMULATION_TEXT } from "../../src/simulator/prelude.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import { putScript } from "../powershell/script-files.ts";

/** What a run takes besides the machine; all of it may be left out. */
export interface SimulateOptions {
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  readonly fault?: Fault;
  readonly restart?: boolean;
  readonly snapshots?: boolean;
}

/** What a run came to, and what it told the console besides: the lines of `-WhatIf`. */
export interface ToldResult extends SimulationResult {
  readonly told: readonly string[];
}

/** Runs scripts on simulated machines. */
export interface Simulation {
  /** Runs PowerShell text on a copy of the machine, as a script file that calls the platform's functions by their names. */
  run(machine: Machine, text: string, options?: SimulateOptions): Promise<ToldResult>;
  /** Runs a script file; `$PSCommandPath` is its path. */
  runFile(machine: Machine, path: string, options?: SimulateOptions): Promise<ToldResult>;
  /** Writes a script file and gives its path. */
  write(text: string): string;
}

/** The simulator on the engine that tests share. */
export async function startSimulation(): Promise<Simulation> {
  const prelude = putScript(createPrelude(readSimulator()));
  const engine = await getSharedEngine();
  const request = async (machine: Machine, script: string | null, options: SimulateOptions = {}): Promise<ToldResult> => {
    const text = encodeRequest({
      machine,
      script,
      parameters: { ...options.parameters },
      fault: options.fault ?? null,
      restart: options.restart ?? false,
      snapshots: options.snapshots ?? false,
    });
    const answer = await engine.run({ prelude: [prelude], text: SIMULATION_TEXT, parameters: { Request: text } });
    if (answer.stdout.length === 0) throw new Error(`the simulation gave nothing: ${answer.stderr.join("\n")}`);
    // -WhatIf speaks to the host, which here is the same stream
    const told = answer.stdout.filter((line) => line.startsWith("What if: "));
    return { ...decodeResult(answer.stdout.filter((line) => !line.startsWith("What if: ")).join("\n")), told };
  };
  return {
    run: (machine, text, options) =>
      request(machine, putScript(`Set-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n${text}\n`), options),
    runFile: (machine, path, options) => request(machine, path, options),
    write: putScript,
  };
}
