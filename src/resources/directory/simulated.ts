import type { Machine } from "../../simulator/machine.ts";
import { addFolder, deleteRow, findRow, setRow } from "../../simulator/tables.ts";
import { giveAccess } from "../../simulator/given/access.ts";
import { booleanOf, listOf, numberOf, pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { isBelow, isFolderAbove } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveDirectory,
  explains: (change, { named }) =>
    (change.table === "files" || change.table === "folders") &&
    named.some((folder) => {
      const [path = ""] = folder.split("\u0000");
      return isBelow(change.row, path) || isFolderAbove(change, path);
    }),
};

/** `directory(folder, files: ["*.spl"]) { file_count: 3, oldest_file_age: 2h, size: 1MB }`: files of these names that make it so. */
function giveDirectory(machine: Machine, given: Given): undefined {
  const path = pathOf(machine, given.key("path"));
  const below = (name: string): boolean => name.toLowerCase().startsWith(`${path.toLowerCase()}\\`);
  const patterns = listOf(given.key("files")).flatMap((value) => textOf(value) ?? []);
  const first = patterns[0] ?? "*.txt";
  for (const name of Object.keys(machine.files))
    if (below(name) && (given.absent || patterns.some((pattern) => matches(name.replace(/^.*\\/, ""), pattern))))
      Reflect.deleteProperty(machine.files, name);
  if (given.absent) {
    for (const name of Object.keys(machine.folders)) if (below(name)) Reflect.deleteProperty(machine.folders, name);
    deleteRow(machine.folders, path);
    return;
  }
  addFolder(machine, path);
  const folder = findRow(machine.folders, path);
  if (folder !== undefined && booleanOf(given.property("denied")) === true) folder.denied = true;
  if (folder !== undefined && booleanOf(given.property("link")) === true) folder.link = true;
  if (folder !== undefined) giveAccess(machine, given, folder, true);
  const age = numberOf(given.property("oldest_file_age"));
  const size = numberOf(given.property("size"));
  const count = numberOf(given.property("file_count")) ?? (age !== undefined || (size ?? 0) > 0 ? 1 : 0);
  for (let i = 0; i < count; i++) {
    const name = `${path}\\${first.replace("*", `file${i + 1}`).replace(/[*?]/g, "x")}`;
    // The first is the oldest; the others are from just now.
    const written = machine.clock.now - (i === 0 ? (age ?? 0) : 0);
    setRow(machine.files, name, {
      content: "",
      encoding: "utf8",
      size: i === 0 ? (size ?? 0) : 0,
      written,
      inUse: booleanOf(given.property("in_use")) ?? false,
    });
  }
}

function matches(name: string, pattern: string): boolean {
  return new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "iu",
  ).test(name);
}
