import type { Value } from "../../checker/value.ts";
import { isTrue } from "../../proof/cell.ts";
import type { KindModel, Tie } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

const AUTOMATIC: Value = { kind: "enum", member: "automatic" };
const MANUAL: Value = { kind: "enum", member: "manual" };

/** Whatever can be reached may not be any more, or again. */
const network: Tie = { kind: "network", opens: { what: "all" } };

/** Windows sets the DNS servers of what is connected alone, and asks for a restart by 1 (Win32_NetworkAdapterConfiguration.SetDNSServerSearchOrder). */
export const model: KindModel = {
  mayBeMissing: true,
  makesFrom: [],
  restart: "may",
  ties: [network],
  // The servers of one that nobody has set any for are those of DHCP.
  distinguishes: { dns_source: [AUTOMATIC] },
  blocker: (thing, { states }) => {
    const [servers, source] = [states.get("dns_servers"), states.get("dns_source")];
    if (servers && source) return "DNS servers and 'dns_source: automatic' exclude each other";
    if (!servers && !source) return undefined;
    return thing.isAsked("connected") && !isTrue(thing.get("connected")) ? "it is not connected" : undefined;
  },
  fix: (thing, { states }) => set(thing, [...states]),
  half: (thing, { states }) => set(thing, [...states].slice(0, 1)),
};

function set(thing: Thing, states: readonly (readonly [string, Value])[]): void {
  for (const [name, value] of states) {
    thing.set(name, value);
    if (name === "dns_servers") thing.set("dns_source", MANUAL);
    if (name === "dns_source") thing.open("dns_servers");
    // It has addresses of IPv6, or has lost them.
    if (name === "ipv6") thing.open("addresses");
  }
}
