import { domainSid, sampleAccounts } from "../accounts/sample-accounts.ts";
import { accountSpellings, wellKnownAccounts } from "../accounts/well-known.ts";
import { COMPUTER, COMPUTER_SID } from "./accounts.ts";
import { createVolume } from "./bitlocker.ts";
import { addChocolatey } from "./chocolatey.ts";
import { createDefender } from "./defender.ts";
import { createFeature } from "./features.ts";
import { createDevice, createHardware } from "./hardware.ts";
import { createInterface } from "./interfaces.ts";
import type { Machine, MachineService, MachineUser, RegistryValue } from "./machine.ts";
import { addFolder, addRegistryKey, PROFILE_LIST, setRegistryValue } from "./tables.ts";
import { createTask } from "./tasks.ts";
import { createPendingUpdates } from "./updates.ts";
import { addAppInstaller, APP_INSTALLERS } from "./winget.ts";

/** SID of TrustedInstaller, the owner of what belongs to Windows (published; see service-sid.ts). */
const TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";
const NOW = Date.UTC(2026, 0, 12, 9, 0, 0);
const NEVER_STARTED = 1077;

/** A service as most are: own process, LocalSystem, started by hand, starts and stops when it is told to. */
export function createService(name: string, part: Partial<MachineService> = {}): MachineService {
  return {
    displayName: name,
    state: "stopped",
    startType: "manual",
    delayed: false,
    account: "LocalSystem",
    path: `C:\\Program Files\\${name}\\${name}.exe`,
    type: "own",
    dependencies: [],
    processId: 0,
    exitCode: part.state === "running" ? 0 : NEVER_STARTED,
    serviceExitCode: 0,
    start: "runs",
    withoutRight: "refused",
    stop: "stops",
    passwordValid: true,
    heldOpen: false,
    deleteMarked: false,
    ...part,
  };
}

/** An account of the computer, by its flags, with a password that was set a month ago. */
export function createUser(description: string, flags: number): MachineUser {
  return { fullName: "", description, flags, passwordSet: NOW - 30 * 86_400_000 };
}

/** A value of type DWord or String, by its data. */
export function createValue(data: number | string): RegistryValue {
  return typeof data === "number" ? { type: "DWord", data } : { type: "String", data };
}

/**
 * A machine on which nothing is wrong: a member server with Windows Server 2019, 16 GB, .NET Framework 4.8, whose script runs as SYSTEM in a 64-bit PowerShell,
 * with one person's profile that is loaded and one that is not. Every call gives the same.
 */
