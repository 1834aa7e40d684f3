import type { Value } from "../../checker/value.ts";
import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";

const word = (member: string): Value => ({ kind: "enum", member });

/** What a new one has that the remedy does not say is as Add-VpnConnection makes it (learn.microsoft.com/powershell/module/vpnclient/add-vpnconnection). */
export const model: KindModel = {
  makesFrom: ["server_address"],
  fresh: {
    tunnel_type: [word("automatic")],
    split_tunneling: [bool(false)],
    authentication_method: [word("mschapv2")],
    encryption_level: [word("required")],
    remember_credential: [bool(false)],
    dns_suffix: [{ kind: "string", value: "" }],
    connected: [bool(false)],
  },
  blocker: (thing, { presence }) =>
    presence === "absent" && thing.isAsked("connected") && isTrue(thing.get("connected")) ? "somebody is connected by it" : undefined,
  restarted: (thing) => thing.become("connected", bool(false)),
};
