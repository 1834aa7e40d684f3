import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** Windows does not let these be switched on or off. */
const ALWAYS_ON = ["application", "security", "system"];

/** What Windows lets be changed of a channel, and when. It is made by what writes to it. */
export const model: KindModel = {
  mayBeMissing: true,
  blocker: (thing, { states }) => {
    if (!thing.exists()) return "it comes with the program or feature that writes to it";
    const name = thing.key("name");
    const enabled = states.get("enabled");
    if (enabled && ALWAYS_ON.includes(name) && thing.differs("enabled", enabled))
      return "Windows does not allow that it is switched on or off";
    const isDirect = /\/(analytic|debug)$/.test(name);
    if (!isDirect || (enabled && !isTrue(enabled))) return undefined;
    const isWrong = ["maximum_size", "mode"].some((property) => thing.differs(property, states.get(property)));
    return isWrong && !thing.differs("enabled", bool(true)) ? "it is recording, and is changed only while it is off" : undefined;
  },
};
