import type { KindModel } from "../../proof/kind-model.ts";

/** Names are looked up anew: what can be reached may be something else. */
export const model: KindModel = {
  ties: [{ kind: "network", opens: { what: "all" } }],
  verbs: {
    flush: (thing) => {
      thing.touch();
      return undefined;
    },
  },
};
