import { beforeAll, describe, expect, it } from "vitest";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, Outcome, Product } from "../../src/simulator/machine.ts";
import { createOutcome, createProduct, createProgramFile, registerProduct } from "../../src/simulator/products.ts";
import { addFolder } from "../../src/simulator/tables.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

const agent = { name: "Agent", service: createService("Agent", { account: "NT SERVICE\\Agent", startType: "automatic" }) };
const createMsi = (version = "1.0.0.0"): Record<string, Product> =>
  createProduct({
    kind: "msi",
    name: "Contoso Agent",
    version,
    productCode: `{11111111-2222-3333-4444-55555555555${version[0] ?? ""}}`,
    services: [agent],
  });
const createBundle = (): Record<string, Product> =>
  createProduct({ kind: "bundle", name: "Contoso Package", version: "1.0.0.0", chain: createMsi() });
const code = "{11111111-2222-3333-4444-555555555551}";
const log = "C:\\Windows\\Temp\\setup.log";

function machineWith(path: string, installs: Record<string, Product>, outcome: Partial<Outcome> = {}): Machine {
  const machine = createHealthyMachine();
  const kind = Object.values(installs)[0]?.kind ?? "msi";
  addFolder(machine, "C:\\Install");
  machine.media[path] = { kind, installs, outcome: createOutcome(outcome) };
  machine.files[path] = createProgramFile(machine.clock.now, kind === "bundle", "CN=Contoso");
  return machine;
}

/** PowerShell that runs a program and tells how it ended. */
const run = (path: string, options: string, minutes = 30): string => `
  $run = Invoke-Program -Path '${path}' -Arguments '${options}' -Timeout ([timespan]::FromMinutes(${minutes}))
  '{0} {1}' -f $run.ExitCode, $run.TimedOut
`;
const msiexec = (options: string, minutes = 30): string => run("C:\\Windows\\System32\\msiexec.exe", options, minutes);
const install = msiexec(`/i "C:\\Install\\agent.msi" /qn /norestart /L*v "${log}"`);
const remove = msiexec(`/x ${code} /qn /norestart /L*v "${log}"`);
const state = `
  $entries = @(foreach ($view in 64, 32) { Find-UninstallEntry -View $view | ForEach-Object { '{0}/{1}' -f $_.DisplayName, $_.View } })
  $status = Get-ServiceStatus -Name 'Agent'
  '{0} | {1}' -f ($entries -join ','), $(if ($null -eq $status) { 'no service' } else { $status.State })
`;

