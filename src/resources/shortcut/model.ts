import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { NONE } from "../../proof/cell.ts";
import { inFolder, partOfFile } from "../../proof/places.ts";

const EMPTY: Value = { kind: "string", value: "" };

/** A shortcut is a file: it comes and goes with that. What is not said of a new one is empty. */
export const model: KindModel = {
  within: [inFolder, { ...partOfFile(), makes: true }],
  makesFrom: ["target"],
  fresh: { arguments: [EMPTY], description: [EMPTY], icon_index: [{ kind: "int", value: 0 }], working_directory: [NONE], icon: [NONE] },
};
