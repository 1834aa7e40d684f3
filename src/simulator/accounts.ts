import type { Value } from "../checker/value.ts";
import type { Plan } from "../plan/plan.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { toPlainPath } from "./given/given-item.ts";
import type { Machine } from "./machine.ts";
import { addFolder, deleteRow, findRow, getParent, setRow } from "./tables.ts";

/** The computer's own name, as the healthy machine has it. */
const COMPUTER = "SRV01";
const DOMAIN_SID = "S-1-5-21-1004336348-1177238915-682003330";
const COMPUTER_SID = "S-1-5-21-2025429265-492894223-1708537768";

/** Makes an account known: of the computer (`.\name`, `SRV01\name`, a bare name) or else of a domain. One that is known stays. */
export function addAccount(machine: Machine, name: string): void {
  const full = fullName(name);
  const isLocal = full.toUpperCase().startsWith(`${COMPUTER}\\`);
  if (findRow(machine.accounts, full) !== undefined) return;
  const number = (isLocal ? 1_000 : 30_000) + Object.keys(machine.accounts).length;
  machine.accounts[full] = `${isLocal ? COMPUTER_SID : DOMAIN_SID}-${number}`;
}

/** The name under which the machine keeps an account: of its own with the computer's name. */
export function fullName(name: string): string {
  if (name.includes("@") && !name.includes("\\")) return name;
  return name.includes("\\") ? name.replace(/^\.\\/, `${COMPUTER}\\`) : `${COMPUTER}\\${name}`;
}

/** The text that every secret of the simulation has. */
const SECRET = "not a secret";

/** Puts a secret where a script finds it: an environment variable of its process, or a file as ConvertFrom-SecureString writes it (UTF-16 text in hexadecimal digits). */
export function addSecret(machine: Machine, name: string): void {
  if (!isSecretFile(name)) {
    machine.variables.process[name] = SECRET;
    return;
  }
  const path = toPlainPath(machine, name);
  addFolder(machine, getParent(path));
  const content = Buffer.from(SECRET, "utf16le").toString("hex");
  setRow(machine.files, path, { content, encoding: "utf8", written: machine.clock.now - 86_400_000 });
}

/** Takes a secret away again. */
export function deleteSecret(machine: Machine, name: string): void {
  if (isSecretFile(name)) deleteRow(machine.files, toPlainPath(machine, name));
  else deleteRow(machine.variables.process, name);
}

function isSecretFile(name: string): boolean {
  return /[\\%]/.test(name);
}

/**
 * Gives a machine what one on which nothing is wrong knows of a remedy: the accounts of domains and of the computer that it names, or that a scenario
 * expects, and the secrets that it refers to.
 */
export function addAccountsAndSecrets(machine: Machine, plan: Plan, scenario: PlanScenario): void {
  const expected = scenario.steps.filter((step) => step.kind === "expect-state");
  const values = findValues([plan.steps, plan.parameters, expected]);
  for (const value of values) {
    if (value.kind === "account" && value.sid === undefined) addAccount(machine, value.name);
    if (value.kind === "secret") addSecret(machine, value.name);
  }
}

/** The accounts and secrets anywhere in plain data, in its order. */
function findValues(data: unknown, found: Set<Value> = new Set()): Set<Value> {
  if (typeof data !== "object" || data === null) return found;
  // A type of these kinds has no name.
  if ("kind" in data && (data.kind === "account" || data.kind === "secret") && "name" in data) found.add(data as Value);
  else for (const [key, inner] of Object.entries(data)) if (key !== "origin") findValues(inner, found);
  return found;
}
