import { removeChocolatey } from "../../simulator/chocolatey.ts";
import { textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { giveAnswers } from "../../simulator/given/package-manager.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { findRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveChocolateyPackage,
  none: ["version"],
  explains: ({ table, row }, { named }) =>
    table === "chocolateyPackages" && named.some((wish) => ["*", row].includes(wish.split("\u0000")[0] ?? "")),
};

/** `chocolatey_package("7zip") { version: 24.8, available: 24.9 }`: installed in this version. With none it is one that cannot be compared. */
function giveChocolateyPackage(machine: Machine, given: Given): undefined {
  const id = textOf(given.key("id")) ?? "";
  const row = findRow(machine.chocolateyPackages, id);
  const version = given.property("version");
  setRow(machine.chocolateyPackages, id, {
    installed: given.absent ? "" : version === undefined ? row?.installed || "1.0.0" : (textOf(version) ?? "1.0.0-beta"),
    available: textOf(given.property("available")) ?? row?.available ?? "99.0",
    ...giveAnswers(row, given),
  });
  if (textOf(given.property("chocolatey")) === "missing") removeChocolatey(machine);
}
