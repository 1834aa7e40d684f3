import type { KindModel } from "../../proof/kind-model.ts";

/**
 * A remedy's own PowerShell: whether its test holds is all that is known of it. Its fix may do anything to what its text names, and its test may tell something else after a change of that.
 */
export const model: KindModel = {
  mayBeMissing: true,
  mayBeUnreadable: true,
  ties: [{ by: "any", opens: { what: "all" }, openedBy: { what: ["exists"] } }],
  half: (thing) => thing.touch(),
};
