import { removeChocolatey } from "../../simulator/chocolatey.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
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
  const listExitCode = numberOf(given.property("list_exit_code"));
  const version = given.property("version");
  setRow(machine.chocolateyPackages, id, {
    installed: given.absent ? "" : version === undefined ? row?.installed || "1.0.0" : (textOf(version) ?? "1.0.0-beta"),
    available: textOf(given.property("available")) ?? row?.available ?? "99.0",
    exitCode: (numberOf(given.property("exit_code")) ?? row?.exitCode ?? 0) | 0,
    duration: numberOf(given.property("duration")) ?? row?.duration ?? 20_000,
    listExitCode: listExitCode === undefined ? (row?.listExitCode ?? null) : listExitCode | 0,
    answers: booleanOf(given.property("answers")) ?? row?.answers ?? true,
  });
  if (textOf(given.property("chocolatey")) === "missing") removeChocolatey(machine);
}
