import { addAccount, COMPUTER, COMPUTER_SID } from "../../simulator/accounts.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { addPolicyObject } from "../../simulator/given/registry.ts";
import { createUser } from "../../simulator/healthy-machine.ts";
import type { Machine, MachineUser } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findName, setRow } from "../../simulator/tables.ts";

/** Accounts of Windows: their English name -> their number, and the key of the policy that enables them. */
const BUILT_IN: Readonly<Record<string, { readonly number: number; readonly key?: string }>> = {
  administrator: { number: 500, key: "EnableAdminAccount" },
  guest: { number: 501, key: "EnableGuestAccount" },
  defaultaccount: { number: 503 },
};

export const simulated: SimulatedKind = {
  give: giveLocalUser,
  explains: ({ table, row }, { named }) => {
    if (table === "accounts") return named.includes(`.\\${row.split("\\")[1] ?? ""}`) || named.includes("*");
    // One of Windows may have another name on this machine.
    return table === "users" && named.some((name) => name === `.\\${row}` || name === "*" || BUILT_IN[name] !== undefined);
  },
};

/** `local_user('.\kiosk') { enabled: false, password_age: 40d }`, `local_user("Administrator") { named: "Admin", policy: "GPO" }`. */
function giveLocalUser(machine: Machine, given: Given): undefined {
  const key = textOf(given.key("account")) ?? "";
  const builtIn = BUILT_IN[key.toLowerCase()];
  const sid = builtIn ? `${COMPUTER_SID}-${builtIn.number}` : undefined;
  const full = Object.keys(machine.accounts).find((name) => machine.accounts[name] === sid) ?? `${COMPUTER}\\${key.replace(/^\.\\/, "")}`;
  const name = full.slice(COMPUTER.length + 1);
  if (given.absent) {
    deleteRow(machine.users, name);
    deleteRow(machine.accounts, full);
    return;
  }
  if (sid === undefined) addAccount(machine, full);
  else machine.accounts[full] = sid;
  const user: MachineUser = { ...(machine.users[findName(machine.users, name) ?? ""] ?? createUser("", 0x201)) };
  const flag = (property: string, bit: number, isSetFor: boolean): void => {
    const value = booleanOf(given.property(property));
    if (value !== undefined) user.flags = value === isSetFor ? user.flags | bit : user.flags & ~bit;
  };
  flag("enabled", 2, false);
  flag("may_change_password", 0x40, false);
  flag("password_never_expires", 0x10000, true);
  user.fullName = textOf(given.property("full_name")) ?? user.fullName;
  user.description = textOf(given.property("description")) ?? user.description;
  const age = numberOf(given.property("password_age"));
  if (age !== undefined) user.passwordSet = machine.clock.now - age;
  machine.passwordsRefused = booleanOf(given.property("password_refused")) ?? machine.passwordsRefused;
  setRow(machine.users, name, user);
  const named = textOf(given.property("named"));
  if (named !== undefined) {
    deleteRow(machine.users, name);
    machine.users[named] = user;
    const known = machine.accounts[full];
    deleteRow(machine.accounts, full);
    if (known !== undefined) machine.accounts[`${COMPUTER}\\${named}`] = known;
  }
  const policy = textOf(given.property("policy"));
  if (policy !== undefined && builtIn?.key !== undefined)
    machine.policy.accountStatus[builtIn.key] = { object: addPolicyObject(machine, policy), enabled: (user.flags & 2) === 0 };
}
