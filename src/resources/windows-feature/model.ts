import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** A feature that this Windows does not have is not enabled, and none can be made. */
export const model: KindModel = {
  mayBeMissing: true,
  makesFrom: [],
  missing: { enabled: bool(false) },
  // dism.exe: 3010.
  restart: "may",
  works: (thing) => isTrue(thing.get("enabled")) || thing.isWished("enabled", bool(false)),
};
