import type { Value } from "../../checker/value.ts";
import type { Machine, RegistryType, RegistryValue } from "../machine.ts";
import { addRegistryKey, findPhysicalKey, findProfileSid } from "../tables.ts";
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

/** A key with the short name of its hive and without a backslash at its end. */
export function shortenHive(key: string): string {
  const [root = "", ...rest] = key.replace(/\\+$/, "").split("\\");
  return [ROOTS[root.toUpperCase()] ?? root.toUpperCase(), ...rest].join("\\");
}

/** Why a registry key cannot be given as a person's. */
export function findKeyMistake(machine: Machine, given: Given): string | undefined {
  const isPersons = /^HKCU\\/i.test(shortenHive(textOf(given.key("key")) ?? ""));
  return findProfileMistake(machine, given, isPersons ? undefined : "'profile' says whose HKCU it is, and the key is another one.");
}

/** Why something cannot be that of the person whom `profile` names: there is no such profile, or it is nobody's (`otherwise`, a full sentence). */
export function findProfileMistake(machine: Machine, given: Given, otherwise: string | undefined): string | undefined {
  const name = textOf(given.property("profile"));
  if (name === undefined) return undefined;
  if (findProfileSid(machine, name) === undefined) return `Nobody has a profile '${name}': give it first, profile(name == "${name}").`;
  return otherwise;
}

/** The SID of the person whom `profile` names, else of the account that runs the script. */
export function findGivenPerson(machine: Machine, given: Given): string {
  return findProfileSid(machine, textOf(given.property("profile")) ?? "") ?? machine.host.account;
}

/** A key as remedies write it, as the machine's tables have it: `HKCU` is the hive of the account that runs the script, or of the person whom `profile` names. */
export function toPhysicalKey(machine: Machine, given: Given): string {
  const [hive = "", ...rest] = shortenHive(textOf(given.key("key")) ?? "").split("\\");
  const view = machine.host.systemBits === 64 && numberOf(given.key("view")) === 32 ? 32 : 64;
  return findPhysicalKey([hive === "HKCU" ? `HKU\\${findGivenPerson(machine, given)}` : hive, ...rest].join("\\"), view);
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

/** `access: read`: the key cannot be written, or not even be read. */
export function giveAccess(machine: Machine, key: string, given: Given): void {
  const access = textOf(given.property("access"));
  if (access !== undefined) addRegistryKey(machine, key).access = access === "read" ? "read" : "none";
}
