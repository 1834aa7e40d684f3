import { report } from "../../checker/context.ts";
import type { KindChecks } from "../../checker/kind-checks.ts";

export const checks: KindChecks = {
  /** Without one of its halves it is no state. */
  reportMissing: (context, span, missing) => report(context, "RMD4105", span, { missing }),
};
