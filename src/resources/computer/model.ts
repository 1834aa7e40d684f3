import type { Value } from "../../checker/value.ts";
import { isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

/** Properties of which the second is something where the first is true, and none where it is false. */
const PAIRS = [
  ["is_domain_joined", "domain"],
  ["is_virtual", "hypervisor"],
] as const;

/** Facts that follow from one another. Only a person, or a restart that somebody else has asked for, changes them. */
export const model: KindModel = {
  mayBeUnreadable: true,
  fits: (thing, property, value) => {
    const seen = (name: string): Value | undefined => (name === property ? value : thing.known(name));
    const isDomain = seen("is_domain_joined");
    const product = thing.knownFact("os", "product_type");
    if (property === "is_domain_controller" && product?.kind === "enum" && isTrue(value) !== (product.member === "domain_controller"))
      return false;
    if (isTrue(seen("is_domain_controller")) && isDomain && !isTrue(isDomain)) return false;
    return PAIRS.every(([flag, text]) => {
      const [is, what] = [seen(flag), seen(text)];
      return is === undefined || what === undefined || isTrue(is) === (what.kind !== "none");
    });
  },
};