export function createHealthyMachine(): Machine {
  const machine: Machine = {
    clock: { now: NOW, uptime: 3 * 86_400_000 },
    host: { systemBits: 64, bits: 64, elevated: true, account: "S-1-5-18", language: "en-US" },
    computer: {
      domain: "contoso.example",
      domainJoined: true,
      memory: 17_100_000_000,
      memoryModules: [8 * 2 ** 30, 8 * 2 ** 30],
      manufacturer: "Contoso Ltd.",
      model: "Server 5000",
      cimReadable: true,
      licenseStatus: 1,
      configMgrRestart: "none",
    },
    specialFolders: {
      Windows: "C:\\Windows",
      System: "C:\\Windows\\System32",
      SystemX86: "C:\\Windows\\SysWOW64",
      ProgramFiles: "C:\\Program Files",
      ProgramFilesX86: "C:\\Program Files (x86)",
      CommonProgramFiles: "C:\\Program Files\\Common Files",
      CommonProgramFilesX86: "C:\\Program Files (x86)\\Common Files",
      CommonApplicationData: "C:\\ProgramData",
      CommonDocuments: "C:\\Users\\Public\\Documents",
      CommonDesktopDirectory: "C:\\Users\\Public\\Desktop",
      CommonStartMenu: "C:\\ProgramData\\Microsoft\\Windows\\Start Menu",
      CommonPrograms: "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs",
      CommonStartup: "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\StartUp",
      UserProfile: "C:\\Windows\\System32\\config\\systemprofile",
      ApplicationData: "C:\\Windows\\System32\\config\\systemprofile\\AppData\\Roaming",
      LocalApplicationData: "C:\\Windows\\System32\\config\\systemprofile\\AppData\\Local",
    },
    variables: { process: {} },
    accounts: {
      ...Object.fromEntries([...wellKnownAccounts, ...accountSpellings].map((account) => [account.name, account.sid])),
      ...sampleAccounts,
      [`${COMPUTER}\\Administrator`]: `${COMPUTER_SID}-500`,
      [`${COMPUTER}\\Guest`]: `${COMPUTER_SID}-501`,
    },
    groups: createGroups(),
    groupDescriptions: { "S-1-5-32-544": "Administrators have complete and unrestricted access to the computer/domain" },
    registry: {},
    users: {
      Administrator: createUser("Built-in account for administering the computer/domain", 0x10201),
      Guest: createUser("Built-in account for guest access to the computer/domain", 0x10263),
    },
    passwordsRefused: false,
    hives: {},
    mountedHives: {},
    services: {},
    processes: {},
    rights: {
      SeServiceLogonRight: ["S-1-5-20", "S-1-5-80-0"],
      SeBatchLogonRight: ["S-1-5-32-544", "S-1-5-32-551", "S-1-5-32-559"],
      SeInteractiveLogonRight: ["S-1-5-32-544", "S-1-5-32-545", "S-1-5-32-551"],
      SeNetworkLogonRight: ["S-1-1-0", "S-1-5-32-544", "S-1-5-32-545", "S-1-5-32-551"],
      SeRemoteInteractiveLogonRight: ["S-1-5-32-544", "S-1-5-32-555"],
      SeShutdownPrivilege: ["S-1-5-32-544", "S-1-5-32-551"],
      SeDebugPrivilege: ["S-1-5-32-544"],
    },
    policy: {
      readable: true,
      objects: {},
      rights: {},
      groups: {},
      accountStatus: {},
      registry: [],
      nextRefresh: NOW + 45 * 60_000,
      refreshEvery: 90 * 60_000,
    },
    products: {},
    media: {},
    installer: { busyUntil: 0, collisions: 0 },
    programs: {},
    apps: {},
    provisionedApps: {},
    wingetPackages: {},
    chocolateyPackages: {},
    scripts: {},
    files: {},
    folders: {},
    drives: { "C:": { free: 60 * 2 ** 30, total: 120 * 2 ** 30 } },
    network: { reachable: true, endpoints: {}, downloads: {} },
    routes: {},
    defender: createDefender(),
    bitlocker: { "C:": createVolume() },
    hardware: createHardware(),
    wifi: {},
    vpnConnections: {},
    devices: {
      "PCI\\VEN_8086&DEV_1533\\3&11583659&0&C8": createDevice({ name: "Contoso Ethernet", class: "Net" }),
      "USB\\ROOT_HUB30\\4&1A2B3C4D&0&0": createDevice({ name: "USB Root Hub", class: "USB" }),
    },
    features: {
      SMB1Protocol: createFeature(),
      NetFx3: createFeature(),
      TelnetClient: createFeature(),
      "Printing-PrintToPDFServices-Features": createFeature(true),
    },
    tasks: { "\\Microsoft\\Windows\\Defrag\\ScheduledDefrag": createTask(), "\\Contoso\\Inventory": createTask({ author: "Contoso" }) },
    updates: {
      searched: NOW - 3_600_000,
      installed: NOW - 86_400_000,
      hotfixes: { KB5034127: { installedOn: "1/9/2024" } },
      ...createPendingUpdates(),
    },
    channels: {},
    firewallRules: {},
    interfaces: { Ethernet: createInterface() },
    events: [],
    jobs: [],
    nextProcess: 5000,
  };
  addSystemRegistry(machine);
  addSystemServices(machine);
  addSystemFiles(machine);
  addProfiles(machine);
  return machine;
}

/** Groups of Windows that only a domain controller has. */
const DOMAIN_GROUPS = /^S-1-5-32-(548|549|550|554|557|560|561)$/;

