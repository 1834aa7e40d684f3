import { bool } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** What waits for a restart has had it afterwards; files that are to be renamed may be so again. */
export const model: KindModel = {
  restarted: (thing) => {
    thing.become("pending", bool(false));
    thing.become("file_renames", undefined);
  },
};
