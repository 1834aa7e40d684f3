import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const current = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion`;
const control = String.raw`HKLM\SYSTEM\CurrentControlSet\Control`;
const names = `${control}\\ComputerName`;
const netlogon = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\Netlogon`;
const windows = String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion`;
const policies = (hive: string) => `${hive}\\Software\\Policies\\Microsoft\\Windows\\PowerShell`;

/** A computer that waits for nothing. */
const calm = `Set-Fake '${names}\\ActiveComputerName' 'ComputerName' 'String' 'PC1'; Set-Fake '${names}\\ComputerName' 'ComputerName' 'String' 'pc1'`;
const pending = "Read-RebootPending";

// Lowest and one other documented Release number of each version ("Determine which .NET Framework versions are installed", Microsoft)
const releases: readonly (readonly [number, string])[] = [
  [378389, "4.5.0.0"],
  [378675, "4.5.1.0"],
  [378758, "4.5.1.0"],
  [379893, "4.5.2.0"],
  [393295, "4.6.0.0"],
  [393297, "4.6.0.0"],
  [394254, "4.6.1.0"],
  [394271, "4.6.1.0"],
  [394802, "4.6.2.0"],
  [394806, "4.6.2.0"],
  [460798, "4.7.0.0"],
  [460805, "4.7.0.0"],
  [461308, "4.7.1.0"],
  [461310, "4.7.1.0"],
  [461808, "4.7.2.0"],
  [461814, "4.7.2.0"],
  [528040, "4.8.0.0"],
  [528049, "4.8.0.0"],
  [528372, "4.8.0.0"],
  [528449, "4.8.0.0"],
  [533320, "4.8.1.0"],
  [533325, "4.8.1.0"],
  [533509, "4.8.1.0"],
];

let result: (name: string) => CaseResult;
const values = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-NetworkCanConnect", "Invoke-WinsockReset", "Invoke-DnsFlush"],
    fakes: ["registry", "machine"],
    cases: {
      os: [
        `foreach ($v in @(@('CurrentMajorVersionNumber', 'DWord', 10), @('CurrentMinorVersionNumber', 'DWord', 0), @('CurrentBuildNumber', 'String', '17763'), @('EditionID', 'String', 'ServerStandard'), @('InstallationType', 'String', 'Server Core'))) { Set-Fake '${current}' $v[0] $v[1] $v[2] }`,
        `Set-Fake '${control}\\ProductOptions' 'ProductType' 'String' 'ServerNT'`,
        `Set-Fake '${control}\\Session Manager\\Environment' 'PROCESSOR_ARCHITECTURE' 'String' 'ARM64'`,
        "[string](Read-OsVersion)",
        `Set-Fake '${current}' 'UBR' 'DWord' 2114`,
        "[string](Read-OsVersion); Read-OsBuild; Read-OsEdition; Read-OsProductType; Read-OsInstallationType; Read-OsArchitecture; Read-OsLanguage; [string](Read-OsUptime)",
      ].join("\n"),
      "os words": `foreach ($w in 'WinNT', 'LanmanNT') { Set-Fake '${control}\\ProductOptions' 'ProductType' 'String' $w; Read-OsProductType }; Set-Fake '${current}' 'InstallationType' 'String' 'Client'; Read-OsInstallationType`,
      "os unreadable": "Read-OsBuild",
      "os strange": `Set-Fake '${current}' 'InstallationType' 'String' 'Embedded'; Read-OsInstallationType`,
      "domain controller": `Set-Fake '${control}\\ProductOptions' 'ProductType' 'String' 'LanmanNT'; Read-ComputerIsDomainController; Set-Fake '${control}\\ProductOptions' 'ProductType' 'String' 'ServerNT'; Read-ComputerIsDomainController`,
      joins: `Read-ComputerIsDomainJoined; Read-ComputerIsEntraJoined; Set-Fake '${control}\\CloudDomainJoin\\JoinInfo\\ABC' 'TenantId' 'String' 'x'; Read-ComputerIsEntraJoined`,
      memory: "Read-ComputerMemory; $script:Modules = @(2147483648L, 2147483648L); Read-ComputerMemory",
      activated:
        "foreach ($all in @(1), @(5), @(5, 1), @()) { $script:All = $all; function Find-WindowsLicense { $script:All }; Read-OsIsActivated }",
      "no license service": "function Find-WindowsLicense { throw 'Invalid class' }; Read-OsIsActivated",
      domain:
        "foreach ($in in $true, $false) { $script:In = $in; function Get-ComputerMembership { [pscustomobject]@{ PartOfDomain = $script:In; Domain = 'corp.contoso.com' } }; \"[$(Read-ComputerDomain)]\" }",
      hotfix: [
        "function Get-Clock { ([datetime]'2024-02-10T06:00:00Z').ToUniversalTime() }",
        "$script:Listed = [ordered]@{ KB5034441 = '1/9/2024'; KB5034122 = '01DA428EC9D7C000'; KB4012212 = '20240109'; KB5000001 = ''; KB5000002 = '2/11/2024' }",
        "function Find-InstalledUpdate([string] $Id) { foreach ($one in $script:Listed.Keys) { if (-not $Id -or $one -eq $Id) { [pscustomobject]@{ Id = $one; InstalledOn = $script:Listed[$one] } } } }",
        "Read-HotfixExists 'kb5034441'; Read-HotfixExists 'KB1'; (Select-Hotfix).Count",
        "foreach ($one in $script:Listed.Keys) { \"[$(Read-HotfixAge $one)]\" }; $null -eq (Read-HotfixAge 'KB1')",
      ].join("\n"),
      updates: [
        "function Get-Clock { ([datetime]'2024-02-10T06:00:00Z').ToUniversalTime() }",
        "function Get-UpdateHistory { [pscustomobject]@{ Search = ([datetime]'2024-02-09T05:00:00Z').ToUniversalTime(); Installation = $null } }",
        '"[$(Read-WindowsUpdateLastSearchAge)]"; "[$(Read-WindowsUpdateLastInstallationAge)]"',
        "function Get-UpdateHistory { [pscustomobject]@{ Search = ([datetime]'2024-02-11T05:00:00Z').ToUniversalTime(); Installation = $null } }; \"[$(Read-WindowsUpdateLastSearchAge)]\"",
      ].join("\n"),
      pending: [
        "function Get-Clock { ([datetime]'2024-02-10T06:00:00Z').ToUniversalTime() }",
        "function Get-UpdateHistory { [pscustomobject]@{ Search = $null; Installation = $null } }",
        "$script:Updates = @(foreach ($day in '2024-02-03', '2024-01-09', '2024-02-10', '2024-02-11') { [pscustomobject]@{ Title = \"Of $day\"; Published = ([datetime]\"${day}T07:00:00Z\").ToUniversalTime(); IsSecurity = $day -eq '2024-02-03' } })",
        "function Find-PendingUpdate { [pscustomobject]@{ Code = $script:Code; Result = $script:Result; Updates = @($script:Updates) } }",
        "$script:Code = 0; $script:Result = 2",
        '"$(Read-WindowsUpdatePending) $(Read-WindowsUpdatePendingSecurity) $(Read-WindowsUpdatePendingAge) $(Read-WindowsUpdatePendingSecurityAge)"; (Read-WindowsUpdatePendingTitles).GetType().Name; $script:Updates = $script:Updates[3]; "$(Read-WindowsUpdatePendingAge) $(Read-WindowsUpdatePendingSecurity) [$(Read-WindowsUpdatePendingSecurityAge)]"',
        "foreach ($result in 3, 4) { $script:Result = $result; try { Read-WindowsUpdatePending } catch { $_.Exception.Message } }",
        "foreach ($code in -2147023838, -2145124306, -2145124322, -2145091577, -2147418113) { $script:Code = $code; try { Read-WindowsUpdatePending } catch { $_.Exception.Message } }",
        "$script:Code = 0; $script:Result = 2; $script:Updates = @(); try { Read-WindowsUpdatePending } catch { $_.Exception.Message }",
        'function Get-UpdateHistory { [pscustomobject]@{ Search = Get-Clock; Installation = $null } }; "$(Read-WindowsUpdatePending) [$(Read-WindowsUpdatePendingAge)] $((Read-WindowsUpdatePendingTitles).Count)"',
      ].join("\n"),
      model:
        "function Get-ComputerModel { [pscustomobject]@{ Manufacturer = 'Contoso Ltd.'; Model = 'Server 5000' } }; Read-ComputerManufacturer; Read-ComputerModel",
      virtual: [
        "foreach ($one in 'Microsoft Corporation|Virtual Machine', 'Microsoft Corporation|Surface Pro 9', 'VMware, Inc.|VMware20,1', 'innotek GmbH|VirtualBox', 'Red Hat|KVM', 'Amazon EC2|m5.large', 'Amazon EC2|m5.metal', 'Xen|HVM domU', 'QEMU|Standard PC', 'Google|Google Compute Engine', 'Google|Pixelbook', 'Dell Inc.|Latitude 5440', '|', 'Parallels Software International Inc.|Parallels Virtual Platform', 'BHYVE|BHYVE') {",
        "$script:Of = $one -split '[|]'; function Get-ComputerModel { [pscustomobject]@{ Manufacturer = $script:Of[0]; Model = $script:Of[1] } }; \"$(Read-ComputerHypervisor) $(Read-ComputerIsVirtual)\" }",
      ].join("\n"),
      "secure boot": `Read-ComputerSecureBoot; Set-Fake '${control}\\SecureBoot\\State' 'UEFISecureBootEnabled' 'DWord' 0; Read-ComputerSecureBoot; Set-Fake '${control}\\SecureBoot\\State' 'UEFISecureBootEnabled' 'DWord' 1; Read-ComputerSecureBoot`,
      "memory without modules": "function Get-MemoryModule { throw 'Invalid class' }; Read-ComputerMemory; $script:Notes",
      name: `${calm}; Read-ComputerName`,
      "no dotnet": "$null -eq (Read-DotnetVersion)",
      dotnet: `foreach ($release in ${releases.map(([release]) => release).join(", ")}) { Set-Fake 'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full' 'Release' 'DWord' $release; [string](Read-DotnetVersion) }`,
      "dotnet before 4.5": `Set-Fake 'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full' 'Release' 'DWord' 378388; $null -eq (Read-DotnetVersion)`,
      "powershell version": String.raw`Set-Fake 'HKLM\SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine' 'PowerShellVersion' 'String' '5.1.17763.1'; [string](Read-PowershellVersion)`,
      "no policy": "Read-PowershellMachinePolicy; Read-PowershellUserPolicy",
      "policy words": `Set-Fake '${policies("HKLM")}' 'EnableScripts' 'DWord' 1; Read-PowershellMachinePolicy; foreach ($w in 'AllSigned', 'RemoteSigned', 'Unrestricted', 'Bypass') { Set-Fake '${policies("HKLM")}' 'ExecutionPolicy' 'String' $w; Read-PowershellMachinePolicy }; Read-PowershellUserPolicy`,
      "scripts off": `Set-Fake '${policies("HKCU")}' 'EnableScripts' 'DWord' 0; Set-Fake '${policies("HKCU")}' 'ExecutionPolicy' 'String' 'Bypass'; Read-PowershellUserPolicy`,
      "strange policy": `Set-Fake '${policies("HKCU")}' 'EnableScripts' 'DWord' 1; Set-Fake '${policies("HKCU")}' 'ExecutionPolicy' 'String' 'Sometimes'; Read-PowershellUserPolicy`,
      calm: `${calm}; ${pending}`,
      "component servicing": `${calm}; Set-Fake '${windows}\\Component Based Servicing\\RebootPending' '' '' $null; ${pending}`,
      "windows update": `${calm}; Set-Fake '${windows}\\WindowsUpdate\\Auto Update\\RebootRequired' '' '' $null; ${pending}`,
      rename: `${calm}; Set-Fake '${names}\\ComputerName' 'ComputerName' 'String' 'PC2'; ${pending}`,
      "join value": `${calm}; Set-Fake '${netlogon}' 'JoinDomain' 'String' 'contoso'; ${pending}`,
      "spn value": `${calm}; Set-Fake '${netlogon}' 'AvoidSpnSet' 'DWord' 1; ${pending}`,
      "configmgr waits": String.raw`${calm}; $script:ConfigMgr = { $true}; ${pending}`,
      "configmgr waits not": String.raw`${calm}; $script:ConfigMgr = { $false }; ${pending}`,
      "configmgr silent": String.raw`${calm}; $script:ConfigMgr = { throw 'no answer' }; $script:Remedy['Remarks'] = [Collections.Generic.List[string]]::new(); $script:Remedy['Step'] = 'a'; ${pending}; $script:Remedy.Remarks`,
      "configmgr gone": String.raw`${calm}; $script:ConfigMgr = $null; Set-Fake 'HKLM\SOFTWARE\Microsoft\CCM' '' '' $null; ${pending}`,
      "renames apart": `${calm}; Set-Fake '${control}\\Session Manager' 'PendingFileRenameOperations' 'MultiString' ([string[]]@('\\??\\C:\\a', '')); ${pending}; Read-RebootFileRenames`,
      "no renames": `Read-RebootFileRenames; Set-Fake '${control}\\Session Manager' 'PendingFileRenameOperations' 'MultiString' ([string[]]@('', '')); Read-RebootFileRenames`,
      disk: "$script:Disks['C:'] = [pscustomobject]@{ Free = [long]1999; Total = [long]10000 }; Read-DiskExists -Drive 'C:'; Read-DiskExists -Drive 'Q:'; Read-DiskFree -Drive 'C:'; Read-DiskFreePercent -Drive 'C:'; foreach ($read in { Read-DiskFree -Drive 'Q:' }, { Read-DiskFreePercent -Drive 'Q:' }) { try { & $read } catch { $_.Exception.Message } }",
      "connects at last":
        "$script:Tries = 0; $script:Waits = 0; $script:Port = { param($t, $p, $o) $script:Tries++; $script:Asked = \"$t $p $o\"; $script:Tries -eq 3 }; Read-NetworkCanConnect -Target 'login.windows.net' -Port 443; $script:Tries; $script:Waits; $script:Asked",
      "never connects":
        "$script:Tries = 0; $script:Waits = 0; $script:Port = { $script:Tries++; $false }; Read-NetworkCanConnect -Target 'x' -Port 80; $script:Tries; $script:Waits",
      "connects at once": "$script:Waits = 0; $script:Port = { $true }; Read-NetworkCanConnect -Target 'x' -Port 80; $script:Waits",
      resets:
        "$script:Programs = @(); $script:ProgramResult = [pscustomobject]@{ ExitCode = 0; TimedOut = $false }; Invoke-WinsockReset; Invoke-DnsFlush; $script:Programs",
      "reset fails": "$script:ProgramResult = [pscustomobject]@{ ExitCode = 1; TimedOut = $false }; Invoke-WinsockReset",
      "flush fails": "$script:ProgramResult = [pscustomobject]@{ ExitCode = 1; TimedOut = $false }; Invoke-DnsFlush",
      "reset hangs": "$script:ProgramResult = [pscustomobject]@{ ExitCode = 1460; TimedOut = $true }; Invoke-WinsockReset",
    },
  });
});

describe("os", () => {
  test("every property", () =>
    expect(values("os")).toEqual([
      "10.0.17763.0",
      "10.0.17763.2114",
      17763,
      "ServerStandard",
      "server",
      "server_core",
      "arm64",
      "de-DE",
      "1.02:03:04",
    ]));
  test("words of the enums", () => expect(values("os words")).toEqual(["workstation", "domain_controller", "client"]));
  test("what cannot be read raises", () =>
    expect(result("os unreadable").error).toBe(`registry value ${current}\\CurrentBuildNumber is missing`));
  test("an unknown word raises", () => expect(result("os strange").error).toBe("the installation type of Windows is unknown: Embedded"));
});

describe("computer", () => {
  test("domain controller", () => expect(values("domain controller")).toEqual([true, false]));
  test("domain and Entra", () => expect(values("joins")).toEqual([false, false, true]));
  test("memory is what is built in, and what Windows sees where no modules are listed", () =>
    expect(values("memory")).toEqual([4193000000, 4294967296]));
  test("modules that cannot be read are noted", () =>
    expect(values("memory without modules")).toEqual([4193000000, "the memory modules cannot be read: Invalid class"]));
  test("model and Secure Boot, which old firmware does not have", () => {
    expect(values("model")).toEqual(["Contoso Ltd.", "Server 5000"]);
    expect(values("secure boot")).toEqual([false, false, true]);
  });
  test("whether it is virtual, and on what it runs", () => {
    expect(values("virtual")).toEqual([
      ...["hyper_v True", " False", "vmware True", "virtualbox True", "kvm True", "kvm True", " False", "xen True", "kvm True", "kvm True"],
      ...[" False", " False", " False", "parallels True", "other True"],
    ]);
  });
  test("name", () => expect(values("name")).toEqual(["PC1"]));
  test("the domain, which a workgroup is none", () => expect(values("domain")).toEqual(["[corp.contoso.com]", "[]"]));
});

describe("updates and activation", () => {
  test("one licensed key of Windows is enough, and none is none", () => {
    expect(values("activated")).toEqual([true, false, true, false]);
    expect(result("no license service").error).toBe("Invalid class");
  });
  test("updates of Windows are told by their ids, their age by either form of the date, and by no other", () =>
    expect(values("hotfix")).toEqual([true, false, 5, "[32.00:00:00]", "[32.00:00:00]", "[]", "[]", "[00:00:00]", true]));
  test("what Windows Update never did has no age, and a clock that was set back gives none below 0", () =>
    expect(values("updates")).toEqual(["[1.01:00:00]", "[]", "[00:00:00]"]));
  test("what is pending is counted and dated by whole days; what Windows Update cannot say for sure is not read", () => {
    const not = "Windows Update cannot say what is pending:";
    expect(values("pending")).toEqual([
      "4 1 31.00:00:00 6.00:00:00",
      "String[]",
      "00:00:00 0 [00:00:00]",
      "Windows Update cannot say all that is pending (result 3)",
      "Windows Update cannot say all that is pending (result 4)",
      `${not} its service is disabled (0x80070422)`,
      `${not} a policy forbids the server that it is to ask (0x8024002E)`,
      `${not} its service, or Windows, was about to stop (0x8024001E)`,
      `${not} its data store cannot be read (0x80248007)`,
      `${not} it failed (0x8000FFFF)`,
      `${not} it has never searched`,
      "0 [00:00:00] 0",
    ]);
  });
});

describe("dotnet", () => {
  test("none", () => {
    expect(values("no dotnet")).toEqual([true]);
    expect(values("dotnet before 4.5")).toEqual([true]);
  });
  test("every documented release number", () => expect(values("dotnet")).toEqual(releases.map(([, version]) => version)));
});

describe("powershell", () => {
  test("version", () => expect(values("powershell version")).toEqual(["5.1.17763.1"]));
  test("no policy is undefined", () => expect(values("no policy")).toEqual(["undefined", "undefined"]));
  test("the words, of the machine only", () =>
    expect(values("policy words")).toEqual(["undefined", "all_signed", "remote_signed", "unrestricted", "bypass", "undefined"]));
  test("scripts switched off is restricted", () => expect(values("scripts off")).toEqual(["restricted"]));
  test("an unknown word raises", () => expect(result("strange policy").error).toContain("is unknown: Sometimes"));
});

describe("reboot", () => {
  test("nothing is pending; names of computers ignore case", () => expect(values("calm")).toEqual([false]));
  test.each(["component servicing", "windows update", "rename", "join value", "spn value", "configmgr waits"])("%s", (name) =>
    expect(values(name)).toEqual([true]),
  );
  test("the Configuration Manager client is asked where its service is, and its silence is a remark", () => {
    expect(values("configmgr waits not")).toEqual([false]);
    expect(values("configmgr silent")).toEqual([
      false,
      "warning: the Configuration Manager client could not be asked whether it waits for a restart: no answer",
    ]);
    // Its key survives an uninstall.
    expect(values("configmgr gone")).toEqual([false]);
  });
  test("file renames stand apart", () => {
    expect(values("renames apart")).toEqual([false, true]);
    expect(values("no renames")).toEqual([false, false]);
  });
});

describe("disk and network", () => {
  test("free bytes, whole percent rounded down, unreadable without the drive", () =>
    expect(values("disk")).toEqual([true, false, 1999, 19, "there is no drive Q:", "there is no drive Q:"]));
  test("three tries by TCP with a pause", () => {
    expect(values("connects at last")).toEqual([true, 3, 4000, "login.windows.net 443 00:00:05"]);
    expect(values("never connects")).toEqual([false, 3, 4000]);
    expect(values("connects at once")).toEqual([true, 0]);
  });
  test("winsock reset needs a restart, both run by full path", () => {
    expect(values("resets")).toEqual([
      { RemedycVerdict: "restart", Why: "the Winsock catalogue was reset" },
      String.raw`C:\Windows\System32\netsh.exe winsock reset`,
      String.raw`C:\Windows\System32\ipconfig.exe /flushdns`,
    ]);
  });
  test("their exit codes are judged", () => {
    expect(result("reset fails").error).toBe("netsh winsock reset returned 1");
    expect(result("flush fails").error).toBe("ipconfig /flushdns returned 1");
    expect(result("reset hangs").error).toBe("netsh winsock reset did not end within 2 minutes");
  });
});