/** The groups of Windows with their members, as on a member server. */
function createGroups(): Record<string, string[]> {
  const builtin = wellKnownAccounts.filter(({ sid }) => sid.startsWith("S-1-5-32-") && !DOMAIN_GROUPS.test(sid));
  return {
    ...Object.fromEntries(builtin.map(({ sid }): [string, string[]] => [sid, []])),
    "S-1-5-32-544": [`${COMPUTER_SID}-500`, `${domainSid}-512`],
    "S-1-5-32-545": ["S-1-5-4", "S-1-5-11", `${domainSid}-513`],
    "S-1-5-32-546": [`${COMPUTER_SID}-501`],
  };
}

/** Where Windows keeps the environment variables of the machine. */
export const MACHINE_VARIABLES = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

function addSystemRegistry(machine: Machine): void {
  const values = (key: string, table: Readonly<Record<string, number | string>>): void => {
    for (const [name, data] of Object.entries(table)) setRegistryValue(machine, `HKLM\\${key}`, name, createValue(data));
  };
  values("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", {
    CurrentMajorVersionNumber: 10,
    CurrentMinorVersionNumber: 0,
    CurrentBuildNumber: "17763",
    UBR: 6775,
    EditionID: "ServerStandard",
    InstallationType: "Server",
    ProductName: "Windows Server 2019 Standard",
  });
  values("SYSTEM\\CurrentControlSet\\Control\\ProductOptions", { ProductType: "ServerNT" });
  values("SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation", { TimeZoneKeyName: "UTC" });
  values("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment", {
    NUMBER_OF_PROCESSORS: "4",
    OS: "Windows_NT",
    PROCESSOR_ARCHITECTURE: "AMD64",
  });
  const expandable = {
    ComSpec: "%SystemRoot%\\system32\\cmd.exe",
    Path: "%SystemRoot%\\system32;%SystemRoot%;%SystemRoot%\\System32\\Wbem;C:\\Program Files\\Contoso\\bin\\",
    TEMP: "%SystemRoot%\\TEMP",
    TMP: "%SystemRoot%\\TEMP",
    windir: "%SystemRoot%",
  };
  for (const [name, data] of Object.entries(expandable)) setRegistryValue(machine, MACHINE_VARIABLES, name, { type: "ExpandString", data });
  values("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName", { ComputerName: "SRV01" });
  values("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName", { ComputerName: "SRV01" });
  values("SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full", { Release: 528_049, Version: "4.8.03761" });
  values("SOFTWARE\\Microsoft\\PowerShell\\3\\PowerShellEngine", { PowerShellVersion: "5.1.17763.1" });
  const bare = [
    "SOFTWARE\\Microsoft\\SystemCertificates\\disallowed\\Certificates",
    "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones\\UTC",
    "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols",
    "SYSTEM\\CurrentControlSet\\Services",
    "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319",
    "SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
    "SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
    "SOFTWARE\\Policies\\Microsoft\\Windows",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update",
    "SOFTWARE\\Classes\\Installer\\Products",
    "SOFTWARE\\Classes\\Installer\\Features",
    "SOFTWARE\\Classes\\Installer\\UpgradeCodes",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UpgradeCodes",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Components",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products",
  ];
  for (const { guid } of Object.values(machine.interfaces))
    values(`SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\${guid}`, { NameServer: "" });
  for (const profile of ["DomainProfile", "StandardProfile", "PublicProfile"])
    values(`SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\${profile}`, {
      EnableFirewall: 1,
      DefaultInboundAction: 1,
      DefaultOutboundAction: 0,
      DoNotAllowExceptions: 0,
      DisableNotifications: 0,
    });
  for (const key of bare) addRegistryKey(machine, `HKLM\\${key}`);
  for (const key of ["HKLM\\SECURITY", "HKLM\\SAM"]) machine.registry[key] = { values: {}, access: "none" };
  machine.registry["HKU"] = { values: {}, access: "read" };
  // A hardened server: TLS 1.2 is on, and .NET Framework programs use it.
  for (const side of ["Client", "Server"]) {
    values(`SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\${side}`, {
      Enabled: 1,
      DisabledByDefault: 0,
    });
  }
  for (const view of ["", "WOW6432Node\\"])
    values(`SOFTWARE\\${view}Microsoft\\.NETFramework\\v4.0.30319`, { SchUseStrongCrypto: 1, SystemDefaultTlsVersions: 1 });
}

