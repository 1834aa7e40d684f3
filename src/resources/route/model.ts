import type { KindModel } from "../../proof/kind-model.ts";

/** One is made by its next hop. */
export const model: KindModel = {
  makesFrom: ["next_hop"],
  fresh: { metric: [{ kind: "int", value: 256 }] },
  ties: [{ kind: "network", opens: { what: "all" } }],
};
