import { pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder, findRow, getParent, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveFileLine,
  explains: ({ table, row }, { named }) =>
    table === "files" && named.some((wish) => wish.split("\u0000")[0] === row || wish.startsWith("*")),
};

/** `file_line('C:\x', "mode=fast")`: at the end of the file, which is made; `absent`: no line of it is that. */
function giveFileLine(machine: Machine, given: Given): undefined {
  const path = pathOf(machine, given.key("path"));
  const line = textOf(given.key("line")) ?? "";
  const file = findRow(machine.files, path) ?? { content: "", encoding: "utf8" as const, written: machine.clock.now - 86_400_000 };
  const others = file.content.split("\r\n").filter((one) => one !== line && one !== "");
  addFolder(machine, getParent(path));
  setRow(machine.files, path, { ...file, content: [...others, ...(given.absent ? [] : [line]), ""].join("\r\n") });
}
