import type { Value } from "../../checker/value.ts";
import { createValue } from "../healthy-machine.ts";
import type { Machine } from "../machine.ts";
import { addRegistryKey, deleteRegistryKey, deleteRegistryValue, setRegistryValue } from "../tables.ts";
import { booleanOf, numberOf, sidOf, textOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

const VERSION_KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
const CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
const WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
const NET = "HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full";
const POLICY = "Microsoft\\Windows\\PowerShell";

/** Lowest Release number of each version; Microsoft, "Determine which .NET Framework versions are installed". */
const RELEASES: readonly (readonly [version: string, release: number])[] = [
  ["4.8.1", 533_320],
  ["4.8", 528_040],
  ["4.7.2", 461_808],
  ["4.7.1", 461_308],
  ["4.7", 460_798],
  ["4.6.2", 394_802],
  ["4.6.1", 394_254],
  ["4.6", 393_295],
  ["4.5.2", 379_893],
  ["4.5.1", 378_675],
  ["4.5", 378_389],
];

type Setter = (machine: Machine, value: Value, given: Given) => void;

const registry =
  (key: string, name: string): Setter =>
  (machine, value) =>
    setRegistryValue(machine, key, name, createValue(textOf(value) ?? String(numberOf(value) ?? "")));

const word =
  (key: string, name: string, words: Readonly<Record<string, string>>): Setter =>
  (machine, value) =>
    setRegistryValue(machine, key, name, createValue(words[textOf(value) ?? ""] ?? ""));

const PRODUCT_TYPES = { workstation: "WinNT", server: "ServerNT", domain_controller: "LanmanNT" };

/** `kind.property` -> how the machine becomes so. */
const SETTERS: Readonly<Record<string, Setter>> = {
  "os.build": registry(VERSION_KEY, "CurrentBuildNumber"),
  "os.edition": registry(VERSION_KEY, "EditionID"),
  "os.version": (machine, value) => {
    const [major = 10, minor = 0, build = 0, revision = 0] = value.kind === "version" ? value.parts : [];
    for (const [name, data] of Object.entries({
      CurrentMajorVersionNumber: major,
      CurrentMinorVersionNumber: minor,
      CurrentBuildNumber: String(build),
      UBR: revision,
    }))
      setRegistryValue(machine, VERSION_KEY, name, createValue(data));
  },
  "os.product_type": (machine, value, given) => {
    word(`${CONTROL}\\ProductOptions`, "ProductType", PRODUCT_TYPES)(machine, value, given);
    if (textOf(value) === "workstation") setRegistryValue(machine, VERSION_KEY, "InstallationType", createValue("Client"));
    if (textOf(value) === "domain_controller") setDomainController(machine);
  },
  "os.installation_type": word(VERSION_KEY, "InstallationType", {
    client: "Client",
    server: "Server",
    server_core: "Server Core",
    nano_server: "Nano Server",
  }),
  "os.architecture": (machine, value, given) => {
    word(`${CONTROL}\\Session Manager\\Environment`, "PROCESSOR_ARCHITECTURE", { x64: "AMD64", x86: "x86", arm64: "ARM64" })(
      machine,
      value,
      given,
    );
    machine.host.systemBits = textOf(value) === "x86" ? 32 : 64;
    if (machine.host.systemBits === 32) machine.host.bits = 32;
  },
  "os.language": (machine, value) => {
    machine.host.language = textOf(value) ?? machine.host.language;
  },
  "os.uptime": (machine, value) => {
    machine.clock.uptime = numberOf(value) ?? machine.clock.uptime;
  },
  "computer.name": (machine, value, given) => {
    for (const key of ["ActiveComputerName", "ComputerName"])
      registry(`${CONTROL}\\ComputerName\\${key}`, "ComputerName")(machine, value, given);
  },
  "computer.is_domain_controller": (machine, value) => {
    setRegistryValue(
      machine,
      `${CONTROL}\\ProductOptions`,
      "ProductType",
      createValue(booleanOf(value) === true ? "LanmanNT" : "ServerNT"),
    );
    if (booleanOf(value) === true) setDomainController(machine);
  },
  "computer.is_domain_joined": (machine, value) => {
    machine.computer.domainJoined = booleanOf(value) ?? true;
  },
  "computer.is_entra_joined": (machine, value) => {
    const key = `${CONTROL}\\CloudDomainJoin\\JoinInfo`;
    if (booleanOf(value) === true) addRegistryKey(machine, `${key}\\AE9C1AE54763822EEC42474983D8B635116C8452`);
    else deleteRegistryKey(machine, key);
  },
  "computer.memory": (machine, value) => {
    machine.computer.memory = numberOf(value) ?? machine.computer.memory;
    machine.computer.memoryModules = [machine.computer.memory];
  },
  "computer.memory_modules_listed": (machine, value) => {
    if (booleanOf(value) === false) machine.computer.memoryModules = [];
  },
  "computer.cim_readable": (machine, value) => {
    machine.computer.cimReadable = booleanOf(value) ?? true;
  },
  "computer.policy_readable": (machine, value) => {
    machine.policy.readable = booleanOf(value) ?? true;
  },
  "computer.installer_busy": (machine, value) => {
    machine.installer.busyUntil =
      numberOf(value) === undefined ? (booleanOf(value) === true ? -1 : 0) : machine.clock.now + (numberOf(value) ?? 0);
  },
  "computer.installer_busy_for": (machine, value) => {
    machine.installer.busyUntil = machine.clock.now + (numberOf(value) ?? 0);
  },
  "computer.installer_collisions": (machine, value) => {
    machine.installer.collisions = numberOf(value) ?? 0;
  },
  "dotnet.version": (machine, value) => {
    if (value.kind === "none") {
      deleteRegistryValue(machine, NET, "Release");
      return;
    }
    const wanted = value.kind === "version" ? value.parts : [];
    const found = RELEASES.find(([version]) => compareVersions(version.split(".").map(Number), wanted) <= 0);
    setRegistryValue(machine, NET, "Release", createValue(found?.[1] ?? 0));
  },
  "powershell.version": registry("HKLM\\SOFTWARE\\Microsoft\\PowerShell\\3\\PowerShellEngine", "PowerShellVersion"),
  "powershell.machine_policy": (machine, value) => {
    setExecutionPolicy(machine, `HKLM\\SOFTWARE\\Policies\\${POLICY}`, textOf(value) ?? "");
  },
  "powershell.user_policy": (machine, value) => {
    setExecutionPolicy(machine, `HKU\\${machine.host.account}\\Software\\Policies\\${POLICY}`, textOf(value) ?? "");
  },
  "powershell.elevated": (machine, value) => {
    machine.host.elevated = booleanOf(value) ?? true;
  },
  "powershell.bits": (machine, value) => {
    machine.host.bits = numberOf(value) === 32 ? 32 : 64;
  },
  "powershell.account": (machine, value) => {
    setAccount(machine, value);
  },
  "reboot.pending": (machine, value) => {
    const key = `${WINDOWS}\\Component Based Servicing\\RebootPending`;
    if (booleanOf(value) === true) addRegistryKey(machine, key);
    else for (const gone of [key, `${WINDOWS}\\WindowsUpdate\\Auto Update\\RebootRequired`]) deleteRegistryKey(machine, gone);
  },
  "reboot.file_renames": (machine, value) => {
    const key = `${CONTROL}\\Session Manager`;
    if (booleanOf(value) === true)
      setRegistryValue(machine, key, "PendingFileRenameOperations", {
        type: "MultiString",
        data: ["\\??\\C:\\Windows\\Temp\\old.dll", ""],
      });
    else deleteRegistryValue(machine, key, "PendingFileRenameOperations");
  },
  "disk.free": (machine, value, given) => {
    setDrive(machine, given, () => numberOf(value) ?? 0);
  },
  "disk.free_percent": (machine, value, given) => {
    setDrive(machine, given, (total) => Math.ceil((total * (numberOf(value) ?? 0)) / 100));
  },
  "network.can_connect": (machine, value, given) => {
    const argument = (name: string): Value | undefined => given.arguments.find((one) => one.name === name)?.value;
    machine.network.endpoints[`${textOf(argument("target")) ?? ""}:${numberOf(argument("port")) ?? 0}`] = booleanOf(value) ?? true;
  },
};

/** Facts and words about the machine as a whole. Gives false for a property that no machine can be given. */
export function giveFact(machine: Machine, given: Given, property: string, value: Value): boolean {
  const setter = SETTERS[`${given.kind}.${property}`];
  setter?.(machine, value, given);
  return setter !== undefined;
}

function setDomainController(machine: Machine): void {
  machine.computer.domainJoined = true;
  machine.policy.refreshEvery = 5 * 60_000;
}

function setExecutionPolicy(machine: Machine, key: string, policy: string): void {
  const names: Readonly<Record<string, string>> = {
    all_signed: "AllSigned",
    remote_signed: "RemoteSigned",
    unrestricted: "Unrestricted",
    bypass: "Bypass",
  };
  deleteRegistryValue(machine, key, "EnableScripts");
  deleteRegistryValue(machine, key, "ExecutionPolicy");
  if (policy === "undefined") return;
  setRegistryValue(machine, key, "EnableScripts", createValue(policy === "restricted" ? 0 : 1));
  if (policy !== "restricted") setRegistryValue(machine, key, "ExecutionPolicy", createValue(names[policy] ?? ""));
}

/** The script runs as this account: its hive is HKCU, its profile the user's folders. A person's is not elevated unless that is said as well. */
function setAccount(machine: Machine, value: Value): void {
  const sid = sidOf(machine, value);
  machine.host.account = sid;
  addRegistryKey(machine, `HKU\\${sid}\\Software`);
  if (!sid.startsWith("S-1-5-21-")) return;
  const home = `C:\\Users\\${(textOf(value) ?? "").replace(/^.*\\/, "").replace(/@.*$/, "")}`;
  Object.assign(machine.specialFolders, {
    UserProfile: home,
    ApplicationData: `${home}\\AppData\\Roaming`,
    LocalApplicationData: `${home}\\AppData\\Local`,
  });
  machine.host.elevated = false;
}

function setDrive(machine: Machine, given: Given, free: (total: number) => number): void {
  const drive = (textOf(given.key("drive")) ?? "C:").slice(0, 2).toUpperCase();
  const total = machine.drives[drive]?.total ?? 120 * 2 ** 30;
  machine.drives[drive] = { free: free(total), total: Math.max(total, free(total)) };
}

function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < 4; i++) if ((left[i] ?? 0) !== (right[i] ?? 0)) return (left[i] ?? 0) - (right[i] ?? 0);
  return 0;
}
