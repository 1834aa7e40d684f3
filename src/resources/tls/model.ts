import type { KindModel } from "../../proof/kind-model.ts";

/** SCHANNEL reads its settings when Windows starts. */
export const model: KindModel = { restart: "always" };
