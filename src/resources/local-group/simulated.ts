import { listOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { addPolicyObject } from "../../simulator/given/registry.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveLocalGroup,
  explains: ({ table, row, before, after }, { named, excluded }) => {
    if (table === "accounts") return named.includes(`.\\${row.split("\\")[1] ?? ""}`) || named.includes(String(before).toLowerCase());
    // The SID of one that is made is known to the computer alone.
    const isNew = before === undefined && named.some((name) => name.startsWith(".\\"));
    if (!isNew && !named.includes(row) && !named.includes("*")) return false;
    if (table !== "groups") return table === "groupDescriptions";
    // A group that is deleted takes its members along.
    if (after === undefined || excluded.has(`only ${row}`) || excluded.has("only *")) return true;
    const members = Array.isArray(after) ? after : [];
    return (Array.isArray(before) ? before : []).every((sid: unknown) => members.includes(sid) || excluded.has(String(sid)));
  },
};

/**
 * `local_group("S-1-5-32-555") { members: […], named: "Remotedesktopbenutzer", policy: "GPO" }`. `members`, `only` and `includes` are all members. With a policy
 * the list is the policy's, unless `policy_members` says another: then the policy writes that one at its next refresh.
 */
function giveLocalGroup(machine: Machine, given: Given): string | undefined {
  const key = given.key("group");
  if (key?.kind !== "account") return "A group is named by a SID or a name.";
  const sid = sidOf(machine, key);
  if (given.absent) {
    Reflect.deleteProperty(machine.groups, sid);
    for (const name of namesOf(machine, sid)) Reflect.deleteProperty(machine.accounts, name);
    return undefined;
  }
  const sids = (name: string): string[] => listOf(given.property(name)).map((value) => sidOf(machine, value));
  machine.groups[sid] ??= [];
  for (const name of ["members", "only", "includes"]) if (given.property(name) !== undefined) machine.groups[sid] = sids(name);
  if (given.property("excludes") !== undefined) {
    const gone = sids("excludes");
    machine.groups[sid] = machine.groups[sid].filter((member) => !gone.includes(member));
  }
  const description = textOf(given.property("description"));
  if (description !== undefined) machine.groupDescriptions[sid] = description;
  const named = textOf(given.property("named"));
  if (named !== undefined) {
    for (const name of namesOf(machine, sid)) Reflect.deleteProperty(machine.accounts, name);
    machine.accounts[`${sid.startsWith("S-1-5-32-") ? "VORDEFINIERT" : "SRV01"}\\${named}`] = sid;
  }
  const policy = textOf(given.property("policy"));
  if (policy === undefined) return undefined;
  const accounts = given.property("policy_members") === undefined ? [...machine.groups[sid]] : sids("policy_members");
  machine.policy.groups[sid] = { object: addPolicyObject(machine, policy), accounts };
  return undefined;
}

function namesOf(machine: Machine, sid: string): string[] {
  return Object.keys(machine.accounts).filter((name) => machine.accounts[name] === sid);
}
