import { listOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { MACHINE_VARIABLES } from "../../simulator/healthy-machine.ts";
import { findGivenPerson, findProfileMistake } from "../../simulator/given/registry.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveEnvironmentVariable,
  explains: ({ table, spellings, name }, { named }) =>
    table === "registry" &&
    named.some((wish) => {
      const [variable, scope] = wish.split("\u0000");
      const key = scope === "user" ? "hkcu\\environment" : MACHINE_VARIABLES.toLowerCase();
      return (variable === "*" || variable === name) && spellings.includes(key);
    }),
};

/** `environment_variable("Path") { includes: ["C:\x", "%SystemRoot%"] }`: these entries and no others. `scope: user`: of the account that runs the script, or of the person whom `profile` names. */
function giveEnvironmentVariable(machine: Machine, given: Given): string | undefined {
  const isPersons = textOf(given.key("scope")) === "user";
  const mistake = findProfileMistake(
    machine,
    given,
    isPersons ? undefined : "'profile' says whose variable it is, and this one is the machine's.",
  );
  if (mistake !== undefined) return mistake;
  const key = isPersons ? `HKU\\${findGivenPerson(machine, given)}\\Environment` : MACHINE_VARIABLES;
  const name = textOf(given.key("name")) ?? "";
  const entries =
    given.property("includes") === undefined ? undefined : listOf(given.property("includes")).map((entry) => textOf(entry) ?? "");
  const data = textOf(given.property("value")) ?? entries?.join(";");
  if (given.absent) deleteRegistryValue(machine, key, name);
  else setRegistryValue(machine, key, name, { type: /%[^%]+%/.test(data ?? "") ? "ExpandString" : "String", data: data ?? "" });
  return undefined;
}
