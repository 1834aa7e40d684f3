import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const CODE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}";
const OTHER = "{7D1E4A90-33C8-4B0F-8B51-9E2F6C7D0002}";
const UPGRADE = "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}";
const SUBJECT = "CN=Contoso, O=Contoso, C=US";
const holds = { RemedycVerdict: "holds", Why: "" };
const product = (name: string, code = CODE, more = "") => `New-FakeEntry '${code}' '${name}' @{ WindowsInstaller = '1'; ${more} }`;
const exe = (name: string, key: string, more = "") =>
  `New-FakeEntry '${key}' '${name}' @{ UninstallString = '"C:\\Program Files\\Contoso\\un inst.exe" /S'; QuietUninstallString = '"C:\\Program Files\\Contoso\\un inst.exe" /S /quiet' } @{ ${more} }`;
const runs = "$script:Runs | ForEach-Object { $_.Command }";
const source = `-Source 'C:\\Media\\setup.exe' -SignedBy '${SUBJECT}'`;
const install = (more = "", name = "setup.exe") =>
  `Invoke-Repair Package -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\${name}' -SignedBy '${SUBJECT}' ${more}`;
/** A web server that has everything, and a folder of ours to put it in. */
const web =
  "New-FakeFolder 'C:\\State'; New-FakeFolder 'C:\\State\\download'; function Get-DiskSpace { [pscustomobject]@{ Free = 64GB } }; function Receive-WebFile($Url, $Path) { $script:Story += \"get $Url\"; New-FakeFile $Path; [pscustomobject]@{ Status = 200; Location = '' } }";
/** A PE file with these section names. */
const pe = (...sections: string[]) =>
  `$pe = [byte[]]::new(1024); $pe[0] = 77; $pe[1] = 90; $pe[0x3C] = 128; $pe[128] = 80; $pe[129] = 69; $pe[134] = ${String(sections.length)}; $pe[148] = 240; ${sections
    .map((name, index) => `[System.Text.Encoding]::ASCII.GetBytes('${name}').CopyTo($pe, ${String(128 + 24 + 240 + 40 * index)})`)
    .join("; ")}; $script:Files['C:\\Media\\setup.exe'].Bytes = $pe`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

