import type { KindModel } from "../../proof/kind-model.ts";
import { bool, NONE } from "../../proof/cell.ts";
import { inFolder } from "../../proof/places.ts";
import { namesAccounts, rights } from "../../proof/rights.ts";

/** What is measured of the files in it. */
const EMPTY = { file_count: [{ kind: "int", value: 0 }], size: [{ kind: "size", bytes: 0 }], oldest_file_age: [NONE] } as const;

/** A folder goes with all that lies in it, and its fix makes those above it. */
export const model: KindModel = {
  within: [inFolder],
  members: rights,
  ties: [namesAccounts],
  fresh: { hidden: [bool(false)], system: [bool(false)], ...EMPTY },
  // Without a file there is no oldest one and no size.
  fits: (thing, property, value) => {
    const count = thing.known("file_count");
    if (count?.kind !== "int" || !(property in EMPTY) || property === "file_count") return true;
    if (property === "oldest_file_age") return (value.kind === "none") === (count.value === 0);
    return count.value > 0 || (value.kind === "size" && value.bytes === 0);
  },
  verbs: {
    clear: (thing, options) => {
      if (!thing.exists()) return undefined;
      thing.touch();
      for (const [name, [empty]] of Object.entries(EMPTY)) {
        if (!thing.isAsked(name)) continue;
        if (options.has("older_than")) thing.open(name);
        else thing.set(name, empty);
      }
      for (const file of thing.inner("file")) file.unsettle([]);
      return undefined;
    },
  },
};
