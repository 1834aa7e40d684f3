import { describe, expect, test } from "vitest";
import { runFaults } from "../../src/simulator/faults.ts";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import type { SimulationRequest, SimulationResult } from "../../src/simulator/machine.ts";
import type { DeployedScripts, ScenarioContext } from "../../src/simulator/run-scenario.ts";

/** A script with one effect: it starts a program, and ends well; `change` says otherwise. */
function run(request: SimulationRequest, change: (request: SimulationRequest) => Partial<SimulationResult>): SimulationResult {
  const machine = structuredClone(request.machine);
  machine.clock.now += 1000;
  const snapshot = (moment: "before" | "during" | "after") => ({ effect: 1, moment, machine: structuredClone(machine) });
  return {
    exitCode: 0,
    output: ["COMPLIANT sample 1.0.0 | 1 check in 0.1 s"],
    errors: [],
    failure: "",
    machine,
    effects: [{ number: 1, function: "Invoke-Program", text: "a.exe", about: "machine" }],
    calls: 1,
    story: [],
    snapshots: request.snapshots === true ? [snapshot("before"), snapshot("during"), snapshot("after")] : [],
    ...change(request),
  };
}

async function tryFaults(change: (request: SimulationRequest) => Partial<SimulationResult> = () => ({})) {
  const requests: SimulationRequest[] = [];
  const windows = {
    run: (request: SimulationRequest) => {
      requests.push(request);
      return Promise.resolve(run(request, change));
    },
  };
  const scripts = { plan: { steps: [], parameters: [] }, fix: { path: "fix.ps1", role: { dialect: {} } } } as unknown as DeployedScripts;
  let calls = 0;
  const machine = createHealthyMachine();
  machine.clock.now = Math.ceil(machine.clock.now / 60_000) * 60_000 + 1;
  const count = await runFaults([machine], scripts, { windows } as unknown as ScenarioContext, () => calls++);
  return { count, requests, calls };
}

describe("faults", () => {
  test("a kill takes no run of its own, and equal machines recover once", async () => {
    const { count, requests, calls } = await tryFaults();
    expect(count).toEqual({ effects: 1, faults: 5, survivors: [] });
    expect(calls).toBe(5);
    // the undisturbed run, the call that fails and the one that times out; one recovery, since all leave the same machine
    expect(requests.map((request) => request.fault?.kind ?? "none")).toEqual(["none", "none", "fail", "time-out"]);
  });

  test("a script that does not end after a fault is told, with the place", async () => {
    const { count } = await tryFaults((request) =>
      request.fault?.kind === "time-out" ? { failure: "it did not end within 120 s; it was at Wait-Program" } : {},
    );
    expect(count.survivors).toEqual([
      "time-out at effect 1, Invoke-Program a.exe: the script broke off: it did not end within 120 s; it was at Wait-Program",
    ]);
  });

  test("a run after a fault that does not end is told, with the place", async () => {
    const { count } = await tryFaults((request) => {
      if (request.fault?.kind === "fail") {
        const machine = structuredClone(request.machine);
        machine.registry["HKLM\\SOFTWARE\\Remedyc\\sample"] = { values: {} };
        return { machine };
      }
      const begun = request.machine.registry["HKLM\\SOFTWARE\\Remedyc\\sample"] !== undefined;
      return begun ? { failure: "it did not end within 120 s; it was at Wait-Service" } : {};
    });
    expect(count.survivors).toEqual(["fail at effect 1, Invoke-Program a.exe: then it did not end within 120 s; it was at Wait-Service"]);
  });

  test("a script that does not even end undisturbed is no success", async () => {
    const { count } = await tryFaults(() => ({ failure: "it did not end" }));
    expect(count).toEqual({ effects: 0, faults: 0, survivors: ["without a fault: it did not end"] });
  });
});
