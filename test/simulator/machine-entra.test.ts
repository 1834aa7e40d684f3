import { beforeAll, describe, expect, it } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { findChanges } from "../../src/simulator/attribution.ts";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, SimulationResult } from "../../src/simulator/machine.ts";
import { createOutcome, createProduct, createProgramFile, registerProduct } from "../../src/simulator/products.ts";
import { addFolder } from "../../src/simulator/tables.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

const setup = "C:\\Program Files\\Install\\AADConnectProvisioningAgentSetup.exe";
const signer = "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";
const virtual = (name: string): { name: string; service: ReturnType<typeof createService> } => ({
  name,
  service: createService(name, { account: `NT SERVICE\\${name}`, startType: "automatic" }),
});
const version = "1.1.1586.0";
const chain = {
  ...createProduct({
    kind: "msi",
    name: "Microsoft Entra Provisioning Agent",
    version,
    services: [virtual("AADConnectProvisioningAgent")],
  }),
  ...createProduct({
    kind: "msi",
    name: "Microsoft Entra Connect Agent Updater",
    version,
    services: [virtual("AzureADConnectAgentUpdater")],
  }),
};

let simulation: Simulation;
let script = "";
beforeAll(async () => {
  simulation = await startSimulation();
  const compiled = await compileFile("examples/entra-provisioning-agent.remedy", await createCompiler("."), {
    targets: ["standalone"],
    parameters: [],
  });
  script = simulation.write(compiled.scripts[0]?.script.text ?? "throw 'the example does not compile'");
});

/** A server with the setup program, on which the right is held by others. */
function createServer(): Machine {
  const machine = createHealthyMachine();
  addFolder(machine, "C:\\Program Files\\Install");
  machine.files[setup] = createProgramFile(machine.clock.now, true, signer);
  machine.media[setup] = {
    kind: "bundle",
    installs: createProduct({ kind: "bundle", name: "Microsoft Entra Provisioning Agent Package", version, chain }),
    outcome: createOutcome({ duration: 60_000 }),
  };
  machine.rights["SeServiceLogonRight"] = ["S-1-5-32-544", "S-1-5-21-1-2-3-9999"];
  return machine;
}

const lastLine = (run: SimulationResult): string => run.output.at(-1) ?? run.failure;

