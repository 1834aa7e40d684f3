import type { KindModel } from "../../proof/kind-model.ts";

/** A reset counts from the restart on that it asks for. */
export const model: KindModel = {
  restart: "always",
  ties: [{ kind: "network", opens: { what: "all" } }],
  verbs: {
    reset: (thing) => {
      thing.askForRestart();
      thing.touch();
      return undefined;
    },
  },
};
