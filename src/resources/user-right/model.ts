import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { memberName } from "../../proof/evaluate.ts";
import { namesAccounts } from "../../proof/rights.ts";
import type { Thing } from "../../proof/thing.ts";

/** All services, of which a service's own account is one (Get-AccountGroup). */
const ALL_SERVICES = "s-1-5-80-0";

/** The members that stand for an account. */
const listGroups = (member: string): readonly string[] => (/^s-1-5-80-(?!0$)/.test(member) ? [ALL_SERVICES] : []);

/** The right that takes a logon right away. */
const toDenial = (right: string): string =>
  right.replace(/^se(service|batch|interactive|network|remoteinteractive)logonright$/, "sedeny$1logonright");

/** Whether the right that stands against it, where the remedy names that one, holds an account. */
function isDenied(thing: Thing, wished: Value): boolean {
  const denial = thing.other(toDenial(thing.key("right")));
  if (!denial || denial.identity === thing.identity || wished.kind !== "list") return false;
  return wished.elements.map(memberName).some((member) => [member, ...listGroups(member)].some((one) => denial.has("includes", one)));
}

/** Who has a right by the account itself or a group of it, and is not denied it. What a policy sets it sets again. */
export const model: KindModel = {
  members: { includes: { of: "includes", holds: true, through: listGroups } },
  ties: [namesAccounts, { kind: "user_right", by: { key: "right", as: toDenial }, openedBy: { what: [] } }],
  holds: (thing, property, wished) => (property === "includes" && isDenied(thing, wished) ? false : undefined),
  blocker: (thing, { states }) => {
    const includes = states.get("includes");
    if (includes && isDenied(thing, includes)) return "the denial supersedes the right";
    return thing.get("policy").kind === "none" ? undefined : "a policy sets it";
  },
};
