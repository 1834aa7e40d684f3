import type { KindModel } from "../../proof/kind-model.ts";
import { namesAccounts } from "../../proof/rights.ts";

/** A key lies in those above it, which its fix makes, and takes all below it along; nobody asks then whether a policy sets something there. */
export const model: KindModel = {
  ties: [namesAccounts],
  owned: (thing) => /\\policies(\\|$)/.test(thing.key("key")) && thing.isSetByPolicy(),
  within: [{ kind: "registry_key", by: "key", alike: ["view"], makes: true }],
};