describe("the simulated Windows Installer", () => {
  it("installs: the entry, the upgrade code, the files, and the service runs", async () => {
    const result = await simulation.run(machineWith("C:\\Install\\agent.msi", createMsi()), install + state);
    expect(result.output).toEqual(["0 False", "Contoso Agent/64 | running"]);
    expect(Object.keys(result.machine.products)).toEqual([code]);
    expect(result.machine.files["C:\\Program Files\\Contoso Agent\\Agent.exe"]).toBeDefined();
    expect(Object.keys(result.machine.registry).filter((key) => key.includes("Installer\\UpgradeCodes\\"))).toHaveLength(2);
    expect(result.machine.clock.now - createHealthyMachine().clock.now).toBeGreaterThan(20_000);
  });

  it("takes everything back when the service cannot start: 1603, error 1920 and return value 3 in a UTF-16 log, events", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    machine.rights["SeServiceLogonRight"] = ["S-1-5-32-544"];
    const result = await simulation.run(
      machine,
      `${install}${state}
      $bytes = Get-FileByte -Path '${log}' -Count 100000
      '{0},{1}' -f $bytes[0], $bytes[1]
      $text = [System.Text.Encoding]::Unicode.GetString($bytes)
      $text -match "Error 1920\\. Service 'Agent' \\(Agent\\) failed to start"
      $text -match 'InstallFinalize\\. Return value 3\\.'
      @(Find-EventRecord -Log 'Application' -Since ([datetime]::new(2026, 1, 1)) | ForEach-Object { $_.Id }) -join ','
      @(Find-EventRecord -Log 'System' -Since ([datetime]::new(2026, 1, 1)) -Id 7041 | ForEach-Object { $_.Values[0] }) -join ','`,
    );
    expect(result.output).toEqual(["1603 False", " | no service", "255,254", "True", "True", "11920", "Agent"]);
    expect(result.machine.products).toEqual({});
  });

  it("fails for another reason with the lines of its log, changing nothing", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi(), {
      exitCode: 1603,
      log: ["Error 1303. The installer has insufficient privileges to access this directory: C:\\X."],
    });
    const result = await simulation.run(machine, install + state);
    expect(result.output).toEqual(["1603 False", " | no service"]);
    expect(result.machine.files[log]?.content).toContain("Error 1303.");
    expect(result.machine.files[log]?.content).toContain("MainEngineThread is returning 1603");
  });

  it("removes: the service, its entry and its files go", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    const result = await simulation.run(machine, install + remove + state + remove);
    expect(result.output).toEqual(["0 False", "0 False", " | no service", "1605 False"]);
    expect(Object.keys(result.machine.files).filter((path) => path.includes("Contoso"))).toEqual([]);
  });

  it("leaves a service that another product has as well", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    const other = createProduct({ kind: "msi", name: "Contoso Other", version: "1.0.0.0", services: [agent] });
    for (const [key, product] of Object.entries(other)) registerProduct(machine, key, product);
    expect((await simulation.run(machine, install + remove + state)).output).toEqual(["0 False", "0 False", "Contoso Other/64 | running"]);
  });

  it("cannot remove a product whose cached package is gone: 1612", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    const first = await simulation.run(machine, install);
    Reflect.deleteProperty(first.machine.files, first.machine.products[code]?.cachedPackage ?? "");
    expect((await simulation.run(first.machine, remove + state)).output).toEqual(["1612 False", "Contoso Agent/64 | running"]);
  });

  it("ends with 3010 or 1641 and leaves a rename that waits for the restart", async () => {
    const result = await simulation.run(machineWith("C:\\Install\\agent.msi", createMsi(), { exitCode: 3010 }), install + state);
    expect(result.output).toEqual(["3010 False", "Contoso Agent/64 | running"]);
    expect(
      result.machine.registry["HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager"]?.values["PendingFileRenameOperations"],
    ).toBeDefined();
    expect((await simulation.run(machineWith("C:\\Install\\agent.msi", createMsi(), { exitCode: 1641 }), install)).output).toEqual([
      "1641 False",
    ]);
  });

  it("is busy while somebody else installs (1618), for a time, always, or slipping in between", async () => {
    const busy = machineWith("C:\\Install\\agent.msi", createMsi());
    busy.installer.busyUntil = -1;
    expect((await simulation.run(busy, `Test-InstallerBusy${install}`)).output).toEqual(["True", "1618 False"]);
    const soon = machineWith("C:\\Install\\agent.msi", createMsi());
    soon.installer.busyUntil = soon.clock.now + 60_000;
    expect(
      (await simulation.run(soon, `Test-InstallerBusy; Wait-Moment -Milliseconds 61000; Test-InstallerBusy${install}`)).output,
    ).toEqual(["True", "False", "0 False"]);
    const slipping = machineWith("C:\\Install\\agent.msi", createMsi());
    slipping.installer.collisions = 1;
    expect((await simulation.run(slipping, `Test-InstallerBusy${install}${install}`)).output).toEqual(["False", "1618 False", "0 False"]);
  });

  it("skips what is registered, also without its service; only a repair brings that back", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    for (const [key, product] of Object.entries(createMsi())) registerProduct(machine, key, product);
    const repair = msiexec(`/i "C:\\Install\\agent.msi" /qn REINSTALL=ALL REINSTALLMODE=vomus`);
    expect((await simulation.run(machine, install + state + repair + state)).output).toEqual([
      "0 False",
      "Contoso Agent/64 | no service",
      "0 False",
      "Contoso Agent/64 | running",
    ]);
  });

  it("takes an older version of the same upgrade code away first", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi("2.0.0.0"));
    for (const [key, product] of Object.entries(createMsi())) registerProduct(machine, key, product);
    const result = await simulation.run(machine, install);
    expect(Object.values(result.machine.products).map((product) => product.version)).toEqual(["2.0.0.0"]);
  });

  it("ends a job that takes too long, and is still rolling back for a while", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi(), { duration: 3_600_000 });
    const result = await simulation.run(
      machine,
      `${install}Test-InstallerBusy\nWait-Moment -Milliseconds 61000\nTest-InstallerBusy${state}`,
    );
    expect(result.output).toEqual(["1460 True", "True", "False", " | no service"]);
  });

  it("knows wrong command lines and packages that are not there", async () => {
    expect((await simulation.run(createHealthyMachine(), msiexec("/quiet") + msiexec('/i "C:\\Nowhere.msi"'))).output).toEqual([
      "1639 False",
      "1619 False",
    ]);
    expect(
      (
        await simulation.run(
          createHealthyMachine(),
          "try { Invoke-Program -Path 'C:\\No.exe' -Timeout ([timespan]'00:01:00') } catch [System.ComponentModel.Win32Exception] { $_.Exception.NativeErrorCode }",
        )
      ).output,
    ).toEqual(["2"]);
  });
});

