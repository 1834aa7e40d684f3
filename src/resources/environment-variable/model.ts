import type { KindModel } from "../../proof/kind-model.ts";
import { NONE } from "../../proof/cell.ts";

/** A variable is a text, or the list that it is: with the one the other is another. Nothing is in a list that does not exist. */
export const model: KindModel = {
  makesFrom: ["value", "includes", "excludes"],
  missing: { excludes: NONE },
  holds: (thing, property) => (property === "excludes" && !thing.exists() ? true : undefined),
  changed: (thing, property) => {
    if (property === "value") thing.forgetMembers("includes");
    else if (property.startsWith("includes ")) thing.become("value", undefined);
  },
};
