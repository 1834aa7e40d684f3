import type { Machine } from "../../simulator/machine.ts";
import { createProgramFile } from "../../simulator/products.ts";
import type { ProgramSetting } from "../../simulator/programs.ts";
import { addFolder, deleteRegistryValue, findRow, getParent, setRegistryValue, setRow } from "../../simulator/tables.ts";
import { pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { addPolicyObject, createRegistryValue, findKeyMistake, giveAccess, toPhysicalKey } from "../../simulator/given/registry.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  none: ["policy"],
  give: giveRegistryValue,
  explains: ({ table, spellings, name, isKey }, { named }) =>
    table === "registry" &&
    named.some(
      (wish) =>
        wish === "*" ||
        spellings.some((key) => namesValue(wish, key, name)) ||
        // A key that comes or goes with the values in it; where only the device knows which, any.
        (isKey && (wish.startsWith("*\u0000") || spellings.some((key) => wish.startsWith(key)))),
    ),
};

/** Whether a resource's keys (key, name and perhaps a view, joined by NUL; `*` where only the device knows) name this value of this registry key. */
function namesValue(named: string, key: string, name: string): boolean {
  const [namedKey, namedName] = named.split("\u0000");
  return (namedKey === "*" || namedKey === key) && (namedName === "*" || namedName === name);
}

/** `registry_value(key, "Name") { data: 1, policy: "GPO" }`; with `set_by` what a program makes of it. Gives why that cannot be. */
function giveRegistryValue(machine: Machine, given: Given): string | undefined {
  const mistake = findKeyMistake(machine, given);
  if (mistake !== undefined) return mistake;
  const key = toPhysicalKey(machine, given);
  const name = textOf(given.key("name")) ?? "";
  if (given.absent) deleteRegistryValue(machine, key, name);
  else {
    const data = given.property("data");
    const value = createRegistryValue(data ?? { kind: "string", value: "" }, textOf(given.property("type")));
    const program = given.property("set_by");
    const withArguments = textOf(given.property("set_with"));
    if (program !== undefined) {
      addProgramSetting(machine, pathOf(machine, program), { arguments: withArguments ?? null, key, name, value });
      return undefined;
    }
    if (withArguments !== undefined) return "'set_with' are the arguments of the program that 'set_by' names, and there is no 'set_by'.";
    setRegistryValue(machine, key, name, value);
    const policy = textOf(given.property("policy"));
    if (policy !== undefined) machine.policy.registry.push({ key, name, object: addPolicyObject(machine, policy), deleted: false, value });
  }
  giveAccess(machine, key, given);
  return undefined;
}

/** Notes what a program writes; one that the machine does not have is put there, and ends with 0 after a second. */
function addProgramSetting(machine: Machine, path: string, setting: ProgramSetting): void {
  if (findRow(machine.files, path) === undefined) {
    addFolder(machine, getParent(path));
    setRow(machine.files, path, createProgramFile(machine.clock.now - 86_400_000, false));
  }
  const known = findRow(machine.programs, path) ?? { exitCode: 0, duration: 1000 };
  setRow(machine.programs, path, { ...known, sets: [...(known.sets ?? []), setting] });
}