describe("simulated bundles", () => {
  const setup = run("C:\\Install\\Setup.exe", `/quiet /norestart /log "${log}"`);

  it("install their chain and register themselves in the 32-bit view; their cached setup removes both", async () => {
    const machine = machineWith("C:\\Install\\Setup.exe", createBundle());
    const result = await simulation.run(
      machine,
      `${setup}${state}
      $entry = Find-UninstallEntry -View 32
      $value = { param($name) (Get-RegistryValue HKLM "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\$($entry.Key)" $name 32).Data }
      (& $value 'BundleUpgradeCode')[0] -match '^\\{'
      $program = [regex]::Match((& $value 'QuietUninstallString'), '"([^"]+)"').Groups[1].Value
      Test-FileEntry -Path $program
      $run = Invoke-Program -Path $program -Arguments '/uninstall /quiet' -Timeout ([timespan]'00:30:00')
      $run.ExitCode${state}`,
    );
    expect(result.output).toEqual(["0 False", "Contoso Agent/64,Contoso Package/32 | running", "True", "True", "0", " | no service"]);
    expect(result.machine.files[log]?.content).toContain("i319: Applied execute package: Main, result: 0x0, restart: None");
  });

  it("end with 0x80070643 when a service cannot start, with their own log and that of Windows Installer", async () => {
    const machine = machineWith("C:\\Install\\Setup.exe", createBundle());
    machine.rights["SeServiceLogonRight"] = [];
    const result = await simulation.run(machine, setup + state);
    expect(result.output).toEqual(["-2147023293 False", " | no service"]);
    expect(result.machine.files[log]?.content).toContain("e000: Error 0x80070643: Failed to install MSI package.");
    expect(result.machine.files["C:\\Windows\\Temp\\setup_000_Main.log"]?.encoding).toBe("utf16");
    expect(result.machine.files["C:\\Windows\\Temp\\setup_000_Main.log"]?.content).toContain("Error 1920.");
  });

  it("skip packages that are registered, so that a service removed behind their back comes back by /repair only", async () => {
    const machine = machineWith("C:\\Install\\Setup.exe", createBundle());
    const result = await simulation.run(
      machine,
      `${setup}
      $null = Invoke-ServiceStop -Name 'Agent'
      Wait-Moment -Milliseconds 1000
      $null = Uninstall-Service -Name 'Agent'${setup}${state}${run("C:\\Install\\Setup.exe", "/repair /quiet")}${state}`,
    );
    expect(result.output).toEqual([
      "0 False",
      "0 False",
      "Contoso Agent/64,Contoso Package/32 | no service",
      "0 False",
      "Contoso Agent/64,Contoso Package/32 | running",
    ]);
  });

  it("are refused with 0x80070652 while another installation runs", async () => {
    const machine = machineWith("C:\\Install\\Setup.exe", createBundle());
    machine.installer.busyUntil = -1;
    expect((await simulation.run(machine, setup)).output).toEqual(["-2147023278 False"]);
  });
});

describe("a script that is killed while its installer goes on", () => {
  it("leaves a machine that is busy, and done when the time has come", async () => {
    const machine = machineWith("C:\\Install\\agent.msi", createMsi());
    const { snapshots } = await simulation.run(machine, install + state, { snapshots: true });
    const killed = snapshots.find((snapshot) => snapshot.moment === "during")?.machine;
    if (!killed) throw new Error("no installer was started");
    expect(killed.jobs).toHaveLength(1);
    expect(killed.products).toEqual({});
    const next = await simulation.run(killed, `Test-InstallerBusy${state}Wait-Moment -Milliseconds 25000\nTest-InstallerBusy${state}`);
    expect(next.output).toEqual(["True", " | no service", "False", "Contoso Agent/64 | running"]);
  });
});
