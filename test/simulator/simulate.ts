import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSimulator } from "../../src/build/read-simulator.ts";
import type { Fault, Machine, SimulationResult } from "../../src/simulator/machine.ts";
import { createPrelude, decodeResult, encodeRequest, SIMULATION_TEXT } from "../../src/simulator/prelude.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";

/** What a run takes besides the machine; all of it may be left out. */
export interface SimulateOptions {
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  readonly fault?: Fault;
  readonly restart?: boolean;
  readonly snapshots?: boolean;
}

/** Runs scripts on simulated machines. */
export interface Simulation {
  /** Runs PowerShell text on a copy of the machine, as a script file that calls the platform's functions by their names. */
  run(machine: Machine, text: string, options?: SimulateOptions): Promise<SimulationResult>;
  /** Runs a script file; `$PSCommandPath` is its path. */
  runFile(machine: Machine, path: string, options?: SimulateOptions): Promise<SimulationResult>;
  /** Writes a script file and gives its path. */
  write(text: string): string;
  /** Takes the scripts away. */
  close(): void;
}

/** The simulator on the engine that tests share. Close it when done. */
export async function startSimulation(): Promise<Simulation> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-simulator-"));
  const prelude = join(folder, "prelude.ps1");
  writeFileSync(prelude, createPrelude(readSimulator()));
  const engine = await getSharedEngine();
  let count = 0;
  const write = (text: string): string => {
    const path = join(folder, `script-${count++}.ps1`);
    writeFileSync(path, text);
    return path;
  };
  const request = async (machine: Machine, script: string | null, options: SimulateOptions = {}): Promise<SimulationResult> => {
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
    return decodeResult(answer.stdout.filter((line) => !line.startsWith("What if: ")).join("\n"));
  };
  return {
    run: (machine, text, options) =>
      request(machine, write(`Set-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n${text}\n`), options),
    runFile: (machine, path, options) => request(machine, path, options),
    write,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