beforeAll(async () => {
  const cases: Record<string, string> = {
    "by name": `${product("Agent")}; ${product("agent x", OTHER)}; Select-Package { Test-Text $_.DisplayName 'AGENT' -IgnoreCase } | ForEach-Object { $_.Name }`,
    "both views, sorted": `${product("b", OTHER, "View = 32")}; ${product("B", CODE)}; ${exe("a", "a_is1", "View = 32")}; New-FakeEntry 'x' ''; Select-Package | ForEach-Object { "$($_.Name) $($_.View)" } | Sort-Object`,
    "by filter": `${product("Agent One")}; ${product("Agent Two", OTHER)}; Select-Package -Where { Test-Match $_.DisplayName ' two$' } | ForEach-Object { $_.Name }; @(Select-Package -Where { (ConvertTo-PackageVersion $_.DisplayVersion) -lt [version]'1.2.3.0' }).Count; @(Select-Package -Where { (ConvertTo-PackageVersion $_.DisplayVersion) -le [version]'1.2.3.0' }).Count`,
    "by codes": `${product("Agent")}; ${product("Other", OTHER)}; New-FakeEntry '{B}' 'Bundle' @{ BundleUpgradeCode = '${UPGRADE.toLowerCase()}' }; $script:Codes['25B7C9C5B1C685D40A4EB2B1D8A500FF'] = @('25B7C9C5B1C685D40A4EB2B1D8A50010'); Select-Package { $_.Key -eq '${OTHER.toLowerCase()}' } | ForEach-Object { $_.Name }; Find-PackageEntry { Test-UpgradeCode $_ '${UPGRADE}' } | ForEach-Object { "$($_.DisplayName) $(Find-UpgradeCode $_)" }; @(Select-Package { Test-UpgradeCode $_ '${OTHER}' }).Count`,
    properties: `${exe("Agent", "agent", "DisplayVersion = '4.7'; InstallLocation = 'C:\\Agent'; View = 32")}; [string](Read-PackageExists { $true }); foreach ($p in 'name', 'version', 'publisher', 'installer', 'view', 'install_location', 'uninstall_command', 'quiet_uninstall_command', 'product_code') { [string](Read-Package { $true } $p) }`,
    "no version": `${exe("Agent", "agent", "DisplayVersion = '2024-11 beta'")}; $null -eq (Read-PackageVersion { Test-Text $_.DisplayName 'Agent' -IgnoreCase })`,
    kinds: `${product("a")}; New-FakeEntry 'b' 'b' @{ BundleCachePath = 'C:\\x.exe' }; ${exe("c", "c")}; New-FakeEntry 'd' 'd' @{ WindowsInstaller = '1' }; Select-Package | ForEach-Object { $_.Installer }`,
    "none is none":
      "Read-PackageExists { Test-Text $_.DisplayName 'Agent' -IgnoreCase }; $null -eq (Read-PackageVersion { Test-Text $_.DisplayName 'Agent' -IgnoreCase })",
    "several are unreadable": `${product("Agent")}; ${product("Agent", OTHER, "DisplayVersion = '2.0'")}; Read-PackageExists { Test-Text $_.DisplayName 'Agent' -IgnoreCase }; Read-PackageVersion { Test-Text $_.DisplayName 'Agent' -IgnoreCase }`,
    "an element": `${product("Agent")}; ${product("Agent", CODE, "View = 32; DisplayVersion = '9.0'")}; $e = @(Select-Package)[1]; [string](Read-PackageVersion { ($_.Key -eq $e.Key) -and ($_.View -eq $e.View) }); [string]$e.Version`,

    "absent holds": "Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Absent",
    "absent deviates": `${product("Agent")}; ${exe("Agent", "agent")}; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Absent`,
    "no silent way": `New-FakeEntry 'agent' 'Agent' @{ UninstallString = '"C:\\Program Files\\Contoso\\un inst.exe"' }; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Absent; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Absent -RemoveArguments @('/S')`,
    "a program that may not be run": `New-FakeEntry 'a' 'a' @{ UninstallString = '"C:\\x.exe"'; QuietUninstallString = 'relative.exe /S' }; Get-Verdict Package -Label 'a' -Where { Test-Text $_.DisplayName 'a' -IgnoreCase } -Absent; Get-Verdict Package -Label 'a' -Where { Test-Text $_.DisplayName 'a' -IgnoreCase } -Absent -RemoveArguments @('/S')`,
    "present holds": `${product("Agent")}; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source} -Provides ([ordered]@{ 'service A' = { $true } })`,
    "present deviates": `Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}; Get-Verdict Package -Where { $_.DisplayName -eq 'x' } -Label 'whose name matches ^No' ${source}`,
    "without what it provides": `${product("Agent")}; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source} -Provides ([ordered]@{ 'service A' = { $false }; 'service B' = { $true }; 'file C' = { $false } })`,
    "what it provides is unreadable": `${product("Agent")}; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source} -Provides ([ordered]@{ 'service A' = { throw 'Access is denied.' } })`,
    "no source": "Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase }",
    "source missing": `Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\nope.exe' -SignedBy '${SUBJECT}'`,
    "source without proof":
      "Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\setup.exe'",
    "source not rooted":
      "foreach ($p in 'setup.exe', '\\setup.exe', 'C:setup.exe', '\\\\?\\C:\\Media\\setup.exe', '\\\\.\\C:\\Media\\setup.exe') { (Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source $p -SignedBy 'x').Why }",
    "not signed": `$script:Files['C:\\Media\\setup.exe'].Status = 'NotSigned'; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "valid, but another signer": `$script:Files['C:\\Media\\setup.exe'].Subject = 'CN=Contoso, O=Evil, C=US'; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    thumbprint: `Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\setup.exe' -SignedBy '${"a".repeat(40)}'; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\setup.exe' -SignedBy '${"c".repeat(40)}'`,
    hash: `Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\setup.exe' -Sha256 '${"b".repeat(64)}'; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Source 'C:\\Media\\setup.exe' -Sha256 '${"c".repeat(64)}'`,
    "others may write": `New-FakeFolder 'C:\\Media' @(New-FakeRule 'S-1-5-32-545' 0x2); Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "others may write the file": `New-FakeFolder 'C:\\Media\\setup.exe' @(New-FakeRule 'S-1-5-11' 0x10000); Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "others own it": `New-FakeFolder 'C:\\Media' @() 'S-1-5-21-1-1-1-1001'; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "administrators own it": `foreach ($sid in 'S-1-5-21-1-1-1-500', 'S-1-5-21-1-1-1-512', 'S-1-5-21-1-1-1-519', 'S-1-5-21-1-1-1-1512') { New-FakeFolder 'C:\\Media' @() $sid; New-FakeFolder 'C:\\Media\\setup.exe' @() $sid; (Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}).Why }`,
    "others may replace a folder above": `New-FakeFolder 'C:\\' @(New-FakeRule 'S-1-5-11' 0x40); Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "a file that may be run": `foreach ($signer in '${SUBJECT}', '${"a".repeat(40)}', 'CN=Other') { Read-FileIsTrusted -Path 'C:\\Media\\setup.exe' -Signer $signer }; Read-FileIsTrusted -Path 'C:\\Media\\nope.exe' -Signer '${SUBJECT}'; New-FakeFolder 'C:\\Media' @(New-FakeRule 'S-1-5-32-545' 0x2); Read-FileIsTrusted -Path 'C:\\Media\\setup.exe' -Signer '${SUBJECT}'`,
    "a junction": `$script:Paths['C:\\Media'].Reparse = $true; Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,
    "harmless rights": `New-FakeFolder 'C:\\Media' @((New-FakeRule 'S-1-5-32-545' 0x1200A9), (New-FakeRule 'S-1-5-32-545' 0x1F01FF $false), (New-FakeRule 'S-1-3-0' 0x10000000 $true $true), (New-FakeRule 'S-1-5-21-1-1-1-777' 0x1F01FF), (New-FakeRule 'S-1-5-21-5-5-5-512' 0x1F01FF)); New-FakeFolder 'C:\\' @(New-FakeRule 'S-1-5-11' 0x4); Get-Verdict Package -Label 'Agent' -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } ${source}`,

    "removes a product": `${product("Agent", CODE, "UninstallString = 'cmd.exe /c evil'")}; Invoke-Repair Package -Where { Test-Text $_.DisplayName 'Agent' -IgnoreCase } -Absent; ${runs}; $script:Entries.Count`,
    "removal order": `${product("b", "{00000000-0000-0000-0000-00000000000B}")}; ${product("a", "{00000000-0000-0000-0000-00000000000A}")}; ${exe("z", "z", "UninstallString = '\"C:\\Media\\setup.exe\" /z'; QuietUninstallString = '\"C:\\Media\\setup.exe\" /z'; Gone = @('{00000000-0000-0000-0000-00000000000B}')")}; Invoke-Repair Package -Absent; ${runs}`,
    "one failure does not stop the rest": `${exe("a", "a", "QuietUninstallString = 'relative.exe /S'")}; ${product("b")}; try { Invoke-Repair Package -Absent } catch { $_.Exception.Message }; ${runs}; $script:Entries | ForEach-Object { $_.DisplayName }`,
    "a failed one is tried once": `${product("a")}; $script:Outcomes['msiexec'] = @{ Codes = @(1612) }; try { Invoke-Repair Package -Absent } catch { $_.Exception.Message }; $script:Runs.Count`,
    forgotten: `${product("a", CODE, "View = 32")}; ${product("b", OTHER)}; $current = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer'; $packed = ConvertTo-PackedGuid -Guid '${CODE}'; $other = ConvertTo-PackedGuid -Guid '${OTHER}'; $script:Registered = @("$current\\UserData\\S-1-5-18\\Components\\C1|$packed", "$current\\UserData\\S-1-5-18\\Components\\C1|$other", "$current\\UserData\\S-1-5-18\\Components\\C2|$other", "$current\\UpgradeCodes\\U1|$packed", "SOFTWARE\\Classes\\Installer\\UpgradeCodes\\U1|$packed"); $script:Outcomes['msiexec'] = @{ Codes = @(1612) }; Invoke-Repair Package -Where { Test-Text $_.DisplayName 'a' -IgnoreCase } -Absent -Forget $true; $script:Story | Where-Object { $_ -match '^(save|clear) ' }; @($script:Entries).Count`,
    "forgets nothing else": `${exe("a", "a")}; ${product("b")}; $script:Outcomes['un inst'] = @{ Codes = @(1612) }; $script:Outcomes['msiexec'] = @{ Codes = @(1603) }; try { Invoke-Repair Package -Absent -Forget $true } catch { $_.Exception.Message }; @($script:Story | Where-Object { $_ -like 'clear *' }).Count`,
    "cannot be forgotten": `${product("a")}; ${product("b", OTHER)}; function Clear-RegistryKey { throw 'Access to the registry key is denied.' }; $script:Outcomes['${CODE}'] = @{ Codes = @(1612) }; try { Invoke-Repair Package -Absent -Forget $true } catch { $_.Exception.Message }; $script:Entries | ForEach-Object { $_.DisplayName }`,
    "unknown to Windows Installer": `${product("a")}; $script:Outcomes['msiexec'] = @{ Codes = @(1605) }; try { Invoke-Repair Package -Absent } catch { $_.Exception.Message }; Invoke-Repair Package -Absent -Forget $true; @($script:Entries).Count`,
    "gone already": `${product("a")}; $script:Outcomes['msiexec'] = @{ Codes = @(1605); Do = { $script:Entries = @() } }; Invoke-Repair Package -Absent; $script:Runs.Count`,
    "removal needs a restart": `${product("a")}; $script:Outcomes['msiexec'] = @{ Codes = @(3010) }; Invoke-Repair Package -Absent`,
    "quiet command": `${exe("a", "a")}; Invoke-Repair Package -Absent; ${runs}; $script:Runs[0].Linger`,
    "declared arguments": `${exe("a", "a", "QuietUninstallString = $null")}; Invoke-Repair Package -Absent -RemoveArguments @('/S', '/D=C:\\My Folder\\'); ${runs}`,
    bundle: `${exe("a", "a", "BundleCachePath = 'x'")}; Invoke-Repair Package -Absent; ${runs}`,
    "unquoted command": `New-FakeEntry 'a' 'a' @{ QuietUninstallString = 'C:\\Program Files\\Contoso\\un inst.exe /S' }; Invoke-Repair Package -Absent; ${runs}`,
    "an uninstaller that others may change": `${exe("a", "a")}; New-FakeFolder 'C:\\Program Files\\Contoso' @(New-FakeRule 'S-1-5-32-545' 0x2); Invoke-Repair Package -Absent`,
    "an uninstaller of another signer": `${exe("a", "a")}; Invoke-Repair Package -Absent -SignedBy 'CN=Other'`,

    "installs an exe": `${install("-Arguments @('/quiet', 'A B')")}; ${runs}; $script:Runs[0].Held; $script:Runs[0].Temp; $script:Runs[0].Tmp; $script:Runs[0].Timeout; $script:Story`,
    "installs a bundle": `${pe(".text", ".wixburn")}; ${install("-Arguments @('/quiet')")}; ${runs}`,
    "installs an msi": `${install("-Arguments @('INSTALLDIR=C:\\Program Files\\A', 'NAME=say \"hi\"', 'EMPTY=', 'FLAG=1')", "agent.msi")}; ${runs}; $script:Runs[0].Held`,
    "installs an msi without arguments": `Invoke-Repair Package -Where { $false } -Source 'C:\\Media\\agent.msi' -SignedBy '${SUBJECT}'; Install-SetupFile -Source 'C:\\Media\\agent.msi' -SignedBy '${SUBJECT}' -Timeout '00:30:00' -Again; ${runs}`,
    "verified again before it runs": `$script:Files['C:\\Media\\setup.exe'].Status = 'HashMismatch'; try { ${install()} } catch { $_.Exception.Message }; $script:Runs.Count`,
    "neither msi nor exe": `New-FakeFile 'C:\\Media\\setup.bat'; ${install("", "setup.bat")}`,
    "exit codes": `$script:Outcomes['setup'] = @{ Codes = @(3010) }; ${install()}; $script:Outcomes['setup'].Codes = @(1641); ${install()}; $script:Outcomes['setup'].Codes = @(42); ${install("-SuccessCodes @(42)")}; try { ${install()} } catch { $_.Exception.Message }; $script:Outcomes['setup'].Codes = @(-2147023293); try { ${install()} } catch { $_.Exception.Message }; $script:Outcomes['setup'].Codes = @(-2147467259); try { ${install()} } catch { $_.Exception.Message }`,
    "busy is waited for": `$script:BusyUntil = 60000; ${install()}; $script:Tick; $script:Runs.Count`,
    "busy for too long": `$script:BusyUntil = 99999999; try { ${install()} } catch { $_.Exception.Message }; $script:Tick; $script:Runs.Count`,
    "1618 is tried again": `$script:Outcomes['setup'] = @{ Codes = @(1618, 1618, 0) }; ${install()}; $script:Runs.Count`,
    "1618 three times": `$script:Outcomes['setup'] = @{ Codes = @(1618) }; try { ${install()} } catch { $_.Exception.Message }; $script:Runs.Count`,
    "time-out": `$script:Outcomes['setup'] = @{ Codes = @(1460); TimedOut = $true; Do = { $script:BusyUntil = $script:Tick + 30000 } }; try { ${install("-Timeout ([timespan]'00:05:00')")} } catch { $_.Exception.Message }; $script:Tick`,
    "logs are deleted before": `New-FakeFile 'C:\\State\\setup\\setup-exe.log'; New-FakeFile 'C:\\State\\setup\\setup-exe_000_Agent.log'; New-FakeFile 'C:\\State\\setup\\other.log'; New-FakeFile 'C:\\State\\setup\\setup-exec.log'; ${install()}; @($script:Files.Keys | Where-Object { $_ -like 'C:\\State\\*' } | Sort-Object)`,
    "1618 by its number": `$script:Outcomes['setup'] = @{ Codes = @(1618) }; try { ${install()} } catch { Test-BusyFailure -Failure $_ }`,
    "one removal fails, one is kept waiting": `${product("A")}; ${product("B", "{99999999-0000-0000-0000-000000000002}")}; function Uninstall-PackageEntry($Package) { if ($Package.Name -eq 'A') { throw 'removal of A returned 1603' }; throw (Get-BusyFailure -Title 'removal of B' -Tried 3) }; try { Invoke-Repair Package -Where { $true } -Absent } catch { $_.Exception.Message; Test-BusyFailure -Failure $_ }`,
    "all removals are kept waiting": `${product("A")}; ${product("B", "{99999999-0000-0000-0000-000000000002}")}; function Uninstall-PackageEntry($Package) { throw (Get-BusyFailure -Title "removal of $($Package.Name)" -Tried 3) }; try { Invoke-Repair Package -Where { $true } -Absent } catch { $_.Exception.Message; Test-BusyFailure -Failure $_ }`,
    "an entry that cannot be read": `${product("Agent")}; New-FakeEntry 'Foreign' '' @{ Unreadable = 'Requested registry access is not allowed.' }; @(Select-Package { Test-Text $_.DisplayName 'Agent' -IgnoreCase }).Count; @(Select-Package { Test-Text $_.DisplayName 'Agent' -IgnoreCase }).Count; $script:Remedy.Remarks; try { Select-Package { $_.Key -eq 'Foreign' } } catch { $_.Exception.Message }`,
    secrets: `$script:Remedy['Secrets'] = @('PW'); ${install()}; $script:Runs[0].Cleared`,
    "registered without what it provides": `${product("Agent")}; ${install("-Arguments @('A=1') -Provides ([ordered]@{ 'service A' = { $script:Runs.Count -gt 1 } })", "agent.msi")}; ${runs}`,
    "a bundle without what it provides": `${exe("Agent", "a")}; ${pe(".wixburn")}; ${install("-Arguments @('/quiet') -Provides @{ 'service A' = { $false } }")}; ${runs}`,
    "other installers are not run twice": `${exe("Agent", "a")}; ${install("-Provides @{ 'service A' = { $false } }")}; $script:Runs.Count`,
    downloaded: `${web}; $get = @{ Where = { $false }; Url = 'https://h/a%20b.msi?x=.exe'; Arguments = @('A=1'); Sha256 = '${"b".repeat(64)}' }; Repair-PackagePresence @get; ${runs}; $script:Runs[0].Held; $script:Story; $script:Files.ContainsKey('C:\\State\\download\\a-20b.msi'); $script:Outcomes['msiexec'] = @{ Codes = @(1603) }; try { Repair-PackagePresence @get } catch { $_.Exception.Message }; $get.Sha256 = '${"c".repeat(64)}'; try { Repair-PackagePresence @get } catch { $_.Exception.Message }; $script:Runs.Count; $script:Files.ContainsKey('C:\\State\\download\\a-20b.msi')`,
    "downloaded, and without what it provides": `${product("Agent")}; ${web}; Repair-PackagePresence -Where { Test-Text $_.DisplayName 'Agent' } -Url 'https://h/agent.msi' -Sha256 '${"b".repeat(64)}' -Provides @{ 'service A' = { $false } }; $script:Runs.Count; @($script:Story | Where-Object { $_ -like 'get *' }).Count`,
    "a download that others may change": `${web}; New-FakeFolder 'C:\\State\\download' @(New-FakeRule 'S-1-5-32-545' 0x2); Repair-PackagePresence -Where { $false } -Url 'https://h/agent.msi' -Sha256 '${"b".repeat(64)}'`,
    "not registered before": `${install("-Provides @{ 'service A' = { $false } }", "agent.msi")}; $script:Runs.Count`,
  };
  result = await runCases({
    functions: ["Test-Package", "Read-Package", "Read-PackageVersion", "Read-FileIsTrusted", "Test-Text", "Test-Match"],
    fakes: ["services", "installer"],
    cases: Object.fromEntries(Object.entries(cases).map(([name, body]) => [name, `Reset-Installer\n${body}`])),
  });
});

