import { booleanOf, listOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine, MachineApp } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

/** Who has an app where `given` does not say. */
const PEOPLE = ["CONTOSO\\ann", "CONTOSO\\bob"];
/** Of Microsoft's own packages. */
const PUBLISHER = "8wekyb3d8bbwe";

export const simulated: SimulatedKind = {
  give: giveAppxPackage,
  explains: ({ table, row }, { named }) =>
    (table === "apps" || table === "provisionedApps") &&
    named.some((wish) => {
      const [name] = wish.split("\u0000");
      return name === "*" || row.startsWith(`${name ?? ""}_`);
    }),
};

/** `appx_package("X") { provisioned: true, installed: false }`; without a word both, as Windows comes. */
function giveAppxPackage(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  for (const table of [machine.apps, machine.provisionedApps])
    for (const [key, app] of Object.entries(table)) if (app.name.toLowerCase() === name.toLowerCase()) Reflect.deleteProperty(table, key);
  if (given.absent) return;
  const scope = textOf(given.key("scope")) ?? "everyone";
  const removal = (textOf(given.property("removal")) ?? "works") as MachineApp["removal"];
  const fixed = booleanOf(given.property("removable")) === false;
  const isFramework = booleanOf(given.property("framework")) ?? false;
  const all = PEOPLE.map((person) => machine.accounts[person] ?? "");
  const asked = given.property("users") === undefined ? all : listOf(given.property("users")).map((one) => sidOf(machine, one));
  const users = scope === "user" ? [machine.host.account] : asked;
  if (booleanOf(given.property("provisioned")) ?? ((scope === "everyone" || scope === "new_users") && !isFramework))
    machine.provisionedApps[`${name}_2.1.0.0_neutral_~_${PUBLISHER}`] = { name, removal };
  if (!(booleanOf(given.property("installed")) ?? scope !== "new_users")) return;
  for (const version of booleanOf(given.property("several_versions")) === true ? ["1.0.0.0", "2.1.0.0"] : ["2.1.0.0"]) {
    const kind = isFramework ? "framework" : "main";
    machine.apps[`${name}_${version}_x64__${PUBLISHER}`] = { name, version, kind, fixed, users: [...users], removal };
    if (!isFramework)
      machine.apps[`${name}_${version}_neutral_~_${PUBLISHER}`] = {
        name,
        version,
        kind: "bundle",
        fixed: false,
        users: [...users],
        removal,
      };
  }
}
