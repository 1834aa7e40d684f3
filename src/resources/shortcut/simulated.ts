import type { MachineFile } from "../../simulator/files.ts";
import type { Machine } from "../../simulator/machine.ts";
import { numberOf, pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { isFolderAbove } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder, deleteRow, findRow, getParent, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  none: ["working_directory", "icon"],
  give: giveShortcut,
  explains: (change, { named }) =>
    (change.table === "files" || change.table === "folders") &&
    named.some((path) => path === "*" || path === change.row || isFolderAbove(change, path)),
};

/** Size of the header and CLSID of a shortcut: [MS-SHLLINK], 2.1. What follows is JSON on a simulated machine. */
const HEADER = Buffer.from("4c0000000114020000000000c000000000000046", "hex");

/** `shortcut('C:\x.lnk') { target: 'C:\y.exe' }` */
function giveShortcut(machine: Machine, given: Given): undefined {
  const path = pathOf(machine, given.key("path"));
  if (given.absent) {
    deleteRow(machine.files, path);
    return;
  }
  const place = (name: string): string => ((given.property(name)?.kind ?? "none") === "none" ? "" : pathOf(machine, given.property(name)));
  const link = {
    TargetPath: place("target"),
    Arguments: textOf(given.property("arguments")) ?? "",
    WorkingDirectory: place("working_directory"),
    IconLocation: `${place("icon")},${numberOf(given.property("icon_index")) ?? 0}`,
    Description: textOf(given.property("description")) ?? "",
  };
  addFolder(machine, getParent(path));
  const content = Buffer.concat([HEADER, Buffer.from(JSON.stringify(link))]).toString("base64");
  const there = findRow(machine.files, path) ?? { written: machine.clock.now - 86_400_000 };
  setRow(machine.files, path, { ...there, content, encoding: "base64" } satisfies MachineFile);
}
