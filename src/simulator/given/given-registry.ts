import type { Value } from "../../checker/value.ts";
import type { Machine, RegistryType, RegistryValue } from "../machine.ts";
import { addRegistryKey, deleteRegistryKey, deleteRegistryValue, findPhysicalKey, setRegistryValue } from "../tables.ts";
import { listOf, numberOf, textOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

const ROOTS: Readonly<Record<string, string>> = { HKEY_LOCAL_MACHINE: "HKLM", HKEY_CURRENT_USER: "HKCU", HKEY_USERS: "HKU" };
const TYPES: Readonly<Record<string, RegistryType>> = {
  dword: "DWord",
  qword: "QWord",
  string: "String",
  expand_string: "ExpandString",
  multi_string: "MultiString",
  binary: "Binary",
  unknown: "Unknown",
};

/** A key as remedies write it, as the machine's tables have it: `HKCU` is the hive of the account that runs the script. */
export function toPhysicalKey(machine: Machine, given: Given): string {
  const [root = "", ...rest] = (textOf(given.key("key")) ?? "").replace(/\\+$/, "").split("\\");
  const hive = ROOTS[root.toUpperCase()] ?? root.toUpperCase();
  const view = machine.host.systemBits === 64 && numberOf(given.key("view")) === 32 ? 32 : 64;
  return findPhysicalKey([hive === "HKCU" ? `HKU\\${machine.host.account}` : hive, ...rest].join("\\"), view);
}

/** `registry_value(key, "Name") { data: 1, policy: "GPO" }` */
export function giveRegistryValue(machine: Machine, given: Given): void {
  const key = toPhysicalKey(machine, given);
  const name = textOf(given.key("name")) ?? "";
  if (given.absent) deleteRegistryValue(machine, key, name);
  else {
    const data = given.property("data");
    const value = createRegistryValue(data ?? { kind: "string", value: "" }, textOf(given.property("type")));
    setRegistryValue(machine, key, name, value);
    const policy = textOf(given.property("policy"));
    if (policy !== undefined) machine.policy.registry.push({ key, name, object: addPolicyObject(machine, policy), deleted: false, value });
  }
  giveAccess(machine, key, given);
}

/** `registry_key(key)`, `registry_key(key) { access: read }` */
export function giveRegistryKey(machine: Machine, given: Given): void {
  const key = toPhysicalKey(machine, given);
  if (given.absent) deleteRegistryKey(machine, key);
  else addRegistryKey(machine, key);
  giveAccess(machine, key, given);
}

/** `tls("1.2") { client: off }`: the two Schannel values that mean it. */
export function giveTls(machine: Machine, given: Given): void {
  const version = textOf(given.key("version")) ?? "";
  for (const role of ["client", "server"] as const) {
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS ${version}\\${role === "client" ? "Client" : "Server"}`;
    const state = textOf(given.property(role));
    if (given.absent) deleteRegistryKey(machine, key);
    if (given.absent || state === undefined) continue;
    setRegistryValue(machine, key, "Enabled", { type: "DWord", data: state === "on" ? 1 : 0 });
    setRegistryValue(machine, key, "DisabledByDefault", { type: "DWord", data: state === "on" ? 0 : 1 });
  }
}

/** Registry data with the type that remedies give it (Semantics 15), or the one that is named. */
export function createRegistryValue(data: Value, typeName: string | undefined): RegistryValue {
  const type =
    TYPES[typeName ?? ""] ??
    (data.kind === "list" ? "MultiString" : numberOf(data) !== undefined || data.kind === "bool" ? "DWord" : "String");
  switch (type) {
    case "DWord":
      return { type, data: (data.kind === "bool" ? Number(data.value) : (numberOf(data) ?? 0)) | 0 };
    case "QWord":
      return { type, data: data.kind === "bool" ? Number(data.value) : (numberOf(data) ?? 0) };
    case "MultiString":
      return { type, data: listOf(data).map((value) => textOf(value) ?? "") };
    case "Binary":
    case "None":
      return { type, data: [...(textOf(data) ?? "").replace(/\s/g, "").matchAll(/../g)].map(([pair]) => Number.parseInt(pair, 16)) };
    case "Unknown":
      return { type, data: null };
    case "String":
    case "ExpandString":
      return { type, data: textOf(data) ?? String(numberOf(data) ?? "") };
    default:
      return type satisfies never;
  }
}

/** The id of a Group Policy object of a name. */
export function addPolicyObject(machine: Machine, name: string): string {
  const known = Object.entries(machine.policy.objects).find(([, friendly]) => friendly === name);
  if (known) return known[0];
  const id = `cn={31B2F340-016D-11D2-945F-${String(Object.keys(machine.policy.objects).length + 1).padStart(12, "0")}},cn=policies,cn=system,DC=contoso,DC=example`;
  machine.policy.objects[id] = name;
  return id;
}

function giveAccess(machine: Machine, key: string, given: Given): void {
  const access = textOf(given.property("access"));
  if (access === "read" || access === "none") addRegistryKey(machine, key).access = access;
}
