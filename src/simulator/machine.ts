import type { MachineVolume } from "./bitlocker.ts";
import type { MachineChocolateyPackage } from "./chocolatey.ts";
import type { MachineDefender } from "./defender.ts";
import type { MachineFeature } from "./features.ts";
import type { MachineFile, MachineFolder } from "./files.ts";
import type { MachineFirewallRule } from "./firewall.ts";
import type { MachineDevice, MachineHardware } from "./hardware.ts";
import type { MachineInterface } from "./interfaces.ts";
import type { MachineNetwork } from "./network.ts";
import type { MachineProgram } from "./programs.ts";
import type { MachineRoute } from "./routes.ts";
import type { MachineTask } from "./tasks.ts";
import type { MachineUpdates } from "./updates.ts";
import type { MachineVpnConnection } from "./vpn.ts";
import type { MachineWifiProfile } from "./wifi.ts";
import type { MachineWingetPackage } from "./winget.ts";

/**
 * The simulated Windows as tables: what `$global:Windows` holds while a script runs, and what comes back afterwards. Plain JSON; times are
 * milliseconds since 1970 (UTC), sizes are bytes, accounts are SIDs. Names of tables' rows are compared as Windows does, ignoring case.
 * The interfaces are writable, since a machine is built row by row; who keeps one takes a copy (`structuredClone`).
 */
export interface Machine {
  clock: MachineClock;
  host: MachineHost;
  computer: MachineComputer;
  /** Members of Environment.SpecialFolder -> path. */
  specialFolders: Record<string, string>;
  /** Environment variables of the process that runs the script. Those of the machine stand in the registry. */
  variables: { process: Record<string, string> };
  /** Account names that this device resolves -> SID. Virtual accounts (`NT SERVICE\x`) of services that exist need no row. */
  accounts: Record<string, string>;
  /** SID of a group of the computer -> SIDs of its members. Groups that every token of its sort has (Everyone, SERVICE) have no row. */
  groups: Record<string, string[]>;
  /** SID of a group -> its description. */
  groupDescriptions: Record<string, string>;
  /**
   * Key -> its values. Paths are physical, as a 64-bit program sees them: `HKLM\SOFTWARE\…`, `HKLM\SOFTWARE\WOW6432Node\…` (what the 32-bit view
   * shows as `HKLM\SOFTWARE\…`), `HKU\<SID>\…` (loaded hives; HKCU is that of `host.account`). Every key has its own row, those above it too.
   */
  registry: Record<string, RegistryKey>;
  /** Name of an account of the computer, without the computer's -> how it is. */
  users: Record<string, MachineUser>;
  /** The password policy takes no password that an account is made with. */
  passwordsRefused: boolean;
  /** Hive file (NTUSER.DAT) that is not loaded -> its keys, named from the hive's root (`''`). */
  hives: Record<string, HiveFile>;
  /** Name below HKEY_USERS -> the hive file that was loaded there by a script. */
  mountedHives: Record<string, string>;
  services: Record<string, MachineService>;
  /** Process id -> process. */
  processes: Record<string, MachineProcess>;
  /** User right -> SIDs that hold it directly. A right without a row is held by nobody. */
  rights: Record<string, string[]>;
  policy: MachinePolicy;
  /** What is installed: product code (MSI), bundle id or key name (EXE) -> what came with it. */
  products: Record<string, Product>;
  /** Setup files on the device, by path -> what they install. The file itself stands in `files`. */
  media: Record<string, MachineMedia>;
  installer: InstallerState;
  /** Other programs by path -> how a run ends. A program that exists as a file and has no row ends with 0 after a second. */
  programs: Record<string, MachineProgram>;
  /** App packages by their full name. */
  apps: Record<string, MachineApp>;
  /** What new users get: the name by which it is removed -> the app. */
  provisionedApps: Record<string, { name: string; removal: MachineApp["removal"] }>;
  /** What winget knows, by the packages' ids. */
  wingetPackages: Record<string, MachineWingetPackage>;
  /** What Chocolatey knows, by the packages' ids. */
  chocolateyPackages: Record<string, MachineChocolateyPackage>;
  /** The author's own PowerShell (`ensure script`): name -> its two texts and whether its test holds. Texts without a row cannot be run. */
  scripts: Record<string, MachineScript>;
  files: Record<string, MachineFile>;
  folders: Record<string, MachineFolder>;
  /** `C:` -> its space. */
  drives: Record<string, { free: number; total: number }>;
  /** Whether a connection is made: `host:443` -> that, and what one to an endpoint without a row comes to. */
  network: MachineNetwork;
  /** Network interfaces by their names. */
  interfaces: Record<string, MachineInterface>;
  /** Routes that are kept, by network, next hop and interface with blanks between. */
  routes: Record<string, MachineRoute>;
  defender: MachineDefender;
  /** Drives that BitLocker can encrypt, by their letters; none: this Windows has no BitLocker. */
  bitlocker: Record<string, MachineVolume>;
  hardware: MachineHardware;
  /** Plug and Play devices by their instance ids. */
  devices: Record<string, MachineDevice>;
  /** Profiles of wireless networks by their names. */
  wifi: Record<string, MachineWifiProfile>;
  /** VPN connections of all users by their names. */
  vpnConnections: Record<string, MachineVpnConnection>;
  /** Optional features, and capabilities (which have `~` in theirs), by their names. */
  features: Record<string, MachineFeature>;
  /** Rules of the firewall by their names, which several may have. */
  firewallRules: Record<string, MachineFirewallRule[]>;
  tasks: Record<string, MachineTask>;
  updates: MachineUpdates;
  /** Event channels of which a scenario says something, or that a script has changed; any other is as Windows ships it. */
  channels: Record<string, MachineChannel>;
  /** Newest last. */
  events: MachineEvent[];
  /** Programs that were started and go on: when their time has come, their work is done. */
  jobs: MachineJob[];
  /** The id that the next process gets. */
  nextProcess: number;
}

