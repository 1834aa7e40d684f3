import type { KindModel } from "../../proof/kind-model.ts";
import { partOfFile } from "../../proof/places.ts";

/** A value lies in its file, which is not made for it. */
export const model: KindModel = { within: [partOfFile()], makesFrom: ["value"] };