describe("the compiled Entra remedy on the simulated Windows", () => {
  it("grants the right on a clean server, installs the agent, and finds nothing to do a second time", async () => {
    const first = await simulation.runFile(createServer(), script);
    expect(lastLine(first)).toMatch(/^FIXED entra_provisioning_agent .*logon_right, install/);
    expect(first.exitCode).toBe(0);
    expect(first.machine.rights["SeServiceLogonRight"]).toEqual(["S-1-5-32-544", "S-1-5-21-1-2-3-9999", "S-1-5-80-0"]);
    expect(first.machine.services["AADConnectProvisioningAgent"]?.state).toBe("running");
    expect(
      first.effects.filter((effect) => effect.about === "machine" && effect.function !== "Invoke-Program").map((effect) => effect.text),
    ).toEqual(["SeServiceLogonRight S-1-5-80-0"]);
    const second = await simulation.runFile(first.machine, script);
    expect(lastLine(second)).toMatch(/^COMPLIANT /);
    expect(findChanges(first.machine, second.machine)).toEqual([]);
    expect(second.effects.filter((effect) => effect.about === "machine")).toEqual([]);
  });

  it("clears a service that hangs in starting although it may log on, and its package, before it installs anew", async () => {
    const machine = createServer();
    machine.services["AADConnectProvisioningAgent"] = {
      ...virtual("AADConnectProvisioningAgent").service,
      state: "starting",
      start: "hangs",
      processId: 4800,
    };
    machine.processes["4800"] = {
      name: "AADConnectProvisioningAgent",
      path: "C:\\Program Files\\x.exe",
      session: 0,
      started: machine.clock.now - 60_000,
      window: "none",
    };
    const old = createProduct({
      kind: "msi",
      name: "Microsoft Entra Provisioning Agent",
      version: "1.1.977.0",
      productCode: "{491D5457-79E3-4AC7-AF98-82863B319661}",
      services: [virtual("AADConnectProvisioningAgent")],
    });
    for (const [key, product] of Object.entries(old)) registerProduct(machine, key, product);
    const run = await simulation.runFile(machine, script);
    expect(lastLine(run)).toMatch(/^FIXED .*logon_right, install/);
    expect(run.machine.products["{491D5457-79E3-4AC7-AF98-82863B319661}"]).toBeUndefined();
    expect(run.machine.services["AADConnectProvisioningAgent"]?.state).toBe("running");
    expect(run.machine.processes["4800"]).toBeUndefined();
  });

  it("is blocked, and changes nothing but its own files, where a domain policy owns the right", async () => {
    const machine = createServer();
    machine.policy.objects["cn={1}"] = "Server baseline";
    machine.policy.rights["SeServiceLogonRight"] = { object: "cn={1}", accounts: ["BUILTIN\\Administrators"] };
    const run = await simulation.runFile(machine, script);
    expect(lastLine(run)).toMatch(/^BLOCKED .*domain GPO 'Server baseline'; add NT SERVICE\\ALL SERVICES there/);
    expect(run.exitCode).toBe(20_001);
    expect(run.effects.filter((effect) => effect.about === "machine")).toEqual([]);
  });

  it("names the cause when the installer fails: the log's error 1920 where the right is taken back meanwhile", async () => {
    const machine = createServer();
    machine.policy.readable = false;
    machine.policy.objects["cn={1}"] = "Server baseline";
    machine.policy.rights["SeServiceLogonRight"] = { object: "cn={1}", accounts: ["BUILTIN\\Administrators"] };
    machine.policy.nextRefresh = machine.clock.now + 60_000;
    const run = await simulation.runFile(machine, script);
    expect(lastLine(run)).toMatch(
      /^FAILED .*returned 1603.*cause: MSI error 1920, service AADConnectProvisioningAgent failed to start; event 7041: service AADConnectProvisioningAgent may not log on as a service/,
    );
    expect(run.machine.services["AADConnectProvisioningAgent"]).toBeUndefined();
    expect(run.exitCode).toBe(1603);
  });

  it("waits for another installation, and says that it did not end (1618)", async () => {
    const machine = createServer();
    machine.installer.busyUntil = machine.clock.now + 5 * 60_000;
    expect(lastLine(await simulation.runFile(machine, script))).toMatch(/^FIXED /);
    machine.installer.busyUntil = -1;
    const run = await simulation.runFile(machine, script);
    expect([run.exitCode, lastLine(run)]).toEqual([1618, expect.stringMatching(/another installation is running/)]);
  });

  it("carries on after a run that was killed while its installer went on", async () => {
    const whole = await simulation.runFile(createServer(), script, { snapshots: true });
    const installing = whole.effects.find((effect) => effect.function === "Invoke-Program")?.number;
    const killed = whole.snapshots.find((snapshot) => snapshot.effect === installing && snapshot.moment === "during")?.machine;
    if (!killed) throw new Error("no installer was started");
    expect([killed.jobs.length, killed.services["AADConnectProvisioningAgent"]]).toEqual([1, undefined]);
    const next = await simulation.runFile(killed, script);
    expect(next.machine.services["AADConnectProvisioningAgent"]?.state).toBe("running");
    const last = await simulation.runFile(next.machine, script);
    expect(lastLine(last)).toMatch(/^COMPLIANT /);
  });

  it("starts itself again in 64 bit, and refuses without administrator's rights", async () => {
    const narrow = createServer();
    narrow.host.bits = 32;
    const run = await simulation.runFile(narrow, script);
    expect([run.exitCode, lastLine(run)]).toEqual([0, expect.stringMatching(/^FIXED /)]);
    const weak = createServer();
    weak.host.elevated = false;
    const refused = await simulation.runFile(weak, script);
    expect(lastLine(refused)).toMatch(/^FAILED .*administrator/i);
    expect(refused.effects).toEqual([]);
  });
});
