import type { Printers } from "./printer.ts";

/** Imports and declarations of a file, and what a remedy and a part consist of. */
export const filePrinters = {
  file: (node, p) => p.file(node),
  import: (node, p) => [...p.words(undefined, node.path)],
  remedy: (node, p) => [...p.words(undefined, node.name), p.gap(" "), p.members(node.members)],
  part: (node, p) => [...p.words(undefined, node.name), p.gap(""), p.argumentList(node.formals), p.gap(" "), p.print(node.body)],
  param: (node, p) => [...p.words(undefined, node.formal)],
  formal: (node, p) => [
    p.print(node.name),
    p.gap(""),
    p.token(),
    p.gap(" "),
    p.print(node.type),
    node.defaultValue ? [p.gap(" "), ...p.words(undefined, node.defaultValue)] : "",
  ],
  requires: (node, p) => [...p.words(undefined, node.condition), node.type ? [p.gap(" "), ...p.words(undefined, node.type)] : ""],
  uninstall: (node, p) => [...p.words(undefined, node.body)],
} satisfies Partial<Printers>;
