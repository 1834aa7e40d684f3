import { beforeAll, describe, expect, test } from "vitest";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, MachineProcess, Product, SimulationResult } from "../../src/simulator/machine.ts";
import { createOutcome, createProduct, createProgramFile } from "../../src/simulator/products.ts";
import { addFolder } from "../../src/simulator/tables.ts";
import { compileRecipeText } from "./recipe-support.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

/*
 * A run that is killed leaves its setup behind, which goes on. A bundle does not hold the mutex of Windows Installer at its beginning, other setup programs never do: the next run must know of it otherwise.
 */

const SETUP = "C:\\Install\\Setup.exe";
const REMEDY = `remedy sample {
  title: "A sample"
  version: 1.0.0
  targets: [standalone]
  step one "One" {
    ensure package("Contoso Agent") present { source: '${SETUP}', signed_by: "CN=Contoso", arguments: ["/quiet"], provides: [service("Agent")] }
  }
}
`;

let simulation: Simulation;
let script: string;
beforeAll(async () => {
  simulation = await startSimulation();
  const { outputs } = await compileRecipeText(REMEDY);
  script = simulation.write(outputs[0]?.script.text ?? "");
});

const service = createService("Agent", { account: "NT SERVICE\\Agent", startType: "automatic" });

/** A machine with a setup program of this kind that takes so many seconds. */
function machineWith(kind: Product["kind"], seconds: number): Machine {
  const machine = createHealthyMachine();
  const installs = createProduct({ kind, name: "Contoso Agent", version: "1.0.0.0", services: [{ name: "Agent", service }] });
  addFolder(machine, "C:\\Install");
  machine.media[SETUP] = {
    kind,
    installs:
      kind === "bundle"
        ? createProduct({
            kind,
            name: "Contoso Agent",
            version: "1.0.0.0",
            chain: createProduct({ kind: "msi", name: "Contoso Service", version: "1.0.0.0", services: [{ name: "Agent", service }] }),
          })
        : installs,
    outcome: createOutcome({ duration: seconds * 1000 }),
  };
  machine.files[SETUP] = createProgramFile(machine.clock.now, kind === "bundle", "CN=Contoso");
  return machine;
}

/** The machine that a run leaves which is killed while its setup goes on. */
async function killDuringSetup(machine: Machine): Promise<Machine> {
  const { snapshots } = await simulation.runFile(machine, script, { snapshots: true });
  const killed = snapshots.find((snapshot) => snapshot.moment === "during")?.machine;
  if (!killed) throw new Error("no setup was started");
  return killed;
}

const startsOf = (run: SimulationResult): string[] =>
  run.effects.filter((effect) => effect.function === "Invoke-Program").map((effect) => effect.text);

/** The process of the setup that goes on. */
function setupOf(machine: Machine): MachineProcess {
  const process = Object.values(machine.processes).find((one) => one.path === SETUP);
  if (!process) throw new Error("no setup goes on");
  return process;
}

describe("a setup that a killed run left behind", { timeout: 120_000 }, () => {
  test.each(["bundle", "exe"] as const)("is waited for, not joined by a second one: %s", async (kind) => {
    const next = await simulation.runFile(await killDuringSetup(machineWith(kind, 60)), script);
    expect(startsOf(next)).toEqual([]);
    expect(next.output.at(-1)).toMatch(/^COMPLIANT /);
    expect(next.machine.services["Agent"]?.state).toBe("running");
  });

  test("that does not end is no reason to start another: the run is busy, and nothing is changed", async () => {
    const next = await simulation.runFile(await killDuringSetup(machineWith("exe", 1500)), script);
    expect(startsOf(next)).toEqual([]);
    expect([next.exitCode, next.output.at(-1)]).toEqual([
      1618,
      expect.stringMatching(/^FAILED .*Setup\.exe, which an earlier run started, is still going after 10 minutes/),
    ]);
  });

  test("and that failed is followed by another", async () => {
    const machine = machineWith("exe", 60);
    const media = machine.media[SETUP];
    if (media) media.outcome = createOutcome({ duration: 60_000, exitCode: 1603 });
    const killed = await killDuringSetup(machine);
    const again = killed.media[SETUP];
    if (again) again.outcome = createOutcome();
    const job = killed.jobs[0];
    if (job) job.target = "C:\\Install\\Failed.exe";
    killed.media["C:\\Install\\Failed.exe"] = { kind: "exe", installs: {}, outcome: createOutcome({ exitCode: 1603 }) };
    const next = await simulation.runFile(killed, script);
    expect(startsOf(next)).toHaveLength(1);
    expect(next.output.at(-1)).toMatch(/^FIXED /);
  });

  test.each<[string, (process: MachineProcess) => void]>([
    ["began at another time", (process) => (process.started += 1000)],
    ["is another program", (process) => (process.path = "C:\\Users\\ann\\Setup.exe")],
    ["cannot be read", (process) => (process.path = null)],
  ])("is told by id, start and path: one that %s is none of ours", async (_, change) => {
    const killed = await killDuringSetup(machineWith("exe", 1500));
    change(setupOf(killed));
    killed.jobs = [];
    expect(startsOf(await simulation.runFile(killed, script))).toHaveLength(1);
  });

  test("is not waited for with -WhatIf, which changes nothing", async () => {
    const next = await simulation.runFile(await killDuringSetup(machineWith("exe", 1500)), script, { parameters: { WhatIf: true } });
    expect(next.output.at(-1)).toMatch(/^NONCOMPLIANT /);
    expect(next.effects).toEqual([]);
  });

  test("is forgotten when Windows restarts", async () => {
    const { machine } = await simulation.run(await killDuringSetup(machineWith("exe", 1500)), "", { restart: true });
    expect(Object.values(machine.processes).filter((one) => one.path === SETUP)).toEqual([]);
    expect(startsOf(await simulation.runFile(machine, script))).toHaveLength(1);
  });
});
