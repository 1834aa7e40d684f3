import type { KindModel } from "../../proof/kind-model.ts";

/** No fix installs one; what one scope loses another may lose with it. */
export const model: KindModel = { ties: [{ kind: "appx_package", by: { key: "name" }, opens: { what: ["exists"] } }] };
