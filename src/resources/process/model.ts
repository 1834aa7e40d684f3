import type { KindModel } from "../../proof/kind-model.ts";

/** Who stops a program cannot start it for a person again: it does so only where it ran for nobody. After a restart of Windows anybody may have started it. */
export const model: KindModel = {
  fits: (_thing, property, value) => property !== "count" || (value.kind === "int" && value.value > 0),
  stop: (thing) => {
    if (!thing.exists()) return false;
    thing.remove();
    return true;
  },
  start: (thing) => {
    if (thing.world.choices.choose(2) === 0) thing.create();
  },
  restarted: (thing) => thing.become("exists", undefined),
};
