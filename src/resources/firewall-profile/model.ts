import type { KindModel } from "../../proof/kind-model.ts";

/** There are these three, whatever their settings; what can be reached depends on them. */
export const model: KindModel = { mayBeMissing: false, ties: [{ kind: "network", opens: { what: "all" } }] };
