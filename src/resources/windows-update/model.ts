import type { KindModel } from "../../proof/kind-model.ts";

/** A search may fail. With a restart updates are installed that waited for it, and Windows looks for others. */
export const model: KindModel = {
  mayBeUnreadable: true,
  restarted: (thing) => {
    for (const { name } of thing.kind.declared.properties) thing.become(name, undefined);
  },
};
