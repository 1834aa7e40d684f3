import type { Machine } from "../../simulator/machine.ts";
import { addPolicyObject } from "../../simulator/given/registry.ts";
import { listOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  none: ["policy"],
  give: giveUserRight,
  explains: ({ table, row, before, after }, { named, excluded }) => {
    if (table !== "rights" || !named.includes(row)) return false;
    const lost = (Array.isArray(before) ? before : []).filter((sid: unknown) => !(Array.isArray(after) && after.includes(sid)));
    return lost.every((sid) => excluded.has(String(sid)));
  },
};

/**
 * `user_right("SeServiceLogonRight") { includes: […], denied: […], policy: "GPO" }`. `includes` are all direct holders; `denied` holds the twin that denies.
 * With a policy the list is the policy's, unless `policy_includes` says another: then the policy writes that one at its next refresh.
 */
function giveUserRight(machine: Machine, given: Given): undefined {
  const right = textOf(given.key("right")) ?? "";
  const sids = (name: string): string[] => listOf(given.property(name)).map((value) => sidOf(machine, value));
  if (given.property("includes") !== undefined) machine.rights[right] = sids("includes");
  if (given.property("excludes") !== undefined) {
    const gone = sids("excludes");
    machine.rights[right] = (machine.rights[right] ?? []).filter((sid) => !gone.includes(sid));
  }
  if (given.property("denied") !== undefined) machine.rights[`SeDeny${right.slice(2)}`] = sids("denied");
  const policy = textOf(given.property("policy"));
  if (policy === undefined) return;
  const accounts = given.property("policy_includes") === undefined ? [...(machine.rights[right] ?? [])] : sids("policy_includes");
  machine.policy.rights[right] = { object: addPolicyObject(machine, policy), accounts };
}
