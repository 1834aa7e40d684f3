import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const CODE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}";
const OTHER = "{7D1E4A90-33C8-4B0F-8B51-9E2F6C7D0002}";
const UPGRADE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}";
const holds = { RemedycVerdict: "holds", Why: "" };
const runs = "$script:Runs | ForEach-Object { $_.Command }";

let result: (name: string) => CaseResult;

beforeAll(async () => {
  const cases: Record<string, string> = {
    "known to Windows Installer alone": `$script:Products['25B7C9C5B1C685D40A4EB2B1D8A50010'] = @{ ProductName = 'Agent'; DisplayVersion = '2.5.1' }; Read-PackageExists { Test-Text $_.DisplayName 'Agent' -IgnoreCase }; Get-Verdict Package -Absent -Where { $_.Key -eq '${CODE}' }; Get-Verdict Package -Absent -Where { $_.Key -eq '${OTHER}' }; $script:Codes['25B7C9C5B1C685D40A4EB2B1D8A500FF'] = @('25B7C9C5B1C685D40A4EB2B1D8A50010'); foreach ($limit in '2.8', '2.5.1') { Read-PackageExists { (Test-UpgradeCode $_ '${UPGRADE}') -and $null -ne (ConvertTo-PackageVersion $_.DisplayVersion) -and (ConvertTo-PackageVersion $_.DisplayVersion) -lt [version]$limit } }; Read-PackageUpgradeCode { $_.Key -eq '${CODE}' }; $script:Outcomes['msiexec'] = @{ Codes = @(0); Do = { $script:Products.Clear() } }; Invoke-Repair Package -Absent -Where { Test-UpgradeCode $_ '${UPGRADE}' }; ${runs}`,
    "known to Windows Installer, by its number": `$script:Products['25B7C9C5B1C685D40A4EB2B1D8A50010'] = @{ Version = 0x02050001 }; [string](Read-PackageVersion { $_.Key -eq '${CODE}' }); Read-Package { $_.Key -eq '${CODE}' } 'name'; Test-PackageAbsence { $_.Key -eq '${CODE}' }`,
    "listed, and known to Windows Installer": `New-FakeEntry '${CODE}' 'Agent' @{ WindowsInstaller = '1' }; $script:Products['25B7C9C5B1C685D40A4EB2B1D8A50010'] = @{ ProductName = 'Agent' }; @(Find-PackageEntry { $_.Key -eq '${CODE}' }).Count`,
    "what is not registered of it": `$script:Products['25B7C9C5B1C685D40A4EB2B1D8A50010'] = @{ ProductName = 'Agent' }; if (Read-PackageExists { ($_.Key -eq '${OTHER}') -and (ConvertTo-PackageVersion $_.DisplayVersion) -lt [version]'2.8' }) { throw 'another one' }; Read-PackageExists { ($_.Key -eq '${CODE}') -and (ConvertTo-PackageVersion $_.DisplayVersion) -lt [version]'2.8' }`,
    "an entry without a name": `New-FakeEntry '${CODE}' '' @{ WindowsInstaller = '1' }; Test-PackageAbsence { $_.Key -eq '${CODE}' }; Read-PackageExists { $_.Publisher -eq 'Contoso' }; Invoke-Repair Package -Absent -Where { $_.Key -eq '${CODE}' }; ${runs}`,
    "an entry of its own that calls msiexec": `foreach ($command in 'MsiExec.exe /X${CODE}', 'MsiExec.exe /I${CODE}', '"C:\\Windows\\System32\\msiexec.exe" /x "${CODE}" /qb /norestart', 'msiexec /uninstall ${CODE} REBOOT=ReallySuppress') { $script:Entries = @(); New-FakeEntry 'Studio 20' 'Studio' @{ UninstallString = $command }; Read-Package { $true } 'installer'; Read-Package { $true } 'product_code'; $script:Outcomes['msiexec'] = @{ Codes = @(0); Do = { $script:Entries = @() } }; Invoke-Repair Package -Absent; $script:Runs[-1].Command }; Invoke-Repair Package -Absent -RemoveArguments @('/qn')`,
    "msiexec with another meaning": `foreach ($command in 'MsiExec.exe /I${CODE} MSIPATCHREMOVE=${OTHER}', 'msiexec /I${CODE} REMOVE=Part', 'msiexec /package ${CODE} /uninstall ${OTHER}', 'C:\\Evil\\msiexec.exe /X${CODE}', 'MsiExec.exe /X{1}') { $script:Entries = @(); New-FakeEntry 'Studio 20' 'Studio' @{ UninstallString = $command; QuietUninstallString = $command }; Read-Package { $true } 'installer'; (Get-Verdict Package -Absent -Where { $true }).RemedycVerdict }`,
    "its own entry is forgotten": `New-FakeEntry 'Studio 20' 'Studio' @{ UninstallString = 'MsiExec.exe /X${CODE}' }; $script:Outcomes['msiexec'] = @{ Codes = @(1605) }; Invoke-Repair Package -Absent -Forget $true; @($script:Story | Where-Object { $_ -like 'clear *Uninstall*' })`,
    "an uninstall program that is gone": `foreach ($command in 'C:\\Program Files\\Contoso\\gone.exe /S', '"C:\\Program Files\\Contoso\\gone.exe" /S', 'C:\\Program Files\\Old\\gone.exe /S /log a.exe', 'C:\\Program Files\\x.exe y\\gone.exe') { $script:Entries = @(); New-FakeEntry 'a' 'a' @{ QuietUninstallString = $command }; (Get-Verdict Package -Absent -Where { $true }).Why }`,
  };
  result = await runCases({
    functions: ["Test-Package", "Read-Package", "Read-PackageExists", "Read-PackageVersion", "Read-PackageUpgradeCode"],
    fakes: ["services", "installer"],
    cases: Object.fromEntries(Object.entries(cases).map(([name, body]) => [name, `Reset-Installer\n${body}`])),
  });
});

