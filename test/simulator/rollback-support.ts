import { findChanges } from "../../src/simulator/attribution.ts";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, RegistryValue } from "../../src/simulator/machine.ts";
import { addFolder, setRegistryValue } from "../../src/simulator/tables.ts";
import { emit, inStep } from "../semantics/machine.ts";
import type { SimulateOptions, Simulation, ToldResult } from "./simulate.ts";

/*
 * The journal of a run and -Rollback, from source to machine: the standalone script as it would be deployed, on a simulated machine.
 */

export const DEMO = "HKLM\\SOFTWARE\\Demo";
export const JOURNAL = "C:\\Program Files\\Remedyc\\sample\\journal1.jsonl";
export const BACK: SimulateOptions = { parameters: { Rollback: true } };
export const TELL: SimulateOptions = { parameters: { Rollback: true, WhatIf: true } };

/** A standalone script with one step of these statements; gives a way to run it. */
export async function standalone(
  simulation: Simulation,
  body: string,
  head = "",
): Promise<(machine: Machine, options?: SimulateOptions) => Promise<ToldResult>> {
  const path = simulation.write(await emit(inStep(body, head), "standalone"));
  return (machine, options) => simulation.runFile(machine, path, options);
}

export function machine(...changes: readonly ((machine: Machine) => void)[]): Machine {
  const made = createHealthyMachine();
  for (const change of changes) change(made);
  return made;
}

export const value =
  (name: string, one: RegistryValue, key = DEMO) =>
  (made: Machine): void =>
    setRegistryValue(made, key, name, one);

export const file =
  (path: string, content: string, part: Partial<Machine["files"][string]> = {}) =>
  (made: Machine): void => {
    addFolder(made, path.slice(0, path.lastIndexOf("\\")));
    made.files[path] = { content, encoding: "utf8", written: 1000, ...part };
  };

export const service =
  (name: string, part: Parameters<typeof createService>[1]) =>
  (made: Machine): void => {
    made.services[name] = createService(name, part);
  };

/** What differs but for the numbers that the service control manager gives anew, and times of files. */
export function differences(before: Machine, after: Machine): string[] {
  return findChanges(before, after)
    .filter(({ path }) => !["processId", "exitCode", "written"].includes(path[2] ?? ""))
    .map(({ path }) => path.join(" "));
}

export function journal(result: ToldResult, path = JOURNAL): string[] {
  return (result.machine.files[path]?.content ?? "").split("\r\n").filter((line) => line !== "");
}