export interface MachineClock {
  /** Milliseconds since 1970. */
  now: number;
  /** Milliseconds since Windows was started. */
  uptime: number;
}

export interface MachineHost {
  /** Of Windows. */
  systemBits: 64 | 32;
  /** Of the PowerShell that runs the script. */
  bits: 64 | 32;
  elevated: boolean;
  /** SID of the account that runs the script. */
  account: string;
  /** `de-DE` */
  language: string;
}

export interface MachineComputer {
  domain: string;
  domainJoined: boolean;
  /** What Win32_ComputerSystem tells; a little less than is built in. */
  memory: number;
  /** Capacity of each memory module; empty where the firmware lists none. */
  memoryModules: number[];
  manufacturer: string;
  model: string;
  /** False: CIM does not answer; membership and memory cannot be read. */
  cimReadable: boolean;
  /** LicenseStatus of Windows in SoftwareLicensingProduct: 1 is licensed; null: no key is installed. */
  licenseStatus: number | null;
  /** What the Configuration Manager client answers; `unreadable` throws. Asked only where the service CcmExec exists. */
  configMgrRestart: "none" | "pending" | "unreadable";
}

/** Names as .NET has them (RegistryValueKind). */
export type RegistryType = "DWord" | "QWord" | "String" | "ExpandString" | "MultiString" | "Binary" | "None" | "Unknown";

export interface RegistryValue {
  type: RegistryType;
  /** Number for DWord (signed 32 bit) and QWord, text, list of texts, list of bytes (Binary, None), null (Unknown). */
  data: number | string | string[] | number[] | null;
}

export interface RegistryKey {
  /** `''` is the default value. */
  values: Record<string, RegistryValue>;
  /** Gone after a restart, with all below it. */
  volatile?: boolean;
  /** For this key and those below it: `read` may not be written, `none` may not even be read. */
  access?: "read" | "none";
  /** SID; administrators where there is none. */
  owner?: string;
}

export interface MachineUser {
  fullName: string;
  description: string;
  /** As NetUserGetInfo gives them: 2 disabled, 0x40 may not change its password, 0x10000 the password never expires. */
  flags: number;
  /** Milliseconds since 1970. */
  passwordSet: number;
}

export interface HiveFile {
  keys: Record<string, RegistryKey>;
  /** Windows refuses to load it: damaged, or in use. */
  refuses?: string;
}

export type ServiceState = "stopped" | "starting" | "stopping" | "running" | "continuing" | "pausing" | "paused";