describe("finding packages", () => {
  test("by the whole name, ignoring case", () => expect(result("by name").output).toEqual(["Agent"]));
  test("both views, two entries with one name are two; entries without a name are none", () =>
    expect([...result("both views, sorted").output].sort()).toEqual(["B 64", "a 32", "b 32"]));
  test("filters over every property", () => expect(result("by filter").output).toEqual(["Agent Two", 0, 2]));
  test("by product code, by upgrade code of products and bundles", () => {
    expect(result("by codes").output).toEqual(["Other", `Agent ${UPGRADE}`, `Bundle ${UPGRADE.toLowerCase()}`, 0]);
  });
  test("properties", () => {
    const command = '"C:\\Program Files\\Contoso\\un inst.exe" /S';
    expect(result("properties").output).toEqual([
      "True",
      "Agent",
      "4.7.0.0",
      "Contoso",
      "exe",
      "32",
      "C:\\Agent",
      command,
      `${command} /quiet`,
      "",
    ]);
    expect(result("no version").output).toEqual([true]);
    expect(result("kinds").output).toEqual(["msi", "bundle", "exe", "exe"]);
  });
  test("none installed reads as none, several as unreadable", () => {
    expect(result("none is none").output).toEqual([false, true]);
    expect(result("several are unreadable")).toMatchObject({ error: "matches several: Agent 1.2.3.0, Agent 2.0.0.0" });
  });
  test("an element of each is the entry of its key and view", () => expect(result("an element").output).toEqual(["9.0.0.0", "9.0.0.0"]));
});

