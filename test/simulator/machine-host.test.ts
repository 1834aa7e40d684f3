import { beforeAll, describe, expect, it } from "vitest";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Fault } from "../../src/simulator/machine.ts";
import { waitForNextRun } from "../../src/simulator/recovery.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

describe("the simulated clock", () => {
  it("moves on by waits, which cost no time, and is the same in every run", async () => {
    const began = performance.now();
    const text =
      "$before = Get-Clock; $tick = Get-Tick; Wait-Moment -Milliseconds 86400000; ((Get-Clock) - $before).TotalDays -ge 1; ((Get-Tick) - $tick) -ge 86400000; (Get-Clock).ToString('o')";
    const first = await simulation.run(createHealthyMachine(), text);
    expect(first.output.slice(0, 2)).toEqual(["True", "True"]);
    expect((await simulation.run(createHealthyMachine(), text)).output).toEqual(first.output);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe("simulated files and folders", () => {
  it("are created, read, copied, renamed and deleted", async () => {
    const run = await simulation.run(
      createHealthyMachine(),
      `
      Add-Folder -Path 'C:\\Data\\Sub'
      Write-FileByte -File (Open-NewFile -Path 'C:\\Data\\a.txt') -Data ([System.Text.Encoding]::UTF8.GetBytes('abc'))
      Get-FileSha256 -Path 'C:\\Data\\a.txt'
      Write-FileCopy -File (Open-NewFile -Path 'C:\\Data\\b.txt') -Source 'C:\\data\\A.TXT'
      $file = Open-NewFile -Path 'C:\\Data\\c.bin'
      Write-FileByte -File $file -Data ([byte[]]@(255, 254, 0))
      Write-FileName -File $file -Path 'C:\\Data\\b.txt'
      (Get-FileByte -Path 'C:\\Data\\b.txt' -Count 10) -join ','
      (Get-FileByte -Path 'C:\\Data\\a.txt' -Offset -2 -Count 10) -join ','
      @(Find-FolderEntry -Path 'C:\\Data' | ForEach-Object { '{0}:{1}:{2}' -f $_.Name, $_.IsDirectory, $_.Size }) -join ' '
      @(Find-LogFile -Folder 'C:\\Data' -Pattern '*.txt' | ForEach-Object { $_.Path }) -join ' '
      Clear-Entry -Path 'C:\\Data\\b.txt'
      Test-FileEntry -Path 'C:\\Data\\b.txt'
      Clear-Entry -Path 'C:\\Data\\Sub'
      Clear-Entry -Path 'C:\\Data\\Sub'
      try { Clear-Entry -Path 'C:\\Data' } catch [System.ComponentModel.Win32Exception] { 'not empty' }
      (Get-PathEntry -Path 'C:\\Data\\').IsDirectory
      $null -eq (Get-PathEntry -Path 'C:\\Data\\a.txt\\')`,
    );
    expect(run.output).toEqual([
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
      "255,254,0",
      "98,99",
      "Sub:True:0 a.txt:False:3 b.txt:False:3",
      "C:\\Data\\a.txt C:\\Data\\b.txt",
      "False",
      "not empty",
      "True",
      "True",
    ]);
  });

  it("refuse as .NET does: absent, in use, denied, not one's own", async () => {
    const machine = createHealthyMachine();
    machine.files["C:\\Windows\\Temp\\used.log"] = { content: "", encoding: "utf8", written: 0, inUse: true };
    machine.files["C:\\Windows\\Temp\\closed.log"] = { content: "", encoding: "utf8", written: 0, denied: true };
    const text = `
      try { Get-FileByte -Path 'C:\\Nowhere\\x' -Count 1 } catch [System.IO.DirectoryNotFoundException] { 'no folder' }
      try { Get-FileByte -Path 'C:\\Windows\\x' -Count 1 } catch [System.IO.FileNotFoundException] { 'no file' }
      try { Clear-Entry -Path 'C:\\Windows\\Temp\\closed.log' } catch [System.UnauthorizedAccessException] { 'denied' }
      try { (Open-Entry -Path 'C:\\Windows\\Temp' -Access 6).Dispose(); $true } catch [System.ComponentModel.Win32Exception] { $false }
      try { Clear-Entry -Path 'C:\\Windows\\Temp\\used.log' } catch [System.UnauthorizedAccessException] { 'denied' } catch [System.IO.IOException] { 'in use' }`;
    expect((await simulation.run(machine, text)).output).toEqual(["no folder", "no file", "denied", "True", "in use"]);
    machine.host.elevated = false;
    expect((await simulation.run(machine, text)).output).toEqual(["no folder", "no file", "denied", "False", "denied"]);
  });

  it("have owners, rights and signatures", async () => {
    const machine = createHealthyMachine();
    machine.folders["C:\\Open"] = {
      written: 0,
      owner: "S-1-5-21-1-1-1-1001",
      protected: false,
      link: true,
      rules: [{ sid: "S-1-5-32-545", rights: 0x1301bf, allow: true, inheritOnly: false }],
    };
    machine.files["C:\\Open\\x"] = { content: "", encoding: "utf8", written: 0 };
    const run = await simulation.run(
      machine,
      `
      Add-ProtectedFolder -Path 'C:\\Program Files\\Remedyc\\r'
      $state = Get-PathSecurity -Path 'C:\\Program Files\\Remedyc\\r'
      '{0} {1} {2}' -f $state.Owner, @($state.Rules | Where-Object { $_.Inherited }).Count, ($state.Rules.Sid -join ',')
      $security = Get-PathSecurity -Path 'C:\\Open'
      '{0} {1} {2}' -f $security.Owner, $security.Reparse, $security.Rules[0].Sid
      (Open-Entry -Path 'C:\\Open').Dispose()
      foreach ($act in { Open-Entry -Path 'C:\\Open\\x' }, { Clear-Entry -Path 'C:\\Open\\x' }, { Open-NewFile -Path 'C:\\Open\\y' }, { Add-HeldFolder -Path 'C:\\Open\\z' }) { try { & $act } catch { $_.Exception.Message } }
      (Get-FileSignature -Path 'C:\\Windows\\System32\\msiexec.exe').Status
      (Get-FileSignature -Path 'C:\\Windows\\System32\\drivers\\etc\\hosts').Status
      [string](Get-FileVersion -Path 'C:\\Windows\\System32\\msiexec.exe')`,
    );
    expect(run.output).toEqual([
      "S-1-5-32-544 0 S-1-5-18,S-1-5-32-544",
      "S-1-5-21-1-1-1-1001 True S-1-5-32-545",
      ...["x", "x", "y", "z"].map((name) => `C:\\Open\\${name} leads through the junction C:\\Open`),
      "Valid",
      "NotSigned",
      "10.0.17763.1",
    ]);
  });

  it("have a lock that another run may hold for a while", async () => {
    const machine = createHealthyMachine();
    machine.files["C:\\Windows\\Temp\\lock"] = { content: "", encoding: "utf8", written: 0, lockedUntil: machine.clock.now + 5000 };
    const run = await simulation.run(
      machine,
      "$null -eq (Open-LockFile -Path 'C:\\Windows\\Temp\\lock'); Wait-Moment -Milliseconds 6000; $null -ne (Open-LockFile -Path 'C:\\Windows\\Temp\\lock')",
    );
    expect(run.output).toEqual(["True", "True"]);
  });
});

describe("simulated processes, network, disk and facts", () => {
  it("close or end processes, and protect those of Windows", async () => {
    const machine = createHealthyMachine();
    machine.processes["7000"] = { name: "editor", path: "C:\\editor.exe", session: 1, started: machine.clock.now - 1000, window: "closes" };
    const run = await simulation.run(
      machine,
      `
      $one = Find-Process -Name 'EDITOR'
      Invoke-ProcessClose -Id $one.Id -StartTime $one.StartTime
      @(Find-Process -Id 7000).Count
      $one = Find-Process -Name 'svchost'
      Invoke-ProcessClose -Id $one.Id -StartTime $one.StartTime
      $null -eq (Find-Process -Name 'lsass').StartTime
      @(Find-ServiceProcess | Where-Object { $_.Name -eq 'Spooler' }).ProcessId`,
    );
    expect(run.output).toEqual(["True", "0", "False", "True", "1200"]);
    expect(run.effects.map((effect) => effect.text)).toEqual(["editor 7000"]);
  });

  it("reach endpoints or not, and know drives and memory", async () => {
    const machine = createHealthyMachine();
    machine.network.endpoints["closed.example:443"] = false;
    const run = await simulation.run(
      machine,
      `
      Test-TcpPort -Target 'open.example' -Port 443 -Timeout ([timespan]'00:00:05')
      Test-TcpPort -Target 'closed.example' -Port 443 -Timeout ([timespan]'00:00:05')
      (Get-DiskSpace -Drive 'c:').Free
      $null -eq (Get-DiskSpace -Drive 'X:')
      @(Get-MemoryModule).Count
      (Get-ComputerMembership).PartOfDomain
      Get-SystemLanguage
      Get-SpecialFolder -Name 'System'
      Get-MachineVariable -Name 'NUMBER_OF_PROCESSORS'`,
    );
    expect(run.output).toEqual(["True", "False", "64424509440", "True", "2", "True", "en-US", "C:\\Windows\\System32", "4"]);
    machine.computer.cimReadable = false;
    expect((await simulation.run(machine, "try { Get-ComputerMembership } catch { 'unreadable' }")).output).toEqual(["unreadable"]);
  });

  it("run the script again in 64 bit, handing its output and exit code on", async () => {
    const machine = createHealthyMachine();
    machine.host.bits = 32;
    const inner = simulation.write('param([string] $Name) "$(Test-NarrowHost) $Name"; exit 7');
    const run = await simulation.run(
      machine,
      `Test-NarrowHost; Invoke-WidePowerShell -Argument '-NoProfile', '-NonInteractive', '-File', '${inner}', '-Name:x y'; Test-NarrowHost`,
    );
    expect(run.output).toEqual(["True", "False x y", "7", "True"]);
  });

  it("begin the next run in the 32-bit PowerShell again, when the 64-bit one was killed", async () => {
    const machine = createHealthyMachine();
    machine.host.bits = 32;
    const inner = simulation.write("Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'A' -Type DWord -Data 1");
    const { snapshots } = await simulation.run(machine, `Invoke-WidePowerShell -Argument '-NoProfile', '-File', '${inner}'`, {
      snapshots: true,
    });
    const killed = snapshots.find(({ effect, moment }) => effect === 1 && moment === "before")?.machine;
    if (!killed) throw new Error("no snapshot");
    const next = waitForNextRun(killed, machine);
    expect([killed.host.bits, next.host.bits]).toEqual([64, 32]);
  });

  it("run a program that sets what the scenario says: with its arguments, when it ends with 0", async () => {
    const machine = createHealthyMachine();
    const path = "C:\\Windows\\System32\\reg.exe";
    const key = "HKLM\\SOFTWARE\\Contoso";
    machine.programs[path] = {
      exitCode: 0,
      duration: 1000,
      sets: [
        { arguments: "/on", key, name: "A", value: { type: "String", data: "on" } },
        { arguments: null, key, name: "B", value: { type: "MultiString", data: ["x"] } },
      ],
    };
    const call = (text: string): string => `(Invoke-Program -Path '${path}' -Arguments '${text}' -Timeout ([timespan]'00:01:00')).ExitCode`;
    expect((await simulation.run(machine, call("/ON"))).machine.registry[key]?.values).toEqual({
      A: { type: "String", data: "on" },
      B: { type: "MultiString", data: ["x"] },
    });
    expect(Object.keys((await simulation.run(machine, call("/off"))).machine.registry[key]?.values ?? {})).toEqual(["B"]);
    machine.programs[path].exitCode = 5;
    const failed = await simulation.run(machine, call("/on"));
    expect([failed.output, failed.machine.registry[key]]).toEqual([["5"], undefined]);
  });

  it("run the author's own PowerShell only as the scenario says", async () => {
    const machine = createHealthyMachine();
    machine.scripts["s"] = { test: "Test-It", fix: "Repair-It\n  -Now", holds: false, fixHelps: true };
    const run = await simulation.run(
      machine,
      `
      $limit = [timespan]'00:01:00'
      (Invoke-ScriptText -Text 'Test-It' -Timeout $limit).Output
      $null = Invoke-ScriptText -Text 'Repair-It -Now' -Timeout $limit
      (Invoke-ScriptText -Text ' Test-It ' -Timeout $limit).Output
      try { Invoke-ScriptText -Text 'Remove-Everything' -Timeout $limit } catch { $_.Exception.Message -match 'does not run PowerShell' }`,
    );
    expect(run.output).toEqual(["False", "True", "True"]);
  });

  it("never reach below the boundary", async () => {
    const run = await simulation.run(createHealthyMachine(), "try { Open-RegistryKey 'HKLM' 'SOFTWARE' } catch { $_.Exception.Message }");
    expect(run.output).toEqual(["Open-RegistryKey was called on the simulated Windows: something reached below the platform functions"]);
  });

  it("have one registry view on a 32-bit Windows", async () => {
    const machine = createHealthyMachine();
    Object.assign(machine.host, { systemBits: 32, bits: 32 });
    const run = await simulation.run(
      machine,
      `
      Test-NarrowHost
      Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 'DWord' -Data 1 -View 32
      Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\\Contoso' -View 64
      @(Find-UninstallEntry -View 32).Count`,
    );
    expect(run.output).toEqual(["False", "True", "0"]);
  });

  it("write logs of the script's own, and move them", async () => {
    const run = await simulation.run(
      createHealthyMachine(),
      `
      Add-LogText -Path 'C:\\Windows\\Logs\\r.log' -Text 'one '
      Add-LogText -Path 'C:\\Windows\\Logs\\r.log' -Text 'two'
      Get-LogLength -Path 'C:\\Windows\\Logs\\r.log'
      Move-Log -Path 'C:\\Windows\\Logs\\none.log' -Destination 'C:\\Windows\\Logs\\r.log'
      Move-Log -Path 'C:\\Windows\\Logs\\r.log' -Destination 'C:\\Windows\\Logs\\r.old' -Above 7
      Get-LogLength -Path 'C:\\Windows\\Logs\\r.log'
      Move-Log -Path 'C:\\Windows\\Logs\\r.log' -Destination 'C:\\Windows\\Logs\\r.old'
      Get-LogLength -Path 'C:\\Windows\\Logs\\r.log'
      Get-SecretText -Path 'C:\\Windows\\Logs\\r.old'
      Clear-LogFile -Path 'C:\\Windows\\Logs\\r.old'
      $null -eq (Get-SecretText -Path 'C:\\Windows\\Logs\\r.old')`,
    );
    expect(run.output).toEqual(["7", "7", "0", "one two", "True"]);
    expect(run.effects.map((effect) => effect.about)).toEqual(["own", "own", "own", "own"]);
  });

  it("answer for the Configuration Manager client, whose wish for a restart a restart fulfils", async () => {
    const machine = createHealthyMachine();
    machine.computer.configMgrRestart = "pending";
    expect((await simulation.run(machine, "Get-ConfigMgrRestart")).output).toEqual(["True"]);
    expect((await simulation.run(machine, "Get-ConfigMgrRestart", { restart: true })).output).toEqual(["False"]);
    machine.computer.configMgrRestart = "unreadable";
    expect((await simulation.run(machine, "try { Get-ConfigMgrRestart } catch { 'unreadable' }")).output).toEqual(["unreadable"]);
  });

  it("are those of the account that runs the script", async () => {
    const machine = createHealthyMachine();
    Object.assign(machine.host, { account: machine.accounts["CONTOSO\\ann"], elevated: false });
    machine.variables.process["TOKEN"] = "s3cret";
    const run = await simulation.run(
      machine,
      `
      (Get-UserSid) -match '-1103$'
      Test-Elevation
      Write-RegistryValue -Hive HKCU -Path 'Software\\Contoso' -Name 'A' -Type 'String' -Data 'x'
      (Get-RegistryValue -Hive HKU -Path "$(Get-UserSid)\\Software\\Contoso" -Name 'A').Data
      Get-ProcessVariable -Name 'TOKEN'
      Invoke-ServiceStart -Name 'msiserver'`,
    );
    expect(run.output).toEqual(["True", "False", "x", "s3cret", "5"]);
  });

  it("undo protection of secrets, unless they were protected for somebody else", async () => {
    const run = await simulation.run(
      createHealthyMachine(),
      "(Unprotect-Secret -Data ([byte[]]@(1, 2))) -join ','; try { Unprotect-Secret -Data ([byte[]]@(0, 2)) } catch [System.Security.Cryptography.CryptographicException] { 'refused' }",
    );
    expect(run.output).toEqual(["1,2", "refused"]);
  });
});

describe("faults", () => {
  const text = `
    try { Grant-UserRight -Right 'SeTcbPrivilege' -Sid 'S-1-1-0' } catch { "failed: $($_.Exception.GetType().Name)" }
    Invoke-ServiceStart -Name 'msiserver'
    Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 'DWord' -Data 1`;
  const run = (kind: Fault["kind"], effect: number): Promise<Awaited<ReturnType<Simulation["run"]>>> =>
    simulation.run(createHealthyMachine(), text, { fault: { kind, effect } });

  it("make a call fail, or not come back in time", async () => {
    const failed = await run("fail", 1);
    expect(failed.output).toEqual(["failed: Win32Exception", "0"]);
    expect(failed.machine.rights["SeTcbPrivilege"]).toBeUndefined();
    expect((await run("time-out", 1)).output).toEqual(["failed: TimeoutException", "0"]);
    expect((await run("fail", 2)).output).toEqual(["5"]);
    expect((await run("time-out", 2)).output).toEqual(["1053"]);
    expect(failed.effects.map((effect) => effect.number)).toEqual([1, 2, 3]);
  });

  it("that lie behind the last effect change nothing", async () => {
    const none = await run("fail", 9);
    expect([none.exitCode, none.failure, none.output]).toEqual([0, "", ["0"]]);
  });
});

describe("snapshots", () => {
  const text = `
    Grant-UserRight -Right 'SeTcbPrivilege' -Sid 'S-1-1-0'
    $null = Invoke-ServiceStart -Name 'msiserver'
    Write-Mark -Hive HKLM -Remedy 'a' -Name 'B' -Value 'c'
    Write-RegistryValue -Hive HKLM -Path 'SOFTWARE\\Contoso' -Name 'A' -Type 'DWord' -Data 1`;

  it("show the machine right before and right after an effect on it, and after one on what the script keeps for itself", async () => {
    const { snapshots, machine } = await simulation.run(createHealthyMachine(), text, { snapshots: true });
    expect(snapshots.map(({ effect, moment }) => `${moment} ${effect}`)).toEqual([
      "before 1",
      "after 1",
      "before 2",
      "after 2",
      "after 3",
      "before 4",
      "after 4",
    ]);
    const seen = snapshots.map((snapshot) => [
      snapshot.machine.rights["SeTcbPrivilege"]?.length ?? 0,
      snapshot.machine.services["msiserver"]?.state,
      snapshot.machine.registry["HKLM\\SOFTWARE\\Remedyc\\a"]?.values["B"]?.data,
      snapshot.machine.registry["HKLM\\SOFTWARE\\Contoso"]?.values["A"]?.data,
    ]);
    expect(seen).toEqual([
      [0, "stopped", undefined, undefined],
      [1, "stopped", undefined, undefined],
      [1, "stopped", undefined, undefined],
      [1, "starting", undefined, undefined],
      [1, "starting", "c", undefined],
      [1, "starting", "c", undefined],
      [1, "starting", "c", 1],
    ]);
    expect(snapshots.at(-1)?.machine).toEqual(machine);
  });

  it("are kept on request only", async () => {
    expect((await simulation.run(createHealthyMachine(), text)).snapshots).toEqual([]);
  });
});

describe("a run", () => {
  it("gives exit codes whole, and the error that left a script", async () => {
    expect((await simulation.run(createHealthyMachine(), "'a'; exit 20001")).exitCode).toBe(20_001);
    const failed = await simulation.run(createHealthyMachine(), "'lost'; throw 'the reason'");
    expect([failed.exitCode, failed.failure]).toEqual([1, "the reason"]);
  });
});
