import type { KindModel } from "../../proof/kind-model.ts";
import { partOfFile } from "../../proof/places.ts";

/** A value lies in its file, which is made where `create_file` asks for it. */
export const model: KindModel = { within: [partOfFile("create_file")], makesFrom: ["value"] };
