import { domainSid } from "../accounts/sample-accounts.ts";
import type { Machine } from "./machine.ts";
import { findRow } from "./tables.ts";

/** The computer's own name, as the healthy machine has it. */
export const COMPUTER = "SRV01";
/** The SID of the computer's own accounts, without their number. */
export const COMPUTER_SID = "S-1-5-21-2025429265-492894223-1708537768";

/** Makes an account known: of the computer (`.\name`, `SRV01\name`, a bare name) or else of a domain. One that is known stays. Gives its SID. */
export function addAccount(machine: Machine, name: string): string {
  const full = fullName(name);
  const known = findRow(machine.accounts, name) ?? findRow(machine.accounts, full);
  if (known !== undefined) return known;
  const isLocal = full.toUpperCase().startsWith(`${COMPUTER}\\`);
  const taken = Object.values(machine.accounts);
  let number = (isLocal ? 1_000 : 30_000) + taken.length;
  // Where others went, the next number may be somebody's.
  while (taken.includes(`${isLocal ? COMPUTER_SID : domainSid}-${number}`)) number++;
  const sid = `${isLocal ? COMPUTER_SID : domainSid}-${number}`;
  machine.accounts[full] = sid;
  return sid;
}

/** The name under which the machine keeps an account: of its own with the computer's name. */
export function fullName(name: string): string {
  if (name.includes("@") && !name.includes("\\")) return name;
  return name.includes("\\") ? name.replace(/^\.\\/, `${COMPUTER}\\`) : `${COMPUTER}\\${name}`;
}
