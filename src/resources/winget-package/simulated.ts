import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { giveAnswers } from "../../simulator/given/package-manager.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { findRow, setRegistryValue, setRow } from "../../simulator/tables.ts";
import { addAppInstaller, findWingets, removeAppInstallers } from "../../simulator/winget.ts";

const POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppInstaller";
/** FileSystemRights.Modify, Synchronize. */
const MODIFY = 0x13_01_bf;

export const simulated: SimulatedKind = {
  give: giveWingetPackage,
  none: ["version", "available"],
  // Its source has no such package.
  noneIsMore: ["available"],
  whenAbsent: ["available"],
  explains: ({ table, row }, { named }) =>
    table === "wingetPackages" && named.some((wish) => ["*", row].includes(wish.split("\u0000")[0] ?? "")),
};

/** `winget_package("7zip.7zip") { version: 24.08, available: 24.09 }`: installed in this version. With none it is installed, and winget does not know which one it is. */
function giveWingetPackage(machine: Machine, given: Given): undefined {
  const id = textOf(given.key("id")) ?? "";
  const row = findRow(machine.wingetPackages, id);
  const [version, available] = [given.property("version"), given.property("available")];
  setRow(machine.wingetPackages, id, {
    installed: given.absent ? [] : version === undefined ? (row?.installed ?? ["1.0"]) : [textOf(version) ?? "Unknown"],
    available: available === undefined ? (row?.available ?? "99.0") : (textOf(available) ?? ""),
    ...giveAnswers(row, given),
  });
  if (booleanOf(given.property("policy")) === true) setRegistryValue(machine, POLICY, "EnableAppInstaller", createValue(0));
  giveAppInstaller(machine, textOf(given.property("app_installer")));
}

function giveAppInstaller(machine: Machine, state: string | undefined): void {
  if (state === "missing" || state === "old") removeAppInstallers(machine);
  if (state === "old") addAppInstaller(machine, "1.19.10173.0");
  if (state !== "writable") return;
  for (const path of findWingets(machine)) {
    const file = machine.files[path];
    if (file !== undefined) file.rules = [{ sid: "S-1-5-32-545", rights: MODIFY, allow: true, inheritOnly: false }];
  }
}
