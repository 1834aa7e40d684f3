import type { Value } from "../../checker/value.ts";
import type { Machine } from "../machine.ts";
import { createValue } from "../healthy-machine.ts";
import { setRegistryValue } from "../tables.ts";
import { numberOf, textOf } from "./given-item.ts";
import type { Given } from "./given-item.ts";

/** How a machine becomes what a property says. */
export type FactSetter = (machine: Machine, value: Value, given: Given) => void;

export const WINDOWS_CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";

/** `given` of a kind whose properties are facts, each set for itself: property -> how the machine becomes so. */
export function giveFacts(setters: Readonly<Record<string, FactSetter>>): (machine: Machine, given: Given) => string | undefined {
  return (machine, given) => {
    if (given.properties.length === 0) return `The simulated Windows cannot be given ${given.label}.`;
    for (const { name, value } of given.properties) setters[name]?.(machine, value, given);
    const unknown = given.properties.filter(({ name }) => setters[name] === undefined);
    return unknown.length === 0
      ? undefined
      : `The simulated Windows cannot be given '${unknown.map(({ name }) => name).join("', '")}' of ${given.label}.`;
  };
}

/** A fact that stands in the registry as it is. */
export function factInRegistry(key: string, name: string): FactSetter {
  return (machine, value) => {
    setRegistryValue(machine, key, name, createValue(textOf(value) ?? String(numberOf(value) ?? "")));
  };
}

/** A fact that the registry has under other words. */
export function wordInRegistry(key: string, name: string, words: Readonly<Record<string, string>>): FactSetter {
  return (machine, value) => {
    setRegistryValue(machine, key, name, createValue(words[textOf(value) ?? ""] ?? ""));
  };
}

/** A domain controller is a member of its domain, and asks for its policy every 5 minutes. */
export function setDomainController(machine: Machine): void {
  machine.computer.domainJoined = true;
  machine.policy.refreshEvery = 5 * 60_000;
}