export interface MachineService {
  displayName: string;
  state: ServiceState;
  startType: "boot" | "system" | "automatic" | "manual" | "disabled";
  delayed: boolean;
  /** As the service control manager keeps it: `LocalSystem`, `NT AUTHORITY\NetworkService`, `NT SERVICE\x`, `CONTOSO\svc`. */
  account: string;
  path: string;
  /** `own` and `shared` process; `kernel` is a driver. */
  type: "own" | "shared" | "kernel";
  /** Names of services; groups begin with `+`. */
  dependencies: string[];
  /** 0 when it has none. Several services of type `shared` may have one. */
  processId: number;
  /** Win32 exit code of the last run; 1077: not started since Windows was. */
  exitCode: number;
  serviceExitCode: number;
  /** What happens when it is started: it runs; hangs in `starting`; ends again at once (1067, event 7034). */
  start: "runs" | "hangs" | "ends";
  /** What happens when its account may not log on as a service: the start is refused (1069, events 7041 and 7000), or it hangs in `starting`. */
  withoutRight: "refused" | "hangs";
  /** What happens when it is stopped: it stops; hangs in `stopping`; takes no stop order (1052). */
  stop: "stops" | "hangs" | "refuses";
  /** The account's password was accepted. False: starts fail with 1069 and event 7038. */
  passwordValid: boolean;
  /** Somebody keeps a handle open, so that a deletion waits until Windows restarts. */
  heldOpen: boolean;
  deleteMarked: boolean;
  /** What Windows does when it fails: seconds, then type and delay (ms) of each action. */
  recovery?: { reset: number; actions: number[] };
  /** A pending state's end: what it becomes and when; absent: it stays. */
  settles?: { at: number; state: ServiceState; exitCode: number };
}

export interface MachineProcess {
  /** Without `.exe`. */
  name: string;
  /** Null where Windows does not tell. */
  path: string | null;
  session: number;
  started: number;
  /** What it does when it is asked to close its main window: it ends, it does not, it has none that can be reached. */
  window: "closes" | "stays" | "none";
  /** True: Windows refuses to end it. */
  protected?: boolean;
}

/** What the resulting set of policy tells, and what policy does at its next refresh. */
export interface MachinePolicy {
  /** False: RSOP cannot be asked (logging is off, CIM hangs); the refresh happens nevertheless. */
  readable: boolean;
  /** Id -> friendly name. */
  objects: Record<string, string>;
  /** User right -> who sets it, with names and SIDs as the policy has them: that list replaces all holders. */
  rights: Record<string, { object: string; accounts: string[] }>;
  /** SID of a group -> who sets its members (Restricted Groups), as for rights. */
  groups: Record<string, { object: string; accounts: string[] }>;
  /** `EnableAdminAccount`, `EnableGuestAccount` -> who sets it. */
  accountStatus: Record<string, { object: string; enabled: boolean }>;
  /** Settings of the computer and, below `HKU\<SID>`, of users. */
  registry: PolicySetting[];
  /** When it is applied next, and how often after that (90 minutes, 5 on a domain controller). */
  nextRefresh: number;
  refreshEvery: number;
}

export interface PolicySetting {
  /** As in `Machine.registry`. */
  key: string;
  name: string;
  object: string;
  /** The value is deleted by policy. */
  deleted: boolean;
  value: RegistryValue;
}

/** Something installed, with what its registration consists of: that is what goes when it is removed. */
export interface Product {
  kind: "msi" | "bundle" | "exe";
  name: string;
  version: string;
  /** MSI and bundles; empty: none. */
  upgradeCode: string;
  /** Uninstall entry and what else it registers: key -> values. Only its own keys; those above exist in every Windows. */
  registry: Record<string, RegistryKey>;
  /** Services that it installs, as they are right after that; `started`: its setup starts them, and fails when they do not start. */
  services: Record<string, { service: MachineService; started: boolean }>;
  files: Record<string, MachineFile>;
  folders: Record<string, MachineFolder>;
  /** Products that a bundle chains, in this order; their rows are there while they are installed. */
  chain: Record<string, Product>;
  /** Path of the program that removes it; empty for MSI. Without it, the removal cannot be started. */
  removalProgram: string;
  /** MSI: path of the package that Windows Installer keeps. Gone from `files`: it cannot be removed (1612). */
  cachedPackage: string;
  /** How its removal ends when nothing is in the way: 0, 3010, 1641, 1605, or an error, after which everything stays. */
  removal: Outcome;
}

/** What a setup file installs. */
export interface MachineMedia {
  kind: "bundle" | "msi" | "exe";
  /** Key of `Machine.products` -> product. For a bundle one product of kind `bundle`, whose `chain` holds the rest. */
  installs: Record<string, Product>;
  outcome: Outcome;
}

