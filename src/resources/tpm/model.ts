import type { Value } from "../../checker/value.ts";
import { isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

const isSomething = (value: Value | undefined): boolean =>
  value !== undefined && value.kind !== "none" && (value.kind !== "bool" || value.value);

/** What is not there is neither enabled nor ready, and has no version. */
export const model: KindModel = {
  mayBeUnreadable: true,
  fits: (thing, property, value) => {
    if (property === "present") return isTrue(value) || !["enabled", "ready", "version"].some((name) => isSomething(thing.known(name)));
    const present = thing.known("present");
    return present === undefined || isTrue(present) || !isSomething(value);
  },
};
