import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { bool } from "../../proof/cell.ts";

const EMPTY: Value = { kind: "string", value: "" };

/** An account of the computer's own is made with a password and deleted, one of Windows neither. Who names one that is missing cannot be read (`namesAccounts`). */
export const model: KindModel = {
  makesFrom: ["password"],
  fresh: {
    enabled: [bool(true)],
    password_never_expires: [bool(false)],
    may_change_password: [bool(true)],
    full_name: [EMPTY],
    description: [EMPTY],
  },
  blocker: (thing, { presence }) =>
    presence === "absent" && !thing.key("account").startsWith(".\\") ? "it is an account of Windows, which is never deleted" : undefined,
};
