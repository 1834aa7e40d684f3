import { pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import { isFolderAbove } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder, findRow, getParent, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveIniValue,
  explains: (change, { named }) =>
    (change.table === "files" || change.table === "folders") &&
    named.some((wish) => {
      const [path = ""] = wish.split("\u0000");
      return path === "*" || change.row === path || isFolderAbove(change, path);
    }),
};

/** `ini_value('C:\x.ini', "app", "mode") { value: "fast" }`: so in its file, which is made; `absent`: the file does not have the key. */
function giveIniValue(machine: Machine, given: Given): undefined {
  const path = pathOf(machine, given.key("path"));
  const [section, key, value] = [given.key("section"), given.key("key"), given.property("value")].map((one) => textOf(one) ?? "");
  const file = findRow(machine.files, path) ?? { content: "", encoding: "utf8" as const, written: machine.clock.now - 86_400_000 };
  const same = (one: string | undefined, other: string | undefined): boolean => one?.trim().toLowerCase() === other?.toLowerCase();
  const lines = file.content.split("\r\n");
  let inside = section === "";
  const kept = lines.filter((line) => {
    const header = /^\s*\[([^\]]*)\]/.exec(line);
    if (header) inside = same(header[1], section);
    return !inside || !same(line.split("=")[0], key);
  });
  if (!given.absent) {
    const header = kept.findIndex((line) => same(line, `[${section ?? ""}]`));
    if (section !== "" && header < 0)
      kept.splice(kept.at(-1) === "" ? -1 : kept.length, 0, `[${section ?? ""}]`, `${key ?? ""}=${value ?? ""}`);
    else kept.splice(header + 1, 0, `${key ?? ""}=${value ?? ""}`);
  }
  addFolder(machine, getParent(path));
  setRow(machine.files, path, { ...file, content: kept.join("\r\n") });
}
