import { beforeAll, describe, expect, it } from "vitest";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine } from "../../src/simulator/machine.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

const orphan = "S-1-5-21-1-2-3-4567";
const object = "cn={1},cn=policies";

function machineWithPolicy(): Machine {
  const machine = createHealthyMachine();
  machine.rights["SeServiceLogonRight"] = [orphan, "S-1-5-20"];
  machine.policy.objects[object] = "Server baseline";
  machine.policy.rights["SeServiceLogonRight"] = { object, accounts: ["*S-1-5-20", "BUILTIN\\Administrators", "GONE\\nobody"] };
  return machine;
}

describe("simulated user rights", () => {
  it("are granted and taken one account at a time; orphan SIDs stay, and have no name", async () => {
    const machine = machineWithPolicy();
    const run = await simulation.run(
      machine,
      `
      Grant-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-80-0'
      Grant-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-80-0'
      Revoke-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-20'
      Revoke-UserRight -Right 'SeTcbPrivilege' -Sid 'S-1-5-20'
      @(Get-UserRightHolder -Right 'SeServiceLogonRight') -join ' '
      @(Get-UserRightHolder -Right 'SeTcbPrivilege').Count
      $null -eq (Get-AccountName -Sid '${orphan}')
      Get-AccountName -Sid 'S-1-5-32-544'
      Get-AccountSid -Name 'Administrators'
      $null -eq (Get-AccountSid -Name 'CONTOSO\\nobody')
      Get-AccountSid -Name 'NT SERVICE\\Spooler'`,
    );
    expect(run.output).toEqual([
      `${orphan} S-1-5-80-0`,
      "0",
      "True",
      "BUILTIN\\Administrators",
      "S-1-5-32-544",
      "True",
      "S-1-5-80-3951239711-1671533544-1416304335-3763227691-3930497994",
    ]);
    expect(run.story).toContain("SeServiceLogonRight is granted to S-1-5-80-0");
  });

  it("cannot be read without elevation", async () => {
    const machine = createHealthyMachine();
    machine.host.elevated = false;
    const run = await simulation.run(
      machine,
      "try { Get-UserRightHolder -Right 'SeServiceLogonRight' } catch [System.ComponentModel.Win32Exception] { $_.Exception.NativeErrorCode }",
    );
    expect(run.output).toEqual(["5"]);
  });
});

describe("the simulated Group Policy", () => {
  it("answers RSOP with names and SIDs as it has them", async () => {
    const run = await simulation.run(
      machineWithPolicy(),
      `
      $policy = Get-RsopUserRight -Right 'SeServiceLogonRight'
      $policy.Accounts -join ' '
      Get-RsopGpoName -GpoId $policy.GpoId
      @(Get-RsopUserRight -Right 'SeTcbPrivilege').Count`,
    );
    expect(run.output).toEqual(["*S-1-5-20 BUILTIN\\Administrators GONE\\nobody", "Server baseline", "0"]);
  });

  it("overwrites the right at its next refresh, and not before", async () => {
    const run = await simulation.run(
      machineWithPolicy(),
      `
      Grant-UserRight -Right 'SeServiceLogonRight' -Sid 'S-1-5-80-0'
      Wait-Moment -Milliseconds (44 * 60000)
      @(Get-UserRightHolder -Right 'SeServiceLogonRight') -contains 'S-1-5-80-0'
      Wait-Moment -Milliseconds 60000
      @(Get-UserRightHolder -Right 'SeServiceLogonRight') -join ' '`,
    );
    expect(run.output).toEqual(["True", "S-1-5-20 S-1-5-32-544"]);
    expect(run.machine.policy.nextRefresh).toBe(createHealthyMachine().policy.nextRefresh + 90 * 60_000);
  });

  it("is applied when Windows restarts", async () => {
    const run = await simulation.run(machineWithPolicy(), "@(Get-UserRightHolder -Right 'SeServiceLogonRight') -join ' '", {
      restart: true,
    });
    expect(run.output).toEqual(["S-1-5-20 S-1-5-32-544"]);
  });

  it("that cannot be asked takes its time, throws, and refreshes nevertheless", async () => {
    const machine = machineWithPolicy();
    machine.policy.readable = false;
    const run = await simulation.run(
      machine,
      `
      $before = Get-Tick
      try { Get-RsopUserRight -Right 'SeServiceLogonRight' } catch { 'unreadable' }
      ((Get-Tick) - $before) -ge 20000
      Wait-Moment -Milliseconds (60 * 60000)
      @(Get-UserRightHolder -Right 'SeServiceLogonRight').Count`,
    );
    expect(run.output).toEqual(["unreadable", "True", "2"]);
  });

  it("sets and deletes registry values, and tells RSOP their bytes", async () => {
    const machine = createHealthyMachine();
    const key = "HKLM\\SOFTWARE\\Contoso";
    machine.policy.registry.push({ key, name: "A", object, deleted: false, value: { type: "DWord", data: 258 } });
    machine.policy.registry.push({ key, name: "B", object, deleted: true, value: { type: "String", data: "" } });
    const run = await simulation.run(
      machine,
      `
      Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'B' -Type 'String' -Data 'x'
      $setting = Get-RsopRegistrySetting -Path 'SOFTWARE\\Contoso' -Name 'A'
      '{0} {1} {2}' -f $setting.Type, $setting.Deleted, ($setting.Data -join ',')
      Wait-Moment -Milliseconds (46 * 60000)
      @(Get-RegistryValueName -Hive HKLM -Path 'SOFTWARE\\Contoso') -join ','`,
    );
    expect(run.output).toEqual(["4 False 2,1,0,0", "A"]);
  });
});
