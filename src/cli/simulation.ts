import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { createEnginePool, ENGINE_SETTINGS } from "../simulator/engine.ts";
import { decodeResult, encodeRequest, SIMULATION_TEXT } from "../simulator/prelude.ts";
import type { ScriptStore, SimulatedWindows } from "../simulator/simulated-windows.ts";
import { findMachinePowerShell } from "./find-powershell.ts";

/** A simulated Windows on engines that run, and where scripts are put for them. */
export interface Simulation {
  readonly windows: SimulatedWindows;
  readonly store: ScriptStore;
  /** Ends the engines and takes the scripts away. */
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
  const scratch = mkdtempSync(join(tmpdir(), "remedyc-test-"));
  const put = (name: string, text: string): string => {
    const path = join(scratch, name);
    writeFileSync(path, text, "latin1");
    return path;
  };
  const pool = createEnginePool(
    command,
    {
      server: put("engine-server.ps1", simulator.server),
      prelude: put("prelude.ps1", simulator.prelude),
      settings: process.platform === "win32" ? undefined : put("powershell.config.json", ENGINE_SETTINGS),
    },
    jobs ?? availableParallelism(),
  );
  const windows: SimulatedWindows = {
    async run(request) {
      const answer = await pool.run({ text: SIMULATION_TEXT, argument: encodeRequest(request), limit: RUN_LIMIT });
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
  const close = (): void => {
    process.off("exit", close);
    pool.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  // also where the process is ended on the way
  process.on("exit", close);
  return { value: { windows, store: createStore(put), close }, diagnostics: [] };
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
