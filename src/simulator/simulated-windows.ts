import type { SimulationRequest, SimulationResult } from "./machine.ts";

/** Runs scripts on simulated machines. A request whose script does not end in time is a result with a `failure` that says where it was. */
export interface SimulatedWindows {
  run(request: SimulationRequest): Promise<SimulationResult>;
}

/** Writes a script where the engine can read it, once for each text; gives its path. */
export interface ScriptStore {
  put(name: string, text: string): string;
}
