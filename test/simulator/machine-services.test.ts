import { beforeAll, describe, expect, it } from "vitest";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, MachineService } from "../../src/simulator/machine.ts";
import { findServiceSid } from "../../src/accounts/service-sid.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

function machineWith(part: Partial<MachineService>, rights: readonly string[] = ["S-1-5-80-0"]): Machine {
  const machine = createHealthyMachine();
  machine.services["Agent"] = createService("Agent", part);
  machine.rights["SeServiceLogonRight"] = [...rights];
  return machine;
}

const start = `
  Invoke-ServiceStart -Name 'Agent'
  (Get-ServiceStatus -Name 'Agent').State
  Wait-Moment -Milliseconds 2000
  $status = Get-ServiceStatus -Name 'Agent'
  '{0} {1} {2}' -f $status.State, $status.ExitCode, ($status.ProcessId -ne 0)
  @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since ([datetime]::new(2026, 1, 1)) | ForEach-Object { $_.Id }) -join ','`;

describe("the simulated service control manager", () => {
  it("starts a service: it is starting at first and runs later, in a process of its own", async () => {
    const run = await simulation.run(machineWith({}), start);
    expect(run.output).toEqual(["0", "starting", "running 0 True", ""]);
    expect(Object.values(run.machine.processes).map((process) => process.name)).toContain("Agent");
  });

  it("refuses a virtual account without the right: 1069, events 7041 and 7000", async () => {
    const run = await simulation.run(machineWith({ account: "NT SERVICE\\Agent" }, ["S-1-5-32-544"]), start);
    expect(run.output).toEqual(["1069", "stopped", "stopped 1069 False", "7000,7041"]);
    expect(run.machine.events[0]?.values).toEqual(["Agent", "NT SERVICE\\Agent"]);
  });

  it("lets one hang in starting instead, where it is said so", async () => {
    const run = await simulation.run(machineWith({ account: "NT SERVICE\\Agent", withoutRight: "hangs" }, []), start);
    expect(run.output).toEqual(["0", "starting", "starting 0 True", ""]);
  });

  it.each([
    ["its own SID", [findServiceSid("Agent") ?? ""], [], "0"],
    ["ALL SERVICES", ["S-1-5-80-0"], [], "0"],
    ["a group of the machine", ["S-1-5-32-559"], [], "0"],
    ["the right of its own, but ALL SERVICES is denied", [findServiceSid("Agent") ?? ""], ["S-1-5-80-0"], "1069"],
    ["the SID of another service", [findServiceSid("Other") ?? ""], [], "1069"],
  ])("looks at %s", async (_, rights, denied, code) => {
    const machine = machineWith({ account: "NT SERVICE\\Agent" }, rights);
    machine.rights["SeDenyServiceLogonRight"] = [...denied];
    machine.groups["S-1-5-32-559"] = [findServiceSid("Agent") ?? ""];
    expect((await simulation.run(machine, start)).output[0]).toBe(code);
  });

  it("knows wrong passwords (7038), services that end again (1067, 7034), and that hang", async () => {
    expect((await simulation.run(machineWith({ account: "CONTOSO\\svc", passwordValid: false }, ["S-1-1-0"]), start)).output).toEqual([
      "1069",
      "stopped",
      "stopped 1069 False",
      "7000,7038",
    ]);
    expect((await simulation.run(machineWith({ start: "ends" }), start)).output).toEqual(["0", "starting", "stopped 1067 False", "7034"]);
    expect((await simulation.run(machineWith({ start: "hangs" }), start)).output).toEqual(["0", "starting", "starting 0 True", ""]);
  });

  it("gives the manager's error numbers", async () => {
    const code = async (part: Partial<MachineService>): Promise<string | undefined> =>
      (await simulation.run(machineWith(part), start)).output[0];
    expect(await code({ startType: "disabled" })).toBe("1058");
    expect(await code({ state: "running", processId: 4000 })).toBe("1056");
    expect(await code({ dependencies: ["Missing"] })).toBe("1075");
    expect(await code({ deleteMarked: true })).toBe("1072");
    const run = await simulation.run(
      createHealthyMachine(),
      "Invoke-ServiceStart -Name 'Nobody'; Invoke-ServiceStop -Name 'Nobody'; Uninstall-Service -Name 'Nobody'; $null -eq (Get-ServiceStatus -Name 'Nobody')",
    );
    expect(run.output).toEqual(["1060", "1060", "1060", "True"]);
  });

  it("starts what a service needs first, and does not stop what others need", async () => {
    const machine = machineWith({ dependencies: ["Base", "+Group"] });
    machine.services["Base"] = createService("Base");
    const run = await simulation.run(
      machine,
      `
      Invoke-ServiceStart -Name 'Agent'
      Wait-Moment -Milliseconds 2000
      (Get-ServiceStatus -Name 'Base').State
      @(Find-ServiceDependent -Name 'Base') -join ','
      Invoke-ServiceStop -Name 'Base'
      Invoke-ServiceStop -Name 'Agent'
      Invoke-ServiceStop -Name 'Agent'
      Wait-Moment -Milliseconds 1000
      Invoke-ServiceStop -Name 'Agent'
      Invoke-ServiceStop -Name 'Base'`,
    );
    expect(run.output).toEqual(["0", "running", "Agent", "1051", "0", "1061", "1062", "0"]);
  });

  it("ends a hanging service with its process", async () => {
    const machine = machineWith({ state: "starting", processId: 4444 });
    machine.processes["4444"] = { name: "Agent", path: "C:\\Agent.exe", session: 0, started: machine.clock.now - 1000, window: "none" };
    const run = await simulation.run(
      machine,
      `
      Invoke-ServiceStop -Name 'Agent'
      $process = Find-Process -Id 4444
      Invoke-ProcessEnd -Id 4444 -StartTime $process.StartTime.AddSeconds(1)
      Invoke-ProcessEnd -Id 4444 -StartTime $process.StartTime
      (Get-ServiceStatus -Name 'Agent').State`,
    );
    expect(run.output).toEqual(["1061", "False", "True", "stopped"]);
  });

  it("deletes a stopped service at once, a running one when it stops, one held open when Windows restarts", async () => {
    const read = "(Get-RegistryValue -Hive HKLM -Path 'SYSTEM\\CurrentControlSet\\Services\\Agent' -Name 'DeleteFlag').Data";
    const stopped = await simulation.run(machineWith({}), "Uninstall-Service -Name 'Agent'; $null -eq (Get-ServiceStatus -Name 'Agent')");
    expect(stopped.output).toEqual(["0", "True"]);
    const running = await simulation.run(
      machineWith({ state: "running", processId: 4000 }),
      `Uninstall-Service -Name 'Agent'; Uninstall-Service -Name 'Agent'; ${read}; $null = Invoke-ServiceStop -Name 'Agent'; Wait-Moment -Milliseconds 1000; $null -eq (Get-ServiceStatus -Name 'Agent')`,
    );
    expect(running.output).toEqual(["0", "1072", "1", "True"]);
    const held = await simulation.run(
      machineWith({ heldOpen: true }),
      "Uninstall-Service -Name 'Agent'; (Get-ServiceStatus -Name 'Agent').State",
    );
    expect(held.output).toEqual(["0", "stopped"]);
    const after = await simulation.run(held.machine, "$null -eq (Get-ServiceStatus -Name 'Agent')", { restart: true });
    expect(after.output).toEqual(["True"]);
    expect(after.machine.registry["HKLM\\SYSTEM\\CurrentControlSet\\Services\\Agent"]).toBeUndefined();
  });

  it("starts automatic services with Windows, and leaves disabled ones", async () => {
    const machine = machineWith({ startType: "automatic" });
    machine.services["Off"] = createService("Off", { startType: "disabled", state: "running", processId: 4100 });
    const run = await simulation.run(
      machine,
      "(Get-ServiceStatus -Name 'Agent').State; (Get-ServiceStatus -Name 'Off').State; (Get-SystemUptime).TotalMinutes -lt 5",
      { restart: true },
    );
    expect(run.output).toEqual(["running", "stopped", "True"]);
  });

  it("keeps its configuration: start type, delay, account", async () => {
    const run = await simulation.run(
      machineWith({}),
      `
      Write-ServiceStartup -Name 'Agent' -Start 'disabled'
      Write-ServiceStartup -Name 'Agent' -Start 'delayed-auto'
      Write-ServiceAccount -Name 'Agent' -Account 'CONTOSO\\svc'
      Write-ServiceAccount -Name 'Agent' -Account 'CONTOSO\\nobody'
      $configuration = Get-ServiceConfiguration -Name 'Agent'
      '{0} {1} {2} {3}' -f $configuration.StartType, $configuration.Delayed, $configuration.Account, $configuration.Type`,
    );
    expect(run.output).toEqual(["0", "0", "0", "1057", "2 True CONTOSO\\svc 16"]);
  });
});
