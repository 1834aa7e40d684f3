import type { KindModel } from "../../proof/kind-model.ts";

/** Its logs are written as values of the account that it runs as, whose registry may not be there to read. */
export const model: KindModel = { mayBeUnreadable: true };
