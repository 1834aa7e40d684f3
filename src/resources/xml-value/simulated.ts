import { pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder, findRow, getParent, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveXmlValue,
  explains: ({ table, row }, { named }) =>
    table === "files" &&
    named.some((wish) => {
      const [path = ""] = wish.split("\u0000");
      return path === "*" || row === path;
    }),
};

/** `xml_value('C:\x.config', "/a/b/@c") { value: "1" }`: a file with that alone; `absent`: one with the root alone. What else is to be in a file, its content says. */
function giveXmlValue(machine: Machine, given: Given): string | undefined {
  const path = pathOf(machine, given.key("path"));
  if (findRow(machine.files, path) !== undefined)
    return `${given.label}: the file is there already. Give all of it: 'file("…") { content: "…" }'.`;
  const xpath = textOf(given.key("xpath")) ?? "";
  const attribute = /\/@([^/'\]]+)$/.exec(xpath);
  const value = escape(textOf(given.property("value")) ?? "");
  const steps = [...xpath.slice(0, attribute?.index).matchAll(/\/([^/[]+)(?:\[@([^=]+)='([^']*)'\])?/g)];
  let content = attribute ? "" : value;
  if (given.absent) content = `<${steps[0]?.[1] ?? "root"} />`;
  else
    for (const [i, [, name = "", key, wanted = ""]] of [...steps.entries()].reverse()) {
      const own = attribute && i === steps.length - 1 ? ` ${attribute[1] ?? ""}="${value}"` : "";
      content = `<${name}${key === undefined ? "" : ` ${key}="${escape(wanted)}"`}${own}>${content}</${name}>`;
    }
  addFolder(machine, getParent(path));
  setRow(machine.files, path, { content: `${content}\r\n`, encoding: "utf8", written: machine.clock.now - 86_400_000 });
  return undefined;
}

function escape(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (one) => `&#${one.charCodeAt(0)};`);
}