function addSystemServices(machine: Machine): void {
  const svchost = "C:\\Windows\\System32\\svchost.exe -k netsvcs -p";
  const add = (name: string, displayName: string, part: Partial<MachineService>): void => {
    machine.services[name] = createService(name, { displayName, ...part });
  };
  const shared = { state: "running", startType: "automatic", type: "shared", path: svchost, processId: 900 } as const;
  add("EventLog", "Windows Event Log", { ...shared, account: "NT AUTHORITY\\LocalService" });
  add("RpcSs", "Remote Procedure Call (RPC)", { ...shared, account: "NT AUTHORITY\\NetworkService" });
  add("LanmanServer", "Server", shared);
  add("Dnscache", "DNS Client", { ...shared, account: "NT AUTHORITY\\NetworkService" });
  add("BITS", "Background Intelligent Transfer Service", { type: "shared", path: svchost, delayed: true, startType: "automatic" });
  add("wuauserv", "Windows Update", { type: "shared", path: svchost });
  add("DoSvc", "Delivery Optimization", { ...shared, account: "NT AUTHORITY\\NetworkService" });
  add("MpsSvc", "Windows Defender Firewall", { ...shared, account: "NT AUTHORITY\\LocalService" });
  add("tzautoupdate", "Auto Time Zone Updater", { type: "shared", path: svchost, startType: "disabled" });
  add("W32Time", "Windows Time", { ...shared, account: "NT AUTHORITY\\LocalService" });
  add("Spooler", "Print Spooler", {
    state: "running",
    startType: "automatic",
    path: "C:\\Windows\\System32\\spoolsv.exe",
    dependencies: ["RpcSs"],
    processId: 1200,
  });
  add("VaultSvc", "Credential Manager", {
    state: "running",
    type: "own",
    path: "C:\\Windows\\System32\\lsass.exe",
    processId: 620,
    stop: "refuses",
  });
  add("msiserver", "Windows Installer", { path: "C:\\Windows\\System32\\msiexec.exe /V", dependencies: ["RpcSs"] });
  const process = (id: number, name: string, path: string | null): void => {
    machine.processes[String(id)] = {
      name,
      path,
      session: 0,
      started: NOW - machine.clock.uptime + id,
      window: "none",
      ...(path === null ? { protected: true } : {}),
    };
  };
  process(4, "System", null);
  process(620, "lsass", null);
  process(900, "svchost", "C:\\Windows\\System32\\svchost.exe");
  process(1200, "spoolsv", "C:\\Windows\\System32\\spoolsv.exe");
}

