import { addAccount } from "../../simulator/accounts.ts";
import type { Machine } from "../../simulator/machine.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import {
  addFolder,
  addRegistryKey,
  deleteRegistryKey,
  deleteRow,
  findName,
  findProfileSid,
  findRow,
  PROFILE_LIST,
  setRegistryValue,
  setRow,
} from "../../simulator/tables.ts";
import { booleanOf, pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = { give: giveProfile, complete: unloadHives };

/** `profile(name == "eve") { signed_in: true }`; of `ann` and `bob`, whom every machine has, what is said of them. `absent`: as if that person had never been there. */
function giveProfile(machine: Machine, given: Given): string | undefined {
  if (booleanOf(given.key("default")) === true) return giveDefault(machine, given);
  const name = textOf(given.filter("name"));
  if (name === undefined) return `Say whose profile it is: profile(name == "ann").`;
  const known = findProfileSid(machine, name);
  const sid = textOf(given.property("sid")) ?? known ?? addAccount(machine, `CONTOSO\\${name}`);
  const folder = given.property("folder") === undefined ? `C:\\Users\\${name}` : pathOf(machine, given.property("folder"));
  const hive = `${folder}\\NTUSER.DAT`;
  const file = findRow(machine.files, hive);
  if (given.absent || (known !== undefined && known !== sid)) {
    deleteRegistryKey(machine, `${PROFILE_LIST}\\${known ?? sid}`);
    deleteRegistryKey(machine, `HKU\\${known ?? sid}`);
    deleteRow(machine.hives, hive);
    deleteRow(machine.files, hive);
    if (given.absent) return undefined;
  }
  const isSignedIn = booleanOf(given.property("signed_in")) ?? file?.inUse ?? false;
  setRegistryValue(machine, `${PROFILE_LIST}\\${sid}`, "ProfileImagePath", { type: "ExpandString", data: folder });
  // Bit 0x800 of State: "Temporary profile loaded".
  setRegistryValue(machine, `${PROFILE_LIST}\\${sid}`, "State", createValue(booleanOf(given.property("temporary")) === true ? 0x800 : 0));
  addFolder(machine, `${folder}\\AppData\\Local\\Temp`);
  setRow(machine.files, hive, { content: "", encoding: "utf8", size: 262_144, written: machine.clock.now - 86_400_000, inUse: isSignedIn });
  const stored = findRow(machine.hives, hive);
  if (isSignedIn) {
    addRegistryKey(machine, `HKU\\${sid}\\Software`);
    for (const [key, row] of Object.entries(stored?.keys ?? {})) machine.registry[`HKU\\${sid}\\${key}`.replace(/\\$/, "")] = row;
    deleteRow(machine.hives, hive);
  } else {
    const refuses = booleanOf(given.property("readable")) === false ? { refuses: "damaged" } : {};
    setRow(machine.hives, hive, { keys: { "": { values: {} }, Software: { values: {} }, ...stored?.keys }, ...refuses });
  }
  return undefined;
}

/** `profile(default: true) { readable: false }` */
function giveDefault(machine: Machine, given: Given): string | undefined {
  const path = "C:\\Users\\Default\\NTUSER.DAT";
  const hive = findRow(machine.hives, path);
  if (given.absent) {
    deleteRow(machine.hives, path);
    deleteRow(machine.files, path);
  } else if (hive && booleanOf(given.property("readable")) === false) setRow(machine.hives, path, { ...hive, refuses: "damaged" });
  else if (given.property("readable") === undefined) return "Of the default profile 'readable' can be said, or that it is absent.";
  return undefined;
}

/** What was given of the registry of people who are not signed in lies in their hives' files. */
function unloadHives(machine: Machine): void {
  for (const [path, hive] of Object.entries(machine.hives)) {
    const name = path.replace(/\\NTUSER\.DAT$/i, "").replace(/^.*\\/, "");
    const sid = findProfileSid(machine, name);
    const root = sid === undefined ? undefined : findName(machine.registry, `HKU\\${sid}`);
    if (root === undefined) continue;
    for (const key of Object.keys(machine.registry).filter((one) => one === root || one.startsWith(`${root}\\`))) {
      const row = machine.registry[key];
      if (row !== undefined)
        setRow(hive.keys, key.slice(root.length + 1), {
          ...row,
          values: { ...findRow(hive.keys, key.slice(root.length + 1))?.values, ...row.values },
        });
    }
    deleteRegistryKey(machine, root);
  }
}
