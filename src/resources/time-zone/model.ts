import { isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** While Windows sets it by where the device is, by its service tzautoupdate, nothing else can. */
export const model: KindModel = {
  mayBeUnreadable: true,
  ties: [
    {
      kind: "service",
      key: "tzautoupdate",
      opens: { what: ["startup"], when: ["automatic"] },
      openedBy: { what: ["automatic"], when: ["startup", "exists"] },
    },
  ],
  blocker: (thing, { states }) =>
    states.has("id") && isTrue(states.get("automatic") ?? thing.get("automatic")) ? "Windows sets it by where the device is" : undefined,
};
