import type { Value } from "../../checker/value.ts";
import { bool } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

/** What a new one has that the remedy does not say (INetFwRule: all ports, all addresses, every program). */
const FRESH: KindModel["fresh"] = {
  protocol: [{ kind: "enum", member: "any" }],
  local_ports: [{ kind: "list", elements: [{ kind: "string", value: "any" }] }],
  remote_ports: [{ kind: "list", elements: [{ kind: "string", value: "any" }] }],
  remote_addresses: [{ kind: "list", elements: [{ kind: "string", value: "any" }] }],
  enabled: [bool(true)],
};

const differs = (thing: Thing, name: string, wished: Value | undefined): boolean => {
  if (!wished) return false;
  const seen = thing.get(name);
  return seen.kind === "enum" && wished.kind === "enum" && seen.member !== wished.member;
};

/** One is made with its direction and action; with another direction or protocol it would be another rule. */
export const model: KindModel = {
  fresh: FRESH,
  blocker: (thing, { presence, states }) => {
    if (presence === "absent") return undefined;
    if (!thing.exists())
      return states.has("direction") && states.has("action")
        ? undefined
        : "the remedy does not say the direction and the action with which it would be made";
    return ["direction", "protocol"].some((name) => differs(thing, name, states.get(name)))
      ? "one with another direction or protocol is another rule"
      : undefined;
  },
  ties: [{ kind: "network", opens: { what: "all" } }],
};
