import { builders } from "prettier/doc";
import type { Printers } from "./printer.ts";

const { group, indent, line } = builders;

/** Steps and the statements in them. What is broken before a block stands two levels deeper, so that it cannot be taken for the block. */
export const statementPrinters = {
  step: (node, p) => [
    group([
      ...p.words(undefined, node.name, node.title),
      node.guard ? indent(indent([p.gap(line), ...p.words(undefined, node.guard)])) : "",
    ]),
    p.gap(" "),
    p.print(node.body),
  ],
  body: (node, p) => p.statements(node.statements),
  warn: (node, p) => group([...p.words(undefined, node.message), indent([p.gap(line), ...p.words(undefined, node.condition)])]),
  when: (node, p) => [
    indent(p.words(undefined, node.condition)),
    p.gap(" "),
    p.print(node.body),
    node.otherwise ? [p.gap(" "), p.token(), p.gap(" "), p.print(node.otherwise)] : "",
  ],
  each: (node, p) => [indent(p.words(undefined, node.name, undefined, node.selection)), p.gap(" "), p.print(node.body)],
  with: (node, p) => [
    p.token(),
    indent([p.gap(" "), group(node.resources.map((resource, i) => [i > 0 ? [p.gap(""), p.token(), p.gap(line)] : "", p.print(resource)]))]),
    p.gap(" "),
    p.token(),
    p.gap(" "),
    p.print(node.body),
  ],
  check: (node, p) => [
    ...p.words(undefined, node.title),
    node.condition ? [p.gap(" "), p.statements([node.condition])] : "",
    node.every ? [p.gap(" "), ...p.words(undefined, node.every)] : "",
    p.gap(" "),
    ...p.words(undefined, node.fix),
  ],
  use: (node, p) => [...p.words(undefined, node.part)],
  reboot: (node, p) => [...p.words(undefined, undefined, node.condition)],
  "on-failure": (node, p) => [...p.words(undefined, undefined, node.actions)],
} satisfies Partial<Printers>;
