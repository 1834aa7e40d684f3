import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCases } from "./run-cases.ts";
import type { CaseResult } from "./run-cases.ts";

// Platform functions over .NET alone do the same on every system; the others need Windows.
const folder = mkdtempSync(join(tmpdir(), "remedyc-platform-"));
const file = (name: string) => `'${join(folder, name)}'`;
const write = (name: string, text: string) => `[System.IO.File]::WriteAllText(${file(name)}, '${text}')`;

let result: (name: string) => CaseResult;
const output = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  result = await runCases({
    functions: [
      "Get-FileByte",
      "Get-FileSha256",
      "Open-SourceFile",
      "Find-LogFile",
      "Clear-LogFile",
      "Find-Process",
      "Invoke-ProcessEnd",
      "Invoke-ProcessClose",
      "Test-InstallerBusy",
      "Get-NativeType",
      "Find-UninstallEntry",
      "Get-ConfigMgrRestart",
      "Get-MachineVariable",
      "Find-Mark",
      "Invoke-Program",
    ],
    fakes: [],
    // A registry of tables below the platform functions: @{ Keys = name -> key; Values = name -> data }; a key that is a text denies access with it.
    setup: `
function New-FakeKey([hashtable] $Key) {
    $fake = [pscustomobject]@{ Key = $Key }
    $member = { param([string] $Name, [scriptblock] $Body) $fake.PSObject.Members.Add([Management.Automation.PSScriptMethod]::new($Name, $Body)) }
    & $member 'OpenSubKey' { param($path) $key = $this.Key; foreach ($part in $path.Split([char]92)) { if ($key -isnot [hashtable] -or -not $key.Keys.Contains($part)) { return $null }; $key = $key.Keys[$part] }; if ($key -is [string]) { throw [Security.SecurityException]::new($key) }; New-FakeKey $key }
    & $member 'GetSubKeyNames' { @($this.Key['Keys'].Keys | Sort-Object) }
    & $member 'GetValue' { param($name, $default, $options) $data = $this.Key['Values'][$name]; if ($data -is [string] -and [string]$options -ne 'DoNotExpandEnvironmentNames') { return [Environment]::ExpandEnvironmentVariables($data) }; if ($null -eq $data) { return $default }; , $data }
    & $member 'GetValueNames' { @($this.Key['Values'].Keys | Sort-Object) }
    & $member 'GetValueKind' { param($name) @{ String = 'String'; Int32 = 'DWord'; 'Byte[]' = 'Binary'; 'String[]' = 'MultiString' }[$this.Key['Values'][$name].GetType().Name] }
    & $member 'Dispose' { }
    $fake
}
class FakeProcessApi {
    static [IntPtr] CreateJobObjectW($a, $b) { return [IntPtr]1 }
    static [int] CreateProcessW($a, $b, $c, $d, $e, $f, $g, $h, $i, $j) { [Runtime.InteropServices.Marshal]::SetLastPInvokeError(193); return 0 }
    static [int] CloseHandle($a) { return 1 }
}
function Get-ProcessApi { [FakeProcessApi] }
function New-FakePath([string] $Path, [hashtable] $Key) { $parts = @($Path.Split([char]92)); [array]::Reverse($parts); foreach ($part in $parts) { $Key = @{ Values = @{}; Keys = @{ $part = $Key } } }; $Key }
function Open-RegistryHive([string] $Hive, [int] $View = 64) { $null = $Hive, $View; New-FakeKey $script:Hive }`,
    cases: {
      bytes: `${write("a.log", "0123456789")}; foreach ($a in @(0, 4), @(8, 4), @(-3, 8), @(-30, 4), @(20, 4), @(0, 0)) { $b = Get-FileByte -Path ${file("a.log")} -Offset $a[0] -Count $a[1]; "$($b.GetType().Name) $([System.Text.Encoding]::ASCII.GetString($b))" }`,
      "bytes while another writes": `$s = [System.IO.File]::Open(${file("b.log")}, 'Create', 'Write', 'ReadWrite'); $s.WriteByte(65); $s.Flush(); (Get-FileByte -Path ${file("b.log")} -Count 9).Length; $s.Dispose()`,
      hash: `${write("c.bin", "abc")}; Get-FileSha256 -Path ${file("c.bin")}`,
      held: `${write("d.exe", "x")}; Open-SourceFile -Path ${file("d.exe")} -Body { try { [System.IO.File]::Open(${file("d.exe")}, 'Open', 'Write').Dispose(); 'written' } catch { 'refused' }; [System.IO.File]::Open(${file("d.exe")}, 'Open', 'Read', 'Read').Dispose(); 'read' }; [System.IO.File]::Open(${file("d.exe")}, 'Open', 'Write').Dispose(); 'closed'`,
      "held after an error": `${write("e.exe", "x")}; try { Open-SourceFile -Path ${file("e.exe")} -Body { throw 'inside' } } catch { $_.Exception.Message }; [System.IO.File]::Open(${file("e.exe")}, 'Open', 'Write').Dispose(); 'closed'`,
      "missing file": `try { Open-SourceFile -Path ${file("no.exe")} -Body { 'ran' } } catch { $_.Exception.GetBaseException().GetType().Name }`,
      logs: `${write("x1.log", "12")}; ${write("x2.log", "3")}; ${write("x3.txt", "4")}; Find-LogFile -Folder '${folder}' -Pattern 'x*.log' | Sort-Object -Property Path | ForEach-Object { "$($_.Length) $($_.Time.Kind)" }; Clear-LogFile -Path ${file("x1.log")}; Clear-LogFile -Path ${file("x1.log")}; @(Find-LogFile -Folder '${folder}' -Pattern 'x*.log').Count; @(Find-LogFile -Folder '${folder}-none' -Pattern '*').Count`,
      process: `$own = Find-Process -Id $PID; $own.Id -eq $PID; $own.StartTime.Kind.ToString(); @(Find-Process -Name $own.Name | Where-Object { $_.Id -eq $PID }).Count; @(Find-Process -Id 2147483000).Count; @(Find-Process -Name 'no such program').Count`,
      "another process with the id":
        "Invoke-ProcessEnd -Id $PID -StartTime ([datetime]'2001-01-01'); Invoke-ProcessClose -Id $PID -StartTime ([datetime]'2001-01-01'); Invoke-ProcessEnd -Id 2147483000 -StartTime ([datetime]'2001-01-01')",
      mutex:
        "Test-InstallerBusy; $m = [System.Threading.Mutex]::new($false, 'Global\\_MSIExecute'); Test-InstallerBusy; $m.Dispose(); $rs = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2()); $rs.Open(); $ps = [powershell]::Create(); $ps.Runspace = $rs; $null = $ps.AddScript('$h = [System.Threading.Mutex]::new($true, ''Global\\_MSIExecute''); [System.Threading.Thread]::Sleep(1500); $h.ReleaseMutex(); $h.Dispose()'); $run = $ps.BeginInvoke(); [System.Threading.Thread]::Sleep(700); Test-InstallerBusy; $null = $ps.EndInvoke($run); Test-InstallerBusy",
      "odd uninstall entries": `$odd = @{ Keys = @{}; Values = @{ DisplayName = 'Odd'; Publisher = [string[]]@(); InstallLocation = [byte[]]@(); UninstallString = [string[]]@('first', 'second'); DisplayVersion = 7 } }
        $script:Hive = New-FakePath 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall' @{ Values = @{}; Keys = @{ A = 'Requested registry access is not allowed.'; B = $odd; C = @{ Keys = @{}; Values = @{ DisplayName = 'Plain' } } } }
        Find-UninstallEntry -View 64 | ForEach-Object { "$($_.Key) [$($_.DisplayName)] [$($_.Publisher)] [$($_.InstallLocation)] [$($_.UninstallString)] [$($_.DisplayVersion)] [$($_.Unreadable)]" }`,
      "the client under -WhatIf": `function Invoke-CimMethod { [CmdletBinding(SupportsShouldProcess)] param($Namespace, $ClassName, $MethodName, $OperationTimeoutSec) if ($PSCmdlet.ShouldProcess($ClassName, $MethodName)) { [pscustomobject]@{ ReturnValue = 0; RebootPending = $true; IsHardRebootPending = $false } } }
        $WhatIfPreference = $true; Get-ConfigMgrRestart; $WhatIfPreference = $false; $ConfirmPreference = 'Low'; Get-ConfigMgrRestart`,
      "machine variables": `$env:REMEDYC_EVIL = 'C:\\evil'; $values = @{ Tools = '%REMEDYC_EVIL%\\tools'; List = [string[]]@('a', 'b'); Number = 7 }
        $script:Hive = New-FakePath 'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment' @{ Keys = @{}; Values = $values }
        foreach ($name in 'Tools', 'List', 'Number', 'None') { "[$(Get-MachineVariable -Name $name)]" }; $script:Hive = @{ Keys = @{}; Values = @{} }; $null -eq (Get-MachineVariable -Name 'Tools')`,
      "marks that are no text": `$script:Hive = New-FakePath 'SOFTWARE\\Remedyc\\x' @{ Keys = @{}; Values = @{ A = 'text'; B = 5; C = [byte[]]@(65); D = [string[]]@('a', 'b') } }
        $marks = Find-Mark -Hive HKLM -Remedy 'x'; foreach ($name in $marks.Keys) { "$name $($marks[$name])" }`,
      "a program that is none": "Invoke-Program -Path 'C:\\Media\\setup.exe' -Timeout ([timespan]'00:01:00')",
      "other libraries are refused": "Get-NativeType -Library 'evil.dll' -Name 'X' -Signature @{ F = @([int]) }",
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("files", () => {
  test("a part of a file, from its begin or end, never beyond it", () =>
    expect(output("bytes")).toEqual(["Byte[] 0123", "Byte[] 89", "Byte[] 789", "Byte[] 0123", "Byte[] ", "Byte[] "]));
  test("also while another program writes to it", () => expect(output("bytes while another writes")).toEqual([1]));
  test("SHA-256 in capitals (the vector of FIPS 180-4)", () =>
    expect(output("hash")).toEqual(["BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"]));
  test("held: others read, nobody writes; let go afterwards, also after an error", () => {
    expect(output("held")).toEqual(["refused", "read", "closed"]);
    expect(output("held after an error")).toEqual(["inside", "closed"]);
    expect(output("missing file")).toEqual(["FileNotFoundException"]);
  });
  test("logs by pattern, in one folder; an absent folder has none", () => expect(output("logs")).toEqual(["2 Utc", "1 Utc", 1, 0]));
});

describe("processes", () => {
  test("by id and by name; none is nothing", () => expect(output("process")).toEqual([true, "Utc", 1, 0, 0]));
  test("one that began at another time is left alone", () => expect(output("another process with the id")).toEqual([false, false, false]));
  test("busy while another holds the mutex of Windows Installer; a mutex that nobody holds is none", () =>
    expect(output("mutex")).toEqual([false, false, true, false]));
});

test("P/Invoke only into libraries that Windows loads from its own folder", () =>
  expect(result("other libraries are refused").error).toContain("evil.dll"));

describe("hostile values and preferences below the platform functions", () => {
  test("uninstall entries: a value of any type, an empty list, an entry that denies access; the others are read", () =>
    expect(output("odd uninstall entries")).toEqual([
      "A [] [] [] [] [] [Requested registry access is not allowed.]",
      "B [Odd] [] [] [first] [7] []",
      "C [Plain] [] [] [] [] []",
    ]));
  test("-WhatIf and -Confirm of the script do not reach a question", () =>
    expect(output("the client under -WhatIf")).toEqual([true, true]));
  test("marks: a value that is no text is none of ours", () => expect(output("marks that are no text")).toEqual(["A text"]));
  test("a program that Windows does not start is named, with the number of the reason", () =>
    expect(result("a program that is none").error).toMatch(/^C:\\Media\\setup\.exe could not be started: .+ \(193\)$/));
  test("machine variables come as they stand, never with this process's variables in them", () =>
    expect(output("machine variables")).toEqual(["[%REMEDYC_EVIL%\\tools]", "[]", "[]", "[]", true]));
});
