import type { Machine } from "../machine.ts";
import { addPolicyObject } from "./given-registry.ts";
import { listOf, sidOf, textOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

/**
 * `user_right("SeServiceLogonRight") { includes: […], denied: […], policy: "GPO" }`. `includes` are all direct holders; `denied` holds the twin that denies.
 * With a policy the list is the policy's, unless `policy_includes` says another: then the policy writes that one at its next refresh.
 */
export function giveUserRight(machine: Machine, given: Given): void {
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
