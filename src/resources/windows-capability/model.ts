import type { KindModel } from "../../proof/kind-model.ts";

/** dism.exe: 3010. One that waits for its restart counts as it was. */
export const model: KindModel = { restart: "may" };
