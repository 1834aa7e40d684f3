import type { Machine } from "../../simulator/machine.ts";
import { addRegistryKey, deleteRegistryKey } from "../../simulator/tables.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { sidOf } from "../../simulator/given/given-item.ts";
import { findKeyMistake, giveAccess, toPhysicalKey } from "../../simulator/given/registry.ts";
import { isBelow } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveRegistryKey,
  explains: ({ table, spellings }, { named }) =>
    table === "registry" &&
    named.some((wish) => {
      const [key = ""] = wish.split("\u0000");
      return spellings.some((one) => isBelow(one, key) || key.startsWith(`${one}\\`));
    }),
};

/** `registry_key(key)`, `registry_key(key) { access: read, owner: "SYSTEM" }` */
function giveRegistryKey(machine: Machine, given: Given): string | undefined {
  const mistake = findKeyMistake(machine, given);
  if (mistake !== undefined) return mistake;
  const key = toPhysicalKey(machine, given);
  if (given.absent) deleteRegistryKey(machine, key);
  else addRegistryKey(machine, key);
  giveAccess(machine, key, given);
  const owner = given.property("owner");
  if (owner !== undefined) addRegistryKey(machine, key).owner = sidOf(machine, owner);
  return undefined;
}
