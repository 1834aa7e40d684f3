import { beforeAll, describe, expect, it } from "vitest";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import { addRegistryKey, setRegistryValue } from "../../src/simulator/tables.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

describe("the simulated registry", () => {
  it("gives values with their types as .NET does, and takes them back", async () => {
    const machine = createHealthyMachine();
    const key = "HKLM\\SOFTWARE\\Contoso";
    setRegistryValue(machine, key, "", { type: "String", data: "default" });
    setRegistryValue(machine, key, "Number", { type: "DWord", data: -1 });
    setRegistryValue(machine, key, "Long", { type: "QWord", data: 5_000_000_000 });
    setRegistryValue(machine, key, "List", { type: "MultiString", data: ["one"] });
    setRegistryValue(machine, key, "Bytes", { type: "Binary", data: [1, 255] });
    setRegistryValue(machine, key, "Date", { type: "String", data: "2026-01-01T00:00:00" });
    const run = await simulation.run(
      machine,
      `
      foreach ($name in '', 'Number', 'Long', 'List', 'Bytes', 'Date', 'Missing') {
        $value = Get-RegistryValue -Hive HKLM -Path 'software\\contoso' -Name $name
        if ($null -eq $value) { 'none' } else { '{0} {1} {2}' -f $value.Type, $value.Data.GetType().Name, (@($value.Data) -join ',') }
      }
      Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso\\New' -Name 'B' -Type 'Binary' -Data ([byte[]]@(7))
      Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso\\New' -Name 'M' -Type 'MultiString' -Data ([string[]]@('x'))
      Clear-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'Long'
      @(Get-RegistrySubkey -Hive HKLM -Path 'SOFTWARE\\Contoso') -join ','
      @(Get-RegistryValueName -Hive HKLM -Path 'SOFTWARE\\Contoso') -contains 'Long'`,
    );
    expect(run.output).toEqual([
      "String String default",
      "DWord Int32 -1",
      "QWord Int64 5000000000",
      "MultiString String[] one",
      "Binary Byte[] 1,255",
      "String String 2026-01-01T00:00:00",
      "none",
      "New",
      "False",
    ]);
    expect(run.machine.registry["HKLM\\SOFTWARE\\Contoso\\New"]).toEqual({
      values: { B: { type: "Binary", data: [7] }, M: { type: "MultiString", data: ["x"] } },
    });
    expect(run.machine.registry[key]?.values[""]).toEqual({ type: "String", data: "default" });
    expect(run.effects.map((effect) => effect.function)).toEqual(["Write-RegistryValue", "Write-RegistryValue", "Clear-RegistryValue"]);
  });

  it("has two views of HKLM\\SOFTWARE, and one of everything else", async () => {
    const machine = createHealthyMachine();
    const run = await simulation.run(
      machine,
      `
      Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 'DWord' -Data 1 -View 32
      Write-RegistryValue -Hive HKLM -Path 'SYSTEM\\Contoso' -Name 'A' -Type 'DWord' -Data 2 -View 32
      Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\\Contoso' -View 64
      Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\\WOW6432Node\\Contoso' -View 64
      Test-RegistryPath -Hive HKLM -Path 'SYSTEM\\Contoso' -View 64`,
    );
    expect(run.output).toEqual(["False", "True", "True"]);
  });

  it("denies keys: some may not be read, others not be written, and nothing of the machine without elevation", async () => {
    const machine = createHealthyMachine();
    addRegistryKey(machine, "HKLM\\SOFTWARE\\Closed").access = "read";
    addRegistryKey(machine, "HKLM\\SOFTWARE\\Closed\\Below");
    const text = `
      try { $null = Test-RegistryPath -Hive HKLM -Path 'SAM'; 'read' } catch [System.Security.SecurityException] { 'may not be read' }
      Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\\Closed\\Below'
      Test-RegistryAccess -Hive HKLM -Path 'SOFTWARE\\Closed\\Below'
      try { Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Closed\\Below' -Name 'A' -Type 'DWord' -Data 1 } catch [System.UnauthorizedAccessException] { 'may not be written' }
      Test-RegistryAccess -Hive HKLM -Path 'SOFTWARE\\Microsoft'
      Test-RegistryAccess -Hive HKCU -Path 'Environment'
      Test-RegistryAccess -Hive HKU -Path ''`;
    expect((await simulation.run(machine, text)).output).toEqual([
      "may not be read",
      "True",
      "False",
      "may not be written",
      "True",
      "True",
      "False",
    ]);
    machine.host.elevated = false;
    expect((await simulation.run(machine, text)).output).toEqual([
      "may not be read",
      "True",
      "False",
      "may not be written",
      "False",
      "True",
      "False",
    ]);
  });

  it("forgets marks of the session and waiting renames when Windows restarts", async () => {
    const machine = createHealthyMachine();
    addRegistryKey(machine, "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending");
    const first = await simulation.run(
      machine,
      `
      Write-Mark -Hive HKLM -Remedy 'r' -Name 'stays' -Value '1'
      Write-Mark -Hive HKLM -Remedy 'r' -Name 'goes' -Value '2' -Session
      (Find-Mark -Hive HKLM -Remedy 'r').stays
      (Find-Mark -Hive HKLM -Remedy 'r' -Session).goes`,
    );
    expect(first.output).toEqual(["1", "2"]);
    expect(first.effects.map((effect) => effect.about)).toEqual(["own", "own"]);
    const second = await simulation.run(
      first.machine,
      `
      (Find-Mark -Hive HKLM -Remedy 'r').stays
      (Find-Mark -Hive HKLM -Remedy 'r' -Session).Count
      Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'`,
      { restart: true },
    );
    expect(second.output).toEqual(["1", "0", "False"]);
  });

  it("loads the hive of a profile and writes it back; a damaged one is refused", async () => {
    const machine = createHealthyMachine();
    machine.hives["C:\\Users\\eve\\NTUSER.DAT"] = { keys: { "": { values: {} } }, refuses: "damaged" };
    const run = await simulation.run(
      machine,
      `
      Invoke-HiveLoad -Name 'Remedyc_x' -File 'C:\\Users\\bob\\NTUSER.DAT'
      Test-RegistryPath -Hive HKU -Path 'Remedyc_x\\Environment'
      Write-RegistryValue -Hive HKU -Path 'Remedyc_x\\Software\\Contoso' -Name 'A' -Type 'String' -Data 'b'
      Invoke-HiveUnload -Name 'Remedyc_x'
      Test-RegistryPath -Hive HKU -Path 'Remedyc_x'
      try { Invoke-HiveLoad -Name 'Remedyc_y' -File 'C:\\Users\\eve\\NTUSER.DAT' } catch { $_.Exception.Message }`,
    );
    expect(run.output).toEqual(["True", "False", "reg.exe could not load C:\\Users\\eve\\NTUSER.DAT, exit code 1"]);
    expect(run.machine.hives["C:\\Users\\bob\\NTUSER.DAT"]?.keys["Software\\Contoso"]?.values["A"]?.data).toBe("b");
    expect(Object.keys(run.machine.registry).filter((key) => key.includes("Remedyc_x"))).toEqual([]);
  });
});
