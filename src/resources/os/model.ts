import type { Value } from "../../checker/value.ts";
import { isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

const is = (value: Value | undefined, member: string): boolean => value?.kind === "enum" && value.member === member;

/** What Windows is no remedy changes. A restart begins its uptime anew; some time later a run finds any. */
export const model: KindModel = {
  fits: (thing, property, value) => {
    const product = property === "product_type" ? value : thing.known("product_type");
    const installation = property === "installation_type" ? value : thing.known("installation_type");
    const isController = thing.knownFact("computer", "is_domain_controller");
    if (property === "product_type" && isController && isTrue(isController) !== is(product, "domain_controller")) return false;
    return !product || !installation || is(product, "workstation") === is(installation, "client");
  },
  restarted: (thing) => {
    for (const name of ["uptime", "now"]) thing.become(name, undefined);
  },
};
