import type { Value } from "../../checker/value.ts";
import { pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import { isFolderAbove } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder, findRow, getParent, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveJsonValue,
  explains: (change, { named }) =>
    (change.table === "files" || change.table === "folders") &&
    named.some((wish) => {
      const [path = ""] = wish.split("\u0000");
      return path === "*" || change.row === path || isFolderAbove(change, path);
    }),
  none: ["data"],
};

/** `json_value('C:\x.json', "/a/b") { data: 1 }`: so in its file, which is made, with what else there is in it; `absent`: it has no such member. */
function giveJsonValue(machine: Machine, given: Given): string | undefined {
  const path = pathOf(machine, given.key("path"));
  const names = (textOf(given.key("pointer")) ?? "").split("/").slice(1);
  const file = findRow(machine.files, path);
  const json = textOf(given.property("json"));
  let root: Container;
  let data: unknown;
  try {
    root = JSON.parse(file?.content ?? "{}") as Container;
    data = json === undefined ? plainOf(given.property("data")) : JSON.parse(json);
  } catch {
    return `${given.label}: what is given is no JSON without comments.`;
  }
  const last = names.pop()?.replaceAll("~1", "/").replaceAll("~0", "~") ?? "";
  let holder = root;
  for (const name of names) {
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = holder[key];
    holder = typeof next === "object" && next !== null ? (next as Container) : (holder[key] = {});
  }
  if (given.absent) Reflect.deleteProperty(holder, last);
  else holder[last] = data;
  addFolder(machine, getParent(path));
  const content = `${JSON.stringify(root, null, 2)}\n`;
  setRow(machine.files, path, { ...(file ?? { encoding: "utf8", written: machine.clock.now - 86_400_000 }), content });
  return undefined;
}

type Container = Record<string, unknown>;

/** A value as JSON has it. */
function plainOf(value: Value | undefined): unknown {
  switch (value?.kind) {
    case "int":
    case "bool":
      return value.value;
    case "list":
      return value.elements.map(plainOf);
    case undefined:
    case "none":
      return null;
    default:
      return textOf(value) ?? null;
  }
}