/** How a run of an installer ends. */
export interface Outcome {
  /** 0; 3010 and 1641 (done, restart); everything else: nothing is changed. */
  exitCode: number;
  /** Milliseconds that it takes; meanwhile Windows Installer is busy. */
  duration: number;
  /** Lines that its log has before its end, where it fails: `Error 1303. …`. */
  log: string[];
}

export interface InstallerState {
  /** Until when another installation holds the mutex `_MSIExecute`; 0: nobody, -1: always. */
  busyUntil: number;
  /** So many starts of msiexec find another installation that slipped in (1618). */
  collisions: number;
}

export interface MachineApp {
  name: string;
  version: string;
  /** A bundle has the `main` packages of its name and version. */
  kind: "main" | "bundle" | "framework";
  /** Windows does not allow it to be removed. */
  fixed: boolean;
  /** SIDs of those for whom it is installed; nobody: it only lies on the disk. */
  users: string[];
  /** What happens when it is removed: it goes; Windows refuses; it is in use; no error, and it stays. */
  removal: "works" | "refused" | "in_use" | "ignored";
}

export interface MachineScript {
  test: string;
  fix: string;
  holds: boolean;
  /** False: its fix changes nothing. */
  fixHelps: boolean;
}

/** As the platform functions give it: `size` in bytes, `direct` for an analytic or debug channel. */
export interface MachineChannel {
  enabled: boolean;
  size: number;
  mode: "circular" | "archive" | "retain";
  direct: boolean;
  /** There is none of this name. */
  missing?: true;
}

export interface MachineEvent {
  log: string;
  source: string;
  id: number;
  /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose; an error without it. */
  level?: number;
  time: number;
  /** The event's own texts. */
  values: string[];
}

/** `install` and `repair` from a setup file, `remove` of a product: applied when `at` has come, also after the script was killed. */
export interface MachineJob {
  at: number;
  kind: "install" | "repair" | "remove";
  /** Path of the setup file, or key of the product. */
  target: string;
  /** Empty: no log. */
  logFile: string;
  /** Until then it does not hold the mutex of Windows Installer: a bundle at its beginning, other setup programs all the time. */
  quietUntil: number;
  /** Id of the process that was started. */
  process: number;
}

/** A fault that is put into one call of a run. */
export interface Fault {
  /** `fail`: the call does nothing and fails as the real one would; `time-out`: it hangs past its limit. */
  kind: "fail" | "time-out";
  /** Number of the effect (from 1) in the order of the undisturbed run. */
  effect: number;
}

/** One call that changes the machine. */
export interface Effect {
  /** From 1. */
  number: number;
  /** The platform's function. */
  function: string;
  /** Its arguments as one line. */
  text: string;
  /** Whom it is about: the machine, or files and marks of the script itself (log, lock, state folder, marks). */
  about: "machine" | "own";
}

/** The machine at a moment at which the script may be killed. */
export interface MachineSnapshot {
  /** Number of the effect. */
  effect: number;
  /** `before` an effect on the machine; `during` it, while an installer goes on that it has started; `after` it, when the next call begins. */
  moment: "before" | "during" | "after";
  machine: Machine;
}

/** A script to run on a machine. */
export interface SimulationRequest {
  machine: Machine;
  /** Absolute path of the script's file; null: no run, the machine is handed back as it is (after `restart`). */
  script: string | null;
  /** Named parameters; a switch takes true. */
  parameters: Record<string, string | number | boolean>;
  fault: Fault | null;
  /** Restart Windows first. */
  restart: boolean;
  /** Whether to keep the machine at every moment at which a kill of the script could leave it; else none is kept. */
  snapshots?: boolean;
}

/** What came of a run. */
export interface SimulationResult {
  /** All 32 bits. */
  exitCode: number;
  /** Objects of the pipeline as text. */
  output: string[];
  /** Lines that it wrote to the error stream. */
  errors: string[];
  /** An error that left the script; empty when none did. */
  failure: string;
  /** The machine afterwards. */
  machine: Machine;
  effects: Effect[];
  /** Number of calls of platform functions. */
  calls: number;
  /** What happened on the machine, in words. */
  story: string[];
  /** In order; empty unless they were asked for. */
  snapshots: MachineSnapshot[];
  /** Milliseconds that it took on its engine; undefined where nobody measured. */
  milliseconds?: number;
}

export { createHealthyMachine } from "./healthy-machine.ts";
