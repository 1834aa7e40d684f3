import { findConstantText, findNameText } from "../../checker/constant-text.ts";
import { report } from "../../checker/context.ts";
import type { KindChecks } from "../../checker/kind-checks.ts";
import { findAddressFault, isIpv6 } from "../../checker/value-checks/ip-network.ts";

export const checks: KindChecks = {
  /** A route to a network of IPv4 goes by an address of IPv4. */
  checkState(context, { state, given, use }) {
    const hop = given.get("next_hop");
    if (use !== "ensure" || !hop) return;
    const destination = findNameText(context, state.resource);
    const address = findConstantText(context, hop.value);
    if (destination === undefined || address === undefined || findAddressFault(address) || isIpv6(destination) === isIpv6(address)) return;
    const version = (text: string): string => (isIpv6(text) ? "IPv6" : "IPv4");
    report(context, "RMD3124", hop.value.span, { address, version: version(address), destination, other: version(destination) });
  },
};
