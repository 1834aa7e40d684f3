import type { Value } from "../../checker/value.ts";
import type { Machine, ProgramSetting, RegistryType, RegistryValue } from "../machine.ts";
import { createProgramFile } from "../products.ts";
import {
  addFolder,
  addRegistryKey,
  deleteRegistryKey,
  deleteRegistryValue,
  findPhysicalKey,
  findRow,
  getParent,
  setRegistryValue,
  setRow,
} from "../tables.ts";
import { listOf, numberOf, pathOf, textOf } from "./given-item.ts";
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

/** `registry_value(key, "Name") { data: 1, policy: "GPO" }`; with `set_by` what a program makes of it. Gives why that cannot be. */
export function giveRegistryValue(machine: Machine, given: Given): string | undefined {
  const key = toPhysicalKey(machine, given);
  const name = textOf(given.key("name")) ?? "";
  if (given.absent) deleteRegistryValue(machine, key, name);
  else {
    const data = given.property("data");
    const value = createRegistryValue(data ?? { kind: "string", value: "" }, textOf(given.property("type")));
    const program = given.property("set_by");
    const withArguments = textOf(given.property("set_with"));
    if (program !== undefined) {
      addProgramSetting(machine, pathOf(machine, program), { arguments: withArguments ?? null, key, name, value });
      return undefined;
    }
    if (withArguments !== undefined) return "'set_with' are the arguments of the program that 'set_by' names, and there is no 'set_by'.";
    setRegistryValue(machine, key, name, value);
    const policy = textOf(given.property("policy"));
    if (policy !== undefined) machine.policy.registry.push({ key, name, object: addPolicyObject(machine, policy), deleted: false, value });
  }
  giveAccess(machine, key, given);
  return undefined;
}

/** Notes what a program writes; one that the machine does not have is put there, and ends with 0 after a second. */
function addProgramSetting(machine: Machine, path: string, setting: ProgramSetting): void {
  if (findRow(machine.files, path) === undefined) {
    addFolder(machine, getParent(path));
    setRow(machine.files, path, createProgramFile(machine.clock.now - 86_400_000, false));
  }
  const known = findRow(machine.programs, path) ?? { exitCode: 0, duration: 1000 };
  setRow(machine.programs, path, { ...known, sets: [...(known.sets ?? []), setting] });
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
  if (access !== undefined) addRegistryKey(machine, key).access = access === "read" ? "read" : "none";
}