describe("testing a package", () => {
  test("absent: none is left", () => {
    expect(verdict("absent holds")).toEqual(holds);
    expect(verdict("absent deviates")).toEqual({ RemedycVerdict: "deviates", Why: "installed: Agent 1.2.3.0, Agent 1.2.3.0" });
  });
  test("blocked: no silent way to remove it, unless the remedy gives one", () => {
    expect(result("no silent way").output).toMatchObject([
      {
        RemedycVerdict: "blocked",
        Why: "installed: Agent 1.2.3.0: removal of Agent: it has no silent uninstall command, give remove_arguments",
      },
      { RemedycVerdict: "deviates" },
    ]);
    expect(result("a program that may not be run").output).toEqual([
      {
        RemedycVerdict: "blocked",
        Why: "installed: a 1.2.3.0: removal of a: the uninstall command is refused, since it names no program by its full path: relative.exe /S",
      },
      { RemedycVerdict: "blocked", Why: "installed: a 1.2.3.0: removal of a: the uninstall program does not exist: C:\\x.exe" },
    ]);
  });
  test("present: one at least, and everything that it provides", () => {
    expect(verdict("present holds")).toEqual(holds);
    expect(result("present deviates").output).toEqual([
      { RemedycVerdict: "deviates", Why: "no package Agent is installed" },
      { RemedycVerdict: "deviates", Why: "no package whose name matches ^No is installed" },
    ]);
    expect(verdict("without what it provides")).toEqual({
      RemedycVerdict: "deviates",
      Why: "installed: Agent 1.2.3.0, without service A, file C",
    });
    expect(result("what it provides is unreadable").error).toBe("Access is denied.");
  });
  test("blocked: no source, or one that is missing or not proved", () => {
    expect(verdict("no source")).toEqual({
      RemedycVerdict: "blocked",
      Why: "no package Agent is installed: the remedy names no source to install it from",
    });
    expect(verdict("source missing")).toEqual({
      RemedycVerdict: "blocked",
      Why: "no package Agent is installed: C:\\Media\\nope.exe does not exist",
    });
    expect(verdict("source without proof")).toMatchObject({
      RemedycVerdict: "blocked",
      Why: expect.stringContaining("neither given with its signer nor with its SHA-256") as string,
    });
  });
  test("blocked: a path that is not absolute, or goes around the checks of Windows", () => {
    expect(result("source not rooted").output).toHaveLength(5);
    for (const why of result("source not rooted").output) expect(why).toContain("is no absolute path");
  });
  test("blocked: not signed, or validly signed by somebody else", () => {
    expect(verdict("not signed").Why).toContain("the signature of C:\\Media\\setup.exe is not valid: NotSigned");
    expect(verdict("valid, but another signer")).toMatchObject({
      RemedycVerdict: "blocked",
      Why: expect.stringContaining("is signed by 'CN=Contoso, O=Evil, C=US', not by 'CN=Contoso, O=Contoso, C=US'") as string,
    });
    expect(result("thumbprint").output).toMatchObject([{ RemedycVerdict: "deviates" }, { RemedycVerdict: "blocked" }]);
    expect(result("hash").output).toMatchObject([{ RemedycVerdict: "deviates" }, { RemedycVerdict: "blocked" }]);
  });
  test("can be asked for beforehand", () => expect(result("a file that may be run").output).toEqual([true, true, false, false, false]));
  test("blocked: others than administrators may change the file, its folder or the way to it", () => {
    expect(verdict("others may write").Why).toContain("C:\\Media may be changed by S-1-5-32-545");
    expect(verdict("others may write the file").Why).toContain("C:\\Media\\setup.exe may be changed by S-1-5-11");
    expect(verdict("others own it").Why).toContain("C:\\Media belongs to S-1-5-21-1-1-1-1001");
    expect(result("administrators own it").output).toEqual([
      ...Array<string>(3).fill("no package Agent is installed"),
      expect.stringContaining("C:\\Media\\setup.exe belongs to S-1-5-21-1-1-1-1512, who could change it"),
    ]);
    expect(verdict("others may replace a folder above").Why).toContain("C:\\ may be changed by S-1-5-11");
    expect(verdict("a junction").Why).toContain("C:\\Media is a junction or link");
    expect(verdict("harmless rights").RemedycVerdict).toBe("deviates");
  });
});

