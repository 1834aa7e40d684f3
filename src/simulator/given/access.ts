import type { AccessRule, MachineFile, MachineFolder } from "../files.ts";
import type { Machine } from "../machine.ts";
import { booleanOf, listOf, sidOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

/** FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM. */
const ATTRIBUTES = { read_only: 1, hidden: 2, system: 4 } as const;

const RIGHTS = {
  grants_read: 0x120089,
  grants_read_and_execute: 0x1200a9,
  grants_write: 0x100116,
  grants_modify: 0x1301bf,
  grants_full_control: 0x1f01ff,
} as const;

const ADMINISTRATORS = ["S-1-5-18", "S-1-5-32-544"];
const USERS = "S-1-5-32-545";

/** What a `given` says of a file's or folder's attributes, owner and rights. Entries of its own are for the folder and what lies below; `excludes` takes an account's away. */
export function giveAccess(machine: Machine, given: Given, row: MachineFile | MachineFolder, isFolder: boolean): void {
  for (const [name, bit] of Object.entries(ATTRIBUTES)) {
    const value = booleanOf(given.property(name));
    if (value !== undefined) row.attributes = value ? (row.attributes ?? 0) | bit : (row.attributes ?? 0) & ~bit;
  }
  const owner = given.property("owner");
  if (owner !== undefined) row.owner = sidOf(machine, owner);
  if (booleanOf(given.property("rights_hidden")) === true) row.rightsHidden = true;
  const flags = isFolder ? 3 : 0;
  const sids = (name: string): string[] => listOf(given.property(name)).map((account) => sidOf(machine, account));
  const own: AccessRule[] = [];
  for (const sid of sids("denies")) own.push({ sid, rights: 0x1f01ff, allow: false, inheritOnly: false, flags });
  for (const [name, rights] of Object.entries(RIGHTS))
    for (const sid of sids(name)) own.push({ sid, rights, allow: true, inheritOnly: false, flags });
  if (own.length > 0) row.rules = [...own, ...(row.rules ?? listInherited(flags))];
  const gone = sids("excludes");
  if (row.rules && gone.length > 0) row.rules = row.rules.filter((rule) => !gone.includes(rule.sid) || (rule.flags ?? 16) >= 16);
}

/** What a file or folder inherits that nobody has given rights to. */
function listInherited(flags: number): AccessRule[] {
  const rule = (sid: string, rights: number): AccessRule => ({ sid, rights, allow: true, inheritOnly: false, flags: flags | 16 });
  return [...ADMINISTRATORS.map((sid) => rule(sid, 0x1f01ff)), rule(USERS, 0x1200a9)];
}
