import type { Value } from "../../checker/value.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import type { Machine } from "../../simulator/machine.ts";
import { addRegistryKey, deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import { booleanOf, numberOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const POLICY = "Microsoft\\Windows\\PowerShell";

export const simulated: SimulatedKind = {
  give: giveFacts({
    // It has four numbers, as Windows keeps it.
    version: (machine, value) => {
      const text = value.kind === "version" ? [0, 1, 2, 3].map((i) => value.parts[i] ?? 0).join(".") : (textOf(value) ?? "");
      setRegistryValue(machine, "HKLM\\SOFTWARE\\Microsoft\\PowerShell\\3\\PowerShellEngine", "PowerShellVersion", createValue(text));
    },
    machine_policy: (machine, value) => {
      setExecutionPolicy(machine, `HKLM\\SOFTWARE\\Policies\\${POLICY}`, textOf(value) ?? "");
    },
    user_policy: (machine, value) => {
      setExecutionPolicy(machine, `HKU\\${machine.host.account}\\Software\\Policies\\${POLICY}`, textOf(value) ?? "");
    },
    elevated: (machine, value) => {
      machine.host.elevated = booleanOf(value) ?? true;
    },
    bits: (machine, value) => {
      machine.host.bits = numberOf(value) === 32 ? 32 : 64;
    },
    account: (machine, value) => {
      setAccount(machine, value);
    },
  }),
};

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
