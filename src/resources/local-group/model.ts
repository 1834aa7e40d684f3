import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { NONE } from "../../proof/cell.ts";
import { namesAccounts } from "../../proof/rights.ts";

const EMPTY: Value = { kind: "string", value: "" };

/** A group of the computer's own is made and deleted, one of Windows neither. All that is asked of members is asked of one list; nobody is in a group that does not exist. */
export const model: KindModel = {
  members: {
    includes: { of: "members", holds: true },
    excludes: { of: "members", holds: false },
    only: { of: "members", holds: true, isAll: true },
  },
  ties: [namesAccounts],
  fresh: { description: [EMPTY] },
  missing: { excludes: NONE },
  holds: (thing, property) => (property === "excludes" && !thing.exists() ? true : undefined),
  blocker: (thing, { presence }) => {
    if (thing.key("group").startsWith(".\\")) return undefined;
    if (presence === "absent") return "it is a group of Windows, which is never deleted";
    return thing.exists() ? undefined : "this Windows has no such group, and none of Windows is made";
  },
};