describe("what Windows Installer knows and the uninstall list does not", () => {
  const remove = `C:\\Windows\\System32\\msiexec.exe /x ${CODE} /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\removal-of-Agent.log`;
  test("is there where it is asked for by a code, and is removed by it", () => {
    expect(result("known to Windows Installer alone")).toEqual({
      output: [false, { RemedycVerdict: "deviates", Why: "installed: Agent 2.5.1.0" }, holds, true, false, UPGRADE, remove],
      error: "",
    });
    expect(result("known to Windows Installer, by its number").output).toEqual(["2.5.1.0", CODE, `installed: ${CODE} 2.5.1.0`]);
    expect(result("listed, and known to Windows Installer").output).toEqual([1]);
  });
  test("is unreadable where what is asked of it is not registered", () => {
    expect(result("what is not registered of it")).toEqual({
      output: [],
      error: "Agent is installed, and whether it is meant cannot be told: it has no DisplayVersion and no Publisher",
    });
  });
  test("an entry without a name is found by its code alone", () => {
    expect(result("an entry without a name").output).toEqual([
      `installed: ${CODE} 1.2.3.0`,
      false,
      `C:\\Windows\\System32\\msiexec.exe /x ${CODE} /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\removal-of-${CODE.slice(1, -1)}.log`,
    ]);
  });
});

describe("an entry of its own whose command calls Windows Installer", () => {
  test("is that of a product, and removed by its code", () => {
    const remove = `C:\\Windows\\System32\\msiexec.exe /x ${CODE} /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\removal-of-Studio.log`;
    expect(result("an entry of its own that calls msiexec").output).toEqual([1, 2, 3, 4].flatMap(() => ["msi", CODE, remove]));
    expect(result("its own entry is forgotten").output).toEqual([
      `clear HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${CODE} 64`,
      "clear HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Studio 20 64",
    ]);
  });
  test("not where the command means something else", () =>
    expect(result("msiexec with another meaning").output).toEqual([1, 2, 3, 4, 5].flatMap(() => ["exe", "blocked"])));
});

test("an uninstall program that is gone is named by its path, with and without quotation marks", () => {
  const gone = "installed: a 1.2.3.0: removal of a: the uninstall program does not exist:";
  expect(result("an uninstall program that is gone").output).toEqual([
    `${gone} C:\\Program Files\\Contoso\\gone.exe`,
    `${gone} C:\\Program Files\\Contoso\\gone.exe`,
    `${gone} C:\\Program Files\\Old\\gone.exe`,
    `${gone} C:\\Program Files\\x.exe`,
  ]);
});