function addSystemFiles(machine: Machine): void {
  const folders = [
    "C:\\Windows\\Logs",
    "C:\\Windows\\Temp",
    "C:\\Windows\\System32\\drivers\\etc",
    "C:\\Windows\\System32\\spool\\PRINTERS",
    "C:\\Windows\\Installer",
    "C:\\Program Files\\Common Files",
    "C:\\Program Files (x86)\\Common Files",
    "C:\\ProgramData\\Package Cache",
    "C:\\Users\\Public\\Documents",
    "C:\\Windows\\System32\\config\\systemprofile\\AppData\\Local\\Temp",
  ];
  for (const folder of folders) addFolder(machine, folder);
  for (const path of ["C:\\Windows", "C:\\Windows\\System32", "C:\\Program Files", "C:\\Program Files (x86)"]) {
    const folder = machine.folders[path];
    if (folder !== undefined) machine.folders[path] = { ...folder, owner: TRUSTED_INSTALLER, protected: true };
  }
  const programs = [
    "msiexec.exe",
    "reg.exe",
    "ipconfig.exe",
    "netsh.exe",
    "powercfg.exe",
    "gpupdate.exe",
    "w32tm.exe",
    "dism.exe",
    "sc.exe",
    "schtasks.exe",
    "certutil.exe",
    "wevtutil.exe",
    "pnputil.exe",
    "cmd.exe",
    "svchost.exe",
    "spoolsv.exe",
    "WindowsPowerShell\\v1.0\\powershell.exe",
  ];
  for (const program of programs) {
    const path = `C:\\Windows\\System32\\${program}`;
    addFolder(machine, path.slice(0, path.lastIndexOf("\\")));
    machine.files[path] = {
      content: "TVo=",
      encoding: "base64",
      size: 120_000,
      written: NOW - 400 * 86_400_000,
      version: "10.0.17763.1",
      owner: TRUSTED_INSTALLER,
      signature: {
        status: "Valid",
        subject: "CN=Microsoft Windows, O=Microsoft Corporation, L=Redmond, S=Washington, C=US",
        thumbprint: "AE9C1AE54763822EEC42474983D8B635116C8452",
      },
    };
  }
  addChocolatey(machine, "2.4.3.0");
  for (const version of APP_INSTALLERS) addAppInstaller(machine, version);
  machine.files["C:\\Windows\\System32\\drivers\\etc\\hosts"] = {
    content: "# hosts\r\n127.0.0.1 localhost\r\n",
    encoding: "utf8",
    written: NOW - 400 * 86_400_000,
  };
}

function addProfiles(machine: Machine): void {
  for (const [name, loaded] of [
    ["ann", true],
    ["bob", false],
  ] as const) {
    const sid = machine.accounts[`CONTOSO\\${name}`] ?? "";
    const folder = `C:\\Users\\${name}`;
    setRegistryValue(machine, `${PROFILE_LIST}\\${sid}`, "ProfileImagePath", { type: "ExpandString", data: folder });
    setRegistryValue(machine, `${PROFILE_LIST}\\${sid}`, "State", createValue(0));
    addFolder(machine, `${folder}\\AppData\\Local\\Temp`);
    addFolder(machine, `${folder}\\AppData\\Roaming`);
    machine.files[`${folder}\\NTUSER.DAT`] = {
      content: "",
      encoding: "utf8",
      size: 262_144,
      written: NOW - 86_400_000,
      ...(loaded ? { inUse: true } : {}),
    };
    if (loaded)
      setRegistryValue(machine, `HKU\\${sid}\\Environment`, "TEMP", { type: "ExpandString", data: "%USERPROFILE%\\AppData\\Local\\Temp" });
    else
      machine.hives[`${folder}\\NTUSER.DAT`] = {
        keys: {
          "": { values: {} },
          Environment: { values: { TEMP: { type: "ExpandString", data: "%USERPROFILE%\\AppData\\Local\\Temp" } } },
          Software: { values: {} },
        },
      };
    if (loaded) addRegistryKey(machine, `HKU\\${sid}\\Software\\Microsoft`);
  }
  // What new people get a copy of.
  setRegistryValue(machine, PROFILE_LIST, "Default", { type: "ExpandString", data: "%SystemDrive%\\Users\\Default" });
  addFolder(machine, "C:\\Users\\Default\\AppData\\Roaming");
  machine.files["C:\\Users\\Default\\NTUSER.DAT"] = { content: "", encoding: "utf8", size: 262_144, written: NOW - 400 * 86_400_000 };
  machine.hives["C:\\Users\\Default\\NTUSER.DAT"] = { keys: { "": { values: {} }, Software: { values: {} } } };
  // The hive of SYSTEM goes by two names; what no account is signed in has of a person (the sign-in screen) is read there.
  for (const key of ["Control Panel\\Desktop", "Keyboard Layout\\Preload", "Software\\Microsoft"])
    addRegistryKey(machine, `HKU\\.DEFAULT\\${key}`);
  addRegistryKey(machine, "HKU\\S-1-5-20\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\DeliveryOptimization");
  setRegistryValue(machine, "HKU\\S-1-5-18\\Environment", "TEMP", { type: "ExpandString", data: "%USERPROFILE%\\AppData\\Local\\Temp" });
}
