import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** Somebody has a name and a SID. After a restart somebody else, or nobody, may sit there. */
export const model: KindModel = {
  mayBeUnreadable: true,
  fits: (thing, property, value) => {
    const other: Value | undefined = thing.known(property === "name" ? "sid" : "name");
    return other === undefined || (other.kind === "none") === (value.kind === "none");
  },
  restarted: (thing) => {
    for (const name of ["name", "sid"]) thing.become(name, undefined);
  },
};
