import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { createEnginePool, ENGINE_SETTINGS } from "../simulator/engine.ts";
import { decodeResult, encodeRequest, SIMULATION_TEXT } from "../simulator/prelude.ts";
import type { ScriptStore, SimulatedWindows } from "../simulator/simulated-windows.ts";
import { findMachinePowerShell } from "./find-powershell.ts";
import { betweenWrites } from "./interrupts.ts";

/** A simulated Windows and where scripts are put for it. */
export interface SimulatedComputer {
  readonly windows: SimulatedWindows;
  readonly store: ScriptStore;
}

/** A simulated Windows on engines that stay warm until they are closed. */
export interface Simulation {
  /**
   * Does work on it. The scripts lie on the disk only meanwhile, and an interruption ends the engines and takes them away; before and after there is nothing to
   * take away, and an interruption ends the process at once.
   */
  use<T>(work: (computer: SimulatedComputer) => Promise<T>): Promise<T>;
  /** Ends the engines. */
  close(): void;
}

/** Milliseconds after which a script on a machine whose waits cost no time is in a loop. */
const RUN_LIMIT = 120_000;

/** Starts the simulated Windows on the PowerShell that `powershell` names, or that is found from `folder` on. */
export async function startSimulation(
  powershell: string | undefined,
  jobs: number | undefined,
  folder: string,
): Promise<WithDiagnostics<Simulation | undefined>> {
  const { value: command, diagnostics } = findMachinePowerShell(powershell, folder);
  if (!command) return { value: undefined, diagnostics };
  const { default: simulator } = await import("../generated/simulator.json", { with: { type: "json" } });
  // Always the same one: an engine keeps what it has compiled by path and text.
  const scratch = join(tmpdir(), `remedyc-test-${randomBytes(8).toString("hex")}`);
  const at = (name: string): string => join(scratch, name);
  const put = (name: string, text: string): string => {
    writeFileSync(at(name), text, "latin1");
    return at(name);
  };
  const files = {
    server: at("engine-server.ps1"),
    prelude: at("prelude.ps1"),
    settings: process.platform === "win32" ? undefined : at("powershell.config.json"),
  };
  const pool = createEnginePool(command, files, jobs ?? availableParallelism());
  const lay = (): void => {
    // It fails where somebody else has made it.
    mkdirSync(scratch, { mode: 0o700 });
    put("engine-server.ps1", simulator.server);
    put("prelude.ps1", simulator.prelude);
    put("powershell.config.json", ENGINE_SETTINGS);
  };
  const windows: SimulatedWindows = {
    async run(request) {
      const answer = await pool
        .run({ text: SIMULATION_TEXT, argument: encodeRequest(request), limit: RUN_LIMIT })
        .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      // What is no PowerShell, or ends on the way, is a failure of the scenario and no defect of ours.
      if (typeof answer === "string") return stopped(request.machine, answer);
      if (answer.timedOut)
        return stopped(
          request.machine,
          `it did not end within ${RUN_LIMIT / 1000} s; it was at ${answer.position.slice(0, 3).join(" < ")}`,
        );
      if (answer.failure !== "") return stopped(request.machine, answer.failure);
      return {
        ...decodeResult(answer.output.join("")),
        ...(answer.milliseconds === undefined ? {} : { milliseconds: answer.milliseconds }),
      };
    },
  };
  const clear = (): void => rmSync(scratch, { recursive: true, force: true });
  const end = (): void => {
    pool.close();
    clear();
  };
  const use: Simulation["use"] = (work) =>
    betweenWrites(async () => {
      // also where the process is ended on the way
      process.on("exit", end);
      try {
        lay();
        return await work({ windows, store: createStore(put) });
      } finally {
        clear();
        process.off("exit", end);
      }
    });
  return { value: { use, close: () => pool.close() }, diagnostics: [] };
}

function stopped(
  machine: Parameters<SimulatedWindows["run"]>[0]["machine"],
  failure: string,
): Awaited<ReturnType<SimulatedWindows["run"]>> {
  return { exitCode: 1, output: [], errors: [], failure, machine, effects: [], calls: 0, story: [], snapshots: [] };
}

/** Each text once; the engine keeps what it has compiled by path and text. */
function createStore(put: (name: string, text: string) => string): ScriptStore {
  const paths = new Map<string, string>();
  return {
    put(name, text) {
      const known = paths.get(text);
      if (known !== undefined) return known;
      const path = put(`${paths.size}-${name.replaceAll("/", "-")}`, text);
      paths.set(text, path);
      return path;
    },
  };
}