describe("removing packages", () => {
  const msi = (code: string, name: string) =>
    `C:\\Windows\\System32\\msiexec.exe /x ${code} /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\removal-of-${name}.log`;
  const uninstaller = "C:\\Program Files\\Contoso\\un inst.exe";
  test("a product by its code, never by the registered command", () =>
    expect(result("removes a product").output).toEqual([msi(CODE, "Agent"), 0]));
  test("bundles and EXEs before products, then by name, read again after each", () => {
    expect(result("removal order").output).toEqual(["C:\\Media\\setup.exe /z", msi("{00000000-0000-0000-0000-00000000000A}", "a")]);
  });
  test("a failed one does not stop the rest, and is tried once", () => {
    expect(result("one failure does not stop the rest").output).toEqual([
      "removal of a: the uninstall command is refused, since it names no program by its full path: relative.exe /S",
      msi(CODE, "b"),
      "a",
    ]);
    expect(result("a failed one is tried once").output).toEqual([
      "removal of a returned 1612 (the installation source that Windows Installer needs is gone: its cached package is missing)",
      1,
    ]);
  });
  test("1605 and 1614 mean gone; 3010 asks for a restart", () => {
    expect(result("gone already").output).toEqual([1]);
    expect(result("removal needs a restart").output).toEqual([{ RemedycVerdict: "restart", Why: "removal of a asks for it (3010)" }]);
  });
  test("forget: after 1612 or 1605 what is registered of exactly that product goes, noted before, the entry in its view last", () => {
    const own = "25B7C9C5B1C685D40A4EB2B1D8A50010";
    const current = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
    const classes = "HKLM\\SOFTWARE\\Classes\\Installer";
    expect(result("forgotten").output).toEqual([
      `save ${current}\\Installer\\UserData\\S-1-5-18\\Components\\C1|${own}`,
      `clear ${current}\\Installer\\UserData\\S-1-5-18\\Components\\C1|${own}`,
      `save ${current}\\Installer\\UpgradeCodes\\U1|${own}`,
      `clear ${current}\\Installer\\UpgradeCodes\\U1|${own}`,
      `save ${classes}\\UpgradeCodes\\U1|${own}`,
      `clear ${classes}\\UpgradeCodes\\U1|${own}`,
      `save ${classes}\\Features\\${own} 64`,
      `clear ${classes}\\Features\\${own} 64`,
      `save ${current}\\Installer\\UserData\\S-1-5-18\\Products\\${own} 64`,
      `clear ${current}\\Installer\\UserData\\S-1-5-18\\Products\\${own} 64`,
      `save ${classes}\\Products\\${own} 64`,
      `clear ${classes}\\Products\\${own} 64`,
      `save ${current}\\Uninstall\\${CODE} 32`,
      `clear ${current}\\Uninstall\\${CODE} 32`,
      1,
    ]);
    expect(result("unknown to Windows Installer").output).toEqual([expect.stringContaining("removal of a returned 1605"), 0]);
  });
  test("forget: not after another code, and never what is no product of Windows Installer", () => {
    expect(result("forgets nothing else").output).toEqual([
      expect.stringMatching(/^removal of a returned 1612 .*; removal of b returned 1603/),
      0,
    ]);
  });
  test("forget: what cannot be taken away is a failure that names the reason, and does not stop the rest", () => {
    expect(result("cannot be forgotten").output).toEqual(["Access to the registry key is denied.", "a"]);
  });
  test("the quiet command, or the registered program with the declared arguments; what goes on as a copy is waited for", () => {
    expect(result("quiet command").output).toEqual([`${uninstaller} /S /quiet`, "00:05:00"]);
    expect(result("declared arguments").output).toEqual([`${uninstaller} /S "/D=C:\\My Folder\\\\"`]);
    expect(result("unquoted command").output).toEqual([`${uninstaller} /S`]);
  });
  test("a bundle gets its log and no restart", () =>
    expect(result("bundle").output).toEqual([`${uninstaller} /S /quiet /norestart /log C:\\State\\setup\\removal-of-a.log`]));
  test("an uninstaller that others could have changed, or of another signer, is not run", () => {
    expect(result("an uninstaller that others may change").error).toContain(
      "removal of a: C:\\Program Files\\Contoso may be changed by S-1-5-32-545",
    );
    expect(result("an uninstaller of another signer").error).toContain("is signed by 'CN=Contoso, O=Contoso, C=US', not by 'CN=Other'");
  });
});

