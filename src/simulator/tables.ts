import type { Machine, RegistryKey, RegistryValue } from "./machine.ts";

/** The name under which a table has a row, ignoring case; undefined: it has none. */
export function findName(table: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (Object.hasOwn(table, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(table).find((candidate) => candidate.toLowerCase() === lower);
}

/** The row of a name, ignoring case. */
export function findRow<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const found = findName(table, name);
  return found === undefined ? undefined : table[found];
}

/** Writes a row over the one of that name, ignoring case; the name stays as it was spelt first. */
export function setRow<T>(table: Record<string, T>, name: string, row: T): void {
  table[findName(table, name) ?? name] = row;
}

/** Takes a row away, ignoring case; one that is not there is no error. */
export function deleteRow(table: Record<string, unknown>, name: string): void {
  const found = findName(table, name);
  if (found !== undefined) Reflect.deleteProperty(table, found);
}

/** A registry key of a view as its physical path: the 32-bit view of `HKLM\SOFTWARE` is kept below `WOW6432Node`. */
export function findPhysicalKey(key: string, view: 64 | 32): string {
  const match = /^HKLM\\SOFTWARE\\(?!WOW6432Node(\\|$))(?<rest>.+)$/i.exec(key);
  return view === 32 && match?.groups?.["rest"] !== undefined ? `HKLM\\SOFTWARE\\WOW6432Node\\${match.groups["rest"]}` : key;
}

/** Creates a key and those above it; gives its row. The first two parts (`HKU\<SID>`) or one (`HKLM`) are created as well. */
export function addRegistryKey(machine: Machine, key: string): RegistryKey {
  const existing = findRow(machine.registry, key);
  if (existing !== undefined) return existing;
  const cut = key.lastIndexOf("\\");
  if (cut > 0) addRegistryKey(machine, key.slice(0, cut));
  const row: RegistryKey = { values: {} };
  machine.registry[key] = row;
  return row;
}

/** Writes a registry value, creating its key. */
export function setRegistryValue(machine: Machine, key: string, name: string, value: RegistryValue): void {
  setRow(addRegistryKey(machine, key).values, name, value);
}

/** Deletes a registry value; one that is absent is no error. */
export function deleteRegistryValue(machine: Machine, key: string, name: string): void {
  const row = findRow(machine.registry, key);
  if (row !== undefined) deleteRow(row.values, name);
}

/** Deletes a key with everything below it. */
export function deleteRegistryKey(machine: Machine, key: string): void {
  const lower = key.toLowerCase();
  for (const name of Object.keys(machine.registry)) {
    if (name.toLowerCase() === lower || name.toLowerCase().startsWith(`${lower}\\`)) Reflect.deleteProperty(machine.registry, name);
  }
}

/** Where Windows lists the profiles, by the SIDs of those whose they are. */
export const PROFILE_LIST = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";

/** The SID of the person whose profile's folder has a name; undefined: there is none. */
export function findProfileSid(machine: Machine, name: string): string | undefined {
  // It is nobody's, and scripts call it so.
  if (name.toLowerCase() === "default") return "DefaultProfile";
  const lower = `\\${name.toLowerCase()}`;
  return Object.entries(machine.registry)
    .find(
      ([key, row]) =>
        key.toLowerCase().startsWith(`${PROFILE_LIST.toLowerCase()}\\`) &&
        String(findRow(row.values, "ProfileImagePath")?.data ?? "")
          .toLowerCase()
          .endsWith(lower),
    )?.[0]
    .slice(PROFILE_LIST.length + 1);
}

/** Creates a folder and those above it, with the rights that a folder of Windows has. */
export function addFolder(machine: Machine, path: string): void {
  if (/^[A-Za-z]:\\?$/.test(path) || findName(machine.folders, path) !== undefined) return;
  // Of a share, and of what is no whole path, there is a first part with nothing above it.
  const end = path.lastIndexOf("\\");
  if (end > 0) addFolder(machine, path.slice(0, end));
  machine.folders[path] = { written: machine.clock.now, owner: "S-1-5-18", protected: false };
}

/** The folder of a path, without the backslash at its end (of a drive with it). */
export function getParent(path: string): string {
  const parent = path.slice(0, path.lastIndexOf("\\"));
  return /^[A-Za-z]:$/.test(parent) ? `${parent}\\` : parent;
}
