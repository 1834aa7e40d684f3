import type { Members, Tie } from "./kind-model.ts";

/** Accounts that are asked for are read anew when the remedy makes or deletes one of them. */
export const namesAccounts: Tie = { kind: "local_user", by: "any", openedBy: { what: [] } };

/** Accounts that a file or folder grants something, and to which it grants nothing by entries of its own. Who has more has less as well. */
export const rights: { readonly [property: string]: Members } = {
  grants_read: { of: "grants_read", holds: true, orIn: ["grants_read_and_execute", "grants_modify", "grants_full_control"] },
  grants_read_and_execute: { of: "grants_read_and_execute", holds: true, orIn: ["grants_modify", "grants_full_control"] },
  grants_write: { of: "grants_write", holds: true, orIn: ["grants_modify", "grants_full_control"] },
  grants_modify: { of: "grants_modify", holds: true, orIn: ["grants_full_control"] },
  grants_full_control: { of: "grants_full_control", holds: true },
  excludes: { of: "excludes", holds: true },
};