describe("installing a package", () => {
  test("an EXE with its arguments, held open, with its temporary files in our folder", () => {
    expect(result("installs an exe").output).toEqual([
      'C:\\Media\\setup.exe /quiet "A B"',
      "C:\\Media\\setup.exe",
      "C:\\State\\temp",
      "C:\\State\\temp",
      "00:30:00",
      "folder C:\\State\\setup",
      "folder C:\\State\\temp",
    ]);
  });
  test("a Burn bundle is known by its section and gets a log", () => {
    expect(result("installs a bundle").output).toEqual(["C:\\Media\\setup.exe /quiet /log C:\\State\\setup\\setup-exe.log"]);
  });
  test("an .msi through msiexec, its properties quoted as msiexec reads them", () => {
    expect(result("installs an msi").output).toEqual([
      'C:\\Windows\\System32\\msiexec.exe /i C:\\Media\\agent.msi /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\agent-msi.log INSTALLDIR="C:\\Program Files\\A" NAME="say ""hi""" EMPTY="" FLAG=1',
      "C:\\Media\\agent.msi",
    ]);
  });
  test("an .msi without arguments", () => {
    const line =
      "C:\\Windows\\System32\\msiexec.exe /i C:\\Media\\agent.msi /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\agent-msi.log";
    expect(result("installs an msi without arguments").output).toEqual([line, `${line} REINSTALL=ALL REINSTALLMODE=vomus`]);
  });
  test("registered without what it provides: installed over, then repaired", () => {
    const msi =
      "C:\\Windows\\System32\\msiexec.exe /i C:\\Media\\agent.msi /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\agent-msi.log";
    expect(result("registered without what it provides").output).toEqual([`${msi} A=1`, `${msi} REINSTALL=ALL REINSTALLMODE=vomus A=1`]);
    const setup = "/quiet /log C:\\State\\setup\\setup-exe.log";
    expect(result("a bundle without what it provides").output).toEqual([
      `C:\\Media\\setup.exe ${setup}`,
      `C:\\Media\\setup.exe /repair ${setup}`,
    ]);
    expect(result("other installers are not run twice")).toMatchObject({ output: [1], error: "" });
    expect(result("not registered before")).toMatchObject({ output: [1], error: "" });
  });
  test("downloaded, held as any other, and deleted whatever comes", () => {
    const copy = "C:\\State\\download\\a-20b.msi";
    expect(result("downloaded").output).toEqual([
      `C:\\Windows\\System32\\msiexec.exe /i ${copy} /qn /norestart REBOOT=ReallySuppress /L*v C:\\State\\setup\\a-20b-msi.log A=1`,
      copy,
      "folder C:\\State\\download",
      "get https://h/a%20b.msi?x=.exe",
      "folder C:\\State\\setup",
      "folder C:\\State\\temp",
      `delete ${copy}`,
      false,
      "a-20b.msi returned 1603 (fatal error during the installation)",
      `the SHA-256 of what came from h is ${"B".repeat(64)}, not ${"C".repeat(64)}`,
      2,
      false,
    ]);
    expect(result("downloaded, and without what it provides")).toMatchObject({ output: [2, 1], error: "" });
    expect(result("a download that others may change").error).toMatch(/^C:\\State\\download may be changed by .*so it is not safe to run/);
  });
  test("verified again while it is held; nothing else than .msi and .exe", () => {
    expect(result("verified again before it runs").output).toEqual(["the signature of C:\\Media\\setup.exe is not valid: HashMismatch", 0]);
    expect(result("neither msi nor exe").error).toBe("C:\\Media\\setup.bat is neither an .msi nor an .exe");
  });
  test("exit codes by the table, HRESULTs unwrapped", () => {
    expect(result("exit codes").output).toEqual([
      { RemedycVerdict: "restart", Why: "setup.exe asks for it (3010)" },
      { RemedycVerdict: "restart", Why: "setup.exe asks for it (1641)" },
      "setup.exe returned 42",
      "setup.exe returned 1603 (fatal error during the installation)",
      "setup.exe returned 0x80004005",
    ]);
  });
  test("another installation is waited for, ten minutes at most", () => {
    expect(result("busy is waited for").output).toEqual([60000, 1]);
    expect(result("busy for too long").output).toEqual(["setup.exe was not started: another installation is running (1618)", 600000, 0]);
  });
  test("1618: three attempts", () => {
    expect(result("1618 is tried again").output).toEqual([3]);
    expect(result("1618 three times").output).toEqual([
      "setup.exe was not started, tried 3 times: another installation is running (1618)",
      3,
    ]);
  });
  test("a time-out waits for Windows Installer, which may be rolling back", () =>
    expect(result("time-out").output).toEqual(["setup.exe did not end within 5m and was ended", 30000]));
  test("logs of an earlier attempt are deleted, those of others stay", () =>
    expect(result("logs are deleted before").output).toEqual(["C:\\State\\setup\\other.log", "C:\\State\\setup\\setup-exec.log"]));
  test("neither a secret nor our cut-down PSModulePath is in the child's environment", () =>
    expect([...result("secrets").output].sort()).toEqual(["PSModulePath", "PW"]));
});

test("busy is told by the exception's number: a removal that failed for another reason is a failure of the whole", () => {
  expect(result("1618 by its number").output).toEqual([true]);
  expect(result("one removal fails, one is kept waiting").output).toEqual([
    "removal of A returned 1603; removal of B was not started, tried 3 times: another installation is running (1618)",
    false,
  ]);
  expect(result("all removals are kept waiting").output).toEqual([
    "removal of A was not started, tried 3 times: another installation is running (1618); removal of B was not started, tried 3 times: another installation is running (1618)",
    true,
  ]);
});

test("an uninstall entry that cannot be read is named, once, and is never absent where it is asked for by its key", () => {
  expect(result("an entry that cannot be read").output).toEqual([
    1,
    1,
    "warning: uninstall entry Foreign cannot be read: Requested registry access is not allowed.",
    "uninstall entry Foreign cannot be read: Requested registry access is not allowed.",
  ]);
});
