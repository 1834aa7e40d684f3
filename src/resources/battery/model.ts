import type { Value } from "../../checker/value.ts";
import { isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

const isOf = (present: Value | undefined, value: Value): boolean => present === undefined || isTrue(present) || value.kind === "none";

/** What is not there has no charge. */
export const model: KindModel = {
  mayBeUnreadable: true,
  fits: (thing, property, value) =>
    property === "present"
      ? isTrue(value) || ["charge", "health"].every((name) => (thing.known(name)?.kind ?? "none") === "none")
      : isOf(thing.known("present"), value),
};
