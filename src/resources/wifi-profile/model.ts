import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** Windows tells of profiles, and takes changes, while WlanSvc runs; those of Group Policy stay. */
export const model: KindModel = {
  fresh: { group_policy: [bool(false)] },
  blocker: (thing, { presence }) =>
    presence === "absent" && thing.isAsked("group_policy") && isTrue(thing.get("group_policy")) ? "a Group Policy has made it" : undefined,
  ties: [
    { kind: "service", key: "wlansvc", openedBy: { what: "all", when: ["state", "exists"] } },
    { kind: "network", opens: { what: "all" } },
  ],
};
